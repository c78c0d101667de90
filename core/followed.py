"""The entries of a feed as the library has them, where they came with another time.

Many feeds date an entry anew when it is edited, some whenever they are asked; an article with
another time is another one. Pure, as `arrival` is: what the library has is handed in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from core.model import Article, Known, Masthead
from core.outline import compose

GLANCE = 4000  # characters of a text that are compared
PIECE = 4
Name = tuple[str, str, str]  # address, title and source
Had = Mapping[str, Known]


def followed(
    articles: Sequence[Article],
    at: Callable[[Iterable[str]], Iterable[tuple[str, Masthead]]],
    known: Callable[[Iterable[str]], Had],
) -> tuple[Article, ...]:
    """Give articles with the times that the library has for them.

    An entry is the same as before if its address, title and source are, which no other has, and
    half of its text. `at` gives the articles that have certain addresses, with their ids.
    """
    named = Counter(_name(one.masthead) for one in articles)
    dated = [one for one in articles if one.masthead.published and named[_name(one.masthead)] == 1]
    urls = [one.masthead.url for one in dated if one.masthead.url]
    before = _alone(at(urls)) if urls else {}
    had = known({id_ for id_, _ in before.values()} | {one.id for one in dated}) if before else {}
    again = {
        one.id: _dated_as(head, one)
        for one in dated
        for id_, head in (before.get(_name(one.masthead), ("", None)),)
        if head and one.id not in had and _is_same(one, had[id_])
    }
    return tuple(again.get(one.id, one) for one in articles)


def _name(head: Masthead) -> Name:
    return head.url or "", head.title, head.source or ""


def _alone(there: Iterable[tuple[str, Masthead]]) -> dict[Name, tuple[str, Masthead]]:
    """Give by their names those that share theirs with no other, and have a time."""
    found: dict[Name, list[tuple[str, Masthead]]] = {}
    for id_, head in there:
        found.setdefault(_name(head), []).append((id_, head))
    return {
        name: some[0] for name, some in found.items() if len(some) == 1 and some[0][1].published
    }


def _dated_as(head: Masthead, article: Article) -> Article:
    text = article.edition
    masthead = replace(article.masthead, published=head.published, zone=head.zone)
    return compose(masthead, text.nodes, text.text, text.body, article.page)


def _is_same(article: Article, had: Known) -> bool:
    """Tell whether half of it is in a text that the library has, or half of that in it."""
    if article.edition.text in had.texts.values():
        return True  # as of most, at no cost
    mine = _pieces(article.edition.text)
    return any(
        2 * len(mine & theirs) >= min(len(mine), len(theirs))
        for theirs in map(_pieces, had.texts.values())
    )


def _pieces(text: str) -> set[str]:
    """Give what stands in a text, letter after letter, by so many at a time."""
    whole = " ".join(text[:GLANCE].split())
    return {whole[at : at + PIECE] for at in range(max(1, len(whole) - PIECE + 1))}
