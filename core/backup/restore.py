"""Putting a copy back in a library's place, whole, with what was there kept.

Works where the library is damaged or gone. What is there is never lost by it: a copy is taken
first, or, where it is past reading, its bytes are laid aside as they are. Who mends a library in
its place keeps it in the same way.
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from core import disk, schema
from core.backup.migrate import STEPS, Step, climb
from core.backup.place import Clock, Reason, copies, free, mark_sound, now, stamp
from core.backup.take import take
from core.backup.whole import connect_any, pour
from core.disk import arrive, beside, settle
from core.errors import NewerLibrary, NotALibrary, Refused, moved
from core.progress import Tell, unheard
from core.store.connect import connect_to_look, trouble

SIDECARS = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where that is kept which stood there before, if anything did."""

    source: Path
    before: Path | None


def restore(
    library: Path, source: Path, clock: Clock = now, steps: Mapping[int, Step] = STEPS
) -> Restored:
    """Put a copy in a library's place, in one step; one of an older format is brought up to date.

    Whoever has the library open must open it again: deeds over an old opening are refused.
    """
    library = disk.whole(library)  # a link stays, and the library it leads to is replaced
    with trouble(library), beside(library) as fresh, ExitStack() as held:
        _must_be_a_copy(source, library)
        _read(source, fresh, steps)
        before = _keep(library, held, clock)
        if os.name == "nt":
            held.close()  # there, an open file cannot be replaced
        _drop_sidecars(library)
        arrive(fresh, library)
    mark_sound(library)
    return Restored(source, before)


def keep(library: Path, reason: Reason, clock: Clock = now, tell: Tell = unheard) -> Path:
    """Keep a library as it is before something is done to it; tell where."""
    try:
        return take(library, reason, clock, tell).path
    except NotALibrary:
        return _lay_aside(library, clock())


def _must_be_a_copy(source: Path, library: Path) -> None:
    if not source.is_file():
        raise NotALibrary(f"There is no library at {source}.", "`meipi backup --list` shows some.")
    if library.exists() and source.samefile(library):
        raise Refused(f"{source} is the library itself.", "Name a copy of it.")
    for path in _beside(source):
        if path.stat().st_size:
            raise NotALibrary(
                f"{source.name} is not finished: {path.name} lies beside it.",
                "Open it in Meipi once, or choose another copy.",
            )


def _read(source: Path, fresh: Path, steps: Mapping[int, Step]) -> None:
    """Read a copy into a file of our own, and prove it."""
    try:
        with closing(connect_any(source)) as old:
            with trouble(source):
                old.execute("PRAGMA query_only = ON")
                _must_be_ours(old, source.name)
            pour(old, fresh, source)
        with closing(connect_any(fresh)) as new:
            new.execute("PRAGMA journal_mode = MEMORY")
            climb(new, steps, source.name)
        connect_to_look(fresh).close()
    except NotALibrary as error:
        sentence = error.sentence.replace(fresh.name, source.name)
        raise NotALibrary(sentence, "Choose another copy.") from error


def _must_be_ours(connection: sqlite3.Connection, name: str) -> None:
    """Refuse what is no library, or of a version to come; older ones will do."""
    application, version = schema.version(connection)
    if application != schema.APPLICATION_ID:
        raise NotALibrary(f"{name} is not a Meipi library.", "Choose another copy.")
    if version > schema.VERSION:
        raise NewerLibrary(f"{name} was written by a newer Meipi.", "Install that version.")


def _beside(library: Path) -> list[Path]:
    paths = (library.with_name(f"{library.name}{ending}") for ending in SIDECARS)
    return [path for path in paths if path.exists()]


def _keep(library: Path, held: ExitStack, clock: Clock) -> Path | None:
    """Keep what stands in a library's place, and keep others from writing to it.

    A file that is no library may be anything. Only where copies of it show that it was one, it is
    taken for a damaged one.
    """
    if not library.exists() or (not library.is_dir() and not library.stat().st_size):
        return None
    try:
        connect_to_look(library).close()  # opened to write, what is no library may lose its journal
        held.enter_context(_locked(library))
        return take(library, Reason.RESTORE, clock).path
    except (NotALibrary, NewerLibrary):
        if not copies(library) or not library.is_file():
            raise
        held.close()
        return _lay_aside(library, clock())


@contextmanager
def _locked(library: Path) -> Iterator[None]:
    """Hold the writer's lock; what a writer left half done is taken back by that.

    Who waits for it may get it of a file that somebody else has put a copy in the place of.
    """
    before = library.stat()
    with closing(connect_any(library)) as holder:
        with trouble(library):
            if schema.version(holder)[0] == schema.APPLICATION_ID:
                schema.settle(holder)
            holder.execute("BEGIN IMMEDIATE")
            if not os.path.samestat(before, library.stat()):
                raise moved(library)
        yield


def _lay_aside(library: Path, moment: int) -> Path:
    """Keep the bytes of a damaged library, with what lies beside it that belongs to it."""
    import shutil  # brings what packs files along

    place = free(library, f"{stamp(moment)}-damaged", ".sqlite")
    for path in (*_beside(library), library):
        aside = place.with_name(place.name + path.name.removeprefix(library.name))
        with trouble(aside), beside(aside) as part:
            with path.open("rb") as there, part.open("xb") as here:
                shutil.copyfileobj(there, here)
            arrive(part, aside)
    return place


def _drop_sidecars(library: Path) -> None:
    """Remove what SQLite would play back into the new file. It was played back, or laid aside."""
    for path in _beside(library):
        path.unlink()
    settle(library.parent)
