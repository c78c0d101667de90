"""A large deed done on a worker: meanwhile the desk is lent, and a dialog stands over the window.

It can be called off until the last moment: a deed is on the disk as a whole or not at all.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.change import Change, Record
from core.errors import moved
from core.library import Reader
from core.model import Author
from core.progress import Progress
from gui import work
from gui.desk import AT_WORK
from gui.tongue import tr
from gui.work.connection import writing

if TYPE_CHECKING:
    from gui.dialogs.waiting import WaitDialog
    from gui.window import Window

Deed = Callable[[Progress], Change]
PATIENCE = 300  # milliseconds before a dialog tells what is done


class Lending(QObject):
    """Lends the desk to one deed at a time."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._waiting: WaitDialog | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._tell)

    def at_work(self) -> bool:
        return self._waiting is not None

    def begin(
        self,
        what: str,
        deed: Deed,
        done: Callable[[Change], None],
        *,
        revisions: int = 0,
        many: int = 0,
        patience: int = 0,
        off: Callable[[], None] | None = None,
    ) -> None:
        """Do a deed and be told of it; the dialog is seen after some milliseconds of `patience`.

        `off` hears that the reader calls it off; it may be done all the same. Of so `many` things
        it is shown how many are done, if the deed tells how far it is.
        While the desk is lent already, which is not seen at once, nothing is begun.
        """
        from gui.dialogs.waiting import WaitDialog  # few deeds are large

        if not self._desk.free:
            self._desk.failed.emit(AT_WORK)
            return
        if not self._desk.is_there:
            self._desk.failed.emit(moved(self._desk.reader.path))
            return
        dialog = self._waiting = WaitDialog(what, self._window)
        dialog.say_how_long(revisions)
        self._window.inspector.flush()
        self._desk.lend()
        ended, known = partial(self._ended, dialog), partial(_looked_through, deed)
        far, fail = partial(dialog.show_far, many), self._desk.failed.emit
        job = work.run(known, partial(self._done, done), fail, far, ended)
        dialog.rejected.connect(job.cancel)
        if off:
            dialog.rejected.connect(off)
        if patience:
            self._soon.start(patience)
        else:
            dialog.open()

    def _tell(self) -> None:
        if self._waiting is not None:
            self._waiting.open()

    def _done(self, done: Callable[[Change], None], change: Change) -> None:
        self._let_go()
        self._desk.hear(change)
        done(change)

    def _ended(self, dialog: "WaitDialog") -> None:
        """Go on also where the deed failed; what it may have written by then is heard of."""
        if self._waiting is dialog:
            self._let_go()
            if self._desk.look_again() and dialog.is_called_off:
                self._window.notice.say(tr("Called off. All is as it was."))

    def _let_go(self) -> None:
        assert self._waiting is not None
        self._soon.stop()
        self._waiting.end()
        self._waiting = None
        self._desk.take_back()


def _looked_through(deed: Deed, progress: Progress) -> Change:
    """Do a deed, and have it find out here which records it touched: it remembers that."""
    change = deed(progress)
    change.records(Record.ARTICLE)
    return change


def committed(
    path: Path, author: Author, make: Callable[[Reader], Change], progress: Progress
) -> Change:
    """Do on a worker, in a library of its own, what is made of what that library holds."""
    with writing(path, author, progress) as library:
        return library.commit(make(library))
