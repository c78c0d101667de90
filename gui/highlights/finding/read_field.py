"""A line that is read as a value: chosen among what was found, or typed.

What cannot be read, or could not be kept, stays as it is typed until it is mended, or put back by
Esc. A sentence says so of what cannot be read.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gui.highlights.words import faint_label
from gui.parts.drag import let_files_by

Offer = tuple[str, object]  # how a value is said, and the value


class ReadField(QWidget):
    """`given` tells a new value, None for an emptied line; `left` that the reader is done."""

    given = Signal(object)
    left = Signal()

    def __init__(
        self, name: str, read: Callable[[str], object], say: Callable[[Any], str], sorry: str
    ) -> None:
        super().__init__()
        self._read, self._say, self._sorry = read, say, sorry
        self._said = ""  # how what is kept is said
        self._chosen: Offer = ("", None)
        self._offers: list[Offer] = []
        self.box = QComboBox(self)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.setCompleter(None)  # type: ignore[arg-type]  # so Qt has none
        self.box.setAccessibleName(name)
        self.trouble = faint_label(self)
        self.trouble.setForegroundRole(QPalette.ColorRole.Accent)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.box)
        column.addWidget(self.trouble)
        let_files_by(self.line)
        self.line.setMaxLength(400)
        self.line.setAccessibleName(name)
        self.line.editingFinished.connect(self.flush)
        for heard in (self.box, self.line):
            heard.installEventFilter(self)
        self.box.activated.connect(self._choose)
        self.setFocusProxy(self.box)

    @property
    def line(self) -> QLineEdit:
        line = self.box.lineEdit()
        assert line is not None
        return line

    def show_value(self, said: str, offers: Sequence[Offer], hint: str = "") -> None:
        """Show how the value is said, and what else could be chosen; what is typed stays."""
        if list(offers) != self._offers:
            self._offers = list(offers)
            typed = self.line.text()
            self.box.clear()
            for words, _ in self._offers:
                self.box.addItem(words)
            self.line.setText(typed)
        self.line.setPlaceholderText(hint)
        unkept, changed, self._said = self.is_unkept(), said != self._said, said
        if (changed or not self.line.hasFocus()) and not (unkept and self.is_unkept()):
            self._write(said)

    def begin(self) -> None:
        """Show nothing of what was shown or typed before."""
        self._said = ""
        self._write("")

    def take_up(self, typed: str) -> None:
        """Show what was typed before, and what is wrong with it."""
        self.line.setText(typed)
        self._look_at(typed)

    def is_troubled(self) -> bool:
        """Tell whether something is typed that cannot be read."""
        return not self.trouble.isHidden()

    def is_unkept(self) -> bool:
        """Tell whether something else is typed than what is kept, in whatever words."""
        typed = self.text()
        if typed == self._said:
            return False
        value = self._value(typed)
        return value is None or self._say(value) != self._said if typed else True

    def text(self) -> str:
        return self.line.text().strip()

    def _value(self, typed: str) -> object:
        """Read what is typed; None for nothing, and for what cannot be read."""
        words, value = self._chosen
        return value if typed == words else self._read(typed) if typed else None

    def _write(self, said: str) -> None:
        self.box.setCurrentIndex(-1)
        self.line.setText(said)
        self.line.setCursorPosition(0)
        self.trouble.hide()

    def _choose(self, row: int) -> None:
        """Take what was chosen; Qt chooses by itself what is shown already, whenever it is left."""
        if self._offers[row][0] == self._said:
            return
        self._chosen = words, value = self._offers[row]
        self._write(words)
        self.given.emit(value)

    def flush(self) -> None:
        """Tell what is typed, if it can be read and is another value."""
        typed = self.text()
        self._look_at(typed)
        if typed != self._said and not self.is_troubled():
            self.given.emit(self._value(typed))

    def _look_at(self, typed: str) -> None:
        """Say so if that cannot be read."""
        can_be = typed in ("", self._said) or self._value(typed) is not None
        self.trouble.setText(self._sorry)
        self.trouble.setHidden(can_be)

    # Qt's questions

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Take Esc for leaving, when all is as it was; let the wheel scroll the page."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escape and event.type() == QEvent.Type.KeyPress:
            self._write(self._said)
            self.left.emit()
            return True
        return False
