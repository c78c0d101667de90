"""Files that are whole or not there: made beside their place, proved, then moved in one step.

A full disk leaves half a database that passes for a whole one, so a copy is held against the rows
of what it was taken of. Why and when copies are taken is `take`'s and `restore`'s.
"""

import os
import re
import secrets
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from core import schema
from core.errors import DiskTrouble, NotALibrary
from core.store import inspect
from core.store.connect import moment, trouble

PART = re.compile(r"\.meipi-[0-9a-f]{16}\.part(-journal)?")
DAY_SECONDS = 24 * 60 * 60

Counts = dict[str, int]


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """Give a name for a file that `arrive` will move to its place; what stays there is removed."""
    part = place.with_name(f".meipi-{secrets.token_hex(8)}.part")
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def arrive(part: Path, place: Path) -> None:
    """Move a finished file to its place; after a power cut, there is the old one or this one."""
    _reach_the_disk(part)
    with suppress(FileNotFoundError):
        part.chmod(stat.S_IMODE(place.stat().st_mode))
    part.replace(place)
    settle(place.parent)


def _reach_the_disk(path: Path) -> None:
    """Have the disk keep a file: past its own cache too, where macOS does not do so by itself."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        with suppress(ImportError, AttributeError, OSError):
            import fcntl  # noqa: PLC0415  Windows has none

            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)  # type: ignore[attr-defined]


def settle(folder: Path) -> None:
    """Have the disk keep the names in a folder, where the system knows how."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, and have the disk keep their names."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        settle(one.parent)


def tidy(folder: Path) -> None:
    """Remove what somebody left who was cut off half way, a day ago or more."""
    with suppress(OSError):
        for path in folder.iterdir():
            if PART.fullmatch(path.name) and time.time() - path.stat().st_mtime > DAY_SECONDS:
                path.unlink(missing_ok=True)


def pour(source: sqlite3.Connection, into: Path, library: Path) -> None:
    """Copy a library as it is at one moment into a file, and prove that the copy is that.

    The moment begins with a question, which waits for a writer and gives up in the end; the copying
    alone would wait for ever.
    """
    with closing(sqlite3.connect(into.absolute(), isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = MEMORY")  # what is left half done is thrown away
        copy.execute("PRAGMA synchronous = OFF")
        with trouble(library), moment(source):
            counted = counts(source)
            source.backup(copy)
    with closing(sqlite3.connect(into.absolute(), isolation_level=None)) as copy:
        must_be_whole(copy, counted, schema.version(source), library.name)


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
            f"The copy of {name} is not whole; it was not kept.", "Check the disk, try again."
        )
