"""What the reader was at, for the window that shows the same library anew.

What is kept for the next start as well, `places` remembers.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.window import Window


@dataclass(frozen=True, slots=True)
class Again:
    """The highlight shown, where in its note one writes, and whether the preferences are open."""

    highlight: str | None = None
    caret: int | None = None
    preferences: bool = False

    @classmethod
    def of(cls, window: "Window") -> "Again":
        highlight, caret = window.inspector.current(), None
        if highlight:
            editor = window.inspector.detail().note.editor
            writes = window.focusWidget() is editor
            caret = editor.textCursor().position() if writes else None
        return cls(highlight, caret, window.preferring.is_shown())

    def go_on(self, window: "Window") -> None:
        """Show the highlight, and go on writing where it was."""
        if self.highlight:
            window.choose_highlight(self.highlight)
        if self.caret is not None and window.inspector.current() == self.highlight:
            editor = window.inspector.detail().note.editor
            cursor = editor.textCursor()
            cursor.setPosition(min(self.caret, editor.document().characterCount() - 1))
            editor.setTextCursor(cursor)
            window.inspector.focus_note()
        if self.preferences:
            window.preferring.preferences()
