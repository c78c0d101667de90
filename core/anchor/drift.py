"""Say what became of each node of an old edition in a new one: the first witness.

Nodes are paired one to one: equal text first, then likeness, then place for texts that stand there
several times. Sections may come between and claims may change sections. A node whose kin cannot be
told apart is left unpaired, its kin remembered. What became of a passage in it is `locate`'s.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from math import inf
from typing import NamedTuple

from core.anchor.haystack import Haystack
from core.anchor.runs import rising, runs

_LIKE_HERE, _LIKE_THERE = 0.6, 0.88  # least likeness of a node edited in its place, or moved
_LEAD = 0.04  # by which one must be liker than the next
_FEW = 8  # nodes between two paired ones that are all compared
_OFFERED = 10  # twins remembered of a node that cannot be told apart
_LONG = 20_000  # characters beyond which likeness is reckoned from runs


class Drift:
    """Pairs of nodes, old to new (`onward`) and `back`.

    `kin` holds the nodes that an unpaired old one could be; `steady` the old nodes that kept their
    order, in order.
    """

    def __init__(self) -> None:
        self.onward: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.kin: dict[int, tuple[int, ...]] = {}
        self.steady: list[int] = []

    def pair(self, old: int, new: int) -> None:
        self.onward[old], self.back[new] = new, old

    def settle(self) -> None:
        """See which pairs keep one order."""
        olds = sorted(self.onward)
        self.steady = [olds[k] for k in rising([self.onward[old] for old in olds])]

    def is_steady(self, old: int) -> bool:
        k = bisect_left(self.steady, old)
        return k < len(self.steady) and self.steady[k] == old

    def between(self, old: int) -> tuple[int, float]:
        """Give the new nodes of the steady pairs above and below an old node."""
        above, below = bisect_left(self.steady, old) - 1, bisect_right(self.steady, old)
        low = self.onward[self.steady[above]] if above >= 0 else -1
        return low, self.onward[self.steady[below]] if below < len(self.steady) else inf


class _Kin(NamedTuple):
    """A possible pair, and how well the two go together."""

    score: float
    old: int
    new: int


def follow(old: Sequence[str], new: Haystack) -> Drift:
    """Pair the folded texts of two editions' nodes."""
    drift = Drift()
    twins = _pair_equal(drift, old, new.nodes)
    drift.settle()
    _pair_alike(drift, old, new, twins)
    drift.settle()
    _pair_twins(drift, twins)
    drift.settle()
    return drift


class _Twins(NamedTuple):
    """The old and new nodes of one text that stands several times in one of them."""

    old: list[int]
    new: list[int]

    def unpaired(self, drift: Drift) -> tuple[list[int], list[int]]:
        olds = [place for place in self.old if place not in drift.onward]
        return olds, [place for place in self.new if place not in drift.back]


def _pair_equal(drift: Drift, old: Sequence[str], new: Sequence[str]) -> list[_Twins]:
    """Pair texts that stand once in each; give those that stand several times."""
    places: defaultdict[str, _Twins] = defaultdict(lambda: _Twins([], []))
    for place, text in enumerate(old):
        places[text].old.append(place)
    for place, text in enumerate(new):
        places[text].new.append(place)
    both = [twins for twins in places.values() if twins.old and twins.new]
    for twins in both:
        if len(twins.old) == len(twins.new) == 1:
            drift.pair(twins.old[0], twins.new[0])
    return [twins for twins in both if len(twins.old) > 1 or len(twins.new) > 1]


class _Gap(NamedTuple):
    """Unpaired old nodes, and the unpaired new ones between the same neighbours."""

    old: list[int]
    new: list[int]

    def opposite(self, old: int) -> set[int]:
        """Give the new nodes that stand as far from either neighbour."""
        rank = bisect_left(self.old, old)
        ranks = (rank, len(self.new) - len(self.old) + rank)
        return {self.new[k] for k in ranks if 0 <= k < len(self.new)}

    def holds(self, new: int) -> bool:
        return bool(self.new) and self.new[0] <= new <= self.new[-1]


def _pair_alike(drift: Drift, old: Sequence[str], new: Haystack, twins: list[_Twins]) -> None:
    """Pair reworded nodes, the likest first; of two that are as like, none."""
    not_old = {*drift.onward, *(place for group in twins for place in group.old)}
    not_new = {*drift.back, *(place for group in twins for place in group.new)}
    rows = [place for place in range(len(old)) if place not in not_old]
    free = [place for place in range(len(new.nodes)) if place not in not_new]
    kin: list[_Kin] = []
    for gap in _gaps(drift, rows, free):
        for place in gap.old:
            kin += _kin_of(place, old[place], gap, new, not_new)
    _pair_best(drift, kin)


def _gaps(drift: Drift, rows: Iterable[int], free: Sequence[int]) -> Iterator[_Gap]:
    """Part the unpaired nodes by the steady pairs between them."""
    for (low, high), group in groupby(rows, key=drift.between):
        yield _Gap(list(group), list(free[bisect_left(free, low) : bisect_left(free, high)]))


def _kin_of(place: int, text: str, gap: _Gap, new: Haystack, taken: set[int]) -> Iterator[_Kin]:
    """Compare an old node with the few new ones that it may have become."""
    opposite = gap.opposite(place)
    near = opposite if len(gap.new) > _FEW else set(gap.new)
    for node in near | set(new.nodes_like(text)) - taken:
        likeness = _likeness(text, new.nodes[node])
        inside = gap.holds(node)
        if likeness >= (_LIKE_HERE if inside else _LIKE_THERE):
            yield _Kin(likeness + 0.05 * inside + 0.05 * (node in opposite), place, node)


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # not on the way to the window

    if not one or not other:
        return 0.0
    if max(len(one), len(other)) <= _LONG:
        return fuzz.ratio(one, other) / 100
    return 2 * sum(run.size for run in runs(one, other)) / (len(one) + len(other))


def _pair_best(drift: Drift, kin: Iterable[_Kin]) -> None:
    ordered = sorted(kin, reverse=True)
    by_old, by_new = defaultdict[int, list[_Kin]](list), defaultdict[int, list[_Kin]](list)
    for one in ordered:
        by_old[one.old].append(one)
        by_new[one.new].append(one)
    for best in ordered:
        rows = (by_old[best.old], by_new[best.new])
        if _is_open(drift, best) and not any(_has_rival(drift, best, row) for row in rows):
            drift.pair(best.old, best.new)


def _is_open(drift: Drift, one: _Kin) -> bool:
    return one.old not in drift.onward and one.new not in drift.back


def _has_rival(drift: Drift, best: _Kin, row: list[_Kin]) -> bool:
    """Tell whether another pair of a row, sorted by score, is as good and still possible."""
    near = takewhile(lambda one: one.score > best.score - _LEAD, row)
    return any(one != best and _is_open(drift, one) for one in near)


def _pair_twins(drift: Drift, twins: Iterable[_Twins]) -> None:
    """Pair equal texts by their neighbours, then by the steady pairs about them."""
    groups = list(twins)
    for _ in range(2):  # what the first round pairs is a neighbour in the second
        for group in groups:
            _pair_beside(drift, group)
    drift.settle()
    for group in groups:
        _pair_between(drift, group)
        old, new = group.unpaired(drift)
        if len(old) == len(new) == 1:
            drift.pair(old[0], new[0])
        else:
            drift.kin |= dict.fromkeys(old, tuple(new[:_OFFERED]))


def _pair_beside(drift: Drift, group: _Twins) -> None:
    """Pair twins that stand beside what they stood beside, and beside no other twin."""
    olds, news = group.unpaired(drift)
    free, lone = set(news), Counter[int]()
    wishes: dict[int, int] = {}
    for old in olds:
        above, below = drift.onward.get(old - 1), drift.onward.get(old + 1)
        named = {above + 1 if above is not None else -1, below - 1 if below is not None else -1}
        places = [new for new in named & free if new - 1 not in free and new + 1 not in free]
        if len(places) == 1 == len(named & free):
            wishes[old] = places[0]
            lone[places[0]] += 1
    for old, new in wishes.items():
        if lone[new] == 1:
            drift.pair(old, new)


def _pair_between(drift: Drift, group: _Twins) -> None:
    """Pair in order twins that are as many as before between the same steady pairs."""
    olds, news = group.unpaired(drift)
    for (low, high), some in groupby(olds, key=drift.between):
        row, opposite = list(some), news[bisect_left(news, low) : bisect_left(news, high)]
        if len(row) == len(opposite):
            for old, new in zip(row, opposite, strict=True):
                drift.pair(old, new)
