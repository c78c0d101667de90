"""Who marked what, for the question how far readers agree: rows of the articles on the shelf."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.revision import cut


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
    for highlight, tag, rev, author, passed_on in connection.execute(TAGGED).fetchall():
        who = (passed_on and sorted(_sayers(connection, rev))) or [author]
        tags.setdefault(highlight, []).extend((tag, one) for one in who)
    for highlight, article, node, shown, author in connection.execute(
        "SELECT h.id, h.article, h.node, h.edition = s.edition, h.author FROM highlights h"
        " JOIN shelf s ON s.article = h.article WHERE s.edition IS NOT NULL"
        " ORDER BY s.sort DESC, s.row, h.node, h.start, h.id"
    ):
        yield Marked(highlight, article, node, bool(shown), author, tuple(tags.get(highlight, ())))


#: Two who put one highlight under one tag, each in their own library, have both done so.
TAGGED = """
SELECT t.highlight, t.tag, r.rev, r.author, c.name = 'join tags' OR c.reverses IS NOT NULL
FROM taggings t
  JOIN heads h ON h.record = t.highlight AND h.field = 'tag:' || t.tag
  JOIN revisions r ON r.rev = h.rev LEFT JOIN changes c ON c.id = r.change
WHERE r.value IS NOT NULL ORDER BY t.highlight, t.tag, r.author
"""


def _sayers(connection: sqlite3.Connection, rev: bytes) -> set[str]:
    """Tell who said what a revision says.

    Who joins tags says again, of the one that stays, what was said of the one that goes; who takes
    a deed back, what was said before it.
    """
    who, seen, waiting = set[str](), set[bytes](), [rev]
    while waiting:
        one = waiting.pop()
        said = None if one in seen else connection.execute(SAID, [one]).fetchone()
        seen.add(one)
        if said is None:  # a share need not hold what was said before
            continue
        author, parents, joins, reverses = said
        before = cut(parents)
        if joins:
            gone = connection.execute(GONE, [one]).fetchall()
            waiting += [*before, *(each for (some,) in gone for each in cut(some))]
        elif reverses:  # what it replaces said that it is not so
            waiting += [each for some in before for each in cut(_parents(connection, some))]
        else:
            who.add(author)
    return who


SAID = """
SELECT r.author, r.parents, c.name = 'join tags', c.reverses IS NOT NULL
FROM revisions r LEFT JOIN changes c ON c.id = r.change WHERE r.rev = ? AND r.value IS NOT NULL
"""
GONE = """
SELECT g.parents FROM revisions r JOIN revisions g ON g.change = r.change AND g.record = r.record
WHERE r.rev = ? AND g.field GLOB 'tag:*' AND g.value IS NULL
"""


def _parents(connection: sqlite3.Connection, rev: bytes) -> bytes:
    found: tuple[bytes] | None = connection.execute(
        "SELECT parents FROM revisions WHERE rev = ?", [rev]
    ).fetchone()
    return found[0] if found else b""


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
