"""A list in which letters judge what is chosen; every other letter belongs to the window."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from gui.ledger.model import Index
from gui.parts import viewport
from gui.parts.keys import claims, is_letter
from gui.parts.pressed import ENTER

SHIFT = Qt.KeyboardModifier.ShiftModifier


class LetterList(viewport.Quiet, QListView):
    """Tells by `judged` what a letter stands for, and by `opened` that Enter was pressed."""

    moved = Signal()
    judged = Signal(object)
    opened = Signal(int)  # 1 with Shift, else 0

    def __init__(self, letters: Mapping[Qt.Key, object], name: str) -> None:
        super().__init__()
        viewport.meet(self)
        self._letters = letters
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName(name)
        self.doubleClicked.connect(lambda _index: self.opened.emit(0))

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        """Take the letters that judge, and Enter, before the window's commands do."""
        return claims(event, (*self._letters, *ENTER)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in self._letters and not event.modifiers():
            self.judged.emit(self._letters[key])
        elif key in ENTER:
            self.opened.emit(int(bool(event.modifiers() & SHIFT)))
        elif is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()
