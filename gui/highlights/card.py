"""How a row of the list is laid out and painted: colour edge, quote, note, tags."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.model import Colour
from gui import theme
from gui.highlights.marks import Heading, Index, Mark
from gui.highlights.parts import EDGE
from gui.highlights.words import private_word, two_versions
from gui.look import letters, sizing
from gui.parts import breaks, plate, strokes
from gui.parts.lines import first_line, one_line, unstarred
from gui.tongue.names import stance_name
from gui.units import Units

LEFT, RIGHT, ABOVE, GAP = EDGE + 12, EDGE, 10, 4  # the colour stands at the edge
BAR = 11  # pixels, for what scrolls, whether it is there or not
QUOTE_LINES, NOTE_LINES = 4, 2
ICON, AFTER = 14, 4  # how wide an icon is, and how far from its words


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and its place under the row's top left corner."""

    place: QPoint
    text: str
    font: QFont
    tone: QColor


@dataclass(slots=True)
class Card:
    """What a row shows, line by line, as high as it needs."""

    width: int
    height: int = ABOVE
    lines: list[Line] = field(default_factory=list)
    icons: list[tuple[str, QPoint]] = field(default_factory=list)
    hand: tuple[QRect, QColor] | None = None  # the ink of who marked it

    def add(self, text: str, font: QFont, tone: QColor, at_most: int, indent: int = 0) -> None:
        """Add a text broken into lines, a gap above it."""
        self.height += GAP if self.lines else 0
        for line in broken(text, font, self.width - indent, at_most):
            self.lines.append(Line(QPoint(indent, self.height), line, font, tone))
            self.height += QFontMetrics(font).lineSpacing()

    def sign(self, row: Mark, font: QFont) -> None:
        """Add a line that says who marked it, where there are several, and what is private."""
        if not row.by and not row.highlight.private:
            return
        tone, metrics, x = theme.tones().faint, QFontMetrics(font), 0
        self.height += GAP
        if row.by:
            name = metrics.elidedText(row.by.name, Qt.TextElideMode.ElideRight, self.width - 100)
            self.hand = QRect(0, self.height + 2, 3, metrics.height() - 4), row.by.colour
            self.lines.append(Line(QPoint(9, self.height), name, font, tone))
            x = 9 + metrics.horizontalAdvance(name) + 12
        if row.highlight.private:
            self.icons.append(("lock", QPoint(x, self.height)))
            self.lines.append(
                Line(QPoint(x + sizing.px(ICON + AFTER), self.height), private_word(), font, tone)
            )
        self.height += metrics.lineSpacing()


def laid_out(row: Mark | Heading, font: QFont, width: int) -> Card:
    """Lay out a row of the list in a width."""
    t, small = theme.tones(), letters.scaled(font, letters.SMALL)
    if isinstance(row, Heading):
        card = Card(width - EDGE - RIGHT - BAR)
        small.setWeight(QFont.Weight.Bold)
        card.add(row.words, small, t.faint, 2)
        card.height += 2
        return card
    card = Card(width - LEFT - RIGHT - BAR)
    if row.contested:
        card.icons.append(("versions", QPoint(0, card.height)))
        card.add(_capital(two_versions()), small, t.accent, 2, sizing.px(ICON + AFTER))
    if row.trouble:
        card.add(row.trouble, small, t.accent, 1)
    card.add(one_line(unstarred(row.highlight.passage.quote)), font, t.text, QUOTE_LINES)
    if row.highlight.note:
        card.icons.append(("note", QPoint(-1, card.height + GAP)))
        card.add(first_line(row.highlight.note), small, t.text, NOTE_LINES, sizing.px(ICON + AFTER))
    below = [stance_name(row.highlight.stance)] if row.highlight.stance else []
    below += [f"#{one_line(tag.path, 80)}" for tag in row.tags]
    if below:
        card.add("  ".join(below), small, t.faint, 1)
    card.sign(row, small)
    card.height += ABOVE
    return card


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def broken(text: str, font: QFont, width: int, at_most: int) -> list[str]:
    """Break a text into lines as wide as this; the last one is shortened if there is more."""
    units = Units(text)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= at_most and (line := layout.createLine()).isValid():
        breaks.fit(line, text, max(width, 20))
        starts.append(units.to_core(line.textStart()))
    layout.endLayout()
    ends = [*starts[1:at_most], len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=False)]
    metrics, shorten = QFontMetrics(font), Qt.TextElideMode.ElideRight
    return [metrics.elidedText(piece.strip(), shorten, max(width, 20)) for piece in pieces]


class CardDelegate(QStyledItemDelegate):
    """Paints the rows of one list, as wide as it is."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    # Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.width()
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(40, laid_out(row, option.font, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        card = laid_out(row, option.font, self._view.width())
        painter.save()
        painter.translate(option.rect.topLeft())
        if isinstance(row, Mark):
            self._paint_ground(painter, option.rect, index)
            _paint_edge(painter, row.highlight.colour, card.height)
        _paint_lines(painter, card, LEFT if isinstance(row, Mark) else EDGE)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRect, index: Index) -> None:
        t, area = theme.tones(), QRect(QPoint(0, 0), row.size())
        ground = QRectF(area).adjusted(5, 2, -5, -3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if plate.paint(painter, self._view, index, ground, ABOVE):
            return
        if plate.is_pointed(self._view, row):
            painter.setBrush(t.chip)
            painter.drawRoundedRect(ground, 8, 8)
        else:
            painter.fillRect(EDGE, area.bottom(), area.width() - EDGE - RIGHT, 1, t.line)


def _paint_edge(painter: QPainter, colour: Colour, height: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strokes.upright(painter, colour, QRectF(EDGE, ABOVE, 4, height - 2 * ABOVE))


def _paint_lines(painter: QPainter, card: Card, left: int) -> None:
    for line in card.lines:
        painter.setFont(line.font)
        painter.setPen(line.tone)
        base = line.place + QPoint(left, QFontMetrics(line.font).ascent())
        painter.drawText(base, line.text)
    for name, place in card.icons:
        spot = QRect(place + QPoint(left, 0), sizing.icons(ICON))
        theme.icon(name).paint(painter, spot, mode=QIcon.Mode.Disabled)
    if card.hand:
        bar, ink = card.hand
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(bar.translated(left, 0), 1.5, 1.5)
