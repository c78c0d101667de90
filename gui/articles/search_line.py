"""The line over the list of articles, for words to find."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui import theme
from gui.parts.drag import let_files_by
from gui.tongue import tr


class SearchLine(QLineEdit):
    """Words to find. Escape clears them, Down and Enter go to the list."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        let_files_by(self)
        self.setPlaceholderText(tr("Search articles"))
        self.setAccessibleName(tr("Search articles"))
        self.setClearButtonEnabled(True)
        glass = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(tr("Search"))
        for action in self.findChildren(QAction):
            action.setText(action.text() or tr("Clear"))  # a screen reader tells what it does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)
