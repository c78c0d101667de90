"""The file of a document, or a folder of them, in which no file is written over that was edited.

What is written is the document's; which name a note has is `name`'s, where nothing may be written
`outgoing` knows, and what was written before `record`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path

from core import disk, outgoing
from core.export.name import EXTENSION
from core.export.record import LARGEST, Record, same


def write_file(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    outgoing.write(path, _spelt(text))


def _spelt(text: str) -> bytes:
    return text.encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that was edited since it was exported, and that of the new text beside it."""

    edited: Path
    new: Path


class FolderOfFiles:
    """Files that belong together in one folder, which is made for the first of them.

    One that somebody wrote on is left as it is. Where there is more to say than was put into it or
    beside it before, that is put beside it.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        self.beside: list[Beside] = []
        self.last: Path | None = None
        self._new: list[Path] = []  # what was not there before
        self._record: Record | None = None

    def put(self, name: str, text: str) -> None:
        content, record = _spelt(text), self._begin()
        if self._is_ours(name, content):
            self._write(name, content)
        elif not record.is_last(name, content):
            new = next(one for one in _names_beside(name) if self._is_ours(one, content))
            self._write(new, content)
            record.note_beside(name, content)
            self.beside.append(Beside(self.place / name, self.place / new))

    def _write(self, name: str, content: bytes) -> None:
        path = self.place / name
        if not os.path.lexists(path):
            self._new.append(path)
        self._begin().note(name, content)
        outgoing.put(path, content)
        self.last = path

    def _begin(self) -> Record:
        if self._record is None:
            self._make()
            self._record = Record(self.place)
        return self._record

    def _is_ours(self, name: str, content: bytes) -> bool:
        """Tell whether nobody's words are lost if this is written; what is no file is refused."""
        path = self.place / name
        if path.is_dir() or not os.path.lexists(path):
            return True
        try:
            there = disk.read(path, LARGEST)
        except OSError:
            return False
        return self._begin().knows(name, there) or same(there, content)

    def end(self) -> None:
        """Have the disk keep the files that are there now."""
        if self._record:
            self._record.end()
        disk.settle(self.place)
        if self.last:
            disk.tidy(self.last)

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
        if self._record:
            self._record.forget()
        for path in reversed(self._new):
            with suppress(OSError):
                (path.rmdir if path.is_dir() else path.unlink)()


@contextmanager
def folder_of_files(place: Path) -> Iterator[FolderOfFiles]:
    """Give a folder to put files into; where it ends halfway, nothing new is left there."""
    files = FolderOfFiles(place)
    try:
        yield files
        files.end()
    except BaseException:
        files.forget()
        raise


def _names_beside(name: str) -> Iterator[str]:
    """Walk the names for the new text of a file that was edited."""
    stem, end = name.removesuffix(EXTENSION), EXTENSION if name.endswith(EXTENSION) else ""
    yield f"{stem} new{end}"
    yield from (f"{stem} new {number}{end}" for number in count(2))
