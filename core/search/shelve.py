"""Every tag, source and page of a library with the query that finds it, and how much it finds.

Counted all at once, from what is kept in memory: to ask each query by itself takes a hundred times
longer. What a query for a tag finds is told by the search itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from core import words
from core.errors import NotALibrary
from core.library import Reader
from core.model import Tag
from core.outline import normal
from core.query import asked, parse, spelt
from core.search.wanted import Known, names, wanted

T = TypeVar("T")
Meanings = tuple[tuple[str, Sequence[str]], ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A tag, source or page: its name, the query for it, and how many articles that finds."""

    name: str
    query: str
    count: int
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Shelved:
    """Tags by path, and sources and pages, those with most articles first.

    Last of the pages is "", where some articles came from none.
    """

    tags: tuple[Shelf, ...] = ()
    sources: tuple[Shelf, ...] = ()
    pages: tuple[Shelf, ...] = ()


def shelved(reader: Reader) -> Shelved:
    """Count what the tags and sources of a library find; threads are as for `search`."""
    try:
        with reader.searching() as asked:
            (sources, tagged), pages = asked.shelved(), asked.pages()
    except NotALibrary:  # it came without an index
        return Shelved()
    tags = tuple(_tags(Known(reader), tagged))
    paged = (Shelf(name, spelt("page", name) if name else NO_PAGE, many) for name, many in pages)
    return Shelved(tags, tuple(_sources(sources)), tuple(paged))


NO_PAGE = "-has:page"


def _tags(known: Known, tagged: Mapping[str, frozenset[int]]) -> Iterator[Shelf]:
    for tag, (query, meant) in zip(known.tags, _meanings(known), strict=True):
        found = {doc for one in meant for doc in tagged.get(one, ())}
        yield Shelf(tag.name, query, len(found), tag)


def _meanings(known: Known) -> Meanings:
    """Give the query for each tag, and the tags that it finds; once, while names stay the same."""
    global _last  # noqa: PLW0603  a side bar asks again after every deed
    tags = ((tag.id, tag.path, tag.zh, tag.en, tag.aliases) for tag in known.tags)
    called, last = hash((tuple(tags), known.terms)), _last  # another thread may exchange that
    if last[0] != called:
        _last = last = called, tuple(_all_meant(known))
    return last[1]


#: What names all tags and terms had, and what they mean to the search: thousands take seconds.
_last: tuple[int, Meanings] = (0, ())


def _all_meant(known: Known) -> Iterator[tuple[str, Sequence[str]]]:
    likely = Likely((tag, names(tag)) for tag in known.tags)
    for tag in known.tags:
        query = spelt("tag", tag.path)
        yield query, _meant(query, known.among(likely.of(asked(tag.path))))


def _meant(query: str, known: Known) -> Sequence[str]:
    """Give the tags that a query for one finds: itself, those below it, others of its name."""
    return [one for clause in wanted(parse(query), known) for s in clause.sifts for one in s.values]


def _sources(counts: Mapping[str, int]) -> Iterator[Shelf]:
    """Count a source with those whose names hold its name: so does the query for it."""
    terms = {name: words.phrase(name)[0] for name in counts if name}
    likely = Likely((name, (name,)) for name in terms)
    many = {
        name: sum(counts[other] for other in likely.of(name) if _holds(terms[other], these))
        for name, these in terms.items()
        if these
    }
    for name, count in sorted(many.items(), key=itemgetter(1), reverse=True):
        yield Shelf(name, spelt("source", name), count)


def _holds(all_: Sequence[str], some: Sequence[str]) -> bool:
    ends = range(len(some), len(all_) + 1)
    return any(all_[end - len(some) : end] == some for end in ends)


class Likely(Generic[T]):
    """Candidates for a name: all those of whose own names one holds the rarest piece of it."""

    def __init__(self, called: Iterable[tuple[T, Iterable[str]]]) -> None:
        self._all: list[T] = []
        self._by = dict[str, list[T]]()
        for one, its in called:
            self._all.append(one)
            for piece in {piece for name in its for piece in _pieces(name)}:
                self._by.setdefault(piece, []).append(one)

    def of(self, name: str) -> Sequence[T]:
        pieces = words.phrase(name)[0] or _signs(name)
        return min((self._by.get(one, ()) for one in pieces), key=len, default=self._all)


def _pieces(name: str) -> Iterator[str]:
    """Give the terms of a name, what a word in it may begin with, and its signs (⭐)."""
    for one in words.terms(name):
        yield one.text
        if not one.text.isascii():
            yield one.text[0]
    yield from _signs(name)


def _signs(name: str) -> list[str]:
    return [sign for sign in normal(name) if not (sign.isalnum() or sign.isspace())]
