"""What is shown of a text in a line or two: the part with the words in it, which are never cut.

Text is shown as text: white space is a space, and what would turn its direction is seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout

from gui.parts import chinese
from gui.parts.lines import LONGEST, TURNING, Face, lay_as_is
from gui.parts.lines import width as wide
from gui.units import length

if TYPE_CHECKING:
    from gui.parts.ruby import Measure, Ruby

Span = tuple[int, int]
LINES = 2
#: How much of the room may stand before the first word that is marked, tried in this order.
BEFORE = (0.6, 0.3, 0.0)
#: So much of the room is text; the rest is lost where lines are broken.
USED = 0.9
#: So many marks are tried to begin at.
TRIED = 8
#: A word is looked for so far, to begin with a whole one.
NEAR = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """Text laid out, and where in it marks stand, in UTF-16 units: start and length.

    With `ruby` there is pinyin over it.
    """

    text: QTextLayout
    marks: tuple[Span, ...]
    ruby: "Ruby | None" = None


def tidy(text: str) -> str:
    """Give text as it is shown on a line, of the same length."""
    return "".join(" " if char.isspace() else char for char in text.translate(TURNING))


def written(shown: str, text: str) -> str:
    """Give what is shown of a text as it was written."""
    part = shown.strip("…")
    start = tidy(chinese.shown(text)).find(part)
    return shown.replace(part, text[start : start + len(part)]) if part and start >= 0 else shown


def lines(text: str, face: Face, width: float) -> int:
    """Tell whether a text needs a line or two."""
    return 1 if wide(tidy(text[:LONGEST]), face) <= width else LINES


def head(text: str, marks: Sequence[Span], face: Face, width: float) -> Piece:
    """Lay a text out from its beginning."""
    return _lay(tidy(text[:LONGEST]), marks, face, width)


def read(text: str, marks: Sequence[Span], made: "Measure", width: float) -> Piece:
    """Lay a text out from its beginning, with pinyin over it."""
    from gui.parts.ruby import lay as lay_with_pinyin  # few want it

    text = tidy(text[:LONGEST])
    ruby = lay_with_pinyin(text, made, width, LINES)
    is_as_it_stands = text.startswith(ruby.text.text().removesuffix("…"))
    return replace(_marked(ruby.text, text, marks if is_as_it_stands else ()), ruby=ruby)


def piece(text: str, marks: Sequence[Span], face: Face, width: float) -> Piece:
    """Lay out the part of a text where most of its marks are seen."""
    if not marks or lines(text, face, width) == 1:
        return head(text, marks, face, width)
    text = tidy(text)
    metrics, room = QFontMetricsF(face.font), LINES * width * USED
    first = _anchor(text, marks, metrics, room)
    for part in BEFORE:
        start = _start(text, first, metrics, room, part)
        made = _from(text, start, marks, face, width)
        if made.marks and made.marks[0][1] >= length(text[first[0] : first[1]]):
            break
    return made


def _anchor(text: str, marks: Sequence[Span], metrics: QFontMetricsF, room: float) -> Span:
    """Give the mark to be seen first: the one after which most others have room."""

    def seen(number: int) -> int:
        start = marks[number][0]
        near = [end for _, end in marks[number:] if end - start < LONGEST]
        return sum(metrics.horizontalAdvance(text[start:end]) < room for end in near)

    return marks[max(range(min(len(marks), TRIED)), key=seen)]


def _start(text: str, first: Span, metrics: QFontMetricsF, room: float, part: float) -> int:
    """Give where to begin, so that what is before a mark takes no more than a part of the room."""
    before = text[max(0, first[0] - LONGEST) : first[0]]
    if len(before) == first[0] and metrics.horizontalAdvance(text[: first[1]]) <= room * USED:
        return 0
    left = Qt.TextElideMode.ElideLeft
    kept = len(metrics.elidedText(before, left, room * part)) - 1 if part else 0
    start = first[0] - max(kept, 0)
    blank = text.find(" ", start, min(start + NEAR, first[0]))
    return blank + 1 if blank >= 0 else start


def _from(text: str, start: int, marks: Sequence[Span], face: Face, width: float) -> Piece:
    before = "…" if start else ""
    shift = start - len(before)
    there = [(max(i, start) - shift, j - shift) for i, j in marks if j > start]
    return _lay(before + text[start : start + LONGEST], there, face, width)


def _lay(text: str, marks: Sequence[Span], face: Face, width: float) -> Piece:
    """Lay text out in two lines, with the marks that are left of it."""
    return _marked(lay_as_is(text, face, width, LINES), text, marks)


def _marked(layout: QTextLayout, text: str, marks: Sequence[Span]) -> Piece:
    shown = layout.text()
    seen = len(text) if shown == text else len(shown) - 1
    spans = ((i, min(j, seen)) for i, j in marks if i < seen)
    return Piece(layout, tuple((length(text[:i]), length(text[i:j])) for i, j in spans))
