"""Files that are whole or not there: made beside their place, on the disk, then moved in one step.

After any mishap, a cut of power among them, there is the old file or the new one. What is written
is the caller's, and so is the sentence for the reader where the system says no: all of these raise
OSError.
"""

import errno
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WAYS = ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
PART = re.compile(r"\.meipi-[0-9a-f]{16}\.part(-journal)?")
DAY_SECONDS = 24 * 60 * 60
MINE = 0o600  # rights
SMALL = 1 << 16  # bytes that a file may have though the system says none
#: Seconds between tries. On Windows no file is replaced while another program has it open, as one
#: that looks for viruses, or another window, has for a moment.
WAITS = (0.01, 0.05, 0.2) if os.name == "nt" else ()


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """Give a name for a file that `arrive` will move to its place; what stays there is removed."""
    part = place.with_name(f".meipi-{os.urandom(8).hex()}.part")
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def arrive(part: Path, place: Path) -> None:
    """Move a finished file to its place, with the rights of what was there; a link is replaced."""
    _reach_the_disk(part)
    _move(part, place)
    settle(place.parent)
    tidy(place)


def tidy(written: Path) -> None:
    """Remove the parts beside a file, just written, that writers left when they were cut off.

    Only parts that were last touched a day before `written` go, both times being of one disk: one
    that is still being written is younger. A writer whose machine slept for a day meanwhile gets
    an error, and what was there before is there still.
    """
    with suppress(OSError), os.scandir(written.parent) as beside_it:
        now = written.stat().st_mtime
        for one in beside_it:
            with suppress(OSError):
                if PART.fullmatch(one.name) and now - _touched(one) > DAY_SECONDS:
                    Path(one).unlink()


def _touched(one: os.DirEntry[str]) -> float:
    return one.stat(follow_symlinks=False).st_mtime


def write(place: Path, content: bytes, *, secret: bool = False) -> None:
    """Write a file; a link is replaced, not followed.

    Nobody else reads a `secret` one, where the system keeps such rights.
    """
    if secret:
        with suppress(FileNotFoundError):
            place.chmod(MINE)  # whose rights the new one takes over
    with _written(place, content, secret=secret) as part:
        arrive(part, place)


def put(place: Path, content: bytes) -> None:
    """Write one of many files into a folder that is to be settled once they are all there."""
    with _written(place, content) as part:
        _move(part, place)


@contextmanager
def _written(place: Path, content: bytes, *, secret: bool = False) -> Iterator[Path]:
    """Give a new file beside a place that holds this."""
    with beside(place) as part:
        with part.open("xb") as file:
            if secret:
                part.chmod(MINE)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield part


def read(place: Path, most: int) -> bytes:
    """Give the first bytes of a file, so many at most. For a pipe or a device nobody waits."""
    handle = os.open(place, os.O_RDONLY | sum(getattr(os, way, 0) for way in WAYS))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "It is no file", str(place))
        content: bytes | None = file.read(min(most, max(found.st_size, SMALL)))
        return content or b""  # none, where one of the system's own has nothing to say just now


def whole(place: Path) -> Path:
    """Give where a path leads, links followed; of links that lead round in a ring, the path."""
    return Path(os.path.realpath(place))


def settle(folder: Path) -> None:
    """Have the disk keep the names in a folder, and what was put there, where it is known how."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            _sync(opened)
        finally:
            os.close(opened)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, and have the disk keep their names."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        settle(one.parent)


def _move(part: Path, place: Path) -> None:
    if os.name == "posix":  # there is one right on Windows, and with it a file is not replaced
        with suppress(FileNotFoundError):
            part.chmod(stat.S_IMODE(place.stat().st_mode))
    for wait in WAITS:
        with suppress(PermissionError):
            part.replace(place)
            return
        time.sleep(wait)
    part.replace(place)


def _reach_the_disk(path: Path) -> None:
    with path.open("rb+") as file:
        _sync(file.fileno())


def _sync(opened: int) -> None:
    """Have the disk keep what is open: past its own cache, too, which macOS leaves it in."""
    os.fsync(opened)
    with suppress(ImportError, AttributeError, OSError):
        import fcntl  # Windows has none

        fcntl.fcntl(opened, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined]
