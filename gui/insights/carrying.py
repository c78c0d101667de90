"""The tree from which claims are taken by the mouse: by their dots, or several that are chosen.

Words are chosen by the mouse as ever, where one claim alone is.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.insights.choosing import Spot
from gui.insights.reaching import ReachingTree
from gui.parts import drag


class CarryingTree(ReachingTree):
    """The tree of one article, whose claims can be taken to a tag."""

    tag_dropped = Signal(str)  # its path, on what is chosen

    _held: QPoint | None = None  # where the mouse took hold of what is chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tags = drag.TakesTags(self, self._takes_at, self._light_under)
        tags.dropped.connect(self._take_tag)

    def _takes_at(self, at: QPoint) -> int:
        spot = self._spot(at)
        return spot.position if spot and self._markable(spot.position) else -1

    def _light_under(self, row: int) -> None:
        if row != self._drawn.over:
            self._drawn.over = row
            self.viewport().update()

    def _take_tag(self, path: str, row: int) -> None:
        """Choose the claim that a tag is dropped on, unless it is chosen with others."""
        if row not in self.picked():
            self.pick_none()
            self.go_to(row)
        self.tag_dropped.emit(path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        spot = self._spot(at)
        self._held = at if spot and self._takes_hold(spot, event) else None
        if self._held is None or (spot and spot.position not in self.picked()):
            super().mousePressEvent(event)

    def _takes_hold(self, spot: Spot, event: QMouseEvent) -> bool:
        """Tell whether the mouse is on a claim among several, or on the dot before one."""
        left = event.button() is Qt.MouseButton.LeftButton
        plain = left and event.modifiers() == Qt.KeyboardModifier.NoModifier
        on_dot = -24 < spot.point.x() < 0 and self._markable(spot.position)
        return plain and (on_dot or spot.position in self.picked())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        held = self._held
        if held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        way = (event.position().toPoint() - held).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._held, self._dragging = None, False
            self.drop_words()
            drag.take(self, drag.CLAIMS, self._words_taken())

    def _words_taken(self) -> str:
        here = self.position()
        rows = self.picked() or (() if here is None else (here,))
        return "\n".join(self._rows.row(row).node.text for row in rows)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is not None and self.pick_none():
            spot = self._spot(held)
            if spot:
                self.setCurrentIndex(spot.row)
            return
        super().mouseReleaseEvent(event)
