"""What links in notes lead to, which notes lead to a record, and what could be linked to.

Only what is there is told: an article on the shelf, a highlight of one, a finding.
"""

import sqlite3
from collections.abc import Iterator

from core import sources
from core.link import SCHEME, Target, short

MOST = 30  # that are offered of a kind
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
    """Give what holds all of these words, the newest first: highlights, findings, articles."""
    wanted = [f"%{_literal(word)}%" for word in words.split()]
    found = list[Target]()
    for kind, (asked, (_, text, _, order)) in SOURCES.items():
        held = " AND ".join([f"{text} <> ''", *[f"{text} LIKE ? ESCAPE '\\'"] * len(wanted)])
        rows = connection.execute(f"{asked} WHERE {held} ORDER BY {order} LIMIT {MOST}", wanted)
        found += (_target(kind, row) for row in rows)
    return found


def _literal(word: str) -> str:
    for sign in "\\%_":
        word = word.replace(sign, f"\\{sign}")
    return word


def _target(kind: str, row: tuple[str, ...]) -> Target:
    identity, words, below, article, _ = row
    below = sources.name(below) or below if kind == "article" else below
    return Target(kind, identity, words, below, article)
