"""The only holder of the Library: every deed of the window passes here.

A library that can only be read is held as a Reader: it can be looked at, and deeds are refused.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import annotate
from core.change import Change, Record, Take
from core.errors import Busy, MeipiError, NotFound, ReadOnly, Stale, taken_away
from core.library import Library, Reader
from core.model import Article, Author, Colour, Conflict, Highlight, Passage, Stance
from gui.tongue import tr
from gui.work.connection import writing

AT_WORK = Busy("A large task is under way just now.", "Try again in a moment.")


class Desk(QObject):
    """Commits, undoes and redoes; `changed` tells every pane what was done."""

    changed = Signal(object)  # Change
    failed = Signal(object)  # MeipiError
    waiting = Signal()  # a deed has to wait for others; the window stands still meanwhile
    unshown = Signal(object)  # Change: it is done, and seen once others let go of the library
    refreshed = Signal()  # another program wrote to the library
    unwritten = Signal(str, str)  # a highlight, and its note that waited, and still has to
    freed = Signal()  # the library was taken back from a worker
    brought_back = Signal()  # what was written on, and removed elsewhere meanwhile

    def __init__(
        self, library: Reader, parent: QObject | None = None, why: MeipiError | None = None
    ) -> None:
        """Hold a library; `why` says what stands against writing to it."""
        super().__init__(parent)
        self._reader = library
        if isinstance(library, Library):
            library.waiting = self.waiting.emit
        self.why = why or ReadOnly(
            tr("{name} can only be read: nothing you mark here would be kept.").format(
                name=library.path.name
            ),
            tr("Copy it to where you may write, and open the copy."),
        )
        self._seen = library.last_seq()
        self.behind = False  # whether a deed was done that nobody was shown yet
        self._lent, self._file = False, _file(library.path)
        self._typed = dict[str, str]()  # notes that wait until the library is taken back

    @property
    def reader(self) -> Reader:
        return self._reader

    @property
    def closed(self) -> str:
        """Say why nothing can be written here; nothing where it can."""
        if self._reader.writable:
            return ""
        from gui.tongue.said import in_words  # for what is only looked at

        return in_words(self.why)

    @property
    def _library(self) -> Library:
        if not isinstance(self._reader, Library):
            raise self.why
        return self._reader

    def commit(self, make: Callable[[], Change]) -> Change | None:
        """Do a deed: when `changed` tells of it, it is on the disk."""
        return self._do(lambda: self._library.commit(make()))

    def undo(self) -> Change | None:
        return self._do(lambda: Library.undo(self._library))

    def redo(self) -> Change | None:
        return self._do(lambda: Library.redo(self._library))

    def sign_as(self, name: str) -> None:
        """Do deeds under this name from now on; those done keep theirs, and the id stays."""
        if isinstance(self._reader, Library):
            self._reader.author = Author(self._reader.author.id, name)

    def lend(self) -> None:
        """Leave the library to a worker: until it is taken back, no other deed is begun."""
        self._lent = True

    def take_back(self) -> None:
        """Have the library again, and write the notes that were typed meanwhile."""
        self._lent = False
        typed, self._typed = self._typed, {}
        for highlight, text in typed.items():
            if not self.note(highlight, text):
                self.unwritten.emit(highlight, text)
        self.freed.emit()

    @property
    def waiting_notes(self) -> list[str]:
        """Give the notes that wait until the library is taken back."""
        return list(self._typed.values())

    @property
    def free(self) -> bool:
        return not self._lent

    @property
    def is_there(self) -> bool:
        """Tell whether the library's file is where it was opened, and the same."""
        return _file(self._reader.path) == self._file

    def _do(
        self, deed: Callable[[], Change | None], raises: type[MeipiError] | tuple[()] = ()
    ) -> Change | None:
        if self._lent:
            self.failed.emit(AT_WORK)
            return None
        try:
            change = deed()
        except raises:
            raise
        except Stale as error:
            self.failed.emit(error)
            self.look_again()
            return None
        except MeipiError as error:
            self.failed.emit(error)
            return None
        if change:
            self._tell(change)
        return change

    def _tell(self, change: Change) -> None:
        """Tell of a deed; first of all else, if there was more than that deed since the last.

        It is on the disk: where others took the library right after it, that is no failure.
        """
        try:
            before, self._seen = self._seen, self._reader.last_seq()
        except MeipiError:
            self.behind = True
            self.unshown.emit(change)
            return
        if self.behind or self._seen - before > 1:
            self._refresh()
        self.changed.emit(change)

    def look_again(self) -> bool:
        """Hear of what others wrote meanwhile; True if all is surely as it was."""
        before = self._seen
        if self._lent:
            return False
        try:
            self._hear_to(self._reader.last_seq())
        except MeipiError as error:
            self.failed.emit(error)
            return False
        return self._seen == before

    def overhear(self) -> bool:
        """Hear of what others wrote, and say nothing where that fails; False: they are at it."""
        if self._lent:
            return True
        try:
            self._hear_to(self._reader.last_seq_now())
        except Busy:
            return False
        except MeipiError:
            return True
        return True

    def _hear_to(self, seq: int) -> None:
        if seq != self._seen:
            self._seen = seq
            self._refresh()

    def _refresh(self) -> None:
        self.behind = False
        self.refreshed.emit()

    def hear(self, change: Change) -> None:
        """Tell of a deed that a worker did in this library."""
        if change:
            self._tell(change)

    # The verbs of the window

    def add(self, articles: Iterable[Article]) -> Change | None:
        return self.commit(lambda: self._library.add(articles).change)

    def highlight(self, passage: Passage, colour: Colour) -> str | None:
        """Mark a passage; give the new highlight's id."""
        change = self.commit(lambda: annotate.highlight(passage, colour))
        return change.edits[0].record if change else None

    def recolour(self, highlight: str, colour: Colour) -> None:
        self.commit(lambda: annotate.recolour([self._one(highlight)], colour))

    def judge(self, highlight: str, stance: Stance) -> None:
        self.commit(lambda: annotate.judge([self._one(highlight)], stance))

    def note(self, highlight: str, text: str) -> bool:
        """Write a note; True once it is on the disk. While the library is lent, the note waits."""
        if self._lent:
            self._typed[highlight] = text
            return False
        kind = Record.HIGHLIGHT if text.strip() else None
        return self.write(kind, highlight, lambda: annotate.note(self._one(highlight), text))

    def write(self, kind: Record | None, record: str, make: Callable[[], Change]) -> bool:
        """Keep what was typed; a record of a `kind` that was removed meanwhile comes back by it."""
        gone = False

        def deed() -> Change:
            nonlocal gone
            try:
                return make()
            except NotFound:
                if kind is None:
                    raise
                self._library.commit(annotate.bring_back(kind, record))
                gone = True
                return make()

        done = self.commit(deed) is not None
        if done and gone:
            self.brought_back.emit()
        return done

    def tag(self, highlight: str, path: str) -> None:
        known = self._reader.tags()
        self.commit(lambda: annotate.tag([self._shelved(highlight)], path, known))

    def untag(self, highlight: str, tag: str) -> None:
        self.commit(lambda: annotate.untag([self._one(highlight)], tag))

    def keep_private(self, highlight: str, private: bool) -> None:
        self.commit(lambda: annotate.keep_private([self._one(highlight)], private))

    def settle(self, conflict: Conflict, value: str | None) -> bool:
        """Make one value, or a third, the only one of a field; True once it is on the disk."""
        return self.commit(lambda: _settled(conflict, value)) is not None

    def remove(self, highlights: Iterable[str]) -> None:
        self.commit(lambda: annotate.remove([self._one(one) for one in highlights]))

    def take_away(self, articles: Iterable[str]) -> None:
        self.commit(lambda: annotate.take_away(articles))

    def read(self, articles: dict[str, bool], now: bool) -> None:
        self.commit(lambda: annotate.read(articles, now))

    def count_as_read(self, article: str) -> bool:
        """Mark an article as read, quietly; False where that has to wait for who reads or writes.

        A worker may read for seconds (a share, a check), and nobody asked for this just now.
        """
        change = annotate.read({article: False}, True, quiet=True)
        try:
            self._do(lambda: self._library.commit(change, wait=False), raises=Busy)
        except Busy:
            return False
        return True

    def _one(self, highlight: str) -> Highlight:
        return self._reader.highlight(highlight)

    def _shelved(self, highlight: str) -> Highlight:
        """Give a highlight of an article that is there; a tag alone would not bring that back."""
        one = self._one(highlight)
        if self._reader.row(one.passage.article) is None:
            raise taken_away()
        return one


def _file(path: Path) -> tuple[int, int] | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


def _settled(conflict: Conflict, value: str | None) -> Change:
    """Settle a field of whatever kind of record it is."""
    change = annotate.settle(conflict.record, conflict.field, value, conflict.heads)
    edits = (replace(edit, kind=Record(conflict.kind)) for edit in change.edits)
    return replace(change, edits=tuple(edits))


def merge_into(
    whose: tuple[Path, Author],
    clean: Path,
    take: Take,
    source: str,
    tell: Callable[[str], object],
    alive: Callable[[], object],
) -> Change:
    """Take over what a clean library says, as one deed, once a copy of one's own was taken.

    `whose` names one's own library and oneself. For a worker, which has a connection of its own:
    copying and joining may take a minute. `tell` hears what is begun, "copy" or "join"; what
    `alive` raises calls it off, and nothing is changed.
    """
    from core import backup  # on the worker

    def copy(path: Path) -> None:
        tell("copy")
        backup.take(path, backup.Reason.MERGE, tell=alive)
        tell("join")

    def progress(_done: int, _total: int) -> None:
        alive()

    with writing(*whose, progress) as library:
        return library.merge(clean, take, source, first=copy)
