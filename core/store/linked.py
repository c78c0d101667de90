"""What links in notes lead to, which notes lead to a record, and what could be linked to.

Only what is there is told: an article on the shelf, a highlight of one, a finding.
"""

import json
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping

from core import sources
from core.link import SCHEME, Target, short
from core.store.order import like

MOST = 30  # that are offered of a kind
#: Of each kind: the id and the words of everything, there or not.
TEXTS = {
    "highlight": "SELECT id, quote FROM highlights WHERE quote <> ''",
    "finding": "SELECT id, statement FROM findings",
    "article": "SELECT id, title FROM articles WHERE title <> ''",
}
NOTHING = re.compile("(?!)")
Row = tuple[str, ...]
#: Of each kind: its id, its words, what is below them, the article to open, and its note.
SOURCES = {
    "highlight": (
        """SELECT h.id, h.quote, a.title, h.article, h.note FROM highlights h
        CROSS JOIN articles a ON a.id = h.article
        CROSS JOIN shelf s ON s.article = h.article AND s.edition IS NOT NULL""",
        ("h.id", "h.quote", "h.note", "h.rowid DESC"),
    ),
    "finding": (
        "SELECT f.id, f.statement, '', '', f.note FROM findings f",
        ("f.id", "f.statement", "f.note", "f.rowid DESC"),
    ),
    "article": (
        """SELECT a.id, a.title, coalesce(a.source, ''), a.id, '' FROM shelf s
        CROSS JOIN articles a ON a.id = s.article AND s.edition IS NOT NULL""",
        ("a.id", "a.title", "", "s.sort DESC, s.row"),
    ),
}


def named(connection: sqlite3.Connection, beginning: str) -> list[Target]:
    """Give what has an id that begins so, at most two of a kind."""
    return list(_named(connection, beginning))


def _named(connection: sqlite3.Connection, beginning: str) -> Iterator[Target]:
    for kind, (asked, (identity, *_)) in SOURCES.items():
        rows = connection.execute(
            f"{asked} WHERE {identity} >= ? AND {identity} < ? LIMIT 2",
            [beginning, beginning + "\U0010ffff"],
        )
        yield from (_target(kind, row) for row in rows)


def mentioning(connection: sqlite3.Connection, record: str) -> list[Target]:
    """Give the highlights and findings whose notes link to a record, the newest first."""
    found = list[Target]()
    for kind, (asked, (identity, _, note, order)) in SOURCES.items():
        if note:
            rows = connection.execute(
                f"{asked} WHERE instr({note}, ?) AND {identity} <> ? ORDER BY {order}",
                [f"[[{SCHEME}:{short(record)}", record],
            )
            found += (_target(kind, row) for row in rows)
    return found


def linkable(connection: sqlite3.Connection, words: str) -> list[Target]:
    """Give the highlights, findings and articles that hold all of these words, the newest first.

    Those that hold them as written go before those that are only read so, in pinyin or initials.
    """
    from core.glossary.heard import heard  # not before a link is written

    wanted = {word: heard(word) for word in words.split()}
    return [_target(kind, row) for kind in SOURCES for row in _holding(connection, kind, wanted)]


#: Words, each with what finds Chinese that is read so.
Wanted = Mapping[str, "re.Pattern[str] | None"]


def _holding(connection: sqlite3.Connection, kind: str, words: Wanted) -> list[Row]:
    found = _written(connection, kind, words)
    if len(found) < MOST and any(words.values()):
        found += _read(connection, kind, words, {identity for identity, *_ in found})
    return found[:MOST]


def _written(connection: sqlite3.Connection, kind: str, words: Collection[str]) -> list[Row]:
    asked, (_, text, _, order) = SOURCES[kind]
    held = " AND ".join([f"{text} <> ''", *[f"{text} LIKE ? ESCAPE '\\'"] * len(words)])
    question = f"{asked} WHERE {held} ORDER BY {order} LIMIT {MOST}"
    return connection.execute(question, [like(word) for word in words]).fetchall()


def _read(
    connection: sqlite3.Connection, kind: str, words: Wanted, but: Collection[str]
) -> list[Row]:
    """Give what is only read so. To look through the words of all alone takes a third."""
    asked, (identity, _, _, order) = SOURCES[kind]
    wanted = [(word.lower(), said or NOTHING) for word, said in words.items()]
    read = list[str]()
    for one, text in connection.execute(TEXTS[kind]):
        low = text.lower()
        if one not in but and all(word in low or said.search(low) for word, said in wanted):
            read.append(one)
    question = (
        f"{asked} WHERE {identity} IN (SELECT value FROM json_each(?)) ORDER BY {order}"
        f" LIMIT {MOST}"
    )
    return connection.execute(question, [json.dumps(read)]).fetchall() if read else []


def _target(kind: str, row: Row) -> Target:
    identity, words, below, article, _ = row
    below = sources.name(below) or below if kind == "article" else below
    return Target(kind, identity, words, below, article)
