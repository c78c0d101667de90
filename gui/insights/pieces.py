"""Where highlights lie over one another in a claim: the text in pieces, each painted in one way.

The newest highlight lies on top, or else the one that is chosen; of those below it, the newest is
underlined. How a piece is painted is the delegate's.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from core.model import Colour, Highlight, Placed


class Way(NamedTuple):
    """How a piece is painted: its colour, what lies below, and whether what is chosen is on top."""

    colour: Colour
    below: Colour | None
    chosen: bool


Piece = tuple[int, int, Way]
#: When a highlight was made, its place among all, and itself.
Lying = tuple[int, int, Highlight]


def pieces(marks: Sequence[Placed], chosen: str | None) -> Iterator[Piece]:
    """Give the pieces that are highlighted, in order; neighbours that look alike are one."""
    begun: tuple[int, int, Way] | None = None
    for start, end, way in _parted(marks, chosen):
        if begun and begun[1] == start and begun[2] == way:
            begun = (begun[0], end, way)
            continue
        if begun:
            yield begun
        begun = (start, end, way)
    if begun:
        yield begun


def _parted(marks: Iterable[Placed], chosen: str | None) -> Iterator[Piece]:
    """Walk the borders of all marks; `lying` are those over one's place, the newest last."""
    lying, before = list[Lying](), 0
    for at, borders in groupby(sorted(_borders(marks), key=itemgetter(0)), key=itemgetter(0)):
        if lying:
            yield before, at, _way([one for *_, one in lying[-2:]], _among(lying, chosen))
        for _, begins, one in borders:
            if begins:
                insort(lying, one, key=itemgetter(0, 1))
            else:
                del lying[bisect_left(lying, one[:2], key=itemgetter(0, 1))]
        before = at


def _borders(marks: Iterable[Placed]) -> Iterator[tuple[int, bool, Lying]]:
    for number, mark in enumerate(marks):
        if mark.start < mark.end:
            lying = (mark.highlight.created, number, mark.highlight)
            yield mark.start, True, lying
            yield mark.end, False, lying


def _among(lying: Iterable[Lying], chosen: str | None) -> Highlight | None:
    return next((one for *_, one in lying if one.id == chosen), None) if chosen else None


def _way(newest: Sequence[Highlight], chosen: Highlight | None) -> Way:
    """Tell how the newest two that lie somewhere are painted, and the one chosen, if it does."""
    *others, top = newest
    if chosen and chosen.id != top.id:
        return Way(chosen.colour, top.colour, chosen=True)
    below = others[-1].colour if others else None
    return Way(top.colour, below, chosen=chosen is not None)
