"""Two texts beside one another, or one above the other where they would be too narrow to read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from gui.look import sizing
from gui.parts.row import LEAST

HIGH = 140  # pixels that one above the other has at least, or they stay side by side


class Pair(QSplitter):
    """Texts from left to right, or from top to bottom: as they have room."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def fit(self) -> None:
        """Put them beside one another, or above; each then has half of the room."""
        many = self.count()
        narrow = self.width() < many * sizing.px(LEAST)
        high = self.height() >= many * sizing.px(HIGH)
        way = Qt.Orientation.Vertical if many > 1 and narrow and high else Qt.Orientation.Horizontal
        if way is not self.orientation():
            self.setOrientation(way)
            self.setSizes([1] * many)

    # Qt's questions

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)
