"""Folders for copies that nobody else may look into, and that no end of a program leaves behind.

In each lies a file that its maker keeps locked: the system lets go of the lock when the program
ends, however it ends. What nobody holds is swept away before another is made; what is unfinished
may be in the making, and is left for a day. The temporary folder may be everybody's, so nothing in
it is believed that is not our own, and no link is followed.
"""

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from core.errors import uncopied

PREFIX = "meipi-"
NAME = re.compile(rf"{PREFIX}[a-z0-9_]+")
HELD, COPIES = "held", "copies"
DAY = 86_400  # seconds
OTHERS = 0o077  # the rights of everybody else
WAYS = os.O_RDWR | sum(getattr(os, way, 0) for way in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
ANEW = WAYS | os.O_CREAT | os.O_EXCL
A_FOLDER = os.O_RDONLY | sum(getattr(os, way, 0) for way in ("O_DIRECTORY", "O_NOFOLLOW"))


class Scratch:
    """A folder of one's own, at `path`, until it is removed: a temporary one, or `within` another.

    Within a folder of Meipi's own nothing is swept: what a program left there is somebody's.
    """

    def __init__(self, within: Path | None = None) -> None:
        import tempfile  # brings much along, and few files are looked through

        if within is None:
            sweep(tempfile.gettempdir())
        try:
            if within is not None:
                within.mkdir(parents=True, exist_ok=True)
            self._folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=within))
            self._held: int | None = os.open(self._folder / HELD, ANEW, 0o600)
            with suppress(OSError):  # where no file can be locked, nobody sweeps
                _lock(self._held, wait=True)
            self.path = self._folder / COPIES  # whoever swept before this was there did nothing
            self.path.mkdir()
        except OSError as error:
            raise uncopied(error) from error

    def remove(self) -> None:
        """Remove the folder; what is still open in it, where that matters, is swept later."""
        held, self._held = self._held, None
        if held is not None:
            with suppress(OSError), _entered(self._folder) as folder:
                _clear(self._folder, folder, held)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()


def sweep(place: str = "") -> None:
    """Remove the folders that no living program holds; without a place, from where most are."""
    usual = next(filter(None, map(os.environ.get, ("TMPDIR", "TEMP", "TMP"))), "/tmp")  # noqa: S108
    with suppress(OSError), os.scandir(place or usual) as there:
        for one in there:
            if NAME.fullmatch(one.name):
                with suppress(OSError), _entered(Path(one.path)) as folder:
                    _sweep(Path(one.path), folder)


def left(within: Path) -> list[Path]:
    """Name what lies in the folders, within one of Meipi's own, that no living program holds."""
    found = list[Path]()
    with suppress(OSError):
        for one in sorted(within.iterdir()):
            with suppress(OSError), _entered(one) as folder:
                held = _taken(one, folder)
                if held is not None:
                    os.close(held)
                    found.append(one / COPIES)
    return found


def forget(path: Path) -> None:
    """Remove a folder that was left."""
    with suppress(OSError), _entered(path.parent) as folder:
        held = _taken(path.parent, folder)
        if held is not None:
            _clear(path.parent, folder, held)


def _sweep(path: Path, folder: int | None) -> None:
    if not _is_own(path, folder):
        return
    try:
        held = _taken(path, folder)
    except FileNotFoundError:
        if _is_old(path):
            path.rmdir()  # nothing else is in it, or it stays
        return
    if held is not None and _is_old(path) and not _holds_copies(path, folder):
        os.close(held)
        os.unlink(_within(path, folder, HELD), dir_fd=folder)
        path.rmdir()
    elif held is not None:
        _clear(path, folder, held)


def _is_old(path: Path) -> bool:
    """Tell whether who made a folder, and nothing in it, was cut off: that takes no day."""
    return time.time() - path.lstat().st_mtime > DAY


def _holds_copies(path: Path, folder: int | None) -> bool:
    try:
        os.stat(_within(path, folder, COPIES), dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def _taken(path: Path, folder: int | None) -> int | None:
    """Hold a folder that nobody holds."""
    held = os.open(_within(path, folder, HELD), WAYS, dir_fd=folder)
    try:
        _lock(held, wait=False)
    except OSError:
        os.close(held)
        return None
    return held


def _clear(path: Path, folder: int | None, held: int) -> None:
    """Remove a folder that is held, what is private in it first: if that fails, all of it stays."""
    import shutil  # as tempfile

    try:
        shutil.rmtree(_within(path, folder, COPIES), dir_fd=folder)
    finally:
        os.close(held)
    os.unlink(_within(path, folder, HELD), dir_fd=folder)
    path.rmdir()


@contextmanager
def _entered(path: Path) -> Iterator[int | None]:
    """Open a folder, and nothing that a link leads to; on Windows, where it cannot be, nothing."""
    if sys.platform == "win32":
        yield None
    else:
        folder = os.open(path, A_FOLDER)
        try:
            yield folder
        finally:
            os.close(folder)


def _within(path: Path, folder: int | None, name: str) -> Path:
    """Name a file in a folder: from there, if it is open, whatever takes its place meanwhile."""
    return path / name if folder is None else Path(name)


def _is_own(path: Path, folder: int | None) -> bool:
    """Tell whether we made a folder; on Windows the temporary folder is one reader's alone."""
    if sys.platform == "win32":
        return not path.lstat().st_file_attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT
    else:  # noqa: RET505  each system has its own way
        assert folder is not None
        found = os.fstat(folder)
        return found.st_uid == os.geteuid() and not found.st_mode & OTHERS


def _lock(file: int, *, wait: bool) -> None:
    """Lock a file until it is closed, or the program ends; raise OSError if somebody else did."""
    if sys.platform == "win32":
        import msvcrt  # only there

        msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # not on Windows

        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
