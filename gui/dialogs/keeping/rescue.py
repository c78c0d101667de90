"""A library that does not open: its newest copies to go back to, or another library."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from core import backup
from core.backup import Copy
from core.errors import MeipiError
from core.share.words import spelled
from gui.dialogs.keeping.copies import CopiesList
from gui.dialogs.parts import GAP, MARGIN, offer, room
from gui.look import letters
from gui.parts.labels import faint, larger, words
from gui.parts.pressed import by_itself
from gui.tongue import phrase, tr
from gui.tongue.said import explained

COPIES = phrase(
    "There are copies of it. The file is left as it is until you choose one; then its bytes are"
    " kept among the copies, and the copy is put in its place."
)
VANISHED = phrase(
    "There are copies of it. Was it moved? Then open it where it is now. A copy is put in its old"
    " place."
)
NONE = phrase("Meipi itself has none.")


class Ask(Protocol):
    """The one question of the window's that is needed here."""

    def library_to_open(self, parent: Widget | None, /) -> Path | None: ...


class RescueDialog(QDialog):
    """Tells why the library at `path` does not open.

    Once accepted, `copy` is what to put back, or `other` the library to open instead; `anew` tells
    that an empty one is to be made, which is offered where there is none any more.
    """

    def __init__(
        self, path: Path, error: MeipiError, zone: str, ask: Ask, parent: Widget | None = None
    ) -> None:
        super().__init__(parent)
        self.copy: Copy | None = None
        self.other: Path | None = None
        self.anew = False
        self._ask, self._gone = ask, not path.exists()
        self.setWindowTitle(tr("Meipi"))
        self.setAccessibleName(explained(error.sentence))
        found = backup.copies(path)
        self.list = CopiesList(zone)
        self.list.chosen.connect(self._offer)
        self.list.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(larger(words(spelled(explained(error.sentence)), wrap=True), letters.HEAD))
        told = (tr(VANISHED) if self._gone else tr(COPIES)) if found else spelled(_remedy(error))
        column.addWidget(faint(told, wrap=True))
        column.addWidget(self.list, 1)
        column.addStretch()
        self.list.setVisible(bool(found))
        column.addLayout(self._foot(bool(found), tr("Close") if parent else tr("Quit")))
        room(self, 660, 420 if found else 180)
        self.list.show_copies(found)

    def _foot(self, copies: bool, out: str) -> QHBoxLayout:
        self.another = QPushButton(tr("Open Another Library…"))
        by_itself(self.another)
        self.another.clicked.connect(self._open_another)
        self.empty = QPushButton(tr("Start a New Library"))
        by_itself(self.empty)
        self.empty.clicked.connect(self._start_anew)
        self.empty.setVisible(self._gone and copies)
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        self.back = buttons.addButton(tr("Restore This Copy"), role.ActionRole)
        self.back.clicked.connect(self._take)
        self.back.setVisible(copies)
        self.out = buttons.addButton(out, role.RejectRole)
        by_itself(self.out)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.another)
        row.addWidget(self.empty)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    def _offer(self, copy: Copy | None) -> None:
        offer(self.back, tr("Restore This Copy"), possible=copy is not None)

    def _take(self, *_: object) -> None:
        self.copy = self.list.copy()
        if self.copy is not None:
            self.accept()

    def _start_anew(self) -> None:
        self.anew = True
        self.accept()

    def _open_another(self) -> None:
        self.other = self._ask.library_to_open(self)
        if self.other is not None:
            self.accept()

    def done(self, code: int) -> None:
        self.list.stop()
        super().done(code)


def _remedy(error: MeipiError) -> str:
    return (
        f"{explained(error.remedy)} {tr(NONE)}"
        if "a copy" in error.remedy
        else explained(error.remedy)
    )
