"""What the first search and the first mark need, loaded in times of rest, a little at a time.

Nothing is made here: what was loaded waits to be asked for.
"""

import sys
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

PAUSE, BETWEEN = 300, 20  # milliseconds after a key, and from one step to the next
#: A key of a command is none to the window: it is asked only whether something overrides it.
ASKED = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)
#: Each takes a few milliseconds of its own: what it needs that takes longer stands before it.
MODULES = (
    "gui.glossary",
    "core.annotate.several",
    "gui.tags",
    "gui.search.asking",
    "gui.search.head",
    "gui.search.delegate",
    "gui.search.pane",
    "gui.highlights.sayings",
    "gui.highlights.versions",
    "gui.highlights.preview",
    "gui.highlights.completion",
    "gui.highlights.note_pane",
    "gui.highlights.detail",
    "gui.insights.readers",
)


class Warmth(QObject):
    """Made once a window is painted; `rested` tells that there is nothing left to do."""

    rested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._left = list(MODULES)
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._go_on)
        self._heard = window.window().windowHandle()
        if self._heard is not None:
            self._heard.installEventFilter(self)
        self._turn.start(PAUSE)

    def _go_on(self) -> None:
        """Take one step, and leave the next to another turn of the window."""
        while self._left and self._left[0] in sys.modules:
            del self._left[0]
        if self._left:
            import_module(self._left.pop(0))
            self._turn.start(BETWEEN)
        else:
            self._rest()

    def _rest(self) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self.rested.emit()

    # Qt's questions

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Wait while the reader does something."""
        if event.type() in ASKED:
            self._turn.start(PAUSE)
        return False
