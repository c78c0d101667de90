"""What a page says where it has nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.parts.labels import faint


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
