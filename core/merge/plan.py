"""The plan of a merge: counts at once, and an article's highlights when somebody asks for them.

A plan is a value that tells of the moment it was made in; it holds no file open. Run it on a
worker: both libraries may be large.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from core import annotate
from core.change import Record
from core.merge.back import BackPlan, backs
from core.merge.others import OtherPlan, others, taken_away
from core.merge.state import FieldPlan, State, Weighed, differing, standing, weigh
from core.model import Author, Tag
from core.store import bring_back, compare
from core.store.compare import Apart, InBoth, Title

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

    One that is away comes back where the other library says something of it that was not known
    here. `other_text`: it brings a text that is not here yet. `paged`: it came from a page that it
    was not known to be on. `text`: different texts were chosen here and there, a conflict of two
    editions, given by their ids.
    """

    id: str
    title: str
    state: str
    other_text: bool
    counts: Counts
    text: FieldPlan | None = None
    paged: bool = False


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
    """What a merge of everything would do.

    `tags` are the other library's. `others` are the records it changes besides highlights and the
    articles that hold them. `signed` counts by author the revisions that are new here, for a name
    can be forged. `turned` counts the articles here that would be marked as read, or as unread.
    `backs` were taken away here, and come back only where a `Take` says so.

    A plan that is not `weighed` is a first look: what both libraries have counts as the same.
    """

    ours: Path
    clean: Path
    counts: Counts
    articles: tuple[ArticlePlan, ...] = field(repr=False)
    tags: tuple[Tag, ...] = field(repr=False)
    alike: tuple[Alike, ...]
    authors: tuple[AuthorPlan, ...]
    others: tuple[OtherPlan, ...] = ()
    signed: Mapping[str, int] = field(default_factory=dict)
    turned: int = 0
    backs: tuple[BackPlan, ...] = ()
    weighed: bool = True

    def article(self, article: str) -> tuple[HighlightPlan, ...]:
        """Look at the highlights of one article, as they are now."""
        names = {one.author.id: one.author.name for one in self.authors}
        with compare.both(self.ours, self.clean) as connection:
            records = compare.marks(connection, article)
            told = compare.in_both(connection, records)
            weighed = [(one.record, weigh(one.ours, one.theirs)) for one in told]
        return tuple(_highlight(record, one, names) for record, one in weighed if one)


def plan(ours: Path, clean: Path, first: Callable[[Plan], object] | None = None) -> Plan:
    """Look at both libraries. `clean` is a file of our own writing, never a stranger's.

    `first` hears of all that comes along, soon, before what both have is weighed.
    """
    with compare.both(ours, clean) as connection:
        titles = compare.titles(connection)
        here, theirs = compare.tags(connection)
        alike = tuple(Alike(*pair) for pair in annotate.alike(here, theirs))
        authors = tuple(AuthorPlan(*one) for one in compare.authors(connection))
        known = (tuple(theirs), alike, authors)
        articles = tuple(_article(one, Tally(), None) for one in titles)
        if first is not None:
            first(Plan(ours, clean, total(articles), articles, *known, weighed=False))
        compare.stir(connection)
        tally = _tally(compare.apart(connection), compare.others(connection))
        for article, many in compare.gone_here(connection):
            tally[article].there += many
        paths = dict(compare.paths(connection))
        beside = (
            *taken_away(compare.going(connection)),
            *others(compare.beside_highlights(connection), paths, compare.resting(connection)),
        )
        signed, turned = dict(compare.signed(connection)), compare.turned(connection)
        texts = {one.record: _text(one) for one in compare.editions(connection)}
        named = {one.id: one.title for one in titles}
        back = list(backs(bring_back.find(connection), named))
    articles = tuple(_article(one, tally[one.id], texts.get(one.id)) for one in titles)
    besides = tuple(sorted(beside, key=_by_name))
    returning = tuple(_but_by_marks(back, articles))
    seen = (signed, turned, returning)
    return Plan(ours, clean, total(articles), articles, *known, besides, *seen)


def _but_by_marks(back: Iterable[BackPlan], articles: Iterable[ArticlePlan]) -> Iterator[BackPlan]:
    """Leave out the articles that what is new of their marks brings back."""
    come = {one.id for one in articles if one.state == "away" and has_news(one.counts)}
    kinds = list(Record)
    some = [one for one in back if one.id not in come]
    yield from sorted(some, key=lambda o: (kinds.index(o.kind), o.within, o.name, o.id))


def has_news(counts: Counts) -> bool:
    """Tell whether any highlight comes, or changes."""
    return bool(counts.new + counts.changed + counts.conflicts + counts.deleted)


@dataclass(slots=True)
class Tally:
    """How many highlights of an article differ in the other library, by their state.

    `there` counts those of them that the other library shows.
    """

    states: Counter[State] = field(default_factory=Counter)
    there: int = 0


def _tally(
    shown: Iterable[Apart], others: Iterable[tuple[InBoth, str | None]]
) -> defaultdict[str, Tally]:
    tally = defaultdict[str, Tally](Tally)

    def count(article: str, state: State, *, there: bool) -> None:
        tally[article].states[state] += 1
        tally[article].there += there

    for apart in shown:
        count(apart.article, standing(differing(apart.ours, apart.theirs)), there=True)
    for told, there in others:
        weighed = weigh(told.ours, told.theirs)
        if weighed is not None:
            count(json.loads(weighed.passage)["article"], weighed.state, there=there is not None)
        elif there is not None:
            tally[there].there += 1
    return tally


def _by_name(one: OtherPlan) -> tuple[str, str, str]:
    return one.kind, one.name, one.id


def _text(one: Apart) -> FieldPlan | None:
    """Tell where here and there another text of an article was chosen."""
    return next((plan for plan in differing(one.ours, one.theirs) if plan.conflict), None)


def _article(title: Title, tally: Tally, text: FieldPlan | None) -> ArticlePlan:
    state = "known" if title.present else "away" if title.known else "new"
    states = tally.states
    same = title.highlights - title.new - tally.there + states[State.SAME]
    told = (states[one] for one in (State.CHANGED, State.CONFLICT, State.DELETED))
    counts = Counts(title.new, same, *told)
    return ArticlePlan(title.id, title.title, state, title.other_text, counts, text, title.paged)


def total(articles: Iterable[ArticlePlan]) -> Counts:
    """Count the highlights of several articles together."""
    told = [one.counts for one in articles]
    return Counts(*(sum(getattr(one, state.name) for one in told) for state in fields(Counts)))


def _highlight(record: str, one: Weighed, names: dict[str, str]) -> HighlightPlan:
    quote = json.loads(one.passage)["quote"]
    return HighlightPlan(record, quote, names.get(one.author, ""), one.state, one.fields)
