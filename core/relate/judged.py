"""The pairs that a reader judged already: they are not proposed again, however a text is edited."""

from collections import defaultdict
from collections.abc import Iterable

from core.finding import Pair, Relation
from core.model import Passage
from core.quantity import quantities
from core.relate.proposal import Proposal

#: Claims that are as like as this, in per cent, and have the same figures, are one in two editions.
LIKE = 88


class Judged:
    """Judged pairs, by their ids and by the articles that their claims are of."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._ids = set[str]()
        self._near = defaultdict[tuple[Relation, frozenset[str]], list[Pair]](list)
        for pair in pairs:
            self._ids.add(pair.id)
            self._near[pair.relation, frozenset((pair.one.article, pair.other.article))].append(
                pair
            )

    def knows(self, one: Proposal) -> bool:
        if one.id in self._ids:
            return True
        if not self._near:
            return False
        near = self._near.get((one.relation, frozenset((one.one.article, one.other.article))), ())
        return any(_is_same(one, pair) for pair in near)


def _is_same(one: Proposal, pair: Pair) -> bool:
    straight = _is_like(one.one, pair.one) and _is_like(one.other, pair.other)
    return straight or (_is_like(one.one, pair.other) and _is_like(one.other, pair.one))


def _is_like(one: Passage, other: Passage) -> bool:
    from rapidfuzz import fuzz  # not on the way to the window

    if one.article != other.article or fuzz.ratio(one.quote, other.quote) < LIKE:
        return False
    mine, theirs = (
        [(q.low, q.high, q.since, q.until) for q in quantities(each.quote)] for each in (one, other)
    )
    return mine == theirs
