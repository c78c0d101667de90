"""Nodes as a tree: building an article from its rows, and walking them.

Parsing decides what a row is; this decides who it is. Identity is content: two readers who import
the same page get the same ids.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from core.ident import derived, hashed
from core.model import Article, Body, Edition, Kind, Masthead, Node

GIST_LENGTH = 240


def compose(
    masthead: Masthead, rows: Sequence[Node], text: str, body: Body, page: str = ""
) -> Article:
    """Make an article of its rows (positions 0, 1, 2 …) and of `text`, the body as it came.

    What no file can hold is replaced first, so that ids are made of what is kept.
    """
    try:
        return _composed(masthead, tuple(rows), text, body, page)
    except UnicodeEncodeError:
        nodes = tuple(map(_storable, rows))
        return _composed(_storable(masthead), nodes, storable(text), body, page)


def _composed(head: Masthead, nodes: tuple[Node, ...], text: str, body: Body, page: str) -> Article:
    """Compose what can be stored; raise UnicodeEncodeError for what cannot."""
    "".join(filter(None, (text, head.zone, head.company, head.symbol, head.url))).encode()
    "".join([node.title for node in nodes if node.title]).encode()
    article = article_id(head, text)
    return Article(article, head, Edition(edition_id(article, nodes), body, text, nodes), page)


def storable(text: str) -> str:
    """Give text with U+FFFD for what no file can hold: a lone half of a surrogate pair."""
    return UNSTORABLE.sub("\ufffd", text)


UNSTORABLE = re.compile("[\ud800-\udfff]")


Texts = TypeVar("Texts", Masthead, Node)


def _storable(one: Texts) -> Texts:
    """Replace what no file can hold in the texts of a record."""
    said = {field.name: getattr(one, field.name) for field in fields(one)}
    texts: dict[str, Any] = {
        name: storable(text) for name, text in said.items() if type(text) is str
    }
    return replace(one, **texts)


def article_id(masthead: Masthead, text: str) -> str:
    """Give the uuid5 over source, title and time, normalised.

    An article without a title or a time is told from others by the start of its text as well.
    """
    known = masthead.title and masthead.published
    parts = [masthead.source or "", masthead.title, masthead.published or ""]
    parts.append("" if known else text[:400])
    return derived("\x1f".join([normal(part) for part in parts]))


def edition_id(article: str, nodes: Sequence[Node]) -> str:
    """Give the first 16 bytes, in hex, of SHA-256 over the article's id and every row's content."""
    rows = "\x1e".join(
        [
            "\x1f".join((node.kind, str(node.depth), node.text, str(node.citations)))
            for node in nodes
        ]
    )
    return hashed(f"{article}\x1e{rows}".encode()).hex()[:32]


def normal(text: str) -> str:
    """Fold what two copies of one heading may differ in: width, case and white space."""
    if text.isascii():
        return " ".join(text.split()).lower()
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


def parents(nodes: Sequence[Node]) -> list[int | None]:
    """Give, for every row, the position of the row it stands under."""
    found: list[int | None] = []
    open_rows: list[Node] = []
    for node in nodes:
        while open_rows and open_rows[-1].depth >= node.depth:
            open_rows.pop()
        found.append(open_rows[-1].position if open_rows else None)
        open_rows.append(node)
    return found


def claims(nodes: Sequence[Node]) -> Iterator[Node]:
    """Walk the claims in reading order."""
    return (node for node in nodes if node.kind is Kind.CLAIM)


def uncited(nodes: Sequence[Node]) -> frozenset[int]:
    """Give the positions of uncited claims, where half or more of their siblings are cited.

    A claim that the page cut off is left out: it may have lost its citation.
    """
    under: dict[int | None, list[Node]] = {}
    for node, above in zip(nodes, parents(nodes), strict=True):
        if node.kind is Kind.CLAIM and not node.truncated:
            under.setdefault(above, []).append(node)
    return frozenset(
        node.position
        for beside in under.values()
        if 2 * sum(bool(one.citations) for one in beside) >= len(beside)
        for node in beside
        if not node.citations
    )


def gist(nodes: Sequence[Node]) -> str:
    """Give the article's first words worth showing under its title: the first claim, or block."""
    first = next(claims(nodes), None) or next((n for n in nodes if n.kind is Kind.BLOCK), None)
    return re.sub(r"\s+", " ", first.text[:GIST_LENGTH]).strip() if first else ""
