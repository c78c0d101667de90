"""Labels that show what they are given letter by letter, markup and all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


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


def sentence(text: str) -> QLabel:
    """Make the sentence of a page that is empty."""
    label = faint(text, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMargin(32)
    return label


def sentence_over(widget: QWidget, text: str) -> QLabel:
    """Put such a sentence over a widget; it lets the mouse through."""
    label = sentence(text)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    return label
