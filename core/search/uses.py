"""What uses a tag: highlights, articles, findings, saved searches and rules that ask for it.

What is asked for by its name alone is told by the query itself, as `search` would take it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.library import Reader
from core.model import SavedSearch
from core.outline import normal
from core.query import parse
from core.search.rule import Rule
from core.search.wanted import Known, wanted

MOST = 200  # of highlights, and of findings


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that carries a tag: "finding" or "highlight", its words, and where it stands."""

    kind: str
    id: str
    words: str
    article: str
    title: str


@dataclass(frozen=True, slots=True)
class Used:
    """All that uses a tag; of very many highlights the newest, counted whole."""

    highlights: int
    articles: int
    carried: tuple[Use, ...]
    searches: tuple[SavedSearch, ...]
    rules: tuple[Rule, ...]


def used(reader: Reader, tag: str, rules: Iterable[Rule] = ()) -> Used:
    """Tell what uses a tag; `rules` are the reader's own."""
    names = {normal(one.path) for one in reader.tags() if one.id == tag}
    highlights, articles = reader.worn(tag).get(tag, (0, 0))
    return Used(
        highlights,
        articles,
        tuple(Use(*one) for one in reader.uses(tag, MOST)),
        tuple(one for one in reader.searches() if tag in _asked(reader, one.query)),
        tuple(one for one in rules if normal(one.tag) in names),
    )


def _asked(reader: Reader, query: str) -> Iterator[str]:
    """Give the tags that a query asks for, or leaves out, in the field of tags."""
    for clause in wanted(parse(query), Known(reader)):
        for sift in clause.sifts:
            if sift.field == "tag":
                yield from sift.values
