"""The text while it is being read: folded, with the places that are taken already.

Readers ask it how far to the left and right they may go.
"""

from bisect import bisect_right

from core.quantity.plain import Plain, plain


class Scan:
    """A text, and the spans that were read or ruled out; they never overlap."""

    def __init__(self, text: str) -> None:
        folded: Plain = plain(text)
        self.text = text
        self.cased, self.low = folded
        self._taken: list[tuple[int, int]] = []

    def take(self, spans: list[tuple[int, int]]) -> None:
        """Rule out spans that do not overlap one another; those that are taken in part are left."""
        free = [span for span in spans if self.is_free(*span)]
        self._taken = sorted([*self._taken, *free])

    def is_free(self, start: int, end: int) -> bool:
        return self.floor(start) <= start and end <= self.limit(start)

    def floor(self, at: int) -> int:
        """Give the end of the last span that begins at or before a place, or 0."""
        index = bisect_right(self._taken, (at, len(self.text) + 1))
        return self._taken[index - 1][1] if index else 0

    def limit(self, at: int) -> int:
        """Give the start of the first span that begins after a place, or the text's length."""
        index = bisect_right(self._taken, (at, len(self.text) + 1))
        return self._taken[index][0] if index < len(self._taken) else len(self.text)
