"""Labels that show what they are given letter by letter, markup and all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel


def words(text: str = "", *, wrap: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    return label


def faint(text: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label for what comes second."""
    label = words(text, wrap=wrap)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
