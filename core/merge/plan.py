"""The plan of a merge: counts at once, and an article's highlights when somebody asks for them.

A plan is a value that tells of the moment it was made in; it holds no file open. Run it on a
worker: both libraries may be large.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from core import annotate
from core.merge.state import FieldPlan, State, Weighed, weigh
from core.model import Author, Tag
from core.store import compare
from core.store.compare import Title

__all__ = ["FieldPlan", "Plan", "State", "plan"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many highlights are in which state."""

    new: int = 0
    same: int = 0
    changed: int = 0
    conflicts: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """An article of the other library. `state` is new, known, or away: it was taken away here.

    `other_text` says that a text of it comes along that is not here yet.
    """

    id: str
    title: str
    state: str
    other_text: bool
    counts: Counts


@dataclass(frozen=True, slots=True)
class HighlightPlan:
    """A highlight of either library; `author` is a name, `fields` are those that would change."""

    id: str
    quote: str
    author: str
    state: State
    fields: tuple[FieldPlan, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two tags of one name, which a reader may want to be one."""

    ours: Tag
    theirs: Tag


@dataclass(frozen=True, slots=True)
class AuthorPlan:
    """Somebody who wrote in the other library, and how many highlights are theirs there."""

    author: Author
    known: bool
    highlights: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge of everything would do. `tags` are the other library's."""

    ours: Path
    clean: Path
    counts: Counts
    articles: tuple[ArticlePlan, ...] = field(repr=False)
    tags: tuple[Tag, ...] = field(repr=False)
    alike: tuple[Alike, ...]
    authors: tuple[AuthorPlan, ...]

    def article(self, article: str) -> tuple[HighlightPlan, ...]:
        """Look at the highlights of one article, as they are now."""
        names = {one.author.id: one.author.name for one in self.authors}
        with compare.both(self.ours, self.clean) as connection:
            records = compare.marks(connection, article)
            told = compare.told(connection, records)
            weighed = [(one.record, weigh(one.ours, one.theirs)) for one in told]
        return tuple(_highlight(record, one, names) for record, one in weighed if one)


def plan(ours: Path, clean: Path) -> Plan:
    """Look at both libraries. `clean` is a file of our own writing, never a stranger's."""
    with compare.both(ours, clean) as connection:
        titles = compare.titles(connection)
        stirred = compare.stirred(connection)
        there = compare.are_there(connection, stirred)
        states, seen_there = dict[str, Counter[State]](), Counter[str]()
        for one in compare.told(connection, stirred):
            weighed = weigh(one.ours, one.theirs)
            if weighed is not None:
                article = json.loads(weighed.passage)["article"]
                states.setdefault(article, Counter())[weighed.state] += 1
                seen_there[article] += one.record in there
        here, theirs = compare.tags(connection)
        authors = tuple(AuthorPlan(*one) for one in compare.authors(connection))
    articles = tuple(_article(one, states.get(one.id, Counter()), seen_there) for one in titles)
    alike = tuple(Alike(*pair) for pair in annotate.alike(here, theirs))
    return Plan(ours, clean, _sum(articles), articles, tuple(theirs), alike, authors)


def _article(title: Title, states: "Counter[State]", seen_there: "Counter[str]") -> ArticlePlan:
    state = "known" if title.present else "away" if title.known else "new"
    same = title.highlights - title.new - seen_there[title.id] + states[State.SAME]
    counts = Counts(
        title.new,
        same,
        states[State.CHANGED],
        states[State.CONFLICT],
        states[State.DELETED],
    )
    return ArticlePlan(title.id, title.title, state, title.other_text, counts)


def _sum(articles: Iterable[ArticlePlan]) -> Counts:
    told = [one.counts for one in articles]
    return Counts(
        sum(one.new for one in told),
        sum(one.same for one in told),
        sum(one.changed for one in told),
        sum(one.conflicts for one in told),
        sum(one.deleted for one in told),
    )


def _highlight(record: str, one: Weighed, names: dict[str, str]) -> HighlightPlan:
    quote = json.loads(one.passage)["quote"]
    return HighlightPlan(record, quote, names.get(one.author, ""), one.state, one.fields)
