"""What the first keys need, loaded before they are pressed, a little at a time while there is rest.

At rest that is what a mark needs; what a finding needs takes more memory, and is loaded in the
first pause of a reader who has begun. Nothing is made here: what was loaded waits to be asked for.
"""

import sys
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui import work
from gui.parts.notice import Notice

PAUSE, BETWEEN = 300, 20  # milliseconds after a key, and from one step to the next
#: A key of a command is none to the window: it is asked only whether something overrides it.
BEGUN = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)
#: Each takes a few milliseconds of its own: what it needs that takes longer stands before it.
MARKING = (
    "core.annotate.several",
    "gui.tags",
    "gui.highlights.sayings",
    "gui.highlights.versions",
    "gui.highlights.preview",
    "gui.highlights.completion",
    "gui.highlights.note_pane",
    "gui.highlights.detail",
    "gui.insights.readers",
)
CONCLUDING = (
    "gui.dialogs.ticks",
    "gui.highlights.finding.page",
    "gui.insights.pointing",
    "gui.verbs.findings.stating",
)


class Warmth(QObject):
    """Made once a window is painted; `rested` tells that there is nothing left to do for now."""

    rested = Signal()

    def __init__(self, window: QWidget, notice: Notice) -> None:
        super().__init__(window)
        self._notice, self._left = notice, list(MARKING)
        self._has_begun = self._has_read = self._is_last = False
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
        elif self._has_begun and not self._has_read:
            self._has_read = True
            work.run(lambda _heard: _read(), self._conclude, self._notice.warn)
        else:
            self._rest()

    def _conclude(self, _none: None) -> None:
        self._left, self._is_last = list(CONCLUDING), True
        self._turn.start(BETWEEN)

    def _rest(self) -> None:
        if self._is_last and self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self.rested.emit()

    # Qt's questions

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Wait while the reader does something."""
        if event.type() in BEGUN:
            self._has_begun = True
            self._turn.start(PAUSE)
        return False


def _read() -> None:
    """Load what takes long in one piece: the ledger, and what reads quantities."""
    from gui.insights import counted  # noqa: PLC0415  on the worker

    import_module("gui.ledger")
    counted.load()
