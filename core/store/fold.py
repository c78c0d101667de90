"""The log's heads folded into the current state: shelf, highlights, tags, taggings, authors.

A record is hidden when it was removed and the removal has seen every head it has now; an edit
made elsewhere, unseen, brings it back, and so does a use of a tag.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from core.change import Edit, Record
from core.revision import cut

if TYPE_CHECKING:
    from sqlite_utils import Database


#: So many records are asked for in one question.
AT_ONCE = 500


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
    for kind, folded in FOLDS.items():
        if kind in touched:
            folded(db, list(touched[kind]))


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


class State(NamedTuple):
    """The shown head of every field of a record, and whether the record is hidden."""

    heads: Heads
    hidden: bool

    def value(self, field: str) -> str | None:
        """Give what a field shows; nothing of a record that is hidden."""
        return self.heads[field].value if field in self.heads and not self.hidden else None


def is_live(connection: sqlite3.Connection, record: str) -> bool:
    """Tell whether a record is there and not hidden."""
    _, state = next(_states(connection, [record]))
    return bool(state.heads) and not state.hidden


def _states(connection: sqlite3.Connection, records: Sequence[str]) -> Iterator[tuple[str, State]]:
    """Give the state of each of these records, in order, asking for many at once."""
    for i in range(0, len(records), AT_ONCE):
        some = records[i : i + AT_ONCE]
        rows = connection.execute(
            "SELECT h.record, h.field, r.value, r.clock, r.rev, r.parents FROM heads h"
            f" JOIN revisions r ON r.rev = h.rev WHERE h.record IN ({_marks(some)})"
            " ORDER BY h.record, h.field, r.value IS NULL, r.clock DESC, r.rev DESC",
            some,
        )
        known = {record: _state(list(found)) for record, found in groupby(rows, itemgetter(0))}
        for record in some:
            yield record, known.get(record, UNKNOWN)


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _state(rows: list[tuple[str, str, str | None, int, bytes, bytes]]) -> State:
    seen: set[bytes] = set()
    heads: Heads = {}
    for _, field, value, clock, rev, parents in rows:
        if field not in heads:
            heads[field] = Shown(value, clock, rev)
        if field == "removed" and value is not None:
            seen.update(cut(parents))
    hidden = bool(seen) and all(row[4] in seen or row[1] == "removed" for row in rows)
    return State(heads, hidden)


UNKNOWN = State({}, hidden=False)


def _authors(db: "Database", records: Sequence[str]) -> None:
    names = ((record, state.value("name") or "") for record, state in _states(db.conn, records))
    db.table("authors").upsert_all(({"id": i, "name": name} for i, name in names), pk="id")


def _shelf(db: "Database", records: Sequence[str]) -> None:
    db.conn.executemany(
        "INSERT INTO shelf (article, edition, sort, read) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (article) DO UPDATE"
        " SET edition = excluded.edition, sort = excluded.sort, read = excluded.read",
        [_on_shelf(db.conn, record, state) for record, state in _states(db.conn, records)],
    )


def _on_shelf(
    connection: sqlite3.Connection, record: str, state: State
) -> tuple[str | int | None, ...]:
    published, added = connection.execute(
        "SELECT (SELECT published FROM articles WHERE id = ?1), min(clock) FROM revisions"
        " WHERE record = ?1",
        [record],
    ).fetchone()
    sort = published or iso(added)[:16].replace("T", " ")
    return (record, state.value("edition"), sort, int(state.value("read") == "1"))


def _highlights(db: "Database", records: Sequence[str]) -> None:
    """Write highlights anew; those that are hidden go from the cache with their taggings."""
    rows, tagged, gone = list[Row](), list[tuple[str, str]](), list[tuple[str]]()
    born = _born(db.conn, records)
    for record, state in _states(db.conn, records):
        passage = state.value("passage")
        if passage is None:
            gone.append((record,))
            continue
        where = json.loads(passage)
        rows.append((record, *(where[name] for name in WHERE), *_said(state, born[record])))
        said = state.heads.items()
        tagged += [(record, name[4:]) for name, head in said if head.value and name[:4] == "tag:"]
    had = _tagged(db.conn, records)
    execute = db.conn.executemany
    execute("DELETE FROM taggings WHERE highlight = ?", [(record,) for record in records])
    execute("DELETE FROM highlights WHERE id = ?", gone)
    execute(f"INSERT OR REPLACE INTO highlights VALUES ({','.join('?' * 16)})", rows)
    execute("INSERT INTO taggings VALUES (?, ?)", tagged)
    _show_used(db, had | {tag for _, tag in tagged})


Row = tuple[str | int, ...]
#: What a passage says of itself, in the order of the table's columns.
WHERE = ("article", "edition", "node", "start", "end", "quote", "prefix", "suffix")


def _born(connection: sqlite3.Connection, records: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Give who made each highlight, and when."""
    born: dict[str, tuple[str, int]] = {}
    for i in range(0, len(records), AT_ONCE):
        some = records[i : i + AT_ONCE]
        rows = connection.execute(
            "SELECT record, author, clock FROM revisions"
            f" WHERE record IN ({_marks(some)}) AND field = 'passage' ORDER BY clock, rev",
            some,
        )
        for record, author, clock in rows:
            born.setdefault(record, (author, clock))
    return born


def _said(state: State, born: tuple[str, int]) -> Row:
    """Give colour, note, stance, private, author, created and modified."""
    author, created = born
    modified = max(shown.clock for shown in state.heads.values())
    said = (state.value("colour") or "yellow", state.value("note"), state.value("stance"))
    private = int(state.value("private") == "1")
    return (*(value or "" for value in said), private, author, iso(created), iso(modified))


def _tagged(connection: sqlite3.Connection, records: Sequence[str]) -> set[str]:
    """Give the tags that these highlights have as yet."""
    found = set[str]()
    for i in range(0, len(records), AT_ONCE):
        some = records[i : i + AT_ONCE]
        asked = f"SELECT tag FROM taggings WHERE highlight IN ({_marks(some)})"
        found.update(tag for (tag,) in connection.execute(asked, some))
    return found


def _show_used(db: "Database", tags: Iterable[str]) -> None:
    """Look again at tags that came into use or fell out of it."""
    asked = (
        "SELECT EXISTS (SELECT 1 FROM tags WHERE id = ?1) <>"
        " EXISTS (SELECT 1 FROM taggings WHERE tag = ?1)"
    )
    odd = [tag for tag in sorted(tags) if db.conn.execute(asked, [tag]).fetchone()[0]]
    if odd:
        _tags(db, odd)


def _tags(db: "Database", records: Sequence[str]) -> None:
    """Write tags anew. One that was removed is there as long as somebody uses it."""
    rows, gone = list[dict[str, str | None]](), list[tuple[str]]()
    for record, known in _states(db.conn, records):
        state = State(known.heads, known.hidden and not _is_used(db.conn, record))
        name = state.value("name")
        if name is None:
            gone.append((record,))
            continue
        row = {"id": record, "name": name, "parent": state.value("parent"), "path": name}
        rows.append(row | {key: state.value(key) or "" for key in ("zh", "en", "colour")})
    db.conn.executemany("DELETE FROM tags WHERE id = ?", gone)
    db.table("tags").upsert_all(rows, pk="id")
    _spell_paths(db.conn, records)


def _is_used(connection: sqlite3.Connection, tag: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM taggings WHERE tag = ?", [tag]).fetchone())


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
