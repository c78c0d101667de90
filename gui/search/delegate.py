"""Painting what was found: an article's head as in the list, and under it the places.

Rows are as high as their text needs, a line or two; that is known without laying them out.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core import sources
from gui import theme
from gui.look import letters
from gui.parts import chinese, plate
from gui.parts.lines import Face, write_on
from gui.search import excerpt
from gui.search.excerpt import Piece
from gui.search.model import LINE, Index, Line, ResultModel

if TYPE_CHECKING:
    from gui.parts.aim import Aim
    from gui.parts.ruby import Measure

KEPT = 256
ICONS = {"note": "note", "tag": "tag", "claim": "claim", "block": "claim", "finding": "finding"}
SECTION = "section"


class Measures:
    """Fonts of rows, and distances, which grow with them; those of the article list."""

    def __init__(self, font: QFont) -> None:
        self.read, self.unread = Face(font), Face(letters.bold(font))
        self.small = Face(letters.scaled(font, letters.SMALL))
        self.why = Face(letters.scaled(font, letters.FINE))
        self.unit = QFontMetricsF(font).height() / 16
        self.left, self.right = round(24 * self.unit), round(14 * self.unit)
        self.indent = self.left + round(21 * self.unit)
        self.above, self.gap, self.pad = (round(n * self.unit) for n in (11, 2, 4.5))


class ResultDelegate(QStyledItemDelegate):
    """Paints lines. Laid-out text is remembered for those about the screen."""

    def __init__(self, view: QListView, model: ResultModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._laid: OrderedDict[tuple[Line, int], Piece] = OrderedDict()
        self._lines: dict[tuple[str, bool, int], int] = {}
        self.measures = Measures(view.font())

    def set_font(self, font: QFont) -> None:
        self.measures = Measures(font)
        self.forget()

    def forget(self) -> None:
        """Forget what was laid out, for other lines come."""
        self._laid.clear()
        self._lines.clear()

    def _face(self, line: Line) -> Face:
        made = self.measures
        if line.row is not None:
            return made.small
        return made.read if line.card.read else made.unread

    def _left(self, line: Line) -> int:
        return self.measures.left if line.row is None else self.measures.indent

    def _width(self, line: Line) -> int:
        return max(40, self._view.viewport().width() - self._left(line) - self.measures.right)

    def _many(self, line: Line) -> int:
        """Tell how many lines of text a row without pinyin has."""
        key = (line.text, line.row is None and not line.card.read, self._width(line))
        if key not in self._lines:
            shown = chinese.shown(line.text)
            self._lines[key] = excerpt.lines(shown, self._face(line), self._width(line))
        return self._lines[key]

    def laid(self, line: Line) -> Piece:
        """Give a row's text, laid out now or remembered."""
        width = self._width(line)
        key = (line, width)
        if key in self._laid:
            self._laid.move_to_end(key)
            return self._laid[key]
        shown, over = chinese.shown(line.text), self._over(line)
        if over:
            self._laid[key] = excerpt.read(shown, line.marks, over, width)
        else:
            lay = excerpt.head if line.row is None else excerpt.piece
            self._laid[key] = lay(shown, line.marks, self._face(line), width)
        if len(self._laid) > KEPT:
            self._laid.popitem(last=False)
        return self._laid[key]

    def _over(self, line: Line) -> "Measure | None":
        """Measure a title with pinyin over it, where that is wanted and it has some."""
        if line.row is not None or not line.card.title or not chinese.has_pinyin():
            return None
        from gui.parts.ruby import Measure, has_any  # few want it

        return Measure(self._face(line)) if has_any(chinese.shown(line.text)) else None

    def _high(self, line: Line) -> float:
        """Give how high a row's text is; it is laid out only where pinyin stands over it."""
        if self._over(line):
            ruby = self.laid(line).ruby
            assert ruby
            return ruby.height
        return self._many(line) * self._face(line).height

    def aim(self, index: Index, at: QPoint) -> "Aim | None":
        """Give the Chinese character of a row's text that a point lies on."""
        from gui.parts.aim import aim_at  # when somebody points

        line: Line = index.data(LINE)
        inside = self._inside(QRectF(self._view.visualRect(index)), line)
        layout, view = self.laid(line).text, self._view.viewport()
        here = aim_at(view, layout, inside.topLeft(), QPointF(at))
        return replace(here, text=excerpt.written(here.text, line.text)) if here else None

    def _inside(self, rect: QRectF, line: Line) -> QRectF:
        top = rect.top() + (self.measures.above if line.row is None else self.measures.pad)
        return QRectF(self._left(line), top, self._width(line), rect.bottom() - top)

    # Qt's questions

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE)
        made, high = self.measures, self._high(line)
        if line.row is None:
            high += made.above + made.gap + made.small.height + made.pad
            high += made.pad if len(line.hit.rows) == _on_head(line) else 0
        else:
            high += 2 * made.pad
            high += made.why.height if line.why else 0
        return QSize(0, round(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.row is None and index.row():
            self._paint_rule(painter, rect)
        self._paint_ground(painter, rect, index)
        inside = self._inside(rect, line)
        self._paint_text(painter, inside, line)
        if line.row is None:
            self._paint_head(painter, inside, line)
        else:
            self._paint_place(painter, inside, line)
        painter.restore()

    def _paint_rule(self, painter: QPainter, rect: QRectF) -> None:
        made = self.measures
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tones().line)
        wide = rect.width() - made.left - made.right
        painter.drawRect(QRectF(made.left, rect.top() + 2, wide, 1))

    def _paint_ground(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        down = 6 if index.data(LINE).row is None else 0
        plate.paint(painter, self._view, index, rect.adjusted(5, down, -5, -1), 6)

    def _paint_text(self, painter: QPainter, inside: QRectF, line: Line) -> None:
        laid, tones = self.laid(line), theme.tones()
        painter.setPen(tones.text if line.row is not None or line.card.title else tones.faint)
        laid.text.draw(painter, inside.topLeft(), list(_lit(laid)))
        if laid.ruby:
            laid.ruby.draw(painter, inside.topLeft(), tones.faint)

    def _paint_head(self, painter: QPainter, inside: QRectF, line: Line) -> None:
        tones, made, unit = theme.tones(), self.measures, self.measures.unit
        face, laid = self._face(line), self.laid(line)
        high = laid.ruby.height if laid.ruby else laid.text.lineCount() * face.height
        if not line.card.read:
            painter.setBrush(tones.accent)
            painter.setPen(Qt.PenStyle.NoPen)
            above = high / laid.text.lineCount() - face.height
            middle = QPointF(inside.left() - 8 * unit, inside.top() + above + face.height / 2)
            painter.drawEllipse(middle, 3.5 * unit, 3.5 * unit)
        top = inside.top() + high + made.gap
        byline = QRectF(inside.left(), top, inside.width(), made.small.height)
        said = str(line.places) if line.hit.rows else ""
        wide = QFontMetricsF(made.small.font).horizontalAdvance(said)
        painter.setFont(made.small.font)
        painter.setPen(tones.faint)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(byline, right, said)
        place = byline.topLeft() + QPointF(0, made.small.ascent)
        words = self._byline(line, byline.width() - wide - 8 * unit)
        write_on(painter, place, words, made.small)

    def _byline(self, line: Line, width: float) -> str:
        """Give source, time and reason; of a long source the beginning."""
        card, metrics = line.card, QFontMetricsF(self.measures.small.font)
        source = excerpt.tidy(sources.name(card.source) or card.source or "")
        rest = " · ".join(filter(None, (self._model.spoken(card), *line.why)))
        room = max(width - metrics.horizontalAdvance(f" · {rest}"), width / 3)
        elide = Qt.TextElideMode.ElideRight
        both = filter(None, (metrics.elidedText(source, elide, room), excerpt.tidy(rest)))
        return metrics.elidedText(" · ".join(both), elide, width)

    def _paint_place(self, painter: QPainter, inside: QRectF, line: Line) -> None:
        made, size = self.measures, round(14 * self.measures.unit)
        spot = QRect(made.left, 0, size, size)
        spot.moveTop(round(inside.top() + (made.small.height - size) / 2))
        painter.setOpacity(0.62)
        name = ICONS.get(line.row.kind, SECTION) if line.row else SECTION
        theme.icon(name).paint(painter, spot)
        painter.setOpacity(1)
        if line.why:
            top = inside.top() + self.laid(line).text.lineCount() * made.small.height
            said = QFontMetricsF(made.why.font).elidedText(
                excerpt.tidy(" · ".join(line.why)), Qt.TextElideMode.ElideRight, inside.width()
            )
            painter.setFont(made.why.font)
            painter.setPen(theme.tones().faint)
            write_on(painter, QPointF(inside.left(), top + made.why.ascent), said, made.why)


def _on_head(line: Line) -> int:
    return sum(row.kind in ("title", "source") for row in line.hit.rows)


def _lit(laid: Piece) -> Iterator[QTextLayout.FormatRange]:
    """Light the words for which it was found."""
    made = QTextCharFormat()
    made.setBackground(theme.lit())
    made.setForeground(theme.tones().text)
    for start, length in laid.marks:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = start, length, made
        yield piece
