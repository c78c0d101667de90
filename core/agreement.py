"""How far readers agree: which claims each put under a tag, and three measures of it.

Pure. A reader has judged every claim of the articles in which they marked something: under a tag or
not. Of other articles nothing is known of them. The measures are the share of pairs that agree,
Cohen's kappa (1960) for two readers, and Krippendorff's alpha for nominal values (2011) for any
number, also where not all of them read the same.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations


@dataclass(frozen=True, slots=True)
class Mark:
    """A reader put a row of an article under a tag; all three are ids but the row, a position."""

    article: str
    node: int
    tag: str
    reader: str


@dataclass(frozen=True, slots=True)
class Readings:
    """Who read which articles, the positions of these articles' claims, and what was marked."""

    readers: Mapping[str, frozenset[str]]
    claims: Mapping[str, Sequence[int]]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A claim that somebody put under a tag: who did, and who read it and did not."""

    article: str
    node: int
    marked: tuple[str, ...]
    unmarked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far readers agree on one tag over so many claims; None: it cannot be told.

    `places` are the claims that somebody put under it, `differences` those where others did not.
    """

    tag: str
    readers: tuple[str, ...]
    claims: int
    raw: float | None
    kappa: float | None
    alpha: float | None
    places: tuple[Place, ...]

    @property
    def differences(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.unmarked)


def agree(readings: Readings) -> Iterator[Agreement]:
    """Say how far readers agree, tag by tag, in the articles that two or more of them read."""
    shared = {one: who for one, who in readings.readers.items() if len(who) > 1}
    marks = [mark for mark in readings.marks if mark.article in shared]
    tags = dict.fromkeys(mark.tag for mark in marks)
    for tag in tags:
        its = [mark for mark in marks if mark.tag == tag]
        yield _agreement(tag, shared, readings.claims, its)


def _agreement(
    tag: str,
    shared: Mapping[str, frozenset[str]],
    claims: Mapping[str, Sequence[int]],
    marks: Sequence[Mark],
) -> Agreement:
    marked: dict[tuple[str, int], set[str]] = {}
    for mark in marks:
        marked.setdefault((mark.article, mark.node), set()).add(mark.reader)
    units = list(_units(shared, claims, marked))
    readers = tuple(sorted({who for unit in units for who in unit}))
    values = [tuple(unit.values()) for unit in units]
    two = [(unit[readers[0]], unit[readers[1]]) for unit in units] if len(readers) == 2 else []
    places = tuple(
        Place(*at, tuple(sorted(who)), tuple(sorted(shared[at[0]] - who)))
        for at, who in marked.items()
    )
    return Agreement(tag, readers, len(units), raw(values), kappa(two), alpha(values), places)


def _units(
    shared: Mapping[str, frozenset[str]],
    claims: Mapping[str, Sequence[int]],
    marked: Mapping[tuple[str, int], set[str]],
) -> Iterator[dict[str, bool]]:
    """Give of every claim, and every other row that was marked, what each of its readers said."""
    rows = {(article, node): None for article in shared for node in claims.get(article, ())}
    for at in rows | dict.fromkeys(marked):
        said = marked.get(at, set())
        yield {who: who in said for who in sorted(shared[at[0]])}


def raw(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Give the share of pairs of readers that say the same of a unit."""
    pairs = [pair for unit in units for pair in permutations(unit, 2)]
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Give Cohen's kappa: how far two readers agree beyond chance.

    None where nothing is left to chance: where both say one and the same of everything.
    """
    if not pairs:
        return None
    number = len(pairs)
    observed = sum(a == b for a, b in pairs) / number
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(many * second[value] for value, many in first.items()) / number**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Give Krippendorff's alpha for nominal values; a unit has as many values as it has readers.

    None where every value is the same, so that there is nothing to disagree about.
    """
    paired = [unit for unit in units if len(unit) > 1]
    totals = Counter(value for unit in paired for value in unit)
    number = totals.total()
    observed = sum(
        sum(a != b for a, b in permutations(unit, 2)) / (len(unit) - 1) for unit in paired
    )
    expected = sum(many * (number - many) for many in totals.values())
    return 1 - (number - 1) * observed / expected if expected else None
