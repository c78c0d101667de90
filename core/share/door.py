"""A copy of a stranger's file opened so that little can be asked of it, and nothing run by it.

Before anything is read, its tables must be the ones that we make, word for word: no view, trigger,
generated column or check of the sender's is there to be evaluated.
"""

import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path

from core import schema
from core.errors import NotALibrary, Unreadable
from core.share import former
from core.share.copying import schema_rows
from core.share.words import visible

AGAIN = "Ask for the file again, made by Share."

MB = 1_000_000
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 8 * MB,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 10,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
#: A heap limit holds for the whole process and can only be lowered: it is for the child alone.
SETTINGS = (
    "hard_heap_limit = 120000000",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "query_only = ON",
)
#: The most rows that are read of a table; a hundred thousand highlights have half a million
#: revisions. Beyond it nothing is looked at.
MOST = {"manifest": 100, "articles": 300_000, "editions": 600_000}
MOST_ROWS = 2_500_000
ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA)


def enter(copy: Path, name: str, over: Callable[[], bool]) -> sqlite3.Connection:
    """Open a copy for reading bytes; `over` is asked all the while, and tells when to stop."""
    most = max(len(_made(create)) for create in (schema.create, former.create))
    if schema_rows(copy, most) > most:
        raise NotALibrary(f"{name} holds more tables than a library has.", AGAIN)
    address = f"{copy.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        connection.text_factory = bytes
        for limit, most in LIMITS.items():
            connection.setlimit(limit, most)
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.set_authorizer(_allow)
        connection.set_progress_handler(over, 10_000)
        _must_be_our_tables(connection, name)
        _must_not_be_many(connection, name)
    except BaseException:
        connection.close()
        raise
    return connection


def _allow(action: int, *what: str | None) -> int:
    is_count = action == sqlite3.SQLITE_FUNCTION and what[1] == "count"
    return sqlite3.SQLITE_OK if action in ALLOWED or is_count else sqlite3.SQLITE_DENY


Made = set[tuple[bytes | None, ...]]
MADE = "SELECT type, name, tbl_name, sql FROM sqlite_master"


def _must_be_our_tables(connection: sqlite3.Connection, name: str) -> None:
    """A library has an index and a share has none; a stranger's index is never asked anything."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    ours, whole = _made(schema.create_bare), _made(former.create if version < 3 else schema.create)
    theirs = set(connection.execute(f"{MADE} LIMIT {len(whole) + 1}"))
    if theirs - ours:
        ours = whole
    for kind, called, _, _ in sorted(theirs - ours, key=repr):
        what = visible(_text(called))
        raise NotALibrary(
            f"{name} holds {_one(_text(kind))} that Meipi did not make: {what}.",
            AGAIN,
        )
    later = _later(version)
    for _, called, _, _ in sorted(ours - theirs, key=repr):
        if _text(called) in later:
            continue
        raise NotALibrary(f"{name} lacks what every library has: {_text(called)}.", AGAIN)


def _one(kind: str) -> str:
    return f"an {kind}" if kind == "index" else f"a {visible(kind)}"


def _later(version: int) -> frozenset[str]:
    """Name what a version had not yet, with the indexes that SQLite makes."""
    names = [name for at, added in schema.ADDED.items() if at > version for name in added]
    return frozenset((*names, *(f"sqlite_autoindex_{name}_1" for name in names)))


@cache
def _made(create: Callable[[sqlite3.Connection], None]) -> Made:
    """Give the tables and indexes of an empty file."""
    empty = sqlite3.connect(":memory:", isolation_level=None)
    empty.text_factory = bytes
    create(empty)
    made = set(empty.execute(MADE))
    empty.close()
    return made


def _text(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else "nothing"


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Name the tables there are: of an older version, some are not."""
    there = {_text(called) for kind, called, *_ in connection.execute(MADE) if kind == b"table"}
    return sorted(schema.names() & there)


def _must_not_be_many(connection: sqlite3.Connection, name: str) -> None:
    for table in _tables(connection):
        most = MOST.get(table, MOST_ROWS)
        counted = f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT {most + 1})"
        if connection.execute(counted).fetchone()[0] > most:
            raise Unreadable(
                f"{name} holds more than {most:,} rows in {table}.", "Ask for a smaller share."
            )


def must_be_whole(connection: sqlite3.Connection, name: str) -> None:
    """Ask SQLite about every page that will be read.

    The quick check leaves out whether indexes agree with their tables, which takes most of the
    time; nothing here ever reads by an index. Before it, only counts and the manifest are read.
    Asked of a whole library, newer versions of SQLite would read a stranger's index, too.
    """
    has_index = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'docs'").fetchone()
    asked = [f"({table})" for table in _tables(connection)] if has_index else ["(1)"]
    for what in asked:
        if connection.execute(f"PRAGMA quick_check{what}").fetchone()[0] != b"ok":
            raise Unreadable(f"{name} is damaged.", AGAIN)
