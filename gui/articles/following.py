"""The rows of the list after a deed about a few articles, worked out from those before it.

Nothing is taken for granted: the library is asked where those articles stand now, and where the
answer does not fit what was shown, there is none, and all is to be asked for anew.
"""

from array import array
from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from core.model import Stand

WIDE = array("q").itemsize
PIECE = 4096 * WIDE
RUNS = 16  # more gaps than this, and a list is shown anew


def place_of(rows: "array[int]", row: int) -> int | None:
    """Find a row among others; byte by byte, which is many times as fast as row by row."""
    at = _find(rows.tobytes(), array("q", [row]).tobytes(), 0)
    return at // WIDE if at >= 0 else None


def _find(said: bytes, row: bytes, start: int) -> int:
    at = said.find(row, start)
    while at >= 0 and at % WIDE:
        at = said.find(row, at + 1)
    return at


def alike(before: "array[int]", after: "array[int]") -> tuple[int, int]:
    """Count the rows that both begin with, and those that both end with."""
    old, new = before.tobytes(), after.tobytes()
    head = _alike_from(old, 0, new, 0)
    rest = range(1, (min(len(old), len(new)) - head) // WIDE + 1)
    tail = bisect(rest, 0, key=lambda n: old[-n * WIDE :] != new[-n * WIDE :])
    return head // WIDE, tail


def _alike_from(old: bytes, i: int, new: bytes, j: int) -> int:
    """Count the bytes of rows that go on alike: piece by piece, for both are long."""
    most, same = min(len(old) - i, len(new) - j), 0
    while same < most and old[i + same : i + same + PIECE] == new[j + same : j + same + PIECE]:
        same += PIECE
    if same >= most:
        return most
    rest = range(1, min(PIECE, most - same) // WIDE + 1)
    i, j = i + same, j + same
    differ = lambda n: old[i : i + n * WIDE] != new[j : j + n * WIDE]  # noqa: E731
    return same + bisect(rest, 0, key=differ) * WIDE


class Steps(NamedTuple):
    """What makes one list another: runs to take out, by their places before (a place, and how many
    rows from there); then runs to put in, by their places after.
    """

    gone: list[tuple[int, int]]
    come: list[tuple[int, int]]


def exchange(before: "array[int]", after: "array[int]") -> Steps | None:
    """Tell how one list becomes another; None where that takes more steps than to show it anew."""
    old, new, steps = before.tobytes(), after.tobytes(), Steps([], [])
    i = j = 0
    while True:
        same = _alike_from(old, i, new, j)
        i, j = i + same, j + same
        if i == len(old) and j == len(new):
            return steps
        gap = _gap(old, i, new, j)
        if gap is None or len(steps.gone) + len(steps.come) >= RUNS:
            return None
        gone, come = gap
        if gone:
            steps.gone.append((i // WIDE, gone // WIDE))
        if come:
            steps.come.append((j // WIDE, come // WIDE))
        i, j = i + gone, j + come


def _gap(old: bytes, i: int, new: bytes, j: int) -> tuple[int, int] | None:
    """Where two lists differ, tell how far each goes on without the other; None: a row moved."""
    if i == len(old) or j == len(new):
        return len(old) - i, len(new) - j
    goes_on = _find(old, new[j : j + WIDE], i), _find(new, old[i : i + WIDE], j)
    match goes_on:
        case -1, -1:
            return WIDE, WIDE
        case at, -1:
            return at - i, 0
        case -1, at:
            return 0, at - j
    return None


def followed(rows: "array[int]", stands: Sequence[Stand]) -> "array[int] | None":
    """Take these out, and put in where they stand, given in their order, those that are there."""
    made = rows[:]
    for one in stands:
        had = place_of(made, one.row)
        if had is not None:
            del made[had]
    for one in reversed([one for one in stands if one.there]):
        at = len(made) if one.after is None else place_of(made, one.after)
        if at is None:
            return None
        made.insert(at, one.row)
    return made


class Unread:
    """Knows which articles were left to read when it was made.

    It counts those of a list, and of the next list looks only at what is not alike.
    """

    def __init__(self, marked: bytes) -> None:
        """Take a byte for each row of the shelf: 1 where it is left to read."""
        self._marked = marked
        self._rows, self._count = array("q"), 0

    def count(self, rows: "array[int]") -> int:
        head, tail = alike(self._rows, rows)
        old, new = self._rows[head : len(self._rows) - tail], rows[head : len(rows) - tail]
        self._count += self._among(new) - self._among(old)
        self._rows = rows
        return self._count

    def holds(self, row: int) -> bool:
        """Tell whether a row may be left to read: of those that came later nothing is known."""
        return row >= len(self._marked) or bool(self._marked[row])

    def _among(self, rows: "array[int]") -> int:
        marked, many = self._marked, len(self._marked)
        return sum(marked[row] for row in rows if row < many)
