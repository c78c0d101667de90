"""A page about one record that has a note, which may be in two versions, and a lock.

What else is on the page, and what becomes of what it tells, is told by those who build on this.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QToolButton, QWidget

from gui.highlights.note_pane import NotePane
from gui.highlights.parts import bring_up
from gui.highlights.versions import Versions
from gui.highlights.words import private_word

BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
ICON_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


class NotedPage(QWidget):
    """Its note and the versions of it stand in `area`, which scrolls."""

    note: NotePane
    versions: Versions
    area: QScrollArea
    private_button: QToolButton

    def write_note(self) -> None:
        """Let the reader write the note; of one in two versions, a third text."""
        if not self.versions.write("note"):
            self.note.editor.setFocus()
            bring_up(self.note.editor, self.area)

    def unkept_texts(self) -> list[str]:
        """Give what is written here and does not get into the library by itself."""
        return [*self.note.waiting(), *self.versions.drafts()]

    def _hand_over(self, record: str) -> None:
        """Write on in the field of a third text, or a pause in typing would settle the note."""
        unkept = self.note.take_unkept()
        if unkept and unkept[0] == record:
            self.versions.take_draft(record, "note", unkept[1])
            self.note.forget()

    def _show_private(self, private: bool) -> None:
        self.private_button.setChecked(private)
        self.private_button.setText(private_word() if private else "")
        self.private_button.setToolButtonStyle(BESIDE if private else ICON_ALONE)
