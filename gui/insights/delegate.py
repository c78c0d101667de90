"""Painting a row: text with its highlights, chips behind it, marginal notes below.

Highlights are painted by the text layout itself, so that right-to-left text and wrapped lines are
covered exactly. Where highlights overlap the newest fills and the others underline.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from core.model import Kind, Placed
from gui import theme
from gui.insights.layout import DOT_ROOM, Chip, Laid, Note, Row, Style
from gui.insights.model import PAGE, ROW, InsightModel
from gui.insights.pieces import Way, pieces
from gui.look.sizing import px
from gui.look.tones import Tones
from gui.parts import strokes

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

    from gui.insights.counted import Counted

Index = QModelIndex | QPersistentModelIndex
Spans = Sequence[tuple[int, int]]
TOP = 6.0
SECTION_TOP, HEAD_TOP = 14.0, 24.0
#: Pixels at the usual size of text: of a row within the one above it; of the text in its row, on
#: either side; and from the middle of a dot to the text.
INDENT, LEFT, RIGHT, DOT = 20, 22, 18, 10
BESIDE_ARROW = 8  # where the plate of what can be folded begins
EDGE, EDGE_TOP = 3.0, 5.0
BESIDE = 4  # pixels by which the edge stands out of its row
KEPT = 300
AT_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Selection:
    """The words being chosen in one row, in UTF-16 units from where it began to where it is."""

    def __init__(self, position: int, begun: int, now: int) -> None:
        self.position, self.begun, self.now = position, begun, now

    @property
    def start(self) -> int:
        return min(self.begun, self.now)

    @property
    def end(self) -> int:
        return max(self.begun, self.now)


class InsightDelegate(QStyledItemDelegate):
    """Lays rows out at the view's width, remembers how high they are, and paints them.

    A long article is shown at once: the height of a row not measured yet is guessed.
    """

    def __init__(self, view: QTreeView, model: InsightModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._heights: dict[int, int] = {}
        self._guesses: dict[int, int] = {}
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self.style_of_text = Style(view.font())
        self.selection: Selection | None = None
        self.chosen: str | None = None
        #: Kept beside Qt's selection, which looks through all ranges for each row.
        self.rows_chosen = set[int]()
        self.over = -1  # the row that a tag is held over
        self.lit: dict[int, Spans] = {}  # words that a search has found, by row
        self.viewport_width = 0
        self.letters = 0  # that a line has at most; 0: as many as there is room for
        self.counted: Counted | None = None  # what is counted in the rows, where that is shown

    def forget(self, positions: list[int] | None = None) -> None:
        """Lay these rows out anew when next asked, or all."""
        if positions is None:
            self._heights.clear()
            self._guesses.clear()
            self._laid.clear()
        for position in positions or ():
            self._heights.pop(position, None)
            self._guesses.pop(position, None)
            self._laid.pop(position, None)

    def move(self, rows: Mapping[int, int]) -> None:
        """Remember how high rows are that stand elsewhere now; by where they stood before."""
        known = (self._heights, self._guesses)
        self._heights, self._guesses = (
            {new: these[old] for old, new in rows.items() if old in these} for these in known
        )
        self._laid.clear()

    def heights_change(self, positions: list[int]) -> bool:
        """Lay these rows out anew; tell whether any stands higher or lower than before."""
        before = [self._heights.get(position) for position in positions]
        self.forget(positions)
        self.measure(positions)
        return before != [self._heights.get(position) for position in positions]

    def unmeasured(self) -> list[int]:
        """Give the positions of rows whose height is only guessed."""
        return [n for n in range(self._model.length()) if n not in self._heights]

    def measure(self, positions: Sequence[int]) -> None:
        """Lay rows out to know how high they are."""
        for position in positions:
            if position not in self._heights:
                row = self._model.row(position)
                laid = self.laid(self._model.at(position))
                self._heights[position] = round(laid.height + top(row) + TOP)

    def set_font(self, font: QFont) -> None:
        self.style_of_text = Style(font)
        self.forget()

    def laid(self, index: Index) -> Laid:
        """Give the layout of a row, made now or remembered."""
        position = self._model.position(index)
        laid = self._laid.get(position)
        if laid is None:
            row: Row = index.data(ROW)
            laid = Laid(row, self._width(row), self.style_of_text)
            self._laid[position] = laid
            if len(self._laid) > KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(position)
        return laid

    def _height(self, position: int) -> int:
        known = self._heights.get(position) or self._guesses.get(position)
        if known is None:
            known = self._guesses[position] = self._guess(self._model.row(position))
        return known

    def _guess(self, row: Row) -> int:
        """Guess a height from the length of the text; a Chinese character is twice as wide."""
        letter, line = self.style_of_text.letter, self.style_of_text.pitch
        text = row.node.text
        letters = len(text) if text.isascii() else (len(text) + len(text.encode())) / 2
        lines = max(1, ceil(letters * letter / max(self._width(row), 40.0))) + len(row.under)
        return round(lines * line + top(row) + TOP)

    def _width(self, row: Row) -> float:
        taken = INDENT * (row.node.depth + 1) + LEFT + RIGHT
        return min(self.viewport_width - px(taken), self.widest())

    def widest(self) -> float:
        """Give the width of the longest line that is wanted."""
        return self.letters * self.style_of_text.letter if self.letters else float(1 << 20)

    def origin(self, rect: QRectF, index: Index) -> QPointF:
        """Give the point where a row's text begins."""
        return QPointF(rect.left() + px(LEFT), rect.top() + top(index.data(ROW)))

    # Qt's questions

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.internalId() >= PAGE:  # what has no height is asked for it again and again
            return QSize(100, self._model.hasChildren(index))
        return QSize(100, self._height(index.internalId() - 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.internalId() >= PAGE:
            return
        row: Row = index.data(ROW)
        laid = self.laid(index)
        tones = theme.tones()
        rect = QRectF(option.rect)
        position = self._model.position(index)
        chosen = position in self.rows_chosen
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = position == self.over
        if chosen or over:
            beside = px(BESIDE_ARROW) if self._model.hasChildren(index) else 2
            plate = rect.adjusted(beside, top(row) - TOP + 1, 0, -1)  # as far over it as below
            self._paint_chosen(painter, plate, over=over)
        origin = self.origin(rect, index)
        self._paint_sides(painter, rect, row, index)
        if row.node.kind in (Kind.CLAIM, Kind.BLOCK):
            _paint_bullet(painter, origin, laid, row, tones)
        painter.setPen(tones.faint if row.node.kind is Kind.SUPER else tones.text)
        seen = QRectF(self._view.viewport().rect())
        laid.text.draw(painter, origin, list(self._formats(position, laid)), seen)
        painter.translate(origin)
        if strokes.on():
            _paint_strokes(painter, laid, row, self.chosen)
        for quantity in self.counted.of(row.node) if self.counted else ():
            _paint_counted(painter, laid, quantity.start, quantity.end)
        painter.setFont(self.style_of_text.small)
        behind = tones.base if chosen else tones.chip
        seen.translate(-origin)
        for chip in laid.chips:
            if seen.intersects(chip.rect):
                _paint_chip(painter, chip, row, behind)
        for note in laid.notes:
            if seen.intersects(note.rect):
                _paint_note(painter, note, row, tones)
        _paint_under(painter, laid, tones)
        painter.restore()

    def _paint_sides(self, painter: QPainter, rect: QRectF, row: Row, index: Index) -> None:
        """Paint whose marks these are beside a row, and a line over the head of an article."""
        if row.hands:
            _paint_hands(painter, rect, row)
        if not (row.is_head and index.row()):
            return
        painter.setPen(theme.tones().line)
        wide = min(rect.width() - px(LEFT + RIGHT), self.widest())
        y = rect.top() + 7.5
        left = rect.left() + px(LEFT)
        painter.drawLine(QLineF(left, y, left + wide, y))

    def _paint_chosen(self, painter: QPainter, plate: QRectF, *, over: bool) -> None:
        tones, focused = theme.tones(), self._view.hasFocus() or over
        ring = 0.5 if over or (focused and tones.contrast) else 0.0
        painter.setPen(tones.accent if ring else Qt.PenStyle.NoPen)
        painter.setBrush(tones.chosen if focused else tones.chip)
        plate.setWidth(min(plate.width() - 6, self.widest() + px(LEFT + RIGHT)))
        painter.drawRoundedRect(plate.adjusted(ring, ring, -ring, -ring), 8, 8)

    def _formats(self, position: int, laid: Laid) -> Iterator[QTextLayout.FormatRange]:
        row = self._model.row(position)
        for start, end, way in pieces(row.marks, self.chosen):
            yield _range(laid.units.to_qt(start), laid.units.to_qt(end), _marked(way))
        for start, end in self.lit.get(position, ()):
            yield _range(laid.units.to_qt(start), laid.units.to_qt(end), _lit())
        chosen = self.selection
        if chosen and chosen.position == position and chosen.start < chosen.end:
            yield _range(chosen.start, chosen.end, _selected())


def top(row: Row) -> float:
    if row.is_head:
        return HEAD_TOP
    return SECTION_TOP if row.node.kind.is_section else TOP


def _range(start: int, end: int, made: "QTextCharFormat") -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start, piece.length = start, end - start
    piece.format = made
    return piece


def _marked(way: Way) -> "QTextCharFormat":
    made = _format()
    made.setBackground(theme.fill(way.colour))
    if not strokes.on() and (way.below or way.chosen):
        made.setFontUnderline(True)
        made.setUnderlineColor(theme.strong(way.below or way.colour))
    return made


def _format() -> "QTextCharFormat":
    from PySide6.QtGui import QTextCharFormat  # not before something is marked

    return QTextCharFormat()


def _lit() -> "QTextCharFormat":
    made = _format()
    made.setBackground(theme.lit())
    made.setForeground(theme.tones().text)
    return made


def _selected() -> "QTextCharFormat":
    made = _format()
    tones = theme.tones()
    made.setBackground(tones.accent)
    made.setForeground(tones.base)
    return made


def _paint_bullet(painter: QPainter, origin: QPointF, laid: Laid, row: Row, tones: Tones) -> None:
    """Set a dot before a claim, a bar beside what no rule could place; evidence has its sign.

    A claim without a citation among others that have one has a ring.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    if row.node.kind is Kind.BLOCK:
        painter.setBrush(tones.line)
        painter.drawRect(QRectF(origin.x() - px(DOT) - 1.5, origin.y() + 1, 3, laid.height - 2))
        return
    middle = laid.middle
    if row.findings:
        from gui.parts import sign  # not before something is found

        sign.paint(painter, origin.x() - px(DOT), origin.y() + middle)
        return
    ink = theme.strong(row.marks[-1].highlight.colour) if row.marks else tones.faint
    size = 0.3 * laid.capital
    place = QPointF(origin.x() - px(DOT), origin.y() + middle)
    if row.uncited:
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, 0.95 * size, 0.95 * size)
        return
    painter.setBrush(ink)
    painter.drawEllipse(place, size, size)


def _paint_strokes(painter: QPainter, laid: Laid, row: Row, chosen: str | None) -> None:
    """Underline each highlight in its own way, heavier the chosen one; some under one another."""
    below: list[Placed] = []
    for mark in sorted(row.marks, key=lambda one: one.start):
        below = [one for one in below if one.end > mark.start]
        deep = len(below)
        below.append(mark)
        colour, weight = mark.highlight.colour, 1.5 if mark.highlight.id == chosen else 1.0
        for area in laid.areas(mark.start, mark.end):
            y = round(area.bottom()) + strokes.HEIGHT * deep
            strokes.along(painter, colour, QLineF(area.left(), y, area.right(), y), weight)


def _paint_counted(painter: QPainter, laid: Laid, start: int, end: int) -> None:
    """Set dots under a quantity, in every line it stands in."""
    from gui.insights.counted import dots  # not for the first picture

    tile = dots(theme.tones().faint.name(), painter.deviceTransform().m11())
    for area in laid.areas(start, end):
        stroke = QRectF(area.left(), area.bottom() - 1, area.width(), 2)
        painter.drawTiledPixmap(stroke, tile)


def _paint_hands(painter: QPainter, rect: QRectF, row: Row) -> None:
    """Paint a narrow edge in the ink of who marked it; of several, one under another."""
    painter.setPen(Qt.PenStyle.NoPen)
    high = (rect.height() - 2 * EDGE_TOP) / len(row.hands)
    for number, person in enumerate(row.hands):
        painter.setBrush(person.colour)
        y = rect.top() + EDGE_TOP + number * high
        painter.drawRoundedRect(QRectF(rect.left() - BESIDE, y, EDGE, high - 1), 1.5, 1.5)


def _paint_chip(painter: QPainter, chip: Chip, row: Row, behind: QColor) -> None:
    tones = theme.tones()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(behind)
    painter.drawRoundedRect(chip.rect, chip.rect.height() / 2, chip.rect.height() / 2)
    words = QRectF(chip.rect)
    if chip.kind == "tag":
        colour = next(m.highlight.colour for m in row.marks if m.highlight.id == chip.target)
        height = chip.rect.height()
        dot = QRectF(words.left() + height * 0.5 - 3, words.center().y() - 3, 6, 6)
        high = height * 0.28 if strokes.on() else 0
        strokes.upright(painter, colour, dot.adjusted(0, -high, 0, high))
        words.setLeft(words.left() + height * DOT_ROOM)
    painter.setPen(tones.faint if chip.kind == "citation" else tones.accent)
    if chip.kind == "tag":
        painter.setPen(tones.text)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, chip.words)


def _paint_under(painter: QPainter, laid: Laid, tones: Tones) -> None:
    painter.setPen(tones.faint)
    for line in laid.under:
        painter.drawText(line.rect, AT_LEFT, line.words)


def _paint_note(painter: QPainter, note: Note, row: Row, tones: Tones) -> None:
    colour = next(m.highlight.colour for m in row.marks if m.highlight.id == note.highlight)
    bar = QRectF(note.rect.left(), note.rect.top() + 2, 2.5, note.rect.height() - 4)
    strokes.upright(painter, colour, bar)
    painter.setPen(tones.accent)
    words = note.rect.adjusted(10, 0, 0, 0)
    painter.drawText(words, AT_LEFT, note.words)
