"""The file of a document, or a folder of them.

What is written is the document's; which name a note has is `name`'s, and where nothing may be
written `outgoing` knows.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from core import disk, outgoing


def write_file(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    outgoing.write(path, _spelt(text))


def _spelt(text: str) -> bytes:
    return text.encode("utf-8", "replace")


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
        outgoing.put(path, _spelt(text))
        self.last = path

    def _make(self) -> None:
        above = (self.place, *self.place.parents)
        try:
            if made := list(takewhile(lambda folder: not folder.is_dir(), above)):
                self.place.mkdir(parents=True, exist_ok=True)
                self._new += reversed(made)
        except OSError as error:
            raise outgoing.trouble(self.place, error) from error

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
