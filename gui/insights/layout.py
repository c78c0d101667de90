"""Text measured and laid out: lines, chips and marginal notes. Nothing is painted here.

A row is laid out as it is shown; its places are those of the text as it was written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from core.model import Kind, Node, Placed, Stance
from gui.look import letters
from gui.parts import breaks, chinese
from gui.parts.lines import TURNING, Face, first_line, formats
from gui.parts.people import Person
from gui.tongue import phrase, tr
from gui.units import Units

#: From line to line, of the height of the font, and at least of that of Chinese in it.
LINE, CHINESE_LINE = 1.32, 1.1
CHIP_GAP = 4.0
TWO = phrase("two versions")
CHIPS = {
    Stance.AGREE: phrase("agree"),
    Stance.DOUBT: phrase("doubt"),
    Stance.CHECK: phrase("check"),
}
CHIP_PAD = 0.3  # of the height of the letters
DOT_ROOM = 0.7  # of the height of the chip of a tag
NOTE_GAP = 5.0
NOTE = 400  # code points of a note that are laid out in its margin
UNDER = 3.5  # below the base line, and below the line under a chosen highlight
#: Breaks become line separators; what would turn the direction of the text unseen is shown.
SHOWN = {ord("\n"): "\u2028", ord("\t"): " "} | TURNING


@dataclass(frozen=True, slots=True)
class Row:
    """All that is shown in one row of the tree."""

    node: Node
    marks: tuple[Placed, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()  # highlight, tag's path
    hands: tuple[Person, ...] = ()  # who marked it, where a library has several readers
    contested: tuple[str, ...] = ()  # highlights that hold two versions of something
    findings: tuple[str, ...] = ()  # the statements that rest on what is marked here
    uncited: bool = False  # it has no citation, and most of those beside it have
    under: tuple[str, ...] = ()  # of the head of an article: what is said under its title

    @property
    def is_head(self) -> bool:
        """Tell whether it is the head of one article among several."""
        return self.node.position < 0

    def hand(self, author: str) -> Person | None:
        """Give the reader of this id, if hands are told apart here."""
        return next((person for person in self.hands if person.id == author), None)


class Chip(NamedTuple):
    """A small label behind the text. `kind` is citation, versions, stance or tag."""

    rect: QRectF
    words: str
    kind: str
    target: str


class Note(NamedTuple):
    """The first line of a note, under the claim it belongs to."""

    rect: QRectF
    words: str
    highlight: str


class Line(NamedTuple):
    """A line of small words under the title of an article."""

    rect: QRectF
    words: str


class Style:
    """The fonts of a tree, from the one its widget has."""

    def __init__(self, font: QFont) -> None:
        self.claim = QFont(font)
        self.section = letters.bold(font, letters.SECTION)
        self.wrapper = letters.bold(font, letters.SMALL)
        self.small = letters.scaled(font, letters.FINE)
        self.small_metrics = QFontMetricsF(self.small)
        self.height = QFontMetricsF(font).height()
        self.head = letters.bold(font, letters.HEAD)
        faces = (self.claim, self.section, self.wrapper, self.head)
        self._faces = [Face(one) for one in faces]
        self.capital = QFontMetricsF(font).capHeight()
        self.pitch = round(max(self.height * LINE, self._faces[0].height * CHINESE_LINE))
        self.letter = QFontMetricsF(font).horizontalAdvance("etaoin shrdlu") / 13

    def of(self, row: Row) -> Face:
        claim, section, wrapper, head = self._faces
        if row.is_head:
            return head
        if row.node.kind is Kind.SUPER:
            return wrapper
        return section if row.node.kind.is_section else claim


class Laid:
    """One row, laid out: its text's lines, its chips and notes, and its height."""

    __slots__ = (
        *("capital", "chips", "height", "length", "middle", "notes", "text", "under", "units"),
    )

    def __init__(self, row: Row, width: float, style: Style) -> None:
        text = chinese.shown(row.node.text)
        shown = text.translate(SHOWN) + ("…" if row.node.truncated else "")
        self.units = Units(row.node.text)
        self.length = self.units.to_qt(len(row.node.text))
        face = style.of(row)
        self.text = _lines(shown, face, width, style.pitch)
        self.capital = style.capital
        self.middle = face.ascent - style.capital / 2  # of the capitals of the first line
        last = self.text.lineAt(self.text.lineCount() - 1)
        bottom = (self.text.lineCount() - 1) * style.pitch + face.height
        self.chips = _chips(
            row, QPointF(last.naturalTextWidth(), last.y() + last.ascent()), width, style
        )
        if self.chips:
            bottom = max(bottom, self.chips[-1].rect.bottom() + 2)
        self.notes = _notes(row, bottom + NOTE_GAP, width, style)
        self.under = _under(row, bottom + 2, width, style)
        ends = [
            *(note.rect.bottom() for note in self.notes),
            *(u.rect.bottom() for u in self.under),
        ]
        self.height = ends[-1] if ends else bottom

    def offset_at(self, point: QPointF) -> int:
        """Give the offset, in UTF-16 units, of the text nearest to a point within the row."""
        if point.y() < 0:
            return 0
        for line in self._lines():
            if point.y() < line.y() + line.height():
                return min(line.xToCursor(point.x()), self.length)
        return self.length

    def letter_at(self, point: QPointF) -> int:
        """Give the offset, in UTF-16 units, of the letter that a point lies on."""
        lines = self._lines()
        line = next((one for one in lines if point.y() < one.y() + one.height()), lines[-1])
        offset = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        last = line.textStart() + line.textLength() - 1
        return max(0, min(offset, last, self.length))

    def covers(self, point: QPointF) -> bool:
        """Tell whether a point lies on the text itself."""
        return any(
            line.y() <= point.y() < line.y() + line.height() * LINE
            and 0 <= point.x() <= line.naturalTextWidth()
            for line in self._lines()
        )

    def _lines(self) -> list[QTextLine]:
        return [self.text.lineAt(i) for i in range(self.text.lineCount())]

    def chip_at(self, point: QPointF) -> Chip | None:
        return next((chip for chip in self.chips if chip.rect.contains(point)), None)

    def note_at(self, point: QPointF) -> Note | None:
        return next((note for note in self.notes if note.rect.contains(point)), None)

    def place_of(self, offset: int) -> QRectF:
        """Give the caret's rectangle at an offset in UTF-16 units."""
        line = self.text.lineForTextPosition(min(offset, self.length))
        if not line.isValid():
            return QRectF()
        x, _ = cast("tuple[float, int]", line.cursorToX(offset))
        return QRectF(x, line.y(), 1.0, line.height())

    def areas(self, start: int, end: int) -> list[QRectF]:
        """Give where these code points stand, line by line, down to where a line is drawn under."""
        first, last = self.units.to_qt(start), self.units.to_qt(end)
        found = []
        for line in self._lines():
            begun, done = line.textStart(), line.textStart() + line.textLength()
            if begun < last and first < done:
                left, _ = cast("tuple[float, int]", line.cursorToX(max(first, begun)))
                right, _ = cast("tuple[float, int]", line.cursorToX(min(last, done)))
                right = min(right, line.naturalTextWidth())  # no line under the space at its end
                y = round(line.y() + line.ascent()) + UNDER
                found.append(QRectF(min(left, right), line.y(), abs(right - left), y - line.y()))
        return found


def _lines(text: str, face: Face, width: float, pitch: float) -> QTextLayout:
    """Set lines on base lines equally far apart, whether there is Chinese in them or not."""
    layout = QTextLayout(text, face.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats(text, face))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    base = face.ascent
    while (line := layout.createLine()).isValid():
        breaks.fit(line, text, max(width, 40.0))
        line.setPosition(QPointF(0.0, base - line.ascent()))
        base += pitch
    layout.endLayout()
    return layout


def _chips(row: Row, end: QPointF, width: float, style: Style) -> tuple[Chip, ...]:
    """Set the chips behind the end of the text, wrapping as words do."""
    words = [(str(n), "citation", str(n)) for n in dict.fromkeys(row.node.citations)]
    together = _wide(words, style)
    words += [(tr(TWO), "versions", highlight) for highlight in row.contested]
    judged = [m.highlight for m in row.marks if m.highlight.stance is not Stance.NONE]
    words += [(tr(CHIPS[highlight.stance]), "stance", highlight.id) for highlight in judged]
    words += [(path, "tag", highlight) for highlight, path in row.tags]
    height = style.small_metrics.height() + 2
    step = style.pitch
    x, y = end.x() + 2 * CHIP_GAP, end.y() - (style.capital + height) / 2
    if x + together > width >= together:
        x, y = 0.0, y + max(step, height + 3)
    chips = []
    for text, kind, target in words:
        shown = style.small_metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width - 30)
        wide = (
            style.small_metrics.horizontalAdvance(shown)
            + 2 * CHIP_PAD * style.small_metrics.height()
        )
        wide += height * DOT_ROOM if kind == "tag" else 0
        if x + wide > width and x > 0:
            x, y = 0.0, y + max(step, height + 3)
        chips.append(Chip(QRectF(x, y, wide, height), shown, kind, target))
        x += wide + CHIP_GAP
    return tuple(chips)


def _wide(words: Sequence[tuple[str, str, str]], style: Style) -> float:
    """Tell how wide these are beside one another, none of them a tag."""
    metrics = style.small_metrics
    wide = sum(
        metrics.horizontalAdvance(text) + 2 * CHIP_PAD * metrics.height() for text, _, _ in words
    )
    return wide + CHIP_GAP * (len(words) - 1)


def _notes(row: Row, top: float, width: float, style: Style) -> tuple[Note, ...]:
    notes = []
    for mark in row.marks:
        first = first_line(mark.highlight.note, NOTE).translate(SHOWN)
        if first:
            words = style.small_metrics.elidedText(first, Qt.TextElideMode.ElideRight, width - 14)
            rect = QRectF(0, top, width, style.small_metrics.height() + 4)
            notes.append(Note(rect, words, mark.highlight.id))
            top = rect.bottom() + 2
    return tuple(notes)


def _under(row: Row, top: float, width: float, style: Style) -> tuple[Line, ...]:
    lines, high = [], style.small_metrics.height() + 2
    for said in row.under:
        shown = chinese.shown(said).translate(SHOWN)
        words = style.small_metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width)
        lines.append(Line(QRectF(0, top, width, high), words))
        top += high
    return tuple(lines)
