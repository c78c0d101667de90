"""The log's heads folded into the current state: shelf, highlights, tags, taggings, authors.

A record is hidden when it was removed and the removal has seen every head it has now; an edit
made elsewhere, unseen, brings it back.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from core.change import Edit, Record

if TYPE_CHECKING:
    from sqlite_utils import Database


class Shown(NamedTuple):
    """The head of a field that is shown."""

    value: str | None
    clock: int
    rev: bytes


Heads = dict[str, Shown]


def fold(db: "Database", edits: Iterable[Edit]) -> None:
    """Bring the cache up to date for the records that these edits touched."""
    touched: dict[Record, dict[str, None]] = {}
    for edit in edits:
        touched.setdefault(edit.kind, {})[edit.record] = None
    for kind in (Record.AUTHOR, Record.ARTICLE, Record.TAG, Record.HIGHLIGHT):
        records = list(touched.get(kind, ()))
        if records:
            FOLDS[kind](db, records)


def rebuild(db: "Database") -> None:
    """Make heads and cache anew from the log alone."""
    for table in ("heads", "taggings", "highlights", "tags", "authors", "shelf"):
        db.conn.execute(f"DELETE FROM {table}")
    _rebuild_heads(db.conn)
    for kind, folded in FOLDS.items():
        # The shelf's rows are numbered in the order in which its articles came.
        rows = db.conn.execute(
            "SELECT record FROM revisions r LEFT JOIN changes c ON c.id = r.change"
            " WHERE r.kind = ? GROUP BY record ORDER BY min(c.seq), min(r.clock)",
            [kind],
        ).fetchall()
        folded(db, [record for (record,) in rows])


def _rebuild_heads(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT record, field, rev, parents FROM revisions").fetchall()
    fields = {rev: (record, field) for record, field, rev, _ in rows}
    replaced = {
        parents[i : i + 16]
        for record, field, _, parents in rows
        for i in range(0, len(parents), 16)
        if fields.get(parents[i : i + 16]) == (record, field)
    }
    connection.executemany(
        "INSERT INTO heads VALUES (?, ?, ?)",
        ((record, field, rev) for record, field, rev, _ in rows if rev not in replaced),
    )


def live(connection: sqlite3.Connection, record: str) -> Heads | None:
    """Give the shown head of every field of a record; None if the record is hidden."""
    rows = connection.execute(
        "SELECT h.field, r.value, r.clock, r.rev, r.parents FROM heads h"
        " JOIN revisions r ON r.rev = h.rev WHERE h.record = ?"
        " ORDER BY h.field, r.value IS NULL, r.clock DESC, r.rev DESC",
        [record],
    ).fetchall()
    seen: set[bytes] = set()
    for field, value, _, _, parents in rows:
        if field == "removed" and value is not None:
            seen.update(parents[i : i + 16] for i in range(0, len(parents), 16))
    if seen and all(rev in seen or field == "removed" for field, _, _, rev, _ in rows):
        return None
    return {field: Shown(*next(group)[1:4]) for field, group in groupby(rows, lambda r: r[0])}


def _value(heads: Heads | None, field: str) -> str | None:
    return heads[field].value if heads and field in heads else None


def _authors(db: "Database", records: Sequence[str]) -> None:
    names = ((record, _value(live(db.conn, record), "name") or "") for record in records)
    db.table("authors").upsert_all(({"id": i, "name": name} for i, name in names), pk="id")


def _shelf(db: "Database", records: Sequence[str]) -> None:
    rows = (_on_shelf(db.conn, record) for record in records)
    db.table("shelf").upsert_all(rows, pk="article")


def _on_shelf(connection: sqlite3.Connection, record: str) -> dict[str, str | int | None]:
    heads = live(connection, record)
    published, added = connection.execute(
        "SELECT (SELECT published FROM articles WHERE id = ?1), min(clock) FROM revisions"
        " WHERE record = ?1",
        [record],
    ).fetchone()
    return {
        "article": record,
        "edition": _value(heads, "edition"),
        "sort": published or iso(added)[:16].replace("T", " "),
        "read": int(_value(heads, "read") == "1"),
    }


def _highlights(db: "Database", records: Sequence[str]) -> None:
    for record in records:
        heads = live(db.conn, record)
        passage = _value(heads, "passage")
        db.conn.execute("DELETE FROM taggings WHERE highlight = ?", [record])
        if heads is None or passage is None:
            db.conn.execute("DELETE FROM highlights WHERE id = ?", [record])
            continue
        db.table("highlights").upsert(
            {"id": record, **json.loads(passage), **_said(db.conn, record, heads)}, pk="id"
        )
        tags = [field[4:] for field, shown in heads.items() if field[:4] == "tag:" and shown.value]
        db.table("taggings").insert_all({"highlight": record, "tag": tag} for tag in tags)


def _said(connection: sqlite3.Connection, record: str, heads: Heads) -> dict[str, str]:
    author, created = connection.execute(
        "SELECT author, clock FROM revisions WHERE record = ? AND field = 'passage'"
        " ORDER BY clock LIMIT 1",
        [record],
    ).fetchone()
    return {
        "colour": _value(heads, "colour") or "yellow",
        "note": _value(heads, "note") or "",
        "stance": _value(heads, "stance") or "",
        "author": author,
        "created": iso(created),
        "modified": iso(max(shown.clock for shown in heads.values())),
    }


def _tags(db: "Database", records: Sequence[str]) -> None:
    for record in records:
        heads = live(db.conn, record)
        name = _value(heads, "name")
        if name is None:
            db.conn.execute("DELETE FROM tags WHERE id = ?", [record])
            continue
        row = {"id": record, "name": name, "parent": _value(heads, "parent"), "path": name}
        row |= {field: _value(heads, field) or "" for field in ("zh", "en", "colour")}
        db.table("tags").upsert(row, pk="id")
    _spell_paths(db.conn)


def _spell_paths(connection: sqlite3.Connection) -> None:
    """Write every tag's path anew; a tag whose parents run in a ring stands at the top."""
    rows = connection.execute("SELECT id, name, parent FROM tags").fetchall()
    tags = {tag: (name, parent) for tag, name, parent in rows}
    for tag in tags:
        names, seen, at = list[str](), set[str](), tag
        while at in tags and at not in seen:
            seen.add(at)
            names.append(tags[at][0])
            at = tags[at][1] or ""
        path = tags[tag][0] if at in seen else "/".join(reversed(names))
        connection.execute("UPDATE tags SET path = ? WHERE id = ? AND path <> ?", [path, tag, path])


def iso(clock: int) -> str:
    """Spell milliseconds since 1970 as ISO 8601, UTC."""
    moment = datetime.fromtimestamp(clock / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


FOLDS: dict[Record, Callable[["Database", Sequence[str]], None]] = {
    Record.AUTHOR: _authors,
    Record.ARTICLE: _shelf,
    Record.TAG: _tags,
    Record.HIGHLIGHT: _highlights,
}
