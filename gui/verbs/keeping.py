"""The verbs of safe keeping, for the window: copies of the library, and the way back to one.

The dialogs ask; `core.backup` copies. A library is closed before a copy takes its place, so
`restore_asked` goes to who opened it.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from core.errors import DiskTrouble, NotALibrary, ReadOnly
from core.progress import Progress
from core.settings import Settings, tell_once
from gui import work
from gui.libraries import Shared
from gui.tongue import phrase, tr

if TYPE_CHECKING:
    from gui.dialogs.keeping.backups import BackupsDialog
    from gui.window import Window

SYNCED = phrase(
    "{name} is in a folder that {program} keeps in sync. Close Meipi here before you use it on"
    " another computer."
)
BESIDE = phrase("This library seems to have been changed on another computer as well.")
JOINED = phrase(
    "There is another copy of it in the same folder:\n{names}\n\nMerging joins what was done in"
    " both. Nothing of either is lost, and it can be undone."
)
NAMED = 4


class Keeping(QObject):
    """The commands of safe keeping, for `actions` to tie by their names."""

    restore_asked = Signal(object)  # Copy

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    def backups(self) -> None:
        from gui.dialogs.keeping.backups import BackupsDialog

        window, reader = self._window, self._window.desk.reader
        if isinstance(reader, Shared):
            window.notice.warn(
                ReadOnly(
                    tr("{name} is only being looked at; no copies of it are kept.").format(
                        name=reader.file.name
                    ),
                    tr("Open your own library to see its copies."),
                )
            )
            return
        window.inspector.flush()
        dialog = BackupsDialog(
            reader.path, self._settings.zone, window.ask, window, writable=reader.writable
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.check_asked.connect(partial(self._check, dialog))
        dialog.open()

    def _check(self, over: "BackupsDialog") -> None:
        from gui.dialogs.keeping.checking import CheckDialog

        reader = self._window.desk.reader
        dialog = CheckDialog(reader.path, over, writable=reader.writable)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.rebuilt.connect(self._show_anew)
        dialog.rebuilt.connect(over.look_again)
        dialog.open()

    def _show_anew(self) -> None:
        """Show what was made anew: the rows of the list may have other numbers now."""
        window = self._window
        tree = window.insights.view
        shown = None if tree.is_together else tree.annotated
        window.desk.refreshed.emit()
        if shown:
            window.articles.choose(shown.article.id)

    # The copy of the day

    def take_daily(self) -> None:
        """Take it on a worker, if it is due, and say once if the log is not what was written."""
        reader = self._window.desk.reader
        if reader.writable:
            taking = partial(_daily, reader.path)
            work.run(taking, self._tell_daily, self._window.notice.warn)

    def _tell_daily(self, is_whole: bool) -> None:
        if not is_whole:
            name = self._window.desk.reader.path.name
            told = tr("The log of {name} is damaged, and today's copy with it.").format(name=name)
            remedy = tr("Check the library under File › Backups…: it tells where.")
            self._window.notice.warn(NotALibrary(told, remedy))

    # What lies beside the library

    def look_beside(self) -> None:
        """Look, on a worker, who else may have changed the library, and tell of it once."""
        reader = self._window.desk.reader
        if reader.writable:
            looking = partial(_beside, reader.path)
            warn = self._window.notice.warn
            work.run(lambda _progress: looking(), self._tell_beside, warn)

    def _tell_beside(self, found: "Beside") -> None:
        library = self._window.desk.reader.path
        if found.program and self._is_new(f"synced {library.resolve()}"):
            told = tr(SYNCED).format(name=library.name, program=found.program)
            self._window.notice.say(told)
        known = self._settings.told
        self._offer([copy for copy in found.copies if _named(copy) not in known])

    def _offer(self, copies: list[Path]) -> None:
        """Offer to merge what lies beside the library; what was offered is left alone then."""
        if not copies:
            return
        from core.share.words import visible
        from gui.dialogs.question import Question, sentences

        names = [visible(copy.name) for copy in copies[:NAMED]]
        more = [tr("and %n more", "", len(copies) - NAMED)] if len(copies) > NAMED else []
        told = tr(JOINED).format(names="\n".join((*names, *more)))
        question = Question(tr(BESIDE), sentences(told), tr("Merge…"), self._window)
        question.accepted.connect(partial(self._merge, copies))
        question.open()

    def _merge(self, copies: list[Path]) -> None:
        for copy in copies:
            self._is_new(_named(copy))
        self._window.sharing.merge_files(copies)

    def _is_new(self, what: str) -> bool:
        """Tell whether this was not said before; from now on it was."""
        try:
            return tell_once(self._settings, what)
        except DiskTrouble as error:
            self._window.notice.warn(error)
            return True


def _daily(library: Path, progress: Progress) -> bool:
    """Take the copy of the day; False where its log turns out to be damaged."""
    from core import backup  # on the worker

    known = backup.is_damaged(library)
    copy = backup.daily(library, tell=lambda: progress(0, 0))
    if copy is None or known:
        return True
    return backup.has_whole_log(library, copy.path, lambda: progress(0, 0))


class Beside(NamedTuple):
    """The program that carries a library's folder about, and the library's other selves."""

    program: str | None
    copies: list[Path]


def _beside(library: Path) -> Beside:
    from core import backup  # on the worker

    return Beside(backup.synced_by(library), backup.conflict_copies(library))


def _named(copy: Path) -> str:
    """Name a file by its place and time: once it was written anew, it is told of again."""
    try:
        return f"merged {copy.resolve()} {copy.stat().st_mtime_ns}"
    except OSError:
        return f"merged {copy}"
