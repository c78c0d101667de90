"""What an import brings: which articles, texts and pages are new, as a Change.

Pure: what the library has is handed in, and nothing is written. Finding articles in what was pasted
is `parse`'s.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.called import page_field, page_name
from core.change import Change, Edit, Record
from core.model import Article, Edition, Known

#: What may stand where a copy was cut off.
CUT = " .…[\n"


@dataclass(frozen=True, slots=True)
class Addition:
    """What an import would do: its change, and which articles are new, newer or known."""

    change: Change
    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]


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
    return Addition(Change("import", tuple(edits), tuple(brought)), **ids)


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
    """Name the edition in the library that this is, or is a cut copy of; else this one."""
    if edition.id in had.texts:
        return edition.id
    whole = (one for one, text in had.texts.items() if _is_cut(edition.text, text))
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
