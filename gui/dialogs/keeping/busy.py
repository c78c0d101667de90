"""One job at a time under a dialog: a line that says what is done, a bar, and what went wrong."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from core.errors import MeipiError
from core.progress import Progress
from core.share.words import spelled
from gui import work
from gui.dialogs.parts import trouble
from gui.parts.labels import faint
from gui.tongue.said import in_words

T = TypeVar("T")


class Busy(QWidget):
    """`turned` tells when a job begins (True) and when it has ended (False)."""

    turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: work.Job[Any] | None = None
        self.told = faint(wrap=True)
        self.failed = trouble()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        for widget in (self.told, self.bar):
            widget.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.told, self.failed, self.bar):
            column.addWidget(widget)

    def at_work(self) -> bool:
        return self._job is not None

    def run(self, words: str, job: Callable[[Progress], T], then: Callable[[T], None]) -> None:
        """Do a job on a worker, saying `words`; `then` hears what came of it."""
        self.say(words)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.bar.show()

        self._job = work.run(job, partial(self._done, then), self._could_not, self._progressed)
        self.turned.emit(True)

    def stop(self) -> None:
        """Let go of the job: it ends at its next word of progress, and nothing is heard of it."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.failed.hide()

    def warn(self, error: MeipiError) -> None:
        self.say_amiss(spelled(in_words(error)))

    def say_amiss(self, words: str) -> None:
        self.say("")
        self.failed.setText(words)
        self.failed.show()

    def _done(self, then: Callable[[T], None], value: T) -> None:
        if self._end():
            then(value)

    def _could_not(self, error: MeipiError) -> None:
        if self._end():
            self.warn(error)

    def _end(self) -> bool:
        """Put the bar away; False when the job was let go of with its word under way."""
        if self._job is None:
            return False
        self._job = None
        self.bar.hide()
        self.say("")
        self.turned.emit(False)
        return True

    def _progressed(self, done: int, total: int) -> None:
        if self._job is not None:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
