"""What a card is put together from: labels that show text as text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel


def label(text: str, *, faint: bool = False) -> QLabel:
    """Make a label that shows what it is given letter by letter."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(True)
    if faint:
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made


def larger(made: QLabel, by: float, *, bold: bool) -> QLabel:
    """Set a label in letters so many times the usual size."""
    font = QFont(made.font())
    font.setPointSizeF(font.pointSizeF() * by)
    font.setBold(bold)
    made.setFont(font)
    return made
