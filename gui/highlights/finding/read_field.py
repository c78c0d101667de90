"""A line that is read as a value: chosen among what was found, or typed.

What cannot be read stays as it is typed, with a sentence that says so, until it is mended or left.
"""

from collections.abc import Callable, Sequence

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

    def __init__(self, name: str, read: Callable[[str], object], sorry: str) -> None:
        super().__init__()
        self._read, self._sorry = read, sorry
        self._said = ""
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
        if said != self._said or not self.line.hasFocus():
            self._said = said
            self._write(said)

    def is_troubled(self) -> bool:
        """Tell whether something is typed that cannot be read."""
        return not self.trouble.isHidden()

    def _write(self, said: str) -> None:
        self.box.setCurrentIndex(-1)
        self.line.setText(said)
        self.line.setCursorPosition(0)
        self.trouble.hide()

    def _choose(self, row: int) -> None:
        """Take what was chosen; Qt chooses by itself what is shown already, whenever it is left."""
        if self._offers[row][0] == self._said:
            return
        self._said = self._offers[row][0]
        self._write(self._said)
        self.given.emit(self._offers[row][1])

    def flush(self) -> None:
        """Tell what is typed, if it can be read and is another value."""
        typed = self.line.text().strip()
        if typed == self._said:
            self.trouble.hide()
            return
        value = self._read(typed) if typed else None
        if typed and value is None:
            self.trouble.setText(self._sorry)
            self.trouble.show()
            return
        self._said = typed
        self.trouble.hide()
        self.given.emit(value)

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
