"""Opening a library's file, and SQLite's troubles in words fit for a reader.

What a file is, is asked through SQLite and never by opening it ourselves: closing a file of one's
own lets go of every lock that another connection of this program holds on it.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote_from_bytes

from core import collector, disk, schema
from core.errors import (
    Busy,
    DiskTrouble,
    MeipiError,
    NewerLibrary,
    NotALibrary,
    OlderLibrary,
    ReadOnly,
    moved,
)
from core.progress import Tell
from core.store import journal
from core.store.transaction import PATIENCE

if TYPE_CHECKING:
    from sqlite_utils import Database


def connect(path: Path) -> sqlite3.Connection:
    """Open a library to read and write, making it where there is none."""
    with trouble(path):
        if path.exists():
            must_be_ours(path)
        connection = sqlite3.connect(address(path, "mode=rwc"), uri=True, isolation_level=None)
        try:
            connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            if _is_empty(connection):
                schema.create(connection)
            _must_be_whole(connection, path)
            must_not_be_newer(connection, path)
            schema.settle(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_to_look(path: Path) -> sqlite3.Connection:
    """Open a library that must be there, to look only."""
    with trouble(path):
        if not path.exists():
            raise NotALibrary(f"There is no library at {path}.", "Check the name of the file.")
        must_be_ours(path)
        if not path.stat().st_size:
            raise NotALibrary(f"{path.name} is empty.", "Import something into it first.")
        try:
            return _connect_to_look(path)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
        # A writer was cut off; what it left half done can be taken back by a writer alone.
        connect(path).close()
        return _connect_to_look(path)


def _connect_to_look(path: Path) -> sqlite3.Connection:
    connection = _to_read(path)
    try:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        connection.execute("PRAGMA trusted_schema = OFF")
        _must_be_whole(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _to_read(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(address(path, "mode=ro"), uri=True, isolation_level=None)


def address(path: Path, how: str) -> str:
    """Spell a path as SQLite wants it: a share of another machine is no host to SQLite."""
    spelled = quote_from_bytes(os.fsencode(path.absolute().as_posix()))
    return f"file://{'' if spelled[0] == '/' else '/'}{spelled}?{how}"


def must_be_ours(path: Path) -> None:
    """Refuse what is no library, before SQLite is let near it: not a byte is written by asking.

    A file of no bytes will do: so it is left by somebody who was cut off while making it.
    """
    if not path.is_file():
        raise NotALibrary(f"{path.name or path} is not a file.", "Choose a Meipi library.")
    _must_be_a_library(path)
    journal.must_be_ours(path, lambda: _to_read(path))


def _must_be_a_library(path: Path) -> None:
    """Look at a file's first page, and at nothing else: no lock, no journal."""
    size = path.stat().st_size
    if not size:
        return
    if size == 1:  # SQLite would say that it is an empty database
        raise NotALibrary(
            f"{path.name} is a single byte, and no library.",
            "Choose another file, or restore a copy of it.",
        )
    try:
        with closing(sqlite3.connect(address(path, "mode=ro&immutable=1"), uri=True)) as looked:
            application = schema.version(looked)[0]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            return  # Half a deed looks so until its journal is played back; opening it will tell.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_NOTADB:
            raise
        raise NotALibrary(
            f"{path.name} is not a Meipi library.",
            "To read a page of text, import it instead of opening it.",
        ) from error
    if application != schema.APPLICATION_ID:
        raise _of_another(path, application)


def _of_another(path: Path, application: int) -> NotALibrary:
    if application == schema.SHARE_ID:
        return NotALibrary(
            f"{path.name} is a share and not a library.",
            f"Look into it with `meipi {path.name}`, or take it over with `meipi merge`.",
        )
    return NotALibrary(f"{path.name} is a database of another program.", "Choose another file.")


def _is_empty(connection: sqlite3.Connection) -> bool:
    made = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    return not made and schema.version(connection) == (0, 0)


def _must_be_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Look whether all is there that we read.

    A newer Meipi may have added to it, and its library can be looked at, but not written to.
    """
    application, version = schema.version(connection)
    if application != schema.APPLICATION_ID:
        raise _of_another(path, application)
    if version < schema.VERSION:
        raise OlderLibrary(
            f"{path.name} is in the format of an older Meipi.",
            "Open it where it can be written to, and it is brought up to date.",
        )
    if version > schema.VERSION and not _has_columns(connection):
        must_not_be_newer(connection, path)
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not schema.names() <= there:
        raise NotALibrary(f"{path.name} is damaged: a table is missing.", "Restore a copy of it.")


def must_not_be_newer(connection: sqlite3.Connection, path: Path) -> None:
    if schema.version(connection)[1] > schema.VERSION:
        raise NewerLibrary(
            f"{path.name} was written by a newer Meipi.", "Install that version to open it."
        )


def _has_columns(connection: sqlite3.Connection) -> bool:
    """Tell whether a newer library has every table and column that this version knows."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as anew:
        schema.create_bare(anew)
        ours, theirs = database(anew), database(connection)
        return all(_columns(ours, table) <= _columns(theirs, table) for table in schema.names())


def _columns(db: "Database", table: str) -> set[str]:
    return set(db.table(table).columns_dict)


def database(connection: sqlite3.Connection) -> "Database":
    """Give the connection the verbs to be asked what it is made of.

    Loaded here: a window that only shows and writes rows has no need of sqlite-utils, 9 MB of it.
    """
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False)


def forget_pages(connection: sqlite3.Connection) -> None:
    """Let go of the pages that are kept in memory: they are read again when they are needed."""
    connection.execute("PRAGMA shrink_memory")


#: So much is kept in memory while much of a library is gone through, in thousands of bytes.
ROOM = 200_000


@contextmanager
def roomy(connection: sqlite3.Connection) -> Iterator[None]:
    """Have room in memory for what goes through much of a library."""
    (usual,) = connection.execute("PRAGMA main.cache_size").fetchone()
    connection.execute(f"PRAGMA main.cache_size = -{ROOM}")
    connection.execute(f"PRAGMA temp.cache_size = -{ROOM}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA main.cache_size = {usual}")
        connection.execute(f"PRAGMA temp.cache_size = {usual}")


#: So many steps of SQLite go by, some tenths of a second, before it is told that we are at work.
STEPS = 1_000_000


@contextmanager
def at_work(connection: sqlite3.Connection, tell: Tell) -> Iterator[None]:
    """Call `tell` again and again while SQLite works; what it raises then ends the work."""

    def step() -> int:
        tell()
        return 0  # go on

    connection.set_progress_handler(step, STEPS)
    try:
        with collector.at_rest():
            yield
    except sqlite3.OperationalError as error:
        # What is no UTF-8 is told by Python itself, and has no code.
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            tell()
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def beside(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Have another library of our own writing at hand, as `theirs`. Never a stranger's file.

    It can only be read: SQLite would otherwise write a journal over both, which names their folder.
    """
    connection.execute("ATTACH ? AS theirs", [address(path, "mode=ro")])
    try:
        with roomy(connection):
            yield
    finally:
        connection.execute("DETACH theirs")


class Misread(ValueError):
    """Rows hold what nobody wrote."""


@contextmanager
def reading() -> Iterator[None]:
    """Make values of rows: what is no value of its kind was damaged."""
    try:
        yield
    except ValueError as error:
        raise Misread(str(error)) from error


@contextmanager
def trouble(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into one sentence and a remedy."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _told(error, path) from error
    except (UnicodeDecodeError, Misread) as error:  # SQLite quotes a damaged schema as it is
        raise _damaged(path) from error
    except OSError as error:
        if told := _refusal(error, path):
            raise _say(told, path) from error
        raise DiskTrouble(
            f"{path.name} could not be opened: {error.strerror}.", "Check the folder and the disk."
        ) from error


Trouble = tuple[type[MeipiError], str, str]


def _refusal(error: OSError, path: Path) -> Trouble | None:
    """Tell what Windows means where it keeps a library from being opened, replaced or removed.

    That a file is in use it says in so many words, or that access is denied: also of one that may
    only be read. What can be opened to write is kept by somebody who has it open.
    """
    code = getattr(error, "winerror", 0)
    if not path.is_file() or code not in (DENIED, *IN_USE):
        return None
    if code in IN_USE:
        return _BUSY
    named = {disk.whole(Path(one)) for one in (error.filename, error.filename2) if one}
    if disk.whole(path) not in named:
        return None  # of another file
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError:
        return _READ_ONLY
    return _BUSY


def _told(error: sqlite3.DatabaseError, path: Path) -> MeipiError:
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_READONLY_DBMOVED or _went(code, path):
        return moved(path)
    if code & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR) and _lacks_journal(path):
        code = sqlite3.SQLITE_READONLY
    if code & 0xFF in TROUBLES:
        return _say(TROUBLES[code & 0xFF], path)
    if (not code and "UTF-8" in str(error)) or (code == sqlite3.SQLITE_ERROR and _is_odd(path)):
        return _damaged(path)
    raise error


def _say(told: Trouble, path: Path) -> MeipiError:
    kind, sentence, remedy = told
    return kind(sentence.format(path.name), remedy)


def _is_odd(path: Path) -> bool:
    """Tell whether tables are others than we make: then it is not our question that is wrong.

    Of another version they are, in whole files too: of those nothing is said.
    """
    made = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    anew = sqlite3.connect(":memory:", isolation_level=None)
    with closing(anew), closing(_to_read(path)) as looked:
        schema.create_bare(anew)
        if schema.version(looked) != schema.version(anew):
            return False
        looked.text_factory = lambda text: text.decode(errors="replace")
        return not set(anew.execute(made)) <= set(looked.execute(made))


def _damaged(path: Path) -> NotALibrary:
    return NotALibrary(f"{path.name} is damaged.", "Restore a copy of it.")


def _went(code: int, path: Path) -> bool:
    """Tell whether what cannot be read is a file that was open, and is no longer where it was."""
    return code & 0xFF == sqlite3.SQLITE_IOERR and not path.exists()


def _lacks_journal(path: Path) -> bool:
    """Tell whether a file is there, but no journal can be written beside it."""
    journal = path.with_name(f"{path.name}-journal")
    beside = journal if journal.exists() else path.absolute().parent
    return path.exists() and not os.access(beside, os.W_OK)


#: What Windows says where somebody has a file open, or a part of it.
IN_USE = (32, 33)
#: What it says where a file cannot be had so, whether it is open elsewhere, or has no such rights.
DENIED = 5
_BUSY = (Busy, "Another program is using {}.", "Try again in a moment.")
_READ_ONLY = (ReadOnly, "{} can only be read.", "Copy it to where you may write.")
_GONE = (DiskTrouble, "{} could not be reached.", "Check the folder and the disk.")
_DAMAGED = (NotALibrary, "{} is damaged or no library.", "Restore a copy of it.")
_FULL = (DiskTrouble, "The disk is full; nothing was changed.", "Free some space, then try again.")
TROUBLES: dict[int, Trouble] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _GONE,
    sqlite3.SQLITE_IOERR: _GONE,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}
