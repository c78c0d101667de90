"""A title with pinyin over it, each syllable over the middle of its character.

Characters stand further apart where syllables need it. A text without Chinese is laid out as usual.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout

from gui.parts import apart
from gui.parts.lines import Face, one_line, wrap
from gui.units import Units, length

#: The letters of pinyin are so much smaller; between two syllables is so much of their size, and
#: between two characters, so that they stand evenly, so much of theirs.
SMALL, APART, EVEN = 0.64, 0.26, 0.2


class Syllable(NamedTuple):
    """A syllable, and where it begins, on its baseline."""

    place: QPointF
    said: str


@dataclass(frozen=True, slots=True)
class Ruby:
    """A text laid out, with the syllables over it; `height` is that of all its lines."""

    text: QTextLayout
    over: tuple[Syllable, ...]
    small: QFont
    height: float

    def draw(self, painter: QPainter, origin: QPointF, faint: QColor) -> None:
        """Draw the syllables; the text draws itself."""
        painter.setPen(faint)
        painter.setFont(self.small)
        for one in self.over:
            painter.drawText(origin + one.place, one.said)


class Measure:
    """How high a line is with pinyin over it, and how wide syllables are."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.font = QFont(face.font)
        self.font.setWeight(QFont.Weight.Normal)
        if face.font.pointSizeF() > 0:
            self.font.setPointSizeF(face.font.pointSizeF() * SMALL)
        else:
            self.font.setPixelSize(max(1, round(face.font.pixelSize() * SMALL)))
        self.metrics = QFontMetricsF(self.font)
        self.above = self.metrics.ascent() + self.metrics.descent() * 0.6
        self.height = face.height + self.above
        self.gap = self.metrics.height() * APART
        self.full = face.full


def lay(text: str, made: Measure, width: float, most: int) -> Ruby:
    """Lay a text out in at most so many lines."""
    text = one_line(text)
    said = read(text)
    layout = _wrap(text, said, made, width, most)
    while (shown := _seen(layout)) < length(text):
        kept = text[: Units(text).to_core(shown)][:-1]
        text = f"{kept.rstrip('…')}…" if kept else "…"
        said = read(text)
        layout = _wrap(text, said, made, width, most)
        if text == "…":
            break
    over = tuple(_over(layout, said, made))
    return Ruby(layout, over, made.font, layout.lineCount() * made.height)


def has_any(text: str) -> bool:
    """Tell whether anything of a text is read in pinyin."""
    return any(read(text))


@lru_cache(maxsize=1024)
def read(text: str) -> tuple[str, ...]:
    """Give the syllable of each code point, "" where there is none."""
    from core.glossary import syllables  # few have titles read to them

    if text.isascii():
        return ("",) * len(text)
    return tuple(
        said
        for written, sound in syllables(text)
        for said in ((sound,) if sound else ("",) * len(written))
    )


def _wrap(text: str, said: tuple[str, ...], made: Measure, width: float, most: int) -> QTextLayout:
    feet = (number * made.height + made.above + made.face.ascent for number in range(most))
    return wrap(text, made.face.font, [*_apart(text, said, made)], width, feet)


def _apart(text: str, said: tuple[str, ...], made: Measure) -> Iterator[QTextLayout.FormatRange]:
    """Set characters so far apart that their syllables do not touch."""
    wide = [made.metrics.horizontalAdvance(one) if one else 0.0 for one in said]
    at, spaced = 0, dict.fromkeys(apart.places(text), made.face.space)
    for number, (char, (here, after)) in enumerate(zip(text, pairwise([*wide, 0.0]), strict=True)):
        long = 1 + (char > "\uffff")
        beyond = max((here - made.full) / 2 if here else 0.0, spaced.get(number, 0.0))
        if here and after:
            beyond = max((here + after) / 2 + made.gap - made.full, EVEN * made.full)
        if beyond > 0:
            yield apart.wider(at, at + long, beyond)
        at += long


def _over(layout: QTextLayout, said: tuple[str, ...], made: Measure) -> Iterator[Syllable]:
    """Set syllables over their characters; where a line begins with a long one, beside them."""
    seen, at, free, row = _seen(layout), 0, 0.0, -1
    for char, one in zip(layout.text(), said, strict=True):
        if one and at < seen:
            line = layout.lineForTextPosition(at)
            free, row = (free, row) if row == line.lineNumber() else (0.0, line.lineNumber())
            left, _ = cast("tuple[float, int]", line.cursorToX(at))
            wide = made.metrics.horizontalAdvance(one)
            left = max(left + (made.full - wide) / 2, free)
            base = line.y() + line.ascent() - made.face.ascent - made.metrics.descent() * 0.6
            yield Syllable(QPointF(left, base), one)
            free = left + wide + made.gap
        at += 1 + (char > "\uffff")


def _seen(layout: QTextLayout) -> int:
    """Give how much of the text has found room, in Qt's units."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength()
