"""A line that opens and closes what stands under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.look import sizing


class Fold(QWidget):
    """A heading to click, and a body that it shows or hides."""

    turned = Signal(bool)

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self.head = QToolButton()
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(sizing.icons(14))
        self.head.setStyleSheet("background: transparent; padding: 2px 4px 2px 0;")
        self.head.toggled.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(body)
        self._turn(False)

    def say(self, words: str, *, is_open: bool) -> None:
        """Name what is folded, and open it or not."""
        self.head.setText(words.replace("&", "&&"))
        self.head.setAccessibleName(words)
        self.head.setChecked(is_open)

    def _turn(self, is_open: bool) -> None:
        self.head.setIcon(theme.fold_icon(is_open=is_open))
        self.body.setVisible(is_open)
        self.turned.emit(is_open)
