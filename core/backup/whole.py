"""Copies that are whole: taken at one moment, and proved before they move to their place.

A full disk leaves half a database that passes for a whole one, so a copy is held against the rows
of what it was taken of. Why and when copies are taken is `take`'s and `restore`'s.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from core import schema
from core.errors import DiskTrouble, NotALibrary
from core.progress import Tell, unheard
from core.store import inspect
from core.store.connect import at_work, trouble
from core.store.transaction import PATIENCE, moment

PAGES = 4096  # that are copied at a time

Counts = dict[str, int]


def connect_any(path: Path) -> sqlite3.Connection:
    """Open a file, whatever its format; what it is, whoever asks looks for themselves."""
    with trouble(path):
        connection = sqlite3.connect(path.absolute(), isolation_level=None)
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        return connection


def pour(source: sqlite3.Connection, into: Path, library: Path, tell: Tell = unheard) -> None:
    """Copy a library as it is at one moment into a file, and prove that the copy is that.

    The moment begins with a question, which waits for a writer and gives up in the end; the copying
    alone would wait for ever. `tell` is called again and again; what it raises calls the copy off.
    """
    with closing(sqlite3.connect(into.absolute(), isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = MEMORY")  # what is left half done is thrown away
        copy.execute("PRAGMA synchronous = OFF")
        with trouble(library), moment(source):
            counted = counts(source)
            unwritten = _copied(source, copy, tell)
        if unwritten:
            raise DiskTrouble(
                f"The copy of {library.name} could not be written.",
                "Check the disk, then try again.",
            ) from unwritten
    proved = sqlite3.connect(into.absolute(), isolation_level=None)
    with closing(proved), at_work(proved, tell):
        must_be_whole(proved, counted, schema.version(source), library.name)


#: What SQLite says where it is the copy that fails, and not what it is taken of.
UNWRITTEN = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_FSYNC)


def _copied(
    source: sqlite3.Connection, copy: sqlite3.Connection, tell: Tell
) -> sqlite3.OperationalError | None:
    """Copy page by page, and give what kept the copy from being written, if anything did."""
    try:
        source.backup(copy, pages=PAGES, progress=lambda *_far: tell())
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) not in UNWRITTEN:
            raise
        return error
    return None


def counts(connection: sqlite3.Connection) -> Counts:
    """Count the rows of every table; of a virtual one, those of the tables that it is kept in."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    named = connection.execute(asked).fetchall()
    return {
        name: connection.execute('SELECT count(*) FROM "{}"'.format(name.replace('"', '""')))
        .fetchone()[0]
        for (name,) in named
    }  # fmt: skip


def must_be_whole(
    copy: sqlite3.Connection, counted: Counts, version: tuple[int, int], name: str
) -> None:
    copy.execute("PRAGMA trusted_schema = OFF")
    found = next(inspect.pages(copy), None)
    if found:
        raise NotALibrary(f"{name} is damaged; no copy of it was made.", "Restore a copy of it.")
    if counts(copy) != counted or schema.version(copy) != version:
        raise DiskTrouble(
            f"The copy of {name} is not whole; it was not kept.", "Check the disk, then try again."
        )
