"""The nouns: what was read, and what readers did to it.

Values only, frozen: how they are stored, found or painted is told elsewhere. Offsets count Unicode
code points; an end is not included. Times of articles are as the page wrote them, in the zone named
beside them (UTC unless known better); times of deeds are milliseconds since 1970, UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a row of the insight tree is: four kinds of section, a claim, or a block."""

    LEAD = "lead"
    GROUP = "group"
    NAMED = "named"
    SUPER = "super"
    CLAIM = "claim"
    BLOCK = "block"

    @property
    def is_section(self) -> bool:
        return self not in (Kind.CLAIM, Kind.BLOCK)


class Body(StrEnum):
    """What kind of text an article's body is."""

    SUMMARY = "summary"
    RAW = "raw"
    RESEARCH = "research"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the insight tree. `position` counts rows in reading order from 0, `depth` from 0.

    `text` is a claim's or block's text, or a section's heading as written; `title` is the part of
    a heading after "Group 2:". A claim cut off by the page is `truncated`.
    """

    position: int
    depth: int
    kind: Kind
    text: str
    title: str | None = None
    number: int | None = None
    citations: tuple[int, ...] = ()
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of an article: its rows, and the body as it came (`text`)."""

    id: str
    body: Body
    text: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands over an article. `published` is "YYYY-MM-DD HH:MM" as written, in `zone`."""

    title: str = ""
    source: str | None = None
    published: str | None = None
    zone: str = "UTC"
    company: str | None = None
    symbol: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What was read: its masthead, and one edition of its text.

    As it comes out of a page, `page` is that page's name; which pages an article was on is no part
    of what it says.
    """

    id: str
    masthead: Masthead
    edition: Edition
    page: str = field(default="", compare=False)

    @property
    def title(self) -> str:
        return self.masthead.title


@dataclass(frozen=True, slots=True)
class Page:
    """What one pasted or opened text holds: the page's own name, and its articles in order.

    Of a feed, `entries` are what it knows each by, "" where by nothing.
    """

    name: str | None
    articles: tuple[Article, ...]
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of code points in one node of one edition, the end not included.

    `node` is the node's position, `quote` what stands there, `prefix` and `suffix` what stands
    around it, to find it again by.
    """

    article: str
    edition: str
    node: int
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


class Colour(StrEnum):
    """The eight named colours of highlights."""

    YELLOW = "yellow"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    MAGENTA = "magenta"
    ORANGE = "orange"
    GREY = "grey"


class Stance(StrEnum):
    """What the reader thinks of a passage."""

    NONE = ""
    AGREE = "agree"
    DOUBT = "doubt"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage the reader marked. `tags` holds tag ids; `author` an author's id.

    `created` and `modified` are milliseconds since 1970, UTC; `note` is Markdown. What is `private`
    stays home when a share is made, unless it is asked for.
    """

    id: str
    passage: Passage
    colour: Colour
    note: str
    stance: Stance
    tags: tuple[str, ...]
    author: str
    created: int
    modified: int
    private: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A reader's own word; `path` is its name after those of its parents ("claim/forecast").

    It is on so many highlights (`uses`), and on so many `findings`. It may have any number of
    other names (`aliases`).
    """

    id: str
    name: str
    parent: str | None
    path: str
    zh: str = ""
    en: str = ""
    colour: str = ""
    uses: int = 0
    findings: int = 0
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the reader's own: Chinese, and what it is called in English, the usual name first.

    One that is `whole` is one word where text is cut into words; that teaches the index, too.
    """

    id: str
    zh: str
    en: tuple[str, ...] = ()
    note: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept under a name, to be asked again."""

    id: str
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Author:
    """Who did a deed: a stable id made once on a machine, and a name."""

    id: str
    name: str


class Anchoring(StrEnum):
    """How surely a passage was found again in another edition of its article."""

    SAME = "same"
    MOVED = "moved"
    REWORDED = "reworded"
    AMBIGUOUS = "ambiguous"
    NUMBER_CHANGED = "number changed"
    NAME_CHANGED = "name changed"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Placed:
    """A highlight, and where it stands in the edition shown (`node` None: nowhere).

    Of one that stands nowhere, `candidates` are the places to offer: node, start and end.
    """

    highlight: Highlight
    node: int | None
    start: int
    end: int
    anchoring: Anchoring = Anchoring.SAME
    candidates: tuple[tuple[int, int, int], ...] = ()

    @property
    def near(self) -> tuple[int, int, int] | None:
        """Give where it stands, or the one place where it may."""
        if self.node is not None:
            return self.node, self.start, self.end
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def has_place(self) -> bool:
        """Tell whether it surely stands somewhere."""
        sure = (Anchoring.SAME, Anchoring.MOVED, Anchoring.REWORDED)
        return self.node is not None and self.anchoring in sure


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with all that readers did to it; `tags` and `authors` are keyed by id."""

    article: Article
    placed: tuple[Placed, ...]
    tags: Mapping[str, Tag]
    authors: Mapping[str, Author]
    read: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What a library has of an article: the edition it shows, the texts of them all by their ids,
    whether it is on the shelf, and the fields of the pages it was on.
    """

    edition: str
    texts: Mapping[str, str]
    present: bool
    pages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OnPage:
    """A page that an article was on: its id and name, and when the article was first seen there."""

    id: str
    name: str
    seen: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the article list shows of one article; `row` is its number in this library."""

    row: int
    id: str
    title: str
    gist: str
    source: str | None
    published: str | None
    zone: str
    claims: int
    highlights: int
    read: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an article stands on the shelf: its row, and the row after it, if there is one."""

    row: int
    there: bool  # else it was taken away
    after: int | None


@dataclass(frozen=True, slots=True)
class Saying:
    """One line of a record's history: what a field was made, when, and by whom (a name)."""

    field: str
    value: str | None
    clock: int
    author: str


@dataclass(frozen=True, slots=True)
class Head:
    """One of the values that a field holds at once: of which revision, since when, and by whom."""

    rev: bytes
    value: str | None
    clock: int
    author: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a record that was changed in two places; the first head is shown."""

    kind: str
    record: str
    field: str
    heads: tuple[Head, ...]
