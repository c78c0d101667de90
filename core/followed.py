"""The entries of a feed as the library has them, where they came with another time or title.

Many feeds date an entry anew when it is edited, some whenever they are asked, and mend titles:
one with another time, title or source is another article. Pure, as `arrival` is: what the
library has is handed in.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from core.ident import hashed
from core.model import Article, Kind, Known, Masthead, Node, Page
from core.outline import compose

GLANCE = 4000  # characters of a text that are compared
PIECE = 4
#: An address that many entries share: of a site, and of nothing on it.
_FRONT = re.compile(
    r"https?://[^/?#]*/?(?:(?:index|home|default)(?:\.\w{1,5})?/?)?(?:#.*)?", re.IGNORECASE
)
Found = tuple[str, Masthead]  # an article's id, and what stands over it


class Shelf(NamedTuple):
    """What a library tells: the articles at addresses, those of ids, and their texts."""

    at: Callable[[Iterable[str]], Iterable[Found]]
    over: Callable[[Iterable[str]], Iterable[Found]]
    known: Callable[[Iterable[str]], Mapping[str, Known]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """`mark` stands for what its feed knows it by, "" if for nothing that it shares with none."""

    article: Article
    mark: str

    @property
    def url(self) -> str:
        return self.article.masthead.url or ""


def followed(page: Page, before: Mapping[str, str], shelf: Shelf) -> tuple[Article, ...]:
    """Give a feed's articles as the library has them.

    `before` tells, by the marks of its entries, what article each was the last time. An entry that
    its feed tells by the same id is the same, if it is of the same time or half of its text is; and
    so is one at the same address, which no other has, if half of its text is.
    """
    entries = [_Entry(one, mark) for one, mark in zip(page.articles, _marks(page), strict=True)]
    there = dict[str, list[Found]]()
    for found in shelf.at({one.url for one in entries if one.url}):
        there.setdefault(found[1].url or "", []).append(found)
    told = dict(shelf.over({before[one.mark] for one in entries if one.mark in before}))
    named = {id_ for some in there.values() for id_, _ in some} | told.keys()
    had = shelf.known(named | {one.article.id for one in entries}) if named else {}
    again = _Again(entries, before, there, told, had)
    return tuple(map(again.known_as, entries))


def remembered(page: Page, articles: Sequence[Article]) -> dict[str, str]:
    """Give what article each entry is, by its mark, for the next time."""
    pairs = zip(_marks(page), articles, strict=True)
    return {mark: article.id for mark, article in pairs if mark}


def _marks(page: Page) -> list[str]:
    """Give a mark for the id of each entry, "" where it has none, or one that another has."""
    ids = page.entries or ("",) * len(page.articles)
    often = Counter(ids)
    return [
        hashed(one.encode("utf-8", "replace")).hex()[:16] if one and often[one] == 1 else ""
        for one in ids
    ]


class _Again:
    """Looks for the article that each entry was."""

    def __init__(
        self,
        entries: Sequence[_Entry],
        before: Mapping[str, str],
        there: Mapping[str, Sequence[Found]],
        told: Mapping[str, Masthead],
        had: Mapping[str, Known],
    ) -> None:
        self._before, self._there, self._told, self._had = before, there, told, had
        self._urls = Counter(one.url for one in entries)
        self._names = Counter((one.url, one.article.title) for one in entries)
        self._taken = {one.article.id for one in entries} & had.keys()
        self._here = {before[one.mark]: one.mark for one in entries if one.mark in before}
        self._marked = {id_: mark for mark, id_ in before.items()}

    def known_as(self, entry: _Entry) -> Article:
        """Give the article as the library has it, or as it came."""
        if entry.article.id in self._taken:
            return entry.article
        for found, is_told in ((self._by_mark(entry), True), (self._by_address(entry), False)):
            if found is not None and self._is_same(entry.article, found, is_told=is_told):
                again = _under(found[1], entry.article)
                if again.id == found[0]:  # without a title or a time it hangs on its first words
                    return again
        return entry.article

    def _by_mark(self, entry: _Entry) -> Found | None:
        id_ = self._before.get(entry.mark, "")
        return (id_, self._told[id_]) if id_ in self._told and id_ not in self._taken else None

    def _by_address(self, entry: _Entry) -> Found | None:
        """Give the one article at its address; with another title, if that is no front page."""
        head, there = entry.article.masthead, self._there.get(entry.url, ())
        for source in (head.source, entry.article.page or None):
            some = [one for one in there if one[1].source == source and self._is_free(entry, one)]
            same = [one for one in some if one[1].title == head.title]
            if same:
                is_one = len(same) == self._names[entry.url, head.title] == 1
                is_dated = bool(same[0][1].published) == bool(head.published)
                return same[0] if is_one and is_dated else None
            if some:
                is_one = len(some) == self._urls[entry.url] == 1
                is_mine = is_one and _is_mine(self._marked, entry, some[0])
                return some[0] if is_mine and not _FRONT.fullmatch(entry.url) else None
        return None

    def _is_free(self, entry: _Entry, found: Found) -> bool:
        """Tell whether no other entry of the feed is that article."""
        return found[0] not in self._taken and _is_mine(self._here, entry, found)

    def _is_same(self, article: Article, found: Found, *, is_told: bool) -> bool:
        head, published = found[1], article.masthead.published
        if is_told and published is not None and published == head.published:
            return True
        known = self._had.get(found[0])
        return known is not None and _is_alike(article, head.title, known)


def _is_mine(marked: Mapping[str, str], entry: _Entry, found: Found) -> bool:
    """Tell whether an article is not that of another id."""
    return marked.get(found[0], entry.mark) == entry.mark


def _under(head: Masthead, article: Article) -> Article:
    """Give an article under what stands over it in the library; another title is kept below."""
    text, title = article.edition, article.title
    if not title or title == head.title:
        return compose(head, text.nodes, text.text, text.body, article.page)
    told = Node(0, 0, Kind.BLOCK, title)
    nodes = [told, *(replace(one, position=one.position + 1) for one in text.nodes)]
    return compose(head, nodes, f"{title}\n{text.text}".strip(), text.body, article.page)


def _is_alike(article: Article, title: str, had: Known) -> bool:
    """Tell whether half of it is in a text that the library has, or half of that in it.

    Of those that have no text, their titles are compared.
    """
    text = article.edition.text
    if text and text in had.texts.values():
        return True  # as of most, at no cost
    mine, pairs = _pieces(text), list(had.texts.values())
    if not text and not any(pairs):
        mine, pairs = _pieces(article.title), [title]
    return any(
        2 * len(mine & theirs) >= min(len(mine), len(theirs)) for theirs in map(_pieces, pairs)
    )


def _pieces(text: str) -> set[str]:
    """Give what stands in a text, letter after letter, by so many at a time."""
    whole = " ".join(text[:GLANCE].split())
    return {whole[at : at + PIECE] for at in range(max(1, len(whole) - PIECE + 1))}
