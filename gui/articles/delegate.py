"""Painting an article in the list: title over gist, source and time, and what was marked.

Every row is equally high, so that none is asked for before it is seen: where a heading stands over
an article, that has a line less for its own words. Laid-out text is remembered for the rows about
the screen.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core import sources
from core.model import Card, Colour
from gui import theme
from gui.articles.dates import without_clock
from gui.articles.model import CARD, ArticleModel, Index, Spoken
from gui.look import letters
from gui.parts import chinese, plate
from gui.parts.lines import Face, lay, one_line, untabled, width, write_on
from gui.tongue import tr

if TYPE_CHECKING:
    from gui.parts.aim import Aim
    from gui.parts.ruby import Measure, Ruby

KEPT = 128
TITLE_LINES = 2
LINES = 3  # of title and gist together
HEADED = 2  # the same under a heading
FEW = 3  # letters of a source that say nothing by themselves


class Measures:
    """Fonts of a row, and its distances, which grow with them."""

    def __init__(self, font: QFont, *, headed: bool = False) -> None:
        self.read, self.unread = Face(font), Face(letters.bold(font))
        self.gist = Face(letters.scaled(font, letters.SMALL))
        self.heavy = Face(letters.bold(self.gist.font))
        self.unit = QFontMetricsF(font).height() / 16
        self.left, self.right = round(24 * self.unit), round(14 * self.unit)
        self.pad = round(9 * self.unit)
        self.gap = round(2.5 * self.unit)
        self.over_read, self.over_unread = _over(self.read), _over(self.unread)
        self.title = self.over_unread.height if self.over_unread else self.unread.height
        lines = TITLE_LINES * self.title + (LINES - TITLE_LINES + 1) * self.gist.height
        self.height = round(lines + 2 * self.pad + 3 * self.gap)
        most = self.pad + (LINES - HEADED) * self.title
        head = min(QFontMetricsF(self.heavy.font).height() + 14, most)
        self.head = round(head) if headed else 0
        self.band = max(0, self.head - 7)  # of that is the heading's: the rest is the plate's


@dataclass(frozen=True, slots=True)
class Laid:
    """A row's text, ready to be drawn."""

    title: QTextLayout
    gist: QTextLayout
    ruby: "Ruby | None" = None


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows; `spoken` says when an article was published."""

    def __init__(self, view: QListView, spoken: Spoken) -> None:
        super().__init__(view)
        self._view = view
        self._spoken = spoken
        self._laid: OrderedDict[tuple[Card, int, int], Laid] = OrderedDict()
        self.measures = Measures(view.font())
        self.over = -1  # the row that a tag is held over

    def set_font(self, font: QFont) -> None:
        self.measures = Measures(font, headed=self._model().headed is not None)
        self._laid.clear()

    def begins(self, row: int) -> bool:
        """Tell whether a heading stands over a row."""
        return bool(self.measures.head) and self._model().begins(row)

    def _lay(self, card: Card, width: int, lines: int = LINES) -> Laid:
        """Give a row's text, laid out now or remembered."""
        key = (card, width, lines)
        if key in self._laid:
            self._laid.move_to_end(key)
        else:
            self._laid[key] = self._laid_out(card, width, lines)
            if len(self._laid) > KEPT:
                self._laid.popitem(last=False)
        return self._laid[key]

    def _laid_out(self, card: Card, width: int, lines: int) -> Laid:
        made = self.measures
        most = min(TITLE_LINES, lines - bool(card.gist))
        shown, gist = chinese.shown(card.title), chinese.shown(untabled(card.gist))
        if not shown:
            nothing = lay(tr("(no title) {gist}").format(gist=gist), made.gist, width, lines)
            return Laid(nothing, lay("", made.gist, width, 1))
        over = made.over_read if card.read else made.over_unread
        if over:
            from gui.parts.ruby import lay as lay_with_pinyin  # few want it

            ruby = lay_with_pinyin(shown, over, width, most)
            rest = lines - ruby.text.lineCount()
            return Laid(ruby.text, lay(gist, made.gist, width, rest), ruby)
        title = lay(shown, made.read if card.read else made.unread, width, most)
        return Laid(title, lay(gist, made.gist, width, lines - title.lineCount()))

    def aim(self, index: Index, at: QPoint) -> "Aim | None":
        """Give the Chinese character of a row's title or gist that a point lies on."""
        from gui.parts.aim import aim_at  # when somebody points

        card: Card | None = index.data(CARD)
        if card is None:
            return None
        headed = self.begins(index.row())
        inside = self._inside(QRectF(self._view.visualRect(index)), headed=headed)
        laid = self._lay(card, int(inside.width()), HEADED if headed else LINES)
        view = self._view.viewport()
        gist = untabled(card.gist)
        title = card.title or tr("(no title) {gist}").format(gist=gist)
        for text, layout, origin in (
            (title, laid.title, inside.topLeft()),
            (gist, laid.gist, self._under(inside, laid)),
        ):
            here = aim_at(view, layout, origin, QPointF(at))
            if here:
                return replace(here, text=one_line(text))
        return None

    def _inside(self, rect: QRectF, *, headed: bool = False) -> QRectF:
        made = self.measures
        over = made.head if headed else made.pad
        return rect.adjusted(made.left, over, -made.right, -made.pad)

    def _under(self, inside: QRectF, laid: Laid) -> QPointF:
        """Give where the gist begins, under the title."""
        made = self.measures
        high = laid.ruby.height if laid.ruby else laid.title.lineCount() * made.unread.height
        return inside.topLeft() + QPointF(0, high + made.gap)

    # Qt's questions

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self.measures.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card | None = index.data(CARD)
        if card is None:
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        headed = self.begins(index.row())
        inside = self._inside(rect, headed=headed)
        laid = self._lay(card, int(inside.width()), HEADED if headed else LINES)
        self._paint_ground(painter, rect, index, headed=headed)
        self._paint_text(painter, inside, card, laid)
        self._paint_byline(painter, inside, card, laid)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, index: Index, *, headed: bool) -> None:
        made = self.measures
        if headed:
            self._paint_head(painter, rect, index.row())
        over = made.head - made.pad if headed else 0
        area = rect.adjusted(5, 2 + over, -5, -3)
        if index.row() == self.over:
            plate.paint_under(painter, area)
        elif not plate.paint(painter, self._view, index, area, 10):
            self._paint_line(painter, rect.bottom() - 1, rect.width())

    def _paint_head(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """Paint the heading over the first of a group."""
        from gui.articles import headings  # few lists have any

        made = self.measures
        band = QRectF(rect.left(), rect.top(), rect.width(), made.band)
        headings.paint(painter, band, made.left, made.heavy.font, self._model().heading(row))

    def _paint_line(self, painter: QPainter, y: float, width: float) -> None:
        made = self.measures
        painter.setBrush(theme.tones().line)
        painter.drawRect(QRectF(made.left, y, width - made.left - made.right, 1))

    def _paint_text(self, painter: QPainter, inside: QRectF, card: Card, laid: Laid) -> None:
        tones, made = theme.tones(), self.measures
        if not card.read:
            middle = inside.top() + made.title - made.unread.height / 2
            painter.setBrush(tones.accent)
            painter.setPen(Qt.PenStyle.NoPen)
            size = 3.5 * made.unit
            painter.drawEllipse(QPointF(inside.left() - 8 * made.unit, middle), size, size)
        painter.setPen(tones.text if card.title else tones.faint)
        laid.title.draw(painter, inside.topLeft())
        if laid.ruby:
            laid.ruby.draw(painter, inside.topLeft(), tones.faint)
        painter.setPen(tones.faint)
        laid.gist.draw(painter, self._under(inside, laid))

    def _paint_byline(self, painter: QPainter, inside: QRectF, card: Card, laid: Laid) -> None:
        made = self.measures
        gist = laid.gist.lineCount() * made.gist.height + 2 * made.gap if card.gist else 0.0
        line = QRectF(inside)
        line.setTop(self._under(inside, laid).y() + gist)
        line.setHeight(made.gist.height)
        if card.highlights:
            line.setRight(self._paint_mark(painter, line, str(card.highlights)) - 8 * made.unit)
        if card.id in self._contested():
            line.setRight(self._paint_versions(painter, line) - 6 * made.unit)
        painter.setPen(theme.tones().faint)
        painter.setFont(made.gist.font)
        place = line.topLeft() + QPointF(0, made.gist.ascent)
        write_on(painter, place, self._byline(card, line.width()), made.gist)

    def _contested(self) -> frozenset[str]:
        return self._model().contested

    def _model(self) -> ArticleModel:
        model = self._view.model()
        assert isinstance(model, ArticleModel)
        return model

    def _paint_versions(self, painter: QPainter, line: QRectF) -> float:
        """Paint the sign of what holds two versions; give where it begins."""
        size = round(15 * self.measures.unit)
        spot = QRect(round(line.right()) - size, 0, size, size)
        spot.moveTop(round(line.center().y() - size / 2))
        theme.icon("versions").paint(painter, spot)
        return float(spot.left())

    def _byline(self, card: Card, most: float) -> str:
        """Give source and time; the name as the page wrote it, or no hour, as there is room."""
        face, metrics = self.measures.gist, QFontMetricsF(self.measures.gist.font)
        source, when = sources.name(card.source) or card.source or "", self._spoken(card)
        day, other = without_clock(when), card.source if card.source != source else None
        for said in (_joined(source, other, when), _joined(source, when), _joined(source, day)):
            if width(said, face) <= most:
                return said
        room = most - width(_joined(" ", day), face)
        if room < metrics.horizontalAdvance(source[:FEW]) and day:
            return metrics.elidedText(day, Qt.TextElideMode.ElideRight, most)
        return _joined(metrics.elidedText(source, Qt.TextElideMode.ElideRight, room), day)

    def _paint_mark(self, painter: QPainter, line: QRectF, words: str) -> float:
        """Paint how many highlights there are; give where the mark begins."""
        made, unit = self.measures, self.measures.unit
        wide = QFontMetricsF(made.heavy.font).horizontalAdvance(words)
        pill = line.adjusted(line.width() - max(wide + 10 * unit, 18 * unit), 0, 0, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.fill(Colour.YELLOW))
        painter.drawRoundedRect(pill, 4 * unit, 4 * unit)
        painter.setPen(theme.tones().text)
        painter.setFont(made.heavy.font)
        left = pill.left() + (pill.width() - wide) / 2
        painter.drawText(QPointF(left, line.top() + made.heavy.ascent), words)
        return pill.left()


def _over(face: Face) -> "Measure | None":
    """Measure a line with pinyin over it, where that is wanted."""
    if not chinese.has_pinyin():
        return None
    from gui.parts.ruby import Measure  # few want it

    return Measure(face)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
