"""A stranger's file taken into a folder of our own: that file alone, if it can be one of ours.

No link is followed, nothing is waited for, and what lies beside it is never looked into: SQLite
would play a journal lying there into the file, and delete what the journal names.
"""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from core import schema
from core.errors import MeipiError, NewerLibrary, NotALibrary, Unreadable
from core.share.mark import APPLICATION_ID
from core.share.words import visible

LARGEST = 2_000_000_000
MAGIC = b"SQLite format 3\0"
AT_ONCE = 1 << 20
OURS = (APPLICATION_ID, schema.APPLICATION_ID)
AGAIN = "Ask for the file again."
ANOTHER = "Choose another file."
WAYS = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")


def take(path: Path, copy: Path, alive: Callable[[], object]) -> None:
    """Copy the file at `path` to `copy`, calling `alive` often; or say in one sentence why not."""
    name = visible(path.name)
    if path.is_symlink():
        raise Unreadable(f"{name} is a link to another file.", "Open that file itself.")
    _must_be_alone(path)
    try:
        handle = os.open(path, os.O_RDONLY | sum(getattr(os, way, 0) for way in WAYS))
    except OSError as error:
        raise Unreadable(
            f"{name} could not be opened: {error.strerror}.",
            "Check that it is there and can be read, then try again.",
        ) from error
    try:
        size = _size(handle, name)
    except MeipiError:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb") as source, copy.open("xb") as target:
        head = source.read(100)
        _must_be_ours(head, size, name)
        target.write(head)
        left = size - len(head)
        while left and (part := source.read(min(left, AT_ONCE))):
            target.write(part)
            left -= len(part)
            alive()


def _size(handle: int, name: str) -> int:
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(f"{name} is not a file.", "Choose a file that Meipi made.")
    if found.st_size > LARGEST:
        raise Unreadable(f"{name} is larger than two gigabytes.", "Ask for a smaller share.")
    return found.st_size


def _must_be_alone(path: Path) -> None:
    """Refuse a file with a journal beside it: part of what it says may be there, or a trap."""
    for end in ("-journal", "-wal", "-shm"):
        beside = path.with_name(path.name + end)
        try:
            found = beside.lstat()
        except OSError:
            continue
        is_file = stat.S_ISREG(found.st_mode)
        is_none = not found.st_size or (end == "-journal" and is_file and _says_nothing(beside))
        if not (is_file and is_none):
            raise Unreadable(
                f"{visible(beside.name)} lies beside {visible(path.name)}, which was not closed.",
                "Ask for the file again, made by Share.",
            )


def _says_nothing(journal: Path) -> bool:
    """Tell a journal that SQLite takes for none: who wrote it was cut off before the deed began."""
    handle = os.open(journal, os.O_RDONLY | sum(getattr(os, way, 0) for way in WAYS))
    with os.fdopen(handle, "rb") as file:
        return file.read(1) == b"\0"


def _must_be_ours(head: bytes, size: int, name: str) -> None:
    """Read the file's first hundred bytes, as SQLite's file format tells them."""
    trouble = _trouble(head, size, name)
    if trouble:
        raise trouble


def _trouble(head: bytes, size: int, name: str) -> MeipiError | None:
    if head[:16] != MAGIC or len(head) < 100:
        what = "is not a Meipi share or library" if size else "is empty"
        return NotALibrary(f"{name} {what}.", ANOTHER)
    if _number(head, 68) not in OURS:
        return NotALibrary(f"{name} is a database of another program.", ANOTHER)
    if _number(head, 60) > schema.VERSION:
        return NewerLibrary(f"{name} was written by a newer Meipi.", "Install that version.")
    page = int.from_bytes(head[16:18], "big")
    for wrong, what in (
        (_number(head, 60) < 1, "has a format that Meipi never wrote"),
        (head[18:20] != b"\1\1", "was not closed by the program that wrote it"),
        (_number(head, 56) != 1, "is not written in UTF-8"),
        (size != _number(head, 28) * (65536 if page == 1 else page), "was cut short on its way"),
    ):
        if wrong:
            return Unreadable(f"{name} {what}.", AGAIN)
    return None


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")


def schema_rows(copy: Path, most: int) -> int:
    """Count the rows of a file's own description, as far as `most`, in its pages themselves.

    SQLite reads all of it before it answers anything, and of a hundred thousand views for long.
    """
    with copy.open("rb") as file:
        head = file.read(100)
        size = int.from_bytes(head[16:18], "big")
        size = 65536 if size == 1 else size
        waiting, rows, seen = [1], 0, set[int]()
        while waiting and rows <= most and len(seen) <= most:
            number = waiting.pop()
            seen.add(number)
            file.seek((number - 1) * size)
            page = file.read(size)
            start = 100 if number == 1 else 0
            cells = int.from_bytes(page[start + 3 : start + 5], "big")
            if page[start : start + 1] != b"\5":
                rows += cells
                continue
            pointers = page[start + 12 : start + 12 + 2 * min(cells, most)]
            places = [
                int.from_bytes(pointers[i : i + 2], "big") for i in range(0, len(pointers), 2)
            ]
            waiting += [_number(page, at) for at in (*places, start + 8)]
            waiting = [one for one in waiting if one > 0 and one not in seen]
    return rows if not waiting else most + 1


def cap_memory(size: int) -> None:
    """Let this process have no more memory than that.

    Windows has no such limit for a process, and some versions of macOS refuse it; there SQLite's
    own limit, set in `door`, and the deadline are what is left.
    """
    if sys.platform != "win32":
        import resource  # not there on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
