"""The copies of a library: take one more, look at what there is, go back to one.

Nothing is put back here: the library is closed for that, so `restore_asked` goes to who opened it.
"""

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from core import backup
from core.backup import Copy, Reason, Weighed
from core.progress import Progress
from gui.dialogs.keeping import said
from gui.dialogs.keeping.busy import Busy
from gui.dialogs.keeping.copies import CopiesList
from gui.dialogs.parts import BESIDE, GAP, MARGIN, Unfilled, offer, room
from gui.dialogs.question import Question, sentences
from gui.parts.labels import faint
from gui.parts.pressed import by_itself
from gui.tongue import phrase, tr

HINT = phrase(
    "Meipi takes a copy once a day, if anything was done, and before it merges, restores or brings"
    " a library to a newer format. The older they are, the fewer are kept."
)
NONE = phrase("There are no copies yet.")
AMISS = phrase(
    "Copied: {0}. But the log of the library is damaged, and the copy's with it: check the library."
)
KEPT = phrase("What is there now is copied first, so that this can be undone.")


class Ask(Protocol):
    """The one question of the window's that is needed here."""

    def show_folder(self, folder: Path, /) -> None: ...


class BackupsDialog(QDialog):
    """The copies of the library at `path`, in the reader's zone.

    `writable` is False where the library can only be read: there is nothing to restore then.
    """

    restore_asked = Signal(object)  # Copy
    check_asked = Signal()

    def __init__(
        self, path: Path, zone: str, ask: Ask, parent: Widget | None = None, *, writable: bool
    ) -> None:
        super().__init__(parent)
        self._path, self._zone, self._ask, self._writable = path, zone, ask, writable
        self.setWindowTitle(tr("Backups"))
        room(self, 720, 480)
        self.list = CopiesList(zone)
        self.none = Unfilled(self.list, tr(NONE))
        self.list.chosen.connect(self._offer)
        self.list.activated.connect(self._weigh)
        self.busy = Busy()
        self.busy.turned.connect(self._offer)
        self.busy.turned.connect(self._rest)
        self._lay_out()
        self.look_again()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(faint(tr(HINT), wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(self.busy)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.make = _button(tr("Make a Copy Now"), self._make)
        self.folder = _button(tr("Show Folder"), lambda: self._ask.show_folder(self._folder()))
        self.check = _button(tr("Check the Library…"), self.check_asked.emit)
        buttons = QDialogButtonBox()
        self.back = buttons.addButton(tr("Restore…"), QDialogButtonBox.ButtonRole.ActionRole)
        by_itself(self.back)
        self.back.clicked.connect(self._weigh)
        self.out = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        by_itself(self.out)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(BESIDE)
        for button in (self.make, self.folder, self.check):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    def look_again(self) -> None:
        """List the copies that there are now."""
        found = backup.copies(self._path)
        self.list.show_copies(found)
        self.none.show_if(empty=not found)
        self.list.setFocus()

    def _folder(self) -> Path:
        return backup.folder(self._path)

    def _offer(self, *_: object) -> None:
        """Offer what can be done now."""
        at_work, chosen = self.busy.at_work(), self.list.copy()
        possible = chosen is not None and self._writable and not at_work
        offer(self.back, tr("Restore…"), possible=possible)
        self.make.setEnabled(not at_work)
        self.check.setEnabled(not at_work)
        self.folder.setEnabled(chosen is not None)

    def _rest(self, at_work: bool) -> None:
        """Give the keys back to the list: the button that was pressed lost them."""
        if not at_work:
            self.list.setFocus()

    # Taking

    def _make(self) -> None:
        self.busy.run(tr("Making a copy…"), partial(_taken, self._path), self._made)

    def _made(self, made: tuple[Copy, bool]) -> None:
        copy, is_whole = made
        self.look_again()
        size = said.size(copy.size)
        if is_whole:
            self.busy.say(tr("Copied and checked: {0}.").format(size))
        else:
            self.busy.say_amiss(tr(AMISS).format(size))

    # Going back

    def _weigh(self, *_: object) -> None:
        copy = self.list.copy()
        if copy is not None and self.back.isEnabled():
            weighing = partial(backup.weigh, self._path, copy.path)
            self.busy.run(
                tr("Comparing…"), lambda _progress: weighing(), partial(self._ask_once, copy)
            )

    def _ask_once(self, copy: Copy, found: Weighed) -> None:
        asked = tr("Go back to the copy of {0}?").format(said.when(copy, self._zone))
        detail = sentences(f"{said.weighed(found)}\n\n{tr(KEPT)}")
        question = Question(asked, detail, tr("Restore"), self)
        question.accepted.connect(partial(self._go_back, copy))
        question.open()

    def _go_back(self, copy: Copy) -> None:
        self.accept()
        self.restore_asked.emit(copy)

    def done(self, code: int) -> None:
        self.list.stop()
        self.busy.stop()
        super().done(code)


def _taken(path: Path, progress: Progress) -> tuple[Copy, bool]:
    """Take a copy, and tell whether its log is what was written."""
    copy = backup.take(path, Reason.HAND, tell=lambda: progress(0, 0))
    return copy, backup.has_whole_log(path, copy.path, lambda: progress(0, 0))


def _button(words: str, does: object) -> QPushButton:
    button = QPushButton(words)
    by_itself(button)
    button.clicked.connect(does)
    return button
