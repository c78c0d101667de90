"""The statement of a finding, written in place: Enter keeps it, and so does going elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.highlights.note import NoteEditor
from gui.parts.keys import held
from gui.parts.pressed import ENTER
from gui.tongue import tr


class Statement(NoteEditor):
    """`stated` tells another text than the one kept; `entered` that Enter was pressed.

    What another window makes of it meanwhile never replaces what is typed: `differs` tells of it,
    or (None) that there is nothing of the kind any more.
    """

    stated = Signal(str)
    differs = Signal(object)  # str | None
    entered = Signal()

    least, most = 2, 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.unfocused.connect(self.flush)
        self.left.connect(self.flush)
        self.setPlaceholderText(tr("Say in a sentence what you found"))
        self.setAccessibleName(tr("Statement"))
        self.setAccessibleDescription(tr("Enter keeps it; Esc leaves it"))

    def show_statement(self, text: str) -> None:
        """Show what is kept, unless something else is being written, or it is shown already."""
        unkept, changed, self._kept = self.is_unkept(), text != self._kept, text
        if not unkept and changed:
            self.replace(text)
        if changed:
            self.differs.emit(text if unkept and self.is_unkept() else None)

    def begin(self, text: str) -> None:
        """Show the statement of another finding."""
        self._kept = text
        self.replace(text)
        self.differs.emit(None)

    def take(self, text: str) -> None:
        """Have another text in place of what is typed."""
        self.replace(text)
        self.differs.emit(None)
        self.setFocus()

    def is_unkept(self) -> bool:
        return self.text() != self._kept

    def text(self) -> str:
        return " ".join(self.toPlainText().replace("\0", "").split())

    def flush(self) -> None:
        if self.is_unkept():
            self.stated.emit(self.text())

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not held(event):
            self.flush()
            self.entered.emit()
        else:
            super().keyPressEvent(event)
