"""The reader's own library once more, for a large deed on a worker: the file that is open, or none.

A file that went meanwhile is not made anew.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import moved
from core.library import Library
from core.model import Author
from gui import work


@contextmanager
def own(path: Path, author: Author, heard: work.Progress) -> Iterator[Library]:
    """Open it; `heard` may call the deed off."""
    if not path.exists():
        raise moved(path)
    with Library(path, author) as library, library.at_work(lambda: heard(0, 0)):
        yield library
