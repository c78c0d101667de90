"""The nouns of what readers conclude: findings, what they rest on, and claims that belong together.

Values only, frozen, apart from `model` so that a window that shows none loads none.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from core.model import Passage

if TYPE_CHECKING:
    from decimal import Decimal


class Bearing(StrEnum):
    """What a passage says to a finding; one that decides is why an outcome was judged so."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    DECIDES = "decides"


class Status(StrEnum):
    """How far the reader is with a finding."""

    OPEN = "open"
    WATCHED = "watched"
    SETTLED = "settled"
    DROPPED = "dropped"


class Result(StrEnum):
    """What became of a forecast."""

    CAME_TRUE = "came true"
    FAILED = "failed"
    PARTLY = "partly"
    UNCLEAR = "unclear"
    MOOT = "moot"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A highlight that a finding rests on, and what it says to it."""

    highlight: str
    bearing: Bearing = Bearing.SUPPORTS


@dataclass(frozen=True, slots=True)
class Figure:
    """The quantity of a finding: values as `core.quantity` reads them, apart from any text.

    `kind`, `bound` and `direction` are its words ("duration", "up to", "fell"); `said` is how the
    text has it ("10 to 20 years"). An end that is open is None.
    """

    kind: str
    low: "Decimal | None" = None
    high: "Decimal | None" = None
    unit: str = ""
    currency: str = ""
    bound: str = ""
    direction: str = ""
    approximate: bool = False
    hedged: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """When a finding is to be judged: between these days, both included; None is open.

    `precision` is that of what was said ("year": 2035–2045), as `core.quantity.Precision` has it.
    """

    earliest: date | None
    latest: date | None
    precision: str = "day"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a finding, as judged on a day."""

    result: Result
    on: date


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement in the reader's own words, resting on highlights as evidence.

    `confidence` is in per cent, None where the reader gave none; `note` is Markdown; `tags` holds
    tag ids; `author` an author's id; `created` and `modified` are milliseconds since 1970, UTC.
    What is `private` stays home when a share is made.
    """

    id: str
    statement: str
    evidence: tuple[Evidence, ...]
    figure: Figure | None
    due: Due | None
    confidence: int | None
    status: Status
    outcome: Outcome | None
    note: str
    tags: tuple[str, ...]
    author: str
    created: int
    modified: int
    private: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """What a finding says in words, to be searched: little to read where there are thousands."""

    id: str
    statement: str
    note: str
    author: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A whole claim, and what a reader sees around it. A day that is not known is None."""

    passage: Passage
    title: str = ""
    heading: str = ""
    source: str = ""
    company: str = ""
    published: date | None = None

    @property
    def text(self) -> str:
        return self.passage.quote


@dataclass(frozen=True, slots=True)
class Cited:
    """A highlight as the evidence of a finding, with what it says and the article it stands in.

    `published` is as on the page; an article that was taken away is not `shown`.
    """

    finding: str
    highlight: str
    bearing: Bearing
    quote: str
    article: str
    title: str
    source: str | None
    published: str | None
    shown: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A finding, what it rests on, the paths of its tags and the name of its author."""

    finding: Finding
    cited: tuple[Cited, ...]
    tags: tuple[str, ...]
    author: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Name the sources that say so, each once, as their pages wrote them."""
        said = (one.source for one in self.cited if one.bearing is Bearing.SUPPORTS)
        return tuple(dict.fromkeys(source for source in said if source))

    @property
    def articles(self) -> tuple[str, ...]:
        """Name the articles that it rests on, each once."""
        return tuple(dict.fromkeys(one.article for one in self.cited))

    @property
    def published(self) -> str | None:
        """Give when the first article that supports it was published, as on its page."""
        days = (one.published for one in self.cited if one.bearing is Bearing.SUPPORTS)
        return min(filter(None, days), default=None)


class Relation(StrEnum):
    """How two claims stand to one another."""

    CONTRADICTS = "contradicts"
    ECHOES = "echoes"
    UPDATES = "updates"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that a reader joined, or would not have joined (`confirmed` False).

    The two passages are whole claims, that of the article with the lesser id first; the pair's id
    is made of the relation and of both articles and texts, so that two readers who judge the same
    pair agree on it. `modified` is in milliseconds since 1970, UTC.
    """

    id: str
    relation: Relation
    one: Passage
    other: Passage
    confirmed: bool
    author: str
    modified: int
