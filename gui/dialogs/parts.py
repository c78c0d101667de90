"""What the dialogs are put together from: labels that show text as text, and buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

MARGIN = 20
GAP = 12


def words(text: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label that shows what it is given letter by letter, markup and all."""
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


def trouble() -> QLabel:
    """Make a label for what went wrong, hidden until something does."""
    label = words(wrap=True)
    label.setForegroundRole(QPalette.ColorRole.Link)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.hide()
    return label


def larger(label: QLabel, by: float, *, bold: bool = True) -> QLabel:
    """Set a label in letters so many times the usual size."""
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * by)
    font.setBold(bold)
    label.setFont(font)
    return label


def offer(button: QPushButton, text: str, *, possible: bool) -> None:
    """Let a dialog's main button say what it will do, and look the part only when it can."""
    button.setText(text)
    button.setEnabled(possible)
    button.setDefault(possible)


def count(number: int, one: str, many: str = "") -> str:
    """Say "1 article", "31,024 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
