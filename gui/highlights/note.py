"""The field a note is written in: plain Markdown, as tall as what is written."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.parts import viewport
from gui.parts.composing import Composing
from gui.parts.drag import let_files_by

Key, Modifier = Qt.Key, Qt.KeyboardModifier
EDGE = 11  # border, padding and margin, above as below


class NoteEditor(viewport.Quiet, Composing):
    """Esc and Ctrl+Enter leave it (`left`), of which the latter also says `done`; Tab goes on."""

    left = Signal()
    done = Signal()
    unfocused = Signal()
    least, most = 4, 14  # lines

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport.meet(self)
        let_files_by(self.viewport())
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def close_to_writing(self) -> None:
        """Let the text be read and copied alone."""
        self.setReadOnly(True)
        self.setPlaceholderText("")

    def _fit(self) -> None:
        """Grow with the text as far as it may; then it scrolls."""
        lines = int(self.document().size().height())
        lines = max(self.least, min(lines, self.most))
        first = self.document().firstBlock()
        high = self.blockBoundingRect(first).height() / max(first.layout().lineCount(), 1)
        high = max(high, self.fontMetrics().lineSpacing())
        self.setFixedHeight(round(lines * high) + 2 * EDGE)

    def replace(self, text: str) -> None:
        """Show another text, the caret where it was."""
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _is_leaving(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Key.Key_Return, Key.Key_Enter)
        with_control = bool(event.modifiers() & Modifier.ControlModifier)
        return event.key() == Key.Key_Escape or (enter and with_control)

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._is_leaving(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_leaving(event):
            self.left.emit()
            if event.key() != Key.Key_Escape:
                self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.unfocused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())
