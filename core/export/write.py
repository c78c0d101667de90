"""The file of a document, and what is told where it cannot be written.

What is written is the document's; which name a note has is `name`'s.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from core import disk
from core.errors import DiskTrouble
from core.store.kind import is_ours

#: Places of the system that are written into, never replaced.
_DEVICES = ("/dev/", "/proc/")


def write_file(path: Path, text: str) -> None:
    """Write a file, whole or not at all; a link is replaced, not followed, and no library is."""
    put(path, text)
    disk.settle(path.parent)
    disk.tidy(path)


def put(path: Path, text: str) -> None:
    """Write one of many files into a folder that is to be settled once they are all there."""
    written = text.encode("utf-8", "replace")
    try:
        if path.is_dir():
            raise DiskTrouble(f"{path} is a folder.", "Give the name of a file.")
        if is_ours(path):
            raise DiskTrouble(f"{path} is a library of Meipi, or a share.", "Give another name.")
        if _is_device(path):
            path.write_bytes(written)
        else:
            disk.put(path, written)
    except (OSError, ValueError) as error:  # ValueError: no system has such a name
        raise trouble(path, error) from error


class FolderOfFiles:
    """Files that belong together in one folder, which is made for the first of them."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.last: Path | None = None
        self._new: list[Path] = []  # what was not there before

    def put(self, name: str, text: str) -> None:
        path = self.place / name
        self._make()
        if not os.path.lexists(path):
            self._new.append(path)
        put(path, text)
        self.last = path

    def _make(self) -> None:
        above = (self.place, *self.place.parents)
        try:
            if made := list(takewhile(lambda folder: not folder.is_dir(), above)):
                self.place.mkdir(parents=True, exist_ok=True)
                self._new += reversed(made)
        except OSError as error:
            raise trouble(self.place, error) from error

    def forget(self) -> None:
        """Take away what was not there before; what was there is whole, as it was or anew."""
        for path in reversed(self._new):
            with suppress(OSError):
                (path.rmdir if path.is_dir() else path.unlink)()


@contextmanager
def folder_of_files(place: Path) -> Iterator[FolderOfFiles]:
    """Give a folder to put files into; where it ends halfway, nothing new is left there."""
    files = FolderOfFiles(place)
    try:
        yield files
    except BaseException:
        files.forget()
        raise
    disk.settle(place)
    if files.last:
        disk.tidy(files.last)


def _is_device(path: Path) -> bool:
    return str(path.absolute()).startswith(_DEVICES) or (path.exists() and not path.is_file())


def trouble(path: Path, error: OSError | ValueError) -> DiskTrouble:
    why = (isinstance(error, OSError) and error.strerror) or "it is no name for a file"
    return DiskTrouble(
        f"{path} could not be written: {why}.", "Choose another place, or make room."
    )
