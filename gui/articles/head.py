"""The line over the list: how many are left to read, and the order they stand in."""

from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.tongue import tr

SIGN = "▾"
SPACE, PADDING = 6, 16
BESIDE = 14 + 8 + 2 * SPACE  # pixels
QUIET = "QToolButton { padding: 1px 6px; color: palette(placeholder-text); }"


class ListHead(QWidget):
    """Says both quietly; a click on the order asks for another, by `asked`.

    Where there is no room for both, the order is only a sign. While something is
    searched, what it is about can be `collected`.
    """

    asked = Signal(QPoint)
    collected = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = self._many = ""
        self.left = QLabel(self)
        self.left.setTextFormat(Qt.TextFormat.PlainText)
        self.left.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.order = QToolButton(self)
        self.order.setToolTip(tr("Sort and group the list"))
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.order.setStyleSheet(QUIET)
        self.order.clicked.connect(self._ask)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 4)
        row.setSpacing(SPACE)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.order)

    @cached_property
    def collect(self) -> QToolButton:
        """The button that collects, made when something is searched."""
        button = QToolButton(self)
        button.setText(tr("Collect"))
        button.setToolTip(tr("Show the claims of all these articles together"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setStyleSheet(QUIET)
        button.clicked.connect(self.collected)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def offer_collecting(self, *, possible: bool) -> None:
        if possible or "collect" in self.__dict__:
            self.collect.setVisible(possible)
            self._fit()

    def say_left(self, number: int) -> None:
        """Say how many of those shown are left to read."""
        self._many = tr("%n left to read", "", number) if number else ""
        self.left.setAccessibleName(self._many)  # whole, where there is room for a part of it
        self._fit()

    def say_order(self, words: str) -> None:
        self._words = words
        self._fit()
        self.order.setAccessibleName(tr("Order: {order}").format(order=words))

    def _fit(self) -> None:
        """Say as much as there is room for; how many are left comes first."""
        metrics, right = self.fontMetrics(), Qt.TextElideMode.ElideRight
        whole, room = f"{self._words} {SIGN}", self.width() - BESIDE - PADDING
        if "collect" in self.__dict__ and not self.collect.isHidden():
            room -= self.collect.sizeHint().width() + SPACE
        fits = metrics.horizontalAdvance(self._many + whole) <= room
        self.order.setText(whole if fits else SIGN)
        left = room - metrics.horizontalAdvance(self.order.text())
        self.left.setText(metrics.elidedText(self._many, right, left))
        self.left.setToolTip("" if self.left.text() == self._many else self._many)

    # Qt's questions

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    # What is asked

    def _ask(self) -> None:
        self.asked.emit(self.order.mapToGlobal(self.order.rect().bottomLeft()))
