"""A long list that stands in the window: what articles and results have in common.

It tells where it is and what was asked of it, keeps no letter key to itself, and leaves turning the
wheel with Ctrl to the window. What its rows are, and what stays where they change, is for others.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.parts import menus, viewport
from gui.parts.aim import Aim, pointed

Index = QModelIndex | QPersistentModelIndex
Select = QItemSelectionModel.SelectionFlag

if TYPE_CHECKING:

    class Aiming(Protocol):
        """Paints rows, and knows which Chinese character lies under a point."""

        def aim(self, index: Index, at: QPoint, /) -> Aim | None: ...


def around(count: int, here: int | None) -> Iterator[int]:
    """Give the places behind this one, and from the top those before it."""
    at = -1 if here is None else here
    return chain(range(at + 1, count), range(at))


class Listing(viewport.Quiet, QListView):
    """A list with a current row, and any number that are chosen."""

    moved = Signal()  # the current row is another
    opened = Signal()  # by Enter or two clicks
    several = Signal(int)  # so many articles are chosen now
    menu_asked = Signal(QPoint)
    word_pointed = Signal(object)  # Aim, at a Chinese word
    painter: "Aiming"

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._settling = False
        viewport.meet(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName(name)
        self.doubleClicked.connect(self.opened)

    def leave(self) -> None:
        """Choose nothing, and show the top."""
        self.selectionModel().setCurrentIndex(QModelIndex(), Select.Clear)
        self.scrollToTop()

    def many(self) -> int:
        """Count the articles that are chosen."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(number).height() for number in range(chosen.size()))

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Keep silent while rows are changed."""
        self._settling = True
        try:
            yield
        finally:
            self._settling = False

    def _aim(self, index: QModelIndex, at: QPoint) -> Aim | None:
        return self.painter.aim(index, at)  # it is not there yet when Qt begins to ask

    # Qt's questions

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys, and choose nothing by that: what is chosen opens an article."""
        had = self.currentIndex().isValid()
        with self.settling():
            super().focusInEvent(event)
            if not had:
                self.selectionModel().setCurrentIndex(QModelIndex(), Select.Clear)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._settling:
            self.moved.emit()

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        super().selectionChanged(chosen, left)
        if not self._settling:
            self.several.emit(self.many())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentIndex().isValid():
            self.opened.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the window."""

    def viewportEvent(self, event: QEvent) -> bool:
        here = pointed(self, event, self._aim)
        if here:
            self.word_pointed.emit(here)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selectionModel().hasSelection():
            self.menu_asked.emit(menus.asked(self, event)[1])
