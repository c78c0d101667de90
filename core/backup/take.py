"""Taking copies: before what could go wrong, once a day, and by hand.

The library may be in use: SQLite copies it as it is at one moment. It is never written to.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from core import schema
from core.backup.place import (
    Clock,
    Copy,
    Reason,
    copies,
    free,
    is_damaged,
    mark_damaged,
    now,
    stamp,
)
from core.backup.thin import DAY, superfluous
from core.backup.whole import pour
from core.disk import arrive, beside, make_folder
from core.errors import DiskTrouble, MeipiError, NotALibrary
from core.progress import Tell, unheard
from core.store import inspect
from core.store.connect import at_work, connect_to_look, trouble

#: How many old copies go when a new one is taken: a clock that is years off must not cost them all.
AT_ONCE = 3


def take(library: Path, reason: Reason, clock: Clock = now, tell: Tell = unheard) -> Copy:
    """Take a copy of a library and let go of those that are superfluous now.

    `tell` is called again and again; what it raises calls the copy off, and nothing is left of it.
    """
    try:
        with closing(connect_to_look(library)) as source:
            return take_from(source, library, reason, clock, tell)
    except NotALibrary:
        mark_damaged(library)
        raise


def take_from(
    source: sqlite3.Connection,
    library: Path,
    reason: Reason,
    clock: Clock = now,
    tell: Tell = unheard,
) -> Copy:
    """Take a copy by a connection that is open already."""
    moment = clock()
    place = free(library, f"{stamp(moment)}-{reason}", ".meipi")
    with trouble(place):
        make_folder(place.parent)
    _copy(source, library, place, tell)
    _thin(library, moment)
    return Copy(place, reason, moment // 1000 * 1000, place.stat().st_size)


def copy_to(library: Path, place: Path) -> None:
    """Copy a library to a place of the reader's own, which nothing else may be lost by."""
    with closing(connect_to_look(library)) as source:
        _must_be_free(place, source)
        _copy(source, library, place)


def has_whole_log(library: Path, copy: Path, tell: Tell = unheard) -> bool:
    """Tell whether every deed in a copy is what was written; if not, older copies are let alone.

    That takes half as long as the copy, so it is asked once a day, and where one was made by hand.
    """
    with trouble(copy), closing(connect_to_look(copy)) as held, at_work(held, tell):
        is_ours = schema.version(held)[1] == schema.VERSION
        whole = not is_ours or next(inspect.log(held), None) is None
    if not whole:
        mark_damaged(library)
    return whole


def _copy(source: sqlite3.Connection, library: Path, place: Path, tell: Tell = unheard) -> None:
    with trouble(place), beside(place) as part:
        pour(source, part, library, tell)
        arrive(part, place)


def _must_be_free(place: Path, source: sqlite3.Connection) -> None:
    """Refuse to write over a file, unless it is an older copy of the same library."""
    if place.is_dir():
        raise DiskTrouble(f"{place} is a folder.", "Give the name of a file.")
    if not place.exists():
        return
    with suppress(MeipiError), closing(connect_to_look(place)) as there, trouble(place):
        last = there.execute("SELECT seq, id FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
        ours = "SELECT 1 FROM changes WHERE (seq, id) = (?, ?)"
        apart = not place.samefile(_file(source))
        if apart and (last is None or source.execute(ours, last).fetchone()):
            return
    raise DiskTrouble(
        f"{place} is there already, and is no older copy of this library.", "Give another name."
    )


def _file(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def due(library: Path, clock: Clock = now) -> bool:
    """Tell whether the daily copy is due: something was done, and the last copy is a day old."""
    moment = clock()
    past = [copy for copy in copies(library) if copy.clock <= moment]
    if (past and moment - past[0].clock < DAY) or not library.exists():
        return False
    done = _last_deed(library)
    return bool(done) and not (past and done == _last_deed(past[0].path))


def _last_deed(path: Path) -> tuple[int, str] | None:
    """Give number and id of the last deed in a library; none where it cannot be read."""
    with suppress(MeipiError), trouble(path), closing(connect_to_look(path)) as connection:
        found: tuple[int, str] | None = connection.execute(
            "SELECT seq, id FROM changes ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        return found
    return None


def daily(library: Path, clock: Clock = now, tell: Tell = unheard) -> Copy | None:
    """Take the daily copy, if it is due."""
    return take(library, Reason.DAILY, clock, tell) if due(library, clock) else None


def _thin(library: Path, moment: int) -> None:
    """Let go of superfluous copies, and of none while the library is damaged."""
    if is_damaged(library):
        return
    for copy in superfluous(copies(library), moment)[-AT_ONCE:]:
        with suppress(OSError):
            copy.path.unlink()
