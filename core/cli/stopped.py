"""What is said where Ctrl+C stops a verb: that the library is as it was, or that it came too late.

A deed may be done the moment before; to say then that nothing was changed would be untrue.
"""

from pathlib import Path

from core.errors import MeipiError
from core.library import Library, Reader

AS_IT_WAS = "Stopped; the library is as it was."
TOO_LATE = "Stopped, but it may be done already: `meipi history` tells."
_opened = dict[Path, int]()  # to be changed, with the number of their last deed


def begin() -> None:
    """Know of no library yet."""
    _opened.clear()


def watched(library: Library) -> Library:
    """Note how a library is that is opened to be changed."""
    _opened.setdefault(library.path, library.last_seq())
    return library


def told() -> str:
    """Say what became of it."""
    return AS_IT_WAS if all(map(_is_as_it_was, _opened)) else TOO_LATE


def _is_as_it_was(path: Path) -> bool:
    try:
        with Reader(path) as reader:
            return reader.last_seq() == _opened[path]
    except MeipiError:
        return False
