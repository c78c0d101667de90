"""Labels that show what they are given letter by letter, markup and all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gui.look.letters import scaled


def words(text: str = "", *, wrap: bool = False, within: QWidget | None = None) -> QLabel:
    label = QLabel(within)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    return label


def faint(text: str = "", *, wrap: bool = False, within: QWidget | None = None) -> QLabel:
    """Make a label for what comes second."""
    label = words(text, wrap=wrap, within=within)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def larger(label: QLabel, by: float, *, bold: bool = True) -> QLabel:
    """Set a label in letters so many times the usual size: see `gui.look.letters`."""
    font = scaled(label.font(), by)
    font.setBold(bold)
    label.setFont(font)
    return label
