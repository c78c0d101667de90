"""Where the copies of a library lie, what they are called, and whether it is known to be damaged.

They lie beside the usual library's folder and not beside the library: what takes a disk, a stick or
a synced folder away must not take the copies too.
"""

import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from core import disk, settings
from core.day import at
from core.ident import mark
from core.revision import possible

Clock = Callable[[], int]
NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)-([a-z]+)(?:-\d+)?\.meipi")
STAMP = "%Y-%m-%dT%H%M%SZ"
NAME_BYTES = 100
DAMAGED = "damaged"


class Reason(StrEnum):
    """Why a copy was taken: before a deed of that name, once a day, or by hand."""

    DAILY = "daily"
    MERGE = "merge"
    MIGRATE = "migrate"
    RESTORE = "restore"
    REBUILD = "rebuild"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a library, and when it was taken, in milliseconds since 1970."""

    path: Path
    reason: Reason
    clock: int
    size: int


def now() -> int:
    """Tell the time in milliseconds since 1970, UTC."""
    return possible(time.time_ns() // 1_000_000)


def folder(library: Path) -> Path:
    """Give the folder for the copies of this library, which may not be there yet."""
    whole = disk.whole(library)
    name = os.fsencode(whole.stem)[:NAME_BYTES].decode(sys.getfilesystemencoding(), "ignore")
    return settings.home("data") / "backups" / f"{name}-{mark(os.fsencode(whole))}"


def copies(library: Path) -> list[Copy]:
    """List the copies of a library, newest first; other files that lie there are passed over."""
    inside = list[Path]()
    with suppress(OSError):
        inside += folder(library).iterdir()
    return [copy for *_, copy in sorted(filter(None, map(_copy, inside)), reverse=True)]


def _copy(path: Path) -> tuple[int, int, str, Copy] | None:
    """Give a copy and what it is sorted by in time, also among those of one second."""
    named = NAME.fullmatch(path.name)
    if named is None or not path.is_file():
        return None
    # Another reason, or the 31st of February; or another program let go of it just now.
    with suppress(ValueError, OSError):
        clock = int(datetime.fromisoformat(named[1]).timestamp()) * 1000
        found = path.stat()
        copy = Copy(path, Reason(named[2]), clock, found.st_size)
        return clock, found.st_mtime_ns, path.name, copy
    return None


def stamp(clock: int) -> str:
    """Spell a time so that any system takes it for a part of a name."""
    return f"{at(clock):{STAMP}}"


def free(library: Path, name: str, ending: str) -> Path:
    """Give a path for something new among the copies; two of one second have a number each."""
    place, number = folder(library) / f"{name}{ending}", 1
    while place.exists():
        number += 1
        place = place.with_name(f"{name}-{number}{ending}")
    return place


def is_damaged(library: Path) -> bool:
    """Tell whether something was found wrong with a library, and not mended since."""
    return (folder(library) / DAMAGED).exists()


def mark_damaged(library: Path) -> None:
    """Remember that a library is damaged: its older copies are let alone until it is mended."""
    with suppress(OSError):  # where nothing can be written, no copy is let go either
        if copies(library):
            (folder(library) / DAMAGED).touch()


def mark_sound(library: Path) -> None:
    """Remember that a library was looked at and is sound."""
    with suppress(OSError):
        (folder(library) / DAMAGED).unlink(missing_ok=True)
