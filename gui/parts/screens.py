"""How much room a screen has for what is opened on it.

No widget is asked for its screen: PySide makes that a child of the widget in Python, whose
collector hands it back to Python before it takes the two away, and so deletes the screen under Qt.
The program ended with the next window.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def space(over: QWidget | None = None) -> QSize:
    """Tell the size, in points, of the screen that a window stands on, else of the first."""
    there = over and QGuiApplication.screenAt(over.window().frameGeometry().center())
    return (there or QGuiApplication.primaryScreen()).availableSize()
