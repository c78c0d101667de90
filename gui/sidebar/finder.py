"""The field over the shelves, where there are many: letters typed on a row are the window's."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.parts.search_field import SearchField
from gui.tongue import tr


class Finder(SearchField):
    """A name to find. Escape clears it, and leaves where there is nothing to clear."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Find a tag or source"), parent)

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        """Take Escape for the field: in the window it leaves much else."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.ShortcutOverride:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()
