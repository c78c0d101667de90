"""What a library says, to be held against another: its log, what is seen, what is contested."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from core.library import Reader
from core.revision import Said, cut, fields

#: What people see; numbers of rows on the shelf are an order of arrival.
SEEN = {
    "authors": "id, name",
    "shelf": "article, edition, sort, read",
    "pages": "*",
    "tags": "id, name, parent, path, zh, en, colour",
    "aliases": "*",
    "highlights": "*",
    "taggings": "highlight, tag",
    "findings": "*",
    "evidence": "finding, highlight, bearing",
    "finding_tags": "finding, tag",
    "pairs": "*",
}
MEANT = {
    "shelf JOIN editions ON editions.id = edition": "shelf.article, edition, sort, read",
    "pages": "article, page, name",
    "tags": SEEN["tags"],
    "aliases": "*",
    "taggings": SEEN["taggings"],
    "highlights": 'id, article, edition, node, start, "end", colour, note, stance, private, author',
    "findings": "id, statement, confidence, status, outcome, judged, note, private, author",
    "evidence": SEEN["evidence"],
    "finding_tags": SEEN["finding_tags"],
    "pairs": "id, relation, verdict",
}
Rows = Counter[tuple[object, ...]]


def log(path: Path) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT * FROM revisions"))


def seen(path: Path) -> dict[str, Rows]:
    """Give what people see of a library."""
    return _rows(path, SEEN)


def _rows(path: Path, columns: Mapping[str, str]) -> dict[str, Rows]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: Counter(connection.execute(f"SELECT {what} FROM {table}"))
            for table, what in columns.items()
        }


def meaning(path: Path) -> dict[str, Rows]:
    """Give what the undoing of a merge has to bring back: all but when it was said, and names."""
    return _rows(path, MEANT)


def typed(path: Path) -> set[tuple[object, ...]]:
    """Give what is said here, shown or not, but by the undoing of a merge."""
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute(TYPED))


TYPED = """
SELECT record, field, value FROM heads JOIN revisions r USING (record, field, rev)
WHERE field <> 'removed' AND r.change NOT IN
  (SELECT last FROM changes WHERE source IS NOT NULL AND state <> 'done')
"""


def conflicts(path: Path) -> dict[tuple[str, str], frozenset[str | None]]:
    with Reader(path) as reader:
        return {
            (one.record, one.field): frozenset(head.value for head in one.heads)
            for one in reader.contested()
        }


def told(path: Path) -> tuple[object, object]:
    """Give what undo has to bring back: what is meant, and of what there are several versions."""
    return meaning(path), conflicts(path)


def unseen_and_hidden(path: Path) -> set[str]:
    """Give the articles that are off the shelf with a mark on them that no removal had seen."""
    with closing(sqlite3.connect(path)) as connection:
        away = [a for (a,) in connection.execute("SELECT article FROM shelf WHERE edition IS NULL")]
        marks = connection.execute("SELECT article, id FROM highlights").fetchall()
        records = dict.fromkeys((*away, *(one for article, one in marks if article in away)))
        said = {record: fields(_said(connection, record)) for record in records}
    return {
        article
        for article in away
        for head in _heads(said[article]) + _heads(*(said[m] for a, m in marks if a == article))
        if head.rev not in _seen(said[article])
    }


def _said(connection: sqlite3.Connection, record: str) -> list[Said]:
    rows = connection.execute(
        "SELECT rev, field, parents, clock, author, value FROM revisions WHERE record = ?", [record]
    )
    return [Said(rev, field, cut(parents), *rest) for rev, field, parents, *rest in rows]


def _heads(*records: dict[str, tuple[Said, ...]]) -> list[Said]:
    every = (one for said in records for heads in said.values() for one in heads)
    return [one for one in every if one.field != "removed"]


def _seen(said: dict[str, tuple[Said, ...]]) -> set[bytes]:
    removals = (one for one in said.get("removed", ()) if one.value is not None)
    return {rev for one in removals for rev in one.parents}
