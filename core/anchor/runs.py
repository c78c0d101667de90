"""Line up two texts: the runs of characters that both have, in the same order.

Levenshtein's distance for what is short; long texts are cut first at stretches that stand once in
each (the patience diff's idea). Time stays near-linear: where a long stretch has no such cut, it
counts as rewritten. Which texts to line up is decided by `drift`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_CELLS = 50_000_000  # of a table of two lengths: some 10 ms
_GRAM = 16
_KEPT = 0.6  # of a span's characters, to say where it went


class Run(NamedTuple):
    """`size` equal characters, from `old` in one text and `new` in the other."""

    old: int
    new: int
    size: int


def runs(old: str, new: str) -> tuple[Run, ...]:
    """Give the equal runs of two texts, in order."""
    if old == new:
        return (Run(0, 0, len(old)),)
    if len(old) * len(new) <= _CELLS:
        return tuple(_short(old, new, 0, 0))
    return tuple(_long(old, new))


def _short(old: str, new: str, old_start: int, new_start: int) -> Iterator[Run]:
    from rapidfuzz.distance import Levenshtein  # not on the way to the window

    if len(old) * len(new) <= _CELLS:
        for block in Levenshtein.opcodes(old, new).as_matching_blocks():
            if block.size:
                yield Run(old_start + block.a, new_start + block.b, block.size)


def _long(old: str, new: str) -> Iterator[Run]:
    from rapidfuzz.distance import Postfix, Prefix

    head = Prefix.similarity(old, new)
    tail = min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
    ends = Run(len(old) - tail, len(new) - tail, tail)
    at_old = at_new = 0
    for run in (Run(0, 0, head), *_cuts(old, new, head, tail), ends):
        if run.old >= at_old and run.new >= at_new:
            yield from _short(old[at_old : run.old], new[at_new : run.new], at_old, at_new)
            if run.size:
                yield run
            at_old, at_new = run.old + run.size, run.new + run.size


def _cuts(old: str, new: str, head: int, tail: int) -> Iterable[Run]:
    """Find stretches that stand once in each text, those that keep one order."""
    first: dict[str, int] = {}
    for place in range(head, len(old) - tail - _GRAM + 1, _GRAM):
        gram = old[place : place + _GRAM]
        first[gram] = -1 if gram in first else place
    found: dict[str, int] = {}
    for place in range(head, len(new) - tail - _GRAM + 1):
        gram = new[place : place + _GRAM]
        if gram in first:
            found[gram] = -1 if gram in found else place
    pairs = sorted((first[gram], at) for gram, at in found.items() if at >= 0 and first[gram] >= 0)
    return (Run(*pairs[k], _GRAM) for k in rising([at for _, at in pairs]))


def image(shared: Sequence[Run], start: int, end: int, size: int) -> tuple[int, int] | None:
    """Carry a span over to the other text, `size` long; None if too little of it is there.

    The span grows over what was put in place of its edges, not over what was put beside it.
    """
    low = bisect_right(shared, start, key=lambda run: run.old + run.size)
    high = bisect_left(shared, end, key=lambda run: run.old)
    pieces = [_clip(run, start, end) for run in shared[low:high]]
    kept = sum(piece.size for piece in pieces)
    if not pieces or kept < _KEPT * (end - start):
        return None
    before = shared[low - 1].new + shared[low - 1].size if low else 0
    after = shared[high].new if high < len(shared) else size
    first, last = pieces[0], pieces[-1]
    new_start = max(before, first.new - (first.old - start))
    new_end = min(after, last.new + last.size + end - last.old - last.size)
    return (new_start, new_end) if 2 * kept >= new_end - new_start else None


def _clip(run: Run, start: int, end: int) -> Run:
    skip = max(0, start - run.old)
    return Run(run.old + skip, run.new + skip, min(run.old + run.size, end) - run.old - skip)


def rising(numbers: Sequence[int]) -> list[int]:
    """Give the places of a longest rising run of numbers (patience sorting)."""
    tops: list[int] = []
    places: list[int] = []
    under: list[int] = []
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        under.append(places[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [number]
        places[pile : pile + 1] = [place]
    chain: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        chain.append(at)
        at = under[at]
    return chain[::-1]
