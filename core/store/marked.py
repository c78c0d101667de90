"""Who marked what, for the question how far readers agree: rows of the articles on the shelf."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Marked(NamedTuple):
    """A highlight, where it stands, and who put it under which tags; `shown`: in the text shown."""

    highlight: str
    article: str
    node: int
    shown: bool
    author: str
    tags: tuple[tuple[str, str], ...]


def marked(connection: sqlite3.Connection) -> Iterator[Marked]:
    """Walk the highlights of the articles on the shelf, in reading order."""
    tags = dict[str, list[tuple[str, str]]]()
    for highlight, tag, author in connection.execute(TAGGED):
        tags.setdefault(highlight, []).append((tag, author))
    for highlight, article, node, shown, author in connection.execute(
        "SELECT h.id, h.article, h.node, h.edition = s.edition, h.author FROM highlights h"
        " JOIN shelf s ON s.article = h.article WHERE s.edition IS NOT NULL"
        " ORDER BY s.sort DESC, s.row, h.node, h.start, h.id"
    ):
        yield Marked(highlight, article, node, bool(shown), author, tuple(tags.get(highlight, ())))


#: Two who put one highlight under one tag, each in their own library, have both done so.
TAGGED = """
SELECT t.highlight, t.tag, r.author FROM taggings t
  JOIN heads h ON h.record = t.highlight AND h.field = 'tag:' || t.tag
  JOIN revisions r ON r.rev = h.rev
WHERE r.value IS NOT NULL ORDER BY t.highlight, t.tag, r.author
"""


def claims(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Give the positions of the claims of these articles, in the text shown."""
    rows = connection.execute(
        "SELECT s.article, n.position FROM shelf s JOIN nodes n ON n.edition = s.edition"
        " WHERE n.kind = 'claim' AND s.article IN (SELECT value FROM json_each(?))"
        " ORDER BY s.article, n.position",
        [json.dumps(list(articles))],
    )
    found = dict[str, tuple[int, ...]]()
    for article, position in rows:
        found[article] = (*found.get(article, ()), position)
    return found
