"""The list of offers under a tag field.

The field keeps the focus and says which row is chosen; this shows them. `FloatingOffers` lies over
the window under its field: no window of its own, so that neither focus nor an input method is
disturbed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gui.parts import viewport
from gui.tags.offers import Offer, OfferRow, Offers
from gui.tags.ranking import Vocabulary
from gui.tongue import tr

ROWS_SHOWN = 8


class OfferList(QListView):
    """The rows, always in sight. `taken` tells of a row that was clicked."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self.offers = Offers(self)
        self.setModel(self.offers)
        self.setItemDelegate(OfferRow(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Tags that fit"))
        self.clicked.connect(lambda index: self.taken.emit(self.offers.offer(index.row())))

    def offer(self, typed: str, words: Vocabulary) -> None:
        self.offers.show(typed, words)
        self.scrollToTop()

    def close_up(self) -> None:
        """Have no more to offer for now."""

    def chosen(self) -> Offer | None:
        return self.offers.offer(self.currentIndex().row())

    def best(self) -> Offer | None:
        """Give the row that completes what is typed: the chosen one, or the first."""
        return self.chosen() or self.offers.offer(0)

    def go(self, by: int) -> None:
        """Choose the next row, or the one before; past either end none is chosen."""
        count = self.offers.rowCount()
        row = (self.currentIndex().row() + 1 + by) % (count + 1) - 1
        self.setCurrentIndex(self.offers.index(row) if row >= 0 else QModelIndex())

    def rows_height(self) -> int:
        rows = min(self.offers.rowCount(), ROWS_SHOWN)
        return rows * max(self.sizeHintForRow(0), 0) + 2 * self.frameWidth()


class FloatingOffers(OfferList):
    """The rows laid over the window, under their field or above it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self._field = field
        self._above: list[QWidget] = []
        self.setStyleSheet("FloatingOffers { border: 1px solid palette(mid); border-radius: 7px }")
        self.setViewportMargins(1, 5, 1, 5)

    def offer(self, typed: str, words: Vocabulary) -> None:
        super().offer(typed, words)
        if self.offers.rowCount():
            self._lay_over_window()
        else:
            self.hide()

    def close_up(self) -> None:
        self.hide()

    def rows_height(self) -> int:
        return super().rows_height() + 12

    def _lay_over_window(self) -> None:
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        window, height = self._field.window(), self.rows_height()
        spot = self._field.mapTo(window, QPoint(0, self._field.height() + 3))
        above = self._field.mapTo(window, QPoint(0, -3)).y() - height
        if spot.y() + height > window.height() and above >= 0:
            spot.setY(above)
        self.setGeometry(QRect(spot, QSize(self._field.width(), height)))

    # Qt's questions

    def showEvent(self, event: QShowEvent) -> None:
        self._above = list(_ancestors(self._field))
        for widget in self._above:
            widget.installEventFilter(self)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        for widget in self._above:
            widget.removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and watched in self._above:
            self._place()
        return super().eventFilter(watched, event)


def _ancestors(field: QWidget) -> Sequence[QWidget]:
    found, widget = [field], field
    while not widget.isWindow() and (above := widget.parentWidget()):
        found.append(above)
        widget = above
    return found
