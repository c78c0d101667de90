"""A field for any number of names, with commas between them."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from gui.parts.composing import Composing
from gui.parts.pressed import ENTER
from gui.parts.telling import Telling
from gui.tongue import tr

_BETWEEN = re.compile(r"[,;\uff0c\uff1b\u3001\n]")
LINES = 2


class NamesField(Composing):
    """Tells the names when it is left, or by Enter, if they are others than were shown."""

    given = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self._telling = Telling[str]()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("With commas between them"))

    def show_names(self, names: Sequence[str]) -> None:
        """Show these names; what is being typed stays."""
        self._shown = tuple(names)
        if not (self.hasFocus() and self.document().isModified()):
            self.setPlainText(", ".join(names))
            self.document().setModified(False)

    def show_given(self) -> None:
        """Show again what is given just now and was not taken, for the reader to mend."""
        if typed := self._telling.refuse():
            self.setPlainText(typed)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.document().setModified(True)

    def names(self) -> tuple[str, ...]:
        parts = (" ".join(part.split()) for part in _BETWEEN.split(self.toPlainText()))
        return tuple(part for part in parts if part)

    def _finish(self) -> None:
        if self.document().isModified():
            self.document().setModified(False)
            if self.names() != self._shown:
                with self._telling.of(self.toPlainText()):
                    self.given.emit(self.names())

    # Qt's questions

    def sizeHint(self) -> QSize:
        around = self.document().documentMargin() * 2 + self.frameWidth() * 2 + 6
        return QSize(120, round(self.fontMetrics().lineSpacing() * LINES + around))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._finish()
