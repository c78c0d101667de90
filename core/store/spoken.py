"""The claims of the texts shown, with what a reader sees around each of them."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator

from core.day import day_of
from core.finding import Claim
from core.model import Body, Kind, Passage

ASKED = (
    "SELECT a.id, s.edition, n.position, n.kind, n.depth, n.text, n.title,"
    " a.title, coalesce(a.source, ''), coalesce(a.company, ''), a.published FROM shelf s"
    " CROSS JOIN articles a ON a.id = s.article CROSS JOIN editions e ON e.id = s.edition"
    " CROSS JOIN nodes n ON n.edition = s.edition WHERE e.body != ?"
)
OFTEN = 1000  # claims


def claims(
    connection: sqlite3.Connection,
    articles: Iterable[str] | None,
    tell: Callable[[], object] | None = None,
) -> Iterator[Claim]:
    """Give the claims of all articles on the shelf, or of these; damaged words say nothing sure.

    `tell` is called now and then.
    """
    if articles is None:
        rows = connection.execute(f"{ASKED} ORDER BY s.row, n.position", [Body.DAMAGED])
    else:
        rows = connection.execute(
            f"{ASKED} AND a.id IN (SELECT value FROM json_each(?)) ORDER BY s.row, n.position",
            [Body.DAMAGED, json.dumps(list(articles))],
        )
    for number, claim in enumerate(_claims(rows)):
        if tell and number % OFTEN == 0:
            tell()
        yield claim


def _claims(rows: sqlite3.Cursor) -> Iterator[Claim]:
    """Walk rows in reading order, and keep which heads a claim stands under."""
    heads: list[tuple[str, int, str]] = []
    for article, edition, position, kind, depth, text, head, *masthead in rows:
        while heads and (heads[-1][0] != edition or heads[-1][1] >= depth):
            heads.pop()
        if kind != Kind.CLAIM:
            heads.append((edition, depth, head or ""))
            continue
        title, source, company, published = masthead
        yield Claim(
            Passage(article, edition, position, 0, len(text), text),
            title,
            heads[-1][2] if heads else "",
            source,
            company,
            day_of(published),
        )
