"""The viewport of a list, tree or text, known to Python for the plain widget that it is.

Asked for by `viewport()`, a widget that Python has not met may be of any kind: PySide loads all
sixty, which takes 10 ms and 2 MB. Found among the children of its view, it is taken for what it is.

What it hears is its view's, but for the wheel turned with Ctrl.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

NAME = "qt_scrollarea_viewport"  # that Qt gives it


def meet(view: QAbstractScrollArea) -> None:
    """Have Python know the viewport of a view, before anything asks for it."""
    view.findChild(QWidget, NAME)


def leave_to_window(event: QWheelEvent) -> bool:
    """Leave the wheel to the window if it is turned with Ctrl; tell whether it is."""
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if with_control:
        event.ignore()
    return with_control
