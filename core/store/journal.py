"""The journal beside a library: whether what SQLite would play back was left by a deed on it.

SQLite plays a journal back before it answers anything. One that somebody laid there, or that a sync
program brought from another machine, would spoil the library; and one that names another file has
SQLite delete that file, whichever it is. Such a one is refused, and neither file is touched.
"""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import IO

from core import disk
from core.errors import NotALibrary

#: As https://www.sqlite.org/fileformat2.html#the_rollback_journal tells it.
MAGIC = bytes.fromhex("d9d505f920a163d7")
HEADER = 28
UNCOUNTED = 0xFFFFFFFF
WAYS = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
#: Where the first page of a database says how large its pages are, and how often it was changed.
SIZE, COUNTER = 16, 24

REMEDY = "Move that file away, unless you know what it is, and open the library again."


def must_be_ours(library: Path, opened: Callable[[], sqlite3.Connection]) -> None:
    """Refuse a library beside which lies a journal that no deed on it left.

    `opened` opens the library to read it only, so that SQLite can tell whether somebody is writing
    to it at this moment.
    """
    whole = disk.whole(library)  # SQLite follows a link, and looks beside what it leads to
    journal = whole.with_name(f"{whole.name}-journal")
    try:
        found = journal.lstat()
    except OSError:
        return
    if not stat.S_ISREG(found.st_mode):
        raise _refusal(journal, library, "is a link, or no file at all")
    if found.st_size:
        _look_into(journal, library, opened)


def _refusal(journal: Path, library: Path, wrong: str) -> NotALibrary:
    return NotALibrary(f"Beside {library.name} lies {journal.name}, which {wrong}.", REMEDY)


def _look_into(journal: Path, library: Path, opened: Callable[[], sqlite3.Connection]) -> None:
    with _file(journal) as file:
        head = file.read(HEADER)
        if not head or not head[0]:
            return  # the deed is done, or had not begun to change anything
        if not head.startswith(MAGIC):
            raise _refusal(journal, library, "is no journal of a library")
        if _end(file) == MAGIC:
            raise _refusal(journal, library, "has another file deleted when it is opened")
        if _is_left_over(opened) and not _fits(file, head, library):
            raise _refusal(journal, library, "was left by a deed on another state of it")


def _file(path: Path) -> IO[bytes]:
    how = os.O_RDONLY | sum(getattr(os, way, 0) for way in WAYS)
    return os.fdopen(os.open(path, how), "rb")


def _end(file: IO[bytes]) -> bytes:
    """Give the last bytes of a journal: after the name of another file stands the magic again."""
    file.seek(max(file.seek(0, os.SEEK_END) - len(MAGIC), HEADER))
    return file.read()


def _is_left_over(opened: Callable[[], sqlite3.Connection]) -> bool:
    """Have SQLite tell: whoever may only read is refused where something is to be played back."""
    try:
        with closing(opened()) as looked:
            looked.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK
    except sqlite3.DatabaseError:
        pass
    return False


def _fits(file: IO[bytes], head: bytes, library: Path) -> bool:
    """Hold the first page as it was before the deed against the file.

    A deed counts one change, and writes that down with its last pages. Where the first page is not
    in the journal, or the file was being made, there is nothing to hold against it.
    """
    first = _first_page(file, head)
    with library.open("rb") as there:  # nobody is writing to it, so that no lock of ours is lost
        now = there.read(COUNTER + 4)
    if not first or len(now) < COUNTER + 4:
        return True
    counted = _number(now, COUNTER) - _number(first, COUNTER)
    return counted in (0, 1) and first[SIZE : SIZE + 2] == now[SIZE : SIZE + 2]


def _first_page(file: IO[bytes], head: bytes) -> bytes:
    """Give the beginning of the first page, if it is in the journal and was there before."""
    many, pages, sector, size = (_number(head, at) for at in (8, 16, 20, 24))
    whole = file.seek(0, os.SEEK_END)
    if not pages or not size:
        return b""
    fitting = max(whole - sector, 0) // (size + 8)
    for number in range(fitting if many == UNCOUNTED else min(many, fitting)):
        file.seek(sector + number * (size + 8))
        record = file.read(4 + COUNTER + 4)
        if _number(record, 0) == 1:
            return record[4:]
    return b""


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "big")
