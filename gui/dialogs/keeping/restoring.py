"""Putting a copy in a library's place, while no window stands over it."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from core import backup
from core.backup import Restored
from core.errors import MeipiError
from gui import work
from gui.dialogs.keeping.busy import Busy
from gui.dialogs.parts import GAP, MARGIN
from gui.look import letters, sizing
from gui.parts.labels import larger, words
from gui.tongue import tr


class RestoringDialog(QDialog):
    """Restores as soon as it is shown, and closes by itself. It cannot be called off half way.

    `restored` tells what was done; None: nothing was, and `failed` tells why.
    """

    def __init__(self, library: Path, source: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restored: Restored | None = None
        self.failed: MeipiError | None = None
        self._job = partial(backup.restore, library, source)
        self.setWindowTitle(tr("Meipi"))
        self.setMinimumWidth(sizing.px(420))
        self._bar = Busy()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(larger(words(tr("Putting the copy in place…")), letters.HEAD))
        column.addWidget(self._bar)
        self._begun = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            self._bar.bar.setRange(0, 0)
            self._bar.bar.show()
            work.run(lambda _progress: self._job(), self._done, self._could_not, ended=self._ended)

    def _done(self, restored: Restored) -> None:
        self.restored = restored
        self.accept()

    def _could_not(self, error: MeipiError) -> None:
        self.failed = error
        self.accept()

    def _ended(self) -> None:
        """Let the reader out also where neither was done: by a mistake of ours."""
        if self.restored is None and self.failed is None:
            self.done(int(QDialog.DialogCode.Rejected))

    def reject(self) -> None:
        """Stay: what is half done cannot be left."""
