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
    db.conn.executemany(
        "INSERT INTO shelf (article, edition, sort, read) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (article) DO UPDATE"
        " SET edition = excluded.edition, sort = excluded.sort, read = excluded.read",
        (_on_shelf(db.conn, record) for record in records),
    )


def _on_shelf(connection: sqlite3.Connection, record: str) -> tuple[str | int | None, ...]:
    heads = live(connection, record)
    published, added = connection.execute(
        "SELECT (SELECT published FROM articles WHERE id = ?1), min(clock) FROM revisions"
        " WHERE record = ?1",
        [record],
    ).fetchone()
    sort = published or iso(added)[:16].replace("T", " ")
    return (record, _value(heads, "edition"), sort, int(_value(heads, "read") == "1"))


def _highlights(db: "Database", records: Sequence[str]) -> None:
    """Write highlights anew; those that are hidden go from the cache with their taggings."""
    rows, tagged, gone = list[Row](), list[tuple[str, str]](), list[tuple[str]]()
    for record in records:
        heads = live(db.conn, record)
        passage = _value(heads, "passage")
        if heads is None or passage is None:
            gone.append((record,))
            continue
        where = json.loads(passage)
        rows.append((record, *(where[name] for name in WHERE), *_said(db.conn, record, heads)))
        tags = (field[4:] for field, shown in heads.items() if shown.value and field[:4] == "tag:")
        tagged += [(record, tag) for tag in tags]
    execute = db.conn.executemany
    execute("DELETE FROM taggings WHERE highlight = ?", [(record,) for record in records])
    execute("DELETE FROM highlights WHERE id = ?", gone)
    execute(f"INSERT OR REPLACE INTO highlights VALUES ({','.join('?' * 15)})", rows)
    execute("INSERT INTO taggings VALUES (?, ?)", tagged)


Row = tuple[str | int, ...]
#: What a passage says of itself, in the order of the table's columns.
WHERE = ("article", "edition", "node", "start", "end", "quote", "prefix", "suffix")


def _said(connection: sqlite3.Connection, record: str, heads: Heads) -> Row:
    """Give colour, note, stance, author, created and modified."""
    author, created = connection.execute(
        "SELECT author, clock FROM revisions WHERE record = ? AND field = 'passage'"
        " ORDER BY clock, rev LIMIT 1",
        [record],
    ).fetchone()
    modified = max(shown.clock for shown in heads.values())
    said = (_value(heads, "colour") or "yellow", _value(heads, "note"), _value(heads, "stance"))
    return (*(value or "" for value in said), author, iso(created), iso(modified))


def _tags(db: "Database", records: Sequence[str]) -> None:
    rows, gone = list[dict[str, str | None]](), list[tuple[str]]()
    for record in records:
        heads = live(db.conn, record)
        name = _value(heads, "name")
        if name is None:
            gone.append((record,))
            continue
        row = {"id": record, "name": name, "parent": _value(heads, "parent"), "path": name}
        row |= {field: _value(heads, field) or "" for field in ("zh", "en", "colour")}
        rows.append(row)
    db.conn.executemany("DELETE FROM tags WHERE id = ?", gone)
    db.table("tags").upsert_all(rows, pk="id")
    _spell_paths(db.conn, records)


def _spell_paths(connection: sqlite3.Connection, records: Iterable[str]) -> None:
    """Write anew the paths of these tags and of all below them."""
    waiting, seen = list(records), set[str]()
    while waiting:
        tag = waiting.pop()
        if tag not in seen:
            seen.add(tag)
            path = _path(connection, tag)
            connection.execute("UPDATE tags SET path = ? WHERE id = ?", [path, tag])
            below = connection.execute("SELECT id FROM tags WHERE parent = ?", [tag])
            waiting += [child for (child,) in below]


def _path(connection: sqlite3.Connection, tag: str) -> str:
    """Spell a tag's path; one whose parents run in a ring stands at the top."""
    names, seen, at = list[str](), set[str](), tag
    while row := connection.execute("SELECT name, parent FROM tags WHERE id = ?", [at]).fetchone():
        if at in seen:
            return names[0]
        seen.add(at)
        names.append(row[0])
        at = row[1] or ""
    return "/".join(reversed(names))


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
