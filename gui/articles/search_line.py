"""The line over the list of articles, for words to find."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.parts.search_field import SearchField
from gui.tongue import tr


class SearchLine(SearchField):
    """Words to find. Escape clears them, Down and Enter go to the list."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Search articles"), parent, glass=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)
