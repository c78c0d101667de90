"""A field for many lines in which an input method composes words, letter by letter.

Qt would paint them over what an empty field says of itself, and neither could be read.
"""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit


class Composing(QPlainTextEdit):
    """Says nothing of itself while something is composed."""

    is_composing = False
    _hint = ""

    # Qt's questions

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        was, self.is_composing = self.is_composing, bool(event.preeditString())
        if self.is_composing and not was:
            self._hint = self.placeholderText()
            self.setPlaceholderText("")
        elif was and not self.is_composing:
            self.setPlaceholderText(self._hint)
        super().inputMethodEvent(event)
