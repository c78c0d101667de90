"""What an import brings: which articles, texts and pages are new, as a Change.

Pure: what the library has is handed in, and nothing is written. Finding articles in what was pasted
is `parse`'s.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from core.change import Change, Edit, Record
from core.model import Article, Edition, Kind, Known
from core.names import page_field, page_name
from core.outline import compose

#: What may stand where a copy was cut off.
CUT = " .…[\n"
#: How many days apart two readings of one time may be: "a week ago" is said of thirteen days, too.
APART = 6


@dataclass(frozen=True, slots=True)
class Addition:
    """What an import would do: its change, and which articles are new, newer or known.

    `articles` are those that were read, as the library has them.
    """

    articles: tuple[Article, ...]
    change: Change
    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]


def recognised(
    articles: Sequence[Article], known: Callable[[Iterable[str]], Mapping[str, Known]]
) -> tuple[Article, ...]:
    """Give articles as the library has them, of which `known` tells.

    An article whose time names no day ("3 hours ago") is told of another one to who reads it later,
    or of none; the same words make it the same article.
    """
    read = {one.id: tuple(_readings(one)) for one in articles if _is_undated(one.edition)}
    had = known({each.id for some in read.values() for each in some}) if read else {}
    return tuple(next(_at_home(read.get(one.id, ()), had), one) for one in articles)


def _is_undated(edition: Edition) -> bool:
    """Tell whether it begins with a time that names no day, which is no part of its text."""
    first = edition.nodes[0] if edition.nodes and edition.text.strip() else None
    return first is not None and first.kind is Kind.BLOCK and first.text not in edition.text


def _readings(article: Article) -> Iterator[Article]:
    """Give the article as it may have been read before, on the days about its own."""
    head, text = article.masthead, article.edition
    for published in (*_days_about(head.published), None):
        again = replace(head, published=published)
        yield compose(again, text.nodes, text.text, text.body, article.page)


def _days_about(day: str | None) -> Iterator[str]:
    """Give the days on which it may have been thought to be of, the nearest first."""
    told = date.fromisoformat(day[:10]).toordinal() if day else 0
    for apart in sorted(range(-APART, APART + 1), key=abs) if day else ():
        if 0 < told + apart <= date.max.toordinal():
            yield date.fromordinal(told + apart).isoformat()


def _at_home(readings: Iterable[Article], had: Mapping[str, Known]) -> Iterator[Article]:
    for one in readings:
        if one.id in had and _stands_for(one.edition, had[one.id]) in had[one.id].texts:
            yield one


def add(articles: Iterable[Article], known: Mapping[str, Known]) -> Addition:
    """Import articles; `known` tells of those that the library has or had.

    Several texts of one article become editions in the order in which they came; the last is shown.
    A copy cut short of a text that is there already stands for it, also where the article was taken
    away: then it comes back as it was. An article that is there already may have come from a page
    that it was not known to be on.
    """
    articles = tuple(articles)
    pages = _pages(articles)
    groups: dict[str, list[str]] = {"added": [], "updated": [], "unchanged": []}
    edits, brought = list[Edit](), list[Article]()
    for article, texts in _texts(articles).items():
        had = known.get(article)
        editions = _editions(texts, had)
        groups[_standing(editions, had)].append(article)
        edits += _shelve(article, editions, had)
        edits += _on_pages(article, pages.get(article, {}), had)
        brought += (one for one in texts if one.edition.id in editions)
    ids = {name: tuple(group) for name, group in groups.items()}
    return Addition(articles, Change("import", tuple(edits), tuple(brought)), **ids)


def _pages(articles: Iterable[Article]) -> dict[str, dict[str, str]]:
    """Give the pages that each article came from: of each the field, and the name."""
    found: dict[str, dict[str, str]] = {}
    known = dict[str, tuple[str, str]]()  # most come from the page of the one before
    for one in articles:
        if one.page not in known:
            name = page_name(one.page)
            known[one.page] = (page_field(name), name) if name else ("", "")
        field, name = known[one.page]
        if name:
            found.setdefault(one.id, {}).setdefault(field, name)
    return found


def _texts(articles: Iterable[Article]) -> dict[str, Sequence[Article]]:
    """Give the texts of each article, each once, in the order in which they came."""
    found: dict[str, dict[str, Article]] = {}
    for article in articles:
        found.setdefault(article.id, {}).setdefault(article.edition.id, article)
    return {article: _whole(tuple(texts.values())) for article, texts in found.items()}


def _whole(texts: Sequence[Article]) -> Sequence[Article]:
    """Leave out cut copies: in alphabetical order, each is followed by what it was cut of."""
    if len(texts) == 1:
        return texts
    ordered = sorted(texts, key=lambda one: one.edition.text.rstrip(CUT))
    cut = {
        short.edition.id
        for short, long in pairwise(ordered)
        if long.edition.text.startswith(short.edition.text.rstrip(CUT))
    }
    return tuple(one for one in texts if one.edition.id not in cut)


def _editions(texts: Sequence[Article], had: Known | None) -> list[str]:
    """Give the editions that the article gets, the one to show last; none where nothing is new."""
    if had is None:
        return [one.edition.id for one in texts]
    *before, last = (_stands_for(one.edition, had) for one in texts)
    new = [one for one in before if one not in had.texts]
    return [*new, last] if new or last != had.edition else []


def _stands_for(edition: Edition, had: Known) -> str:
    """Name the edition in the library that this is, or is a cut copy of; else this one.

    Another reading of a time that names no day makes no other text.
    """
    if edition.id in had.texts:
        return edition.id
    again = _is_undated(edition)
    whole = (
        one
        for one, text in had.texts.items()
        if _is_cut(edition.text, text) or (again and text == edition.text)
    )
    return next(whole, edition.id)


def _is_cut(short: str, long: str) -> bool:
    return len(short) < len(long) and long.startswith(short.rstrip(CUT))


def _standing(editions: Sequence[str], had: Known | None) -> str:
    if had is None or not had.present:
        return "added"
    return "updated" if editions else "unchanged"


def _shelve(article: str, editions: Sequence[str], had: Known | None) -> Iterator[Edit]:
    if had and not had.present:
        yield Edit(Record.ARTICLE, article, "removed", "1", None)
    shown = had.edition if had else None
    for before, after in pairwise((shown, *editions)):
        yield Edit(Record.ARTICLE, article, "edition", before, after)


def _on_pages(article: str, pages: Mapping[str, str], had: Known | None) -> Iterator[Edit]:
    for field, name in pages.items():
        if had is None or field not in had.pages:
            yield Edit(Record.ARTICLE, article, field, None, name)
