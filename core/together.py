"""Which tags stand together: on one highlight, on one article; as rows, as a square, and as CSV.

Of thousands of tags a hundred thousand pairs may stand together; of more, those that do most often
are given. Nothing here is quick then: it is for a worker.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.cells import as_csv
from core.library import Reader
from core.model import Tag
from core.natural import natural
from core.outline import normal

HEAD = ("one", "other", "highlights", "articles")
MOST, ALL = 100_000, -1  # pairs: as many as a reader may look at, and no end


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tags, and how many highlights and articles have both."""

    one: Tag
    other: Tag
    highlights: int
    articles: int

    def many(self, on: str) -> int:
        """Count what has both: "highlights" or "articles"."""
        return self.highlights if on == "highlights" else self.articles


@dataclass(frozen=True, slots=True)
class Found:
    """All pairs, or the `most`, and on how many highlights and articles each tag is by itself."""

    pairs: tuple[Pair, ...]
    alone: dict[str, tuple[int, int]]

    @property
    def is_cut(self) -> bool:
        return len(self.pairs) >= MOST


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pairs are wanted, and in which order: by one of `HEAD`, falling or rising."""

    called: str = ""
    on: str = "articles"
    order: int = HEAD.index("articles")
    falls: bool = True


@dataclass(frozen=True)
class Square:
    """Tags against tags: `counts` by two ids, the lesser first; a tag alone by its id twice."""

    tags: tuple[Tag, ...]
    counts: dict[tuple[str, str], int]

    def count(self, row: int, column: int) -> int:
        one, other = self.tags[row].id, self.tags[column].id
        return self.counts.get((min(one, other), max(one, other)), 0)

    @cached_property
    def most(self) -> int:
        """Give the largest count of two tags."""
        return max((n for (one, other), n in self.counts.items() if one != other), default=0)


def together(reader: Reader, most: int = ALL) -> tuple[Pair, ...]:
    """Give tags that stand together, those on most articles and highlights first."""
    tags = reader.tags()
    places = {tag.id: place for place, tag in enumerate(tags)}
    found = (
        (-articles, -marks, *sorted((places[one], places[other])))
        for one, other, marks, articles in reader.together(most)
        if one in places and other in places
    )
    return tuple(
        Pair(tags[one], tags[other], -marks, -articles)
        for articles, marks, one, other in sorted(found)
    )


def arranged(found: Found, wanted: Wanted) -> tuple[Pair, ...]:
    """Give the pairs that are wanted, in their order; what is alike in it stays as it was found."""
    named = _Names()
    called = normal(wanted.called)
    shown = [pair for pair in found.pairs if pair.many(wanted.on) and named.holds(pair, called)]
    return tuple(sorted(shown, key=named.by(wanted.order), reverse=wanted.falls))


class _Names:
    """The names of tags folded, each once however many pairs it is in."""

    def __init__(self) -> None:
        self._paths, self._called = dict[str, tuple[str, ...]](), dict[str, bool]()

    def holds(self, pair: Pair, called: str) -> bool:
        return not called or self._is(pair.one, called) or self._is(pair.other, called)

    def _is(self, tag: Tag, called: str) -> bool:
        if tag.id not in self._called:
            names = " ".join((tag.path, tag.zh, tag.en, *tag.aliases))
            self._called[tag.id] = called in normal(names)
        return self._called[tag.id]

    def _path(self, tag: Tag) -> tuple[str, ...]:
        if tag.id not in self._paths:
            self._paths[tag.id] = natural(normal(tag.path))
        return self._paths[tag.id]

    def by(self, order: int) -> Callable[[Pair], tuple[str, ...] | int]:
        """Give what pairs are put in order by, for one of `HEAD`."""
        keys: tuple[Callable[[Pair], tuple[str, ...] | int], ...] = (
            lambda pair: self._path(pair.one),
            lambda pair: self._path(pair.other),
            lambda pair: pair.highlights,
            lambda pair: pair.articles,
        )
        return keys[order]


def square(pairs: Sequence[Pair], alone: dict[str, tuple[int, int]], on: str, most: int) -> Square:
    """Put the tags that stand together most into a square, by path; at most so many."""
    weight, tags = Counter[str](), dict[str, Tag]()
    counts = dict[tuple[str, str], int]()
    for pair in pairs:
        if many := pair.many(on):
            one, other = pair.one.id, pair.other.id
            counts[min(one, other), max(one, other)] = many
            tags |= {one: pair.one, other: pair.other}
            weight.update({one: many, other: many})
    chosen = {tag for tag, _ in weight.most_common(most)}
    place = 0 if on == "highlights" else 1
    counts = {both: many for both, many in counts.items() if chosen.issuperset(both)}
    counts |= {(tag, tag): alone[tag][place] for tag in chosen if tag in alone}
    by_path = sorted((tags[one] for one in chosen), key=lambda tag: natural(tag.path))
    return Square(tuple(by_path), counts)


def written(pairs: Iterable[Pair]) -> str:
    """Write pairs as CSV; no cell can be taken for a formula."""
    return as_csv(
        HEAD, ((one.one.path, one.other.path, one.highlights, one.articles) for one in pairs)
    )
