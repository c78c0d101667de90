"""Where a menu is asked for in a list: at the mouse, or by keys on the row that is current."""

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView


def asked(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """Give the row that a menu is asked for, and the place for it on the screen."""
    keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
    index = view.currentIndex() if keyed else view.indexAt(event.pos())
    place = view.visualRect(index).center() if keyed else event.pos()
    return index, view.viewport().mapToGlobal(place)
