"""The line over the list: how many are left to read, and the order they stand in."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.tongue import tr


class ListHead(QWidget):
    """Says both quietly; a click on the order asks for another, by `asked`."""

    asked = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.left = QLabel(self)
        self.left.setTextFormat(Qt.TextFormat.PlainText)
        self.left.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.left.setAccessibleName(tr("Left to read"))
        self.order = QToolButton(self)
        self.order.setToolTip(tr("Sort and group the list"))
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.order.setStyleSheet(
            "QToolButton { padding: 1px 6px; color: palette(placeholder-text); }"
        )
        self.order.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 4)
        row.setSpacing(6)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.order)

    def say_left(self, number: int) -> None:
        """Say how many of those shown are left to read."""
        self.left.setText(tr("%n left to read", "", number) if number else "")

    def say_order(self, words: str) -> None:
        self.order.setText(f"{words} ▾")
        self.order.setAccessibleName(tr("Order: {order}").format(order=words))

    def _ask(self) -> None:
        self.asked.emit(self.order.mapToGlobal(self.order.rect().bottomLeft()))
