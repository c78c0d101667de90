"""Lets Enter press the button that has the keys, and no other.

Qt gives Enter to the default button of a dialog, also from a button that must never become it: on
Cancel it would merge. Which button is the default, each dialog says for itself.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def by_itself(button: QPushButton) -> None:
    """Keep a button from becoming the default; Enter on it presses it, and it alone."""
    button.setAutoDefault(False)
    for key in ENTER:
        enter = QShortcut(QKeySequence(key), button)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(button.click)
