"""What a template sees of an article: a sheet with its rows, its marks, and those without a place.

Text is handed over as it was read or written; a template's output escapes it. What is Markdown here
was made safe already. `docs/export.md` tells of every field; `draw` fills them in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core import sources
from core.export.escape import Markdown
from core.natural import natural


@dataclass(frozen=True, slots=True)
class Label:
    """A tag: `path` as the reader named it, `shown` as it stands in a document."""

    path: str
    hashtag: str
    shown: Markdown
    zh: str
    en: str
    colour: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight. `note` is Markdown that cannot leave its place, `written` as it was typed."""

    id: str
    anchor: str
    quote: str
    colour: str
    stance: str
    tags: tuple[Label, ...]
    note: Markdown
    written: str
    author: str
    mine: bool
    private: bool
    state: str
    near: str
    created: str
    modified: str

    @property
    def quoted(self) -> str:
        """Give the quote between quotation marks, if it has none of its own."""
        return quoted(self.quote)


def quoted(text: str) -> str:
    """Give text between quotation marks, if it has none of its own."""
    own = f"{text[:1]}{text[-1:]}" in ("“”", '""', "「」", "『』", "《》")
    return text if own and len(text) > 2 else f"“{text}”"


@dataclass(frozen=True, slots=True)
class Witness:
    """A highlight as evidence; `file` and `anchor` say where it stands, if that is exported."""

    bearing: str
    quote: str
    article: str
    title: str
    origin: str
    file: str
    anchor: str

    @property
    def quoted(self) -> str:
        return quoted(self.quote)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A finding. `note` is Markdown that cannot leave its place, `written` as it was typed."""

    id: str
    anchor: str
    statement: str
    quantity: str
    due: str
    confidence: str
    status: str
    outcome: str
    judged: str
    tags: tuple[Label, ...]
    note: Markdown
    written: str
    author: str
    mine: bool
    private: bool
    evidence: tuple[Witness, ...]
    created: str
    modified: str

    @property
    def stands(self) -> str:
        """Say what became of it, else how far the reader is with it."""
        return f"{self.outcome} ({self.judged})" if self.outcome else self.status


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, a claim or a block. `marked` has the highlights in place, `lines` a block's."""

    kind: str
    depth: int
    level: int
    text: str
    title: str
    number: int | None
    citations: tuple[int, ...]
    truncated: bool
    anchor: str
    marked: Markdown
    lines: tuple[Markdown, ...]
    cited: Markdown
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article. `name` is its title, or how it begins; `lost` are the marks without a place.

    `findings` are those that rest on it.
    """

    id: str
    name: str
    title: str
    source: str
    source_zh: str
    published: str
    zone: str
    company: str
    symbol: str
    url: str
    pages: tuple[str, ...]
    body: str
    read: bool
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    lost: tuple[Mark, ...]
    tags: tuple[Label, ...]
    findings: tuple[Conclusion, ...] = ()

    @property
    def time(self) -> str:
        """Give the time as the page wrote it, with its zone."""
        return f"{self.published} {self.zone}".strip() if self.published else ""

    @property
    def outlet(self) -> str:
        """Give the source by its Chinese name, and as the page wrote it."""
        return _in_both(self.source, self.source_zh)

    @property
    def firm(self) -> str:
        """Give the company with its symbol."""
        if self.company and self.symbol:
            return f"{self.company} ({self.symbol})"
        return self.company or self.symbol

    @property
    def origin(self) -> str:
        """Say where and when the article was published, on one line."""
        return " · ".join(filter(None, (self.outlet, self.time, self.firm)))

    @property
    def paged(self) -> str:
        """Name the pages that it came from, on one line."""
        return " · ".join(_in_both(page, sources.name(page) or "") for page in self.pages)

    @property
    def properties(self) -> dict[str, object]:
        """Give what stands in the front matter of an article's own note."""
        return {
            "title": self.title or self.name,
            "aliases": [self.title] if self.title else [],
            "source": self.source,
            "source_zh": self.source_zh,
            "published": self.time,
            "company": self.company,
            "symbol": self.symbol,
            "url": self.url,
            "pages": list(self.pages),
            "article_id": self.id,
            "highlights": len(self.marks),
            "findings": len(self.findings) or None,
            "tags": hashtags(self.tags),
        }


def _in_both(written: str, chinese: str) -> str:
    """Give a name in Chinese, and as it was written."""
    return f"{chinese} ({written})" if chinese and chinese != written else written


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a template sees it, beside its articles."""

    title: str
    properties: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's line in the index of a folder."""

    name: str
    file: str
    origin: str
    highlights: int
    tags: tuple[Label, ...]


def hashtags(labels: Iterable[Label]) -> list[str]:
    """Give each tag that Obsidian can hold, once, in order."""
    return sorted({label.hashtag for label in labels if label.hashtag}, key=natural)


#: What templates may look into without being asked twice.
OURS = frozenset({Conclusion, Document, Entry, Label, Mark, Row, Sheet, Witness})
