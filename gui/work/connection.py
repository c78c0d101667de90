"""A second connection to the library that is open, for a worker: to write or to look.

A file that went meanwhile is not made anew, and is told as what it is.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import moved
from core.library import Library, Reader
from core.model import Author
from core.progress import Progress


@contextmanager
def writing(path: Path, author: Author, progress: Progress) -> Iterator[Library]:
    """Open it for a large deed; `progress` may call the deed off."""
    _must_be_there(path)
    with Library(path, author) as library, library.at_work(lambda: progress(0, 0)):
        yield library


@contextmanager
def looking(path: Path) -> Iterator[Reader]:
    """Open it to look."""
    _must_be_there(path)
    with Reader(path) as reader:
        yield reader


def _must_be_there(path: Path) -> None:
    if not path.exists():
        raise moved(path)
