"""The viewport of a list, tree or text, known to Python for the plain widget that it is.

Asked for by `viewport()`, a widget that Python has not met may be of any kind: PySide loads all
sixty, which takes 10 ms and 2 MB. Found among the children of its view, it is taken for what it is.
"""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget

NAME = "qt_scrollarea_viewport"  # that Qt gives it


def meet(view: QAbstractScrollArea) -> None:
    """Have Python know the viewport of a view, before anything asks for it."""
    view.findChild(QWidget, NAME)
