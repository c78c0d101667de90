"""A highlight's note: written here, kept after every pause, shown as it will read.

`noted` is told once for a pause in typing, every ten seconds where there is none, on leaving, and
on `flush`; keeping it is for others, who answer with `on_kept`. What another window wrote meanwhile
never replaces what is typed.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.highlights.completion import Completion
from gui.highlights.draft import Draft
from gui.highlights.elsewhere import Elsewhere
from gui.highlights.note import NoteEditor
from gui.highlights.preview import Preview
from gui.highlights.rendering import is_plain
from gui.highlights.words import faint_label
from gui.parts.labels import words
from gui.parts.later import later
from gui.tongue import tr

AGAIN = 30_000  # milliseconds until what could not be kept is told again
PAUSE = 800  # milliseconds without a keystroke after which a note is kept
AT_LATEST = 10_000  # milliseconds after which it is kept from one who never pauses


class NotePane(QWidget):
    """The editor, a line that tells whether it is kept, and the preview."""

    noted = Signal(str, str)
    left = Signal()
    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highlight = ""
        self._draft = Draft()
        self.editor = NoteEditor(self)
        self.completion = Completion(self.editor)
        self.preview = Preview(self)
        self.status = faint_label(self)
        self.pause = later(self, PAUSE, self._keep)
        self.at_latest = later(self, AT_LATEST, self._keep)
        self.again = later(self, AGAIN, self.flush)
        self._waiting: dict[str, str] = {}  # what was told and is not known to be kept
        self._title = words(within=self)
        self._switch = QToolButton(self)
        self._switch.setCheckable(True)
        self._switch.setChecked(True)
        self._notice = Elsewhere(self)
        self._build()
        self._tie()
        self._say()

    def _build(self) -> None:
        head = QHBoxLayout()
        for widget in (self._title, self.status):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.editor)
        layout.addWidget(self._notice)
        layout.addWidget(self.preview)
        self._switch.setFont(self.status.font())
        self._switch.setStyleSheet("padding: 2px 8px")
        head.setSpacing(8)

    def _tie(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self.editor.unfocused.connect(self._keep)
        self.editor.left.connect(self._leave)
        self._notice.taken.connect(self._take_other)
        self._switch.toggled.connect(self.preview.set_wanted)
        self.preview.link_clicked.connect(self.link_clicked)

    # What is shown

    def show_note(self, highlight: str, note: str) -> None:
        """Show another highlight's note, or hear what the library has of this one's."""
        if highlight == self._highlight:
            self._hear(note)
            return
        unkept = self.take_unkept()
        self._highlight, self._draft = highlight, Draft(note)
        self._draft.typed = self._waiting.get(highlight, note)
        self._fill(self._draft.typed)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)  # where one writes on
        self._tell()
        if unkept:
            self.hand_over(*unkept)

    def _hear(self, note: str) -> None:
        if self._draft.hear(note, busy=self.editor.is_composing):
            self._fill(note)
        self._tell()

    def _fill(self, note: str) -> None:
        self.editor.blockSignals(True)
        self.editor.replace(note)
        self.editor.blockSignals(False)
        self.preview.show_note(note)

    def _tell(self) -> None:
        """Say how it stands with what is typed."""
        draft = self._draft
        fresh = draft.is_kept and not draft.typed
        self._switch.setVisible(not is_plain(draft.typed))
        self.status.setText("" if fresh else tr("Saved") if draft.is_kept else "…")
        self._notice.say(draft.elsewhere)

    # What is typed

    def _on_typed(self) -> None:
        self._draft.typed = self.editor.toPlainText().replace("\0", "")
        self.preview.show_note_soon(self._draft.typed)
        self.pause.start()
        if not self.at_latest.isActive():
            self.at_latest.start()
        self._tell()

    def _keep(self) -> None:
        self.pause.stop()
        self.at_latest.stop()
        if self._draft.is_due():
            self._send()

    def _send(self) -> None:
        text = self._draft.send()
        self._tell()
        self.hand_over(self._highlight, text)

    def hand_over(self, highlight: str, text: str) -> None:
        """Tell of a note; where it cannot be kept, remember it, and tell of it again later."""
        self._waiting[highlight] = text
        self.noted.emit(highlight, text)
        if self._waiting:
            self.again.start()

    def flush(self) -> None:
        """Send what is typed and not known to be kept, also what was sent before in vain."""
        if self.take_unkept():
            self._send()
        for highlight, text in list(self._waiting.items()):
            if highlight != self._highlight:
                self.hand_over(highlight, text)

    def take_unkept(self) -> tuple[str, str] | None:
        """Give the highlight and what is typed, if that is not known to be kept."""
        self.pause.stop()
        self.at_latest.stop()
        shown = self._highlight and not self._draft.is_kept
        return (self._highlight, self._draft.typed) if shown else None

    def is_unkept(self) -> bool:
        """Tell whether what is typed, here or before of another, is not known to be kept."""
        return self.is_waiting() or (bool(self._highlight) and not self._draft.is_kept)

    def is_waiting(self) -> bool:
        """Tell whether something was told that is not known to be kept."""
        return bool(self._waiting)

    def waiting(self) -> list[str]:
        """Give the notes that were told and are not known to be kept."""
        return list(self._waiting.values())

    def typed(self) -> list[str]:
        """Give what is typed and was not told yet, as one who never pauses does."""
        return [self._draft.typed] if self._draft.is_due() else []

    def wait(self, highlight: str, text: str) -> None:
        """Remember a note that somebody else could not keep, and tell of it again later."""
        self._waiting[highlight] = text
        self.again.start()

    def on_taken(self, highlight: str) -> None:
        """Hear that somebody else sees to it that it is kept."""
        self._waiting.pop(highlight, None)

    def on_kept(self, highlight: str) -> None:
        self._waiting.pop(highlight, None)
        if highlight == self._highlight:
            self._draft.confirm()
            self._tell()

    def forget(self) -> None:
        """Show no highlight's note any more, nor remember what was typed of it."""
        self._waiting.pop(self._highlight, None)
        self._highlight, self._draft = "", Draft()

    def _take_other(self, text: str) -> None:
        self._draft.elsewhere = None
        self._draft.typed = text
        self._fill(text)
        self._tell()
        self._keep()
        self.editor.setFocus()

    def _leave(self) -> None:
        self._keep()
        self.left.emit()

    def _say(self) -> None:
        self._title.setText(tr("Note"))
        self.editor.setPlaceholderText(tr("Write a note, in Markdown if you like"))
        self.editor.setAccessibleName(tr("Note"))
        self.editor.setAccessibleDescription(tr("Saved as you type; Esc leaves it"))
        self._switch.setText(tr("Preview"))
        self._switch.setAccessibleName(tr("Show the note as it will read"))
