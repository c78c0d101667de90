"""The viewport of a list, tree or text, known to Python for the plain widget that it is.

Asked for by `viewport()`, a widget that Python has not met may be of any kind: PySide loads all
sixty, which takes 10 ms and 2 MB. Found among the children of its view, it is taken for what it is.

What it hears is its view's, but for the wheel turned with Ctrl, and a window that comes in front.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    View = QAbstractScrollArea
else:
    View = object  # stands before a view of Qt's: two of them have no common instance

NAME = "qt_scrollarea_viewport"  # that Qt gives it
IN_FRONT = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate)


def meet(view: QAbstractScrollArea) -> None:
    """Have Python know the viewport of a view, before anything asks for it."""
    view.findChild(QWidget, NAME)


class Quiet(View):
    """A view that leaves the wheel turned with Ctrl to the window: it sets the size of text.

    Nor is it painted anew when another window comes in front of its own, or goes: it looks the same
    there, for all that is painted, and what Qt paints of it costs as much as a dialog.
    """

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in IN_FRONT:
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)
