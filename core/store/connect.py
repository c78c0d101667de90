"""Opening a library's file, and SQLite's troubles in words fit for a reader."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core import schema
from core.errors import Busy, DiskTrouble, MeipiError, NewerLibrary, NotALibrary, ReadOnly

if TYPE_CHECKING:
    from sqlite_utils import Database

BEGINNING = b"SQLite format 3\x00"


def connect(path: Path) -> sqlite3.Connection:
    """Open a library to read and write, making it where there is none."""
    with trouble(path):
        if path.exists() and path.stat().st_size:
            _must_be_ours(path)
        connection = sqlite3.connect(path.absolute(), isolation_level=None)
        try:
            schema.settle(connection)
            _make_or_check(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_to_look(path: Path) -> sqlite3.Connection:
    """Open a library that must be there, to look only."""
    with trouble(path):
        if not path.exists():
            raise NotALibrary(f"There is no library at {path}.", "Check the name of the file.")
        _must_be_ours(path)
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
        )
        connection.execute("PRAGMA busy_timeout = 5000")
        _make_or_check(connection, path)
        return connection


def _must_be_ours(path: Path) -> None:
    if not path.is_file():
        raise NotALibrary(f"{path.name} is not a file.", "Choose a Meipi library.")
    with path.open("rb") as file:
        head = file.read(72)
    application = int.from_bytes(head[68:72], "big")
    if not head.startswith(BEGINNING) or application not in (0, schema.APPLICATION_ID):
        raise NotALibrary(
            f"{path.name} is not a Meipi library.",
            "To read a page of text, import it instead of opening it.",
        )


def _make_or_check(connection: sqlite3.Connection, path: Path) -> None:
    application, version = schema.version(connection)
    empty = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if (application, version) == (0, 0) and empty:
        schema.create(connection)
    elif application != schema.APPLICATION_ID:
        raise NotALibrary(f"{path.name} is a database of another program.", "Choose another file.")
    elif version > schema.VERSION:
        raise NewerLibrary(
            f"{path.name} was written by a newer Meipi.", "Install that version to open it."
        )


def database(connection: sqlite3.Connection) -> "Database":
    """Give the connection the verbs for writing.

    Loaded here, at the first deed: a window is painted sooner than sqlite-utils is imported.
    """
    from sqlite_utils import Database  # noqa: PLC0415

    return Database(connection, execute_plugins=False)


@contextmanager
def deed(db: "Database") -> Iterator[None]:
    """Do one deed: all of it is on the disk when this ends, or none of it.

    IMMEDIATE takes the writer's lock at once: a deferred transaction that reads before it writes
    fails without waiting when another program writes meanwhile.
    """
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        with db.atomic():
            yield
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise


@contextmanager
def trouble(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into one sentence and a remedy."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _told(error, path) from error
    except OSError as error:
        raise DiskTrouble(
            f"{path.name} could not be opened: {error.strerror}.", "Check the folder and the disk."
        ) from error


def _told(error: sqlite3.DatabaseError, path: Path) -> MeipiError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy(f"Another program is writing to {path.name}.", "Try again in a moment.")
    if code == sqlite3.SQLITE_FULL:
        return DiskTrouble("The disk is full; nothing was changed.", "Free some space, try again.")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ReadOnly(f"{path.name} can only be read.", "Copy it to where you may write.")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return DiskTrouble(f"{path.name} could not be reached.", "Check the folder and the disk.")
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return NotALibrary(f"{path.name} is damaged or no library.", "Restore a copy of it.")
    raise error
