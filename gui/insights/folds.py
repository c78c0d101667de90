"""Which sections are folded, by text: the window's own memory, of the last few hundred texts.

A text is known by its edition, so that what is folded of one is never asked of another.
"""

from collections.abc import Collection, Iterable

MOST = 300  # texts of which something is folded
LONG = 8  # letters; a longer number is no row


class Folds:
    """The rows that are folded of each text; the text that was left last comes last."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def of(self, edition: str) -> frozenset[int]:
        """Give the rows that are folded of a text."""
        rows = self._kept.get(edition, "").split()
        return frozenset(int(row) for row in rows if row.isdecimal() and len(row) < LONG)

    def note(self, edition: str, rows: Collection[int]) -> None:
        """Note what is folded of a text."""
        self._kept.pop(edition, None)
        if rows:
            self._kept[edition] = " ".join(map(str, sorted(rows)))
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]

    # For the next start

    def lines(self) -> list[str]:
        """Give all that is kept, a line of plain text for each."""
        return [f"{edition} {rows}" for edition, rows in self._kept.items()]

    def take(self, lines: Iterable[str]) -> None:
        """Take what was given as `lines` at the end of another time."""
        parts = (line.partition(" ") for line in lines)
        self._kept = {edition: rows for edition, _, rows in parts}
