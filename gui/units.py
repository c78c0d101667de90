"""Offsets in both units: core counts Unicode code points, Qt counts UTF-16 units.

Here, and nowhere else, one becomes the other.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate


def length(text: str) -> int:
    """Count the units of a text."""
    return Units(text).to_qt(len(text))


class Units:
    """Offsets of one text in code points and in UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] | None = None
        if text and max(text) > "\uffff":
            widths = (1 + (character > "\uffff") for character in text)
            self._starts = list(accumulate(widths, initial=0))

    def to_qt(self, points: int) -> int:
        """Give the unit at which a code point begins."""
        return self._starts[points] if self._starts else points

    def to_core(self, units: int) -> int:
        """Give the code point that begins at, or holds, this unit."""
        return bisect_right(self._starts, units) - 1 if self._starts else units

    def ceiling(self, units: int) -> int:
        """Give the first code point that begins at or after this unit."""
        return bisect_left(self._starts, units) if self._starts else units
