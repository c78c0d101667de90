"""The viewport of a list, tree or text, known to Python for the plain widget that it is.

Asked for by `viewport()`, a widget that Python has not met may be of any kind: PySide loads all
sixty, which takes 10 ms and 2 MB. Found among the children of its view, it is taken for what it is.

What it hears is its view's, but for the wheel turned with Ctrl.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    View = QAbstractScrollArea
else:
    View = object  # stands before a view of Qt's: two of them have no common instance

NAME = "qt_scrollarea_viewport"  # that Qt gives it


def meet(view: QAbstractScrollArea) -> None:
    """Have Python know the viewport of a view, before anything asks for it."""
    view.findChild(QWidget, NAME)


class LeavesCtrlWheel(View):
    """A view that leaves the wheel turned with Ctrl to the window: it sets the size of text."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)
