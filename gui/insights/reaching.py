"""The tree in which the chosen highlight has a handle at either end, by which it is made to reach.

It only tells to where; what becomes of it is decided outside.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QPainter, QPaintEvent, QPen

from core.model import Colour
from gui import theme
from gui.insights.choosing import ChoosingTree, Spot
from gui.look.sizing import px

GRIP, WITHIN = 6, 3  # pixels about an end, outside and among its words
KNOB = 3  # half of how wide a handle is


class Handle(NamedTuple):
    """One end of a highlight: its line in the viewport, and the other end, in UTF-16 units."""

    row: int
    place: QRectF
    other: int
    is_start: bool
    colour: Colour

    def grip(self) -> QRectF:
        """Give where the mouse takes hold of it: rather outside the words than among them."""
        out, within = px(GRIP), px(WITHIN)
        left, right = (out, within) if self.is_start else (within, out)
        return self.place.adjusted(-left, -out, right, out)


class ReachingTree(ChoosingTree):
    """The tree of one article; `reached` tells a highlight, and the words are those chosen."""

    reached = Signal(str)

    has_handles = True
    _pulled = ""  # the highlight that is held by a handle

    def _handles(self) -> Iterator[Handle]:
        """Give the ends of the chosen highlight, where it stands in the current claim."""
        drawn, row = self._drawn, self.position()
        if row is None or not (drawn.chosen and self.has_handles):
            return
        marks, index = self._rows.row(row).marks, self._rows.at(row)
        place = self.visualRect(index)
        if place.isEmpty():  # it is folded away
            return
        mark = next((one for one in marks if one.highlight.id == drawn.chosen), None)
        laid = drawn.laid(index)
        areas = laid.areas(mark.start, mark.end) if mark else ()
        if mark is None or not areas:
            return
        origin = drawn.origin(QRectF(place), index)
        first, last = areas[0].translated(origin), areas[-1].translated(origin)
        start, end = laid.units.to_qt(mark.start), laid.units.to_qt(mark.end)
        begins = QRectF(first.topLeft(), first.bottomLeft()).translated(-1, 0)
        ends = QRectF(last.topRight(), last.bottomRight()).translated(1, 0)
        yield Handle(row, begins, end, True, mark.highlight.colour)
        yield Handle(row, ends, start, False, mark.highlight.colour)

    def _handle_at(self, at: QPointF) -> Handle | None:
        around = (one for one in self._handles() if self._may_reach(one.row))
        return next((one for one in around if one.grip().contains(at)), None)

    def _may_reach(self, row: int) -> bool:
        return not self.picked() and self._markable(row)

    def _show_cursor(self, spot: Spot | None) -> None:
        super()._show_cursor(spot)
        at = self.viewport().mapFromGlobal(QCursor.pos())
        if self._drawn.chosen and self._handle_at(QPointF(at)):
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)

    # Qt's questions

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() is Qt.MouseButton.LeftButton and self._drawn.chosen
        handle = self._handle_at(event.position()) if left and plain else None
        if handle is None:
            super().mousePressEvent(event)
            return
        self._pulled = self._drawn.chosen or ""
        self.choose_words(handle.row, handle.other, handle.other)
        self._dragging, self._begun = True, self._drawn.selection

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        begun = self._begun
        if not (self._pulled and begun and begun.position < self._rows.length()):
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        spot = self._spot_in(self._rows.at(begun.position), at)
        self.choose_words(begun.position, begun.begun, spot.laid.offset_at(spot.point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pulled, self._pulled = self._pulled, ""
        if not pulled:
            super().mouseReleaseEvent(event)
            return
        self._dragging, self._begun = False, None
        if self.has_words():
            self.reached.emit(pulled)
        self.drop_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        handles = [] if self._pulled else list(self._handles())
        if not handles:
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for one in handles:
                _paint(painter, one)


def _paint(painter: QPainter, one: Handle) -> None:
    """Paint a line with a knob: over the beginning, under the end."""
    ink, knob = theme.strong(one.colour), px(KNOB * 2) / 2
    ends = one.place.topLeft(), one.place.bottomLeft()
    painter.setPen(QPen(ink, 2))
    painter.drawLine(*ends)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(ends[0 if one.is_start else 1], knob, knob)
