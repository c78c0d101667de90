"""A table of lines that are sorted by their first column, searched where it lies on the disk.

Nothing is loaded: what a look-up touches, some twenty lines, is what it costs. The tables are made
by packaging/make_glossary.py.
"""

import mmap
import re
from collections.abc import Iterator
from functools import cache

from resources import HERE

#: Parts one sense, or one word, from the next in a cell.
BAR = "¦"
#: A line that begins with one Han character, in UTF-8.
_CHARACTER = re.compile(rb"(?m)^(?:[\xe3-\xef][\x80-\xbf]{2}|\xf0[\x80-\xbf]{3})\t.*$")


class Table:
    """Rows by key; several rows of one key stand in the order in which they are to be taken."""

    def __init__(self, name: str) -> None:
        path = HERE / "glossary" / name
        with open(str(path), "rb") as file:  # noqa: PTH123  a resource is not always a Path
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def rows(self, key: str) -> Iterator[list[str]]:
        """Give the rows of a key, each without it."""
        wanted = key.encode("utf-8", "replace") + b"\t"
        start = self._find(wanted)
        while self._lines[start : start + len(wanted)] == wanted:
            end = self._lines.find(b"\n", start)
            yield self._lines[start + len(wanted) : end].decode().split("\t")
            start = end + 1

    def characters(self) -> Iterator[list[str]]:
        """Give the rows whose key is one Han character, each with it."""
        for row in _CHARACTER.finditer(self._lines):
            yield row[0].decode().split("\t")

    def __contains__(self, key: str) -> bool:
        return next(self.rows(key), None) is not None

    def _find(self, wanted: bytes) -> int:
        """Give where the first line begins that is not before what is wanted."""
        low, high = 0, len(self._lines)
        while low < high:
            middle = (low + high) // 2
            start = self._lines.rfind(b"\n", 0, middle) + 1
            end = self._lines.find(b"\n", middle) + 1
            if self._lines[start:end] < wanted:
                low = end
            else:
                high = start
        return low


@cache
def table(name: str) -> Table:
    return Table(name)
