"""Text into a few lines: wrapped, and elided where it is too long.

Nothing here is markup, and white space in a title is one space.
"""

import re
from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from core import link
from gui.parts import apart, breaks
from gui.units import Units

_CUT = Qt.TextElideMode.ElideRight
_VAST = 1e5  # pixels
STARS = "**"  # about what is bold
LONGEST = 600  # code points; far more than any list shows
#: What would turn the direction of a line unseen is shown.
TURNING = dict.fromkeys(
    (*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{REPLACEMENT CHARACTER}"
)
#: What may part the head of a table in Markdown from its body; it does if it has bars and dashes.
RULE = re.compile(r"(?<![^\s|])[|:\s-]+(?![^\s|])")


class Face:
    """A font, and how high its lines stand: as high as Chinese and English beside one another.

    A line with an emoji or another script in it would stand higher; it is not given more room.
    `space` is what is left between the two languages.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        layout = QTextLayout("中文 English", font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        self.height, self.ascent = line.height(), line.ascent()
        self.full, _ = cast("tuple[float, int]", line.cursorToX(1))
        self.space = max(1, round(self.full * apart.SPACE))


def lay(text: str, face: Face, width: float, most: int) -> QTextLayout:
    """Lay text out in at most so many lines."""
    return lay_as_is(one_line(text), face, width, most)


def one_line(text: str, most: int = LONGEST) -> str:
    """Give so much of a text as a list shows, its white space as one space."""
    return " ".join(text[:most].split()).translate(TURNING)


def untabled(text: str) -> str:
    """Give the cells of a table written in Markdown one after the other, and not its rules."""
    if "--" not in text or "|" not in text:
        return text
    without = RULE.sub(lambda run: "|" if "--" in run[0] and "|" in run[0] else run[0], text)
    if without == text:
        return text
    return " · ".join(filter(None, map(str.strip, without.split("|"))))


def unstarred(text: str) -> str:
    """Leave out the stars about what is bold, where nothing can be set so."""
    if STARS not in text:
        return text
    from gui.parts import emphasis  # few texts have any

    return emphasis.plain(text)


def first_line(note: str, most: int = 200) -> str:
    """Give the first line of a note that says something, without the marks of Markdown."""
    from gui.parts.unmarked import unmarked  # few texts of the first picture are notes

    plain = unmarked(link.plain(note[:4000]))[0].translate(TURNING)
    lines = (line.strip().lstrip("#>*-+• ") for line in plain.splitlines())
    line = next((line for line in lines if line), "")
    return line if len(line) <= most else line[:most] + "…"


def formats(text: str, face: Face) -> list[QTextLayout.FormatRange]:
    """Give how pieces of a text are set: a little wider, or bold."""
    found = apart.formats(text, face.space)
    if STARS in text:
        from gui.parts import emphasis  # few texts have any

        found += emphasis.formats(text)
    return found


def lay_as_is(text: str, face: Face, width: float, most: int) -> QTextLayout:
    """Lay text out in at most so many lines, its white space as it stands."""
    layout = _wrap(text, face, width, most)
    last = layout.lineAt(layout.lineCount() - 1)
    units = Units(text)
    if units.to_core(last.textStart() + last.textLength()) >= len(text):
        return layout
    start = units.to_core(last.textStart())
    return _wrap(text[:start] + _elided(text[start:], face, width - 1), face, width, most)


def wrap(
    text: str,
    font: QFont,
    ranges: Sequence[QTextLayout.FormatRange],
    width: float,
    feet: Iterable[float],
) -> QTextLayout:
    """Break a text into lines, each with its baseline so far down; there are no more than these."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setFormats(ranges)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    for foot in feet:
        line = layout.createLine()
        if not line.isValid():
            break
        breaks.fit(line, text, width)
        line.setPosition(QPointF(0, foot - line.ascent()))
    layout.endLayout()
    return layout


def foot(area: QRectF, font: QFont) -> float:
    """Give where letters stand in the middle of an area, Chinese and English alike.

    Qt puts the line into the middle, which is higher where a font of Chinese helps out, and so has
    neighbours in one row stand on two lines.
    """
    metrics = QFontMetricsF(font)
    return round(area.center().y() + (metrics.ascent() - metrics.descent()) / 2)


def write(painter: QPainter, area: QRectF, text: str, *, right: bool = False) -> float:
    """Write so much of a text as there is room for on one line; tell how wide that is."""
    stands = foot(area, painter.font())
    if right or not apart.places(text):
        metrics = QFontMetricsF(painter.font())
        cut = metrics.elidedText(text, _CUT, area.width())
        wide = metrics.horizontalAdvance(cut)
        painter.drawText(QPointF(area.right() - wide if right else area.left(), stands), cut)
        return wide
    laid = lay_as_is(text, Face(painter.font()), area.width(), 1)
    line = laid.lineAt(0)
    laid.draw(painter, QPointF(area.left(), stands - line.ascent() - line.y()))
    return line.naturalTextWidth()


def write_on(painter: QPainter, foot: QPointF, text: str, face: Face) -> None:
    """Write a text, whatever its width, on the line that stands on a point."""
    if apart.places(text):
        lay_as_is(text, face, _VAST, 1).draw(painter, foot - QPointF(0, face.ascent))
    else:
        painter.drawText(foot, text)


def width(text: str, face: Face) -> float:
    """Tell how wide a text is on one line."""
    spaces = len(apart.places(text)) * face.space
    return QFontMetricsF(face.font).horizontalAdvance(text) + spaces


def width_in(text: str, font: QFont) -> float:
    """Tell how wide a text is on one line in a font."""
    if apart.places(text):
        return width(text, Face(font))
    return QFontMetricsF(font).horizontalAdvance(text)


def _elided(text: str, face: Face, room: float) -> str:
    """Give so much of a text as there is room for on a line."""
    metrics = QFontMetricsF(face.font)
    elided = metrics.elidedText(text, _CUT, room)
    spaces = len(apart.places(elided)) * face.space
    return metrics.elidedText(text, _CUT, room - spaces) if spaces else elided


def _wrap(text: str, face: Face, width: float, most: int) -> QTextLayout:
    feet = (number * face.height + face.ascent for number in range(most))
    return wrap(text, face.font, formats(text, face), width, feet)
