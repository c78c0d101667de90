"""Articles with highlights whose ids and times are the same every time."""

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.model import (
    Anchoring,
    Annotated,
    Article,
    Author,
    Colour,
    Highlight,
    Kind,
    Passage,
    Placed,
    Stance,
    Tag,
)
from tests.given import ANNA

BORIS = Author("0b0b0b0b-0000-4000-8000-000000000002", "Boris")
BORN = 1_760_000_000_000
TAGS = {
    "t1": Tag("t1", "forecast", "t0", "claim/forecast"),
    "t2": Tag("t2", "稀土", None, "稀土"),
    "t3": Tag("t3", "rare earth", None, "rare earth"),
}
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
#: What Markdown may be made of where all text is shown letter by letter.
PLAIN = {"text", "text_special", "softbreak", "hardbreak"}


def mark(
    article: Article,
    node: int,
    quote: str,
    *,
    colour: Colour = Colour.YELLOW,
    note: str = "",
    stance: Stance = Stance.NONE,
    tags: Iterable[str] = (),
    by: Author = ANNA,
    anchoring: Anchoring = Anchoring.SAME,
) -> Placed:
    """Mark the first place of a quote in a node; one that is not there has no place."""
    start = article.edition.nodes[node].text.find(quote)
    place = Passage(article.id, article.edition.id, node, start, start + len(quote), quote)
    number = f"{node:04}{max(start, 0):04}"
    identity = f"{number}-{len(quote):04}-4000-8000-{ord(colour.value[0]):012}"
    one = Highlight(identity, place, colour, note, stance, tuple(tags), by.id, BORN, BORN)
    found = None if anchoring is Anchoring.ORPHAN else node
    return Placed(one, found, start, start + len(quote), anchoring)


def annotated(article: Article, *placed: Placed, tags: Iterable[Tag] = TAGS.values()) -> Annotated:
    authors = {one.id: one for one in (ANNA, BORIS)}
    return Annotated(article, placed, {tag.id: tag for tag in tags}, authors, False)


def body(document: str) -> str:
    """Give what stands under the front matter."""
    return re.split("^---$", document, maxsplit=2, flags=re.MULTILINE)[2]


def parsed(document: str) -> list[Token]:
    return PARSER.parse(body(document))


def inlines(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if token.type == "inline"]


def words(inline: Token) -> str:
    """Give the letters that a reader sees of a line."""
    return "".join(child.content or " " for child in inline.children or ())


def kinds(tokens: Iterable[Token]) -> set[str]:
    """Name all that text was taken for, but for what holds it."""
    held = set[str]()
    for token in tokens:
        held |= {child.type for child in token.children or ()}
        if token.type in ("html_block", "fence", "code_block", "hr", "table_open"):
            held.add(token.type)
    return held


def claim(article: Article) -> int:
    """Give the first claim's position."""
    return next(node.position for node in article.edition.nodes if node.kind is Kind.CLAIM)
