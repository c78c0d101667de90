"""The log read back: what was done, what a deed changed, what was ever said of a record.

What is so now is read by `read`; what is to be written to the log, `write` knows.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from core.change import Edit, Record
from core.model import Conflict, Head, Saying
from core.revision import cut
from core.store.read import everybody
from core.store.write import Past


def last_seq(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])


def history(connection: sqlite3.Connection, limit: int) -> list[Past]:
    """Give the last deeds, newest first; what a merge brought is told by the merge."""
    rows = connection.execute(f"{PAST} WHERE via IS NULL ORDER BY seq DESC LIMIT ?", [limit])
    return [Past(*row) for row in rows]


def past(connection: sqlite3.Connection, state: str) -> Past | None:
    """Give the deed that undo ("done") or redo ("undone") would take next."""
    way = "DESC" if state == "done" else "ASC"
    row = connection.execute(
        f"{PAST} WHERE state = ? ORDER BY seq {way} LIMIT 1", [state]
    ).fetchone()
    return Past(*row) if row else None


PAST = "SELECT seq, id, name, count, author, clock, reverses, state, last, source FROM changes"


def since(connection: sqlite3.Connection, seq: int) -> Iterator[tuple[str, str, str]]:
    """Give (name, id, source) of the changes made after this one, in order."""
    yield from connection.execute(
        "SELECT name, id, coalesce(source, '') FROM changes"
        " WHERE seq > ? AND via IS NULL ORDER BY seq",
        [seq],
    ).fetchall()


def sayings(connection: sqlite3.Connection, record: str) -> list[Saying]:
    """Give all that was ever said of a record, newest first."""
    rows = connection.execute(
        "SELECT r.field, r.value, r.clock, r.author FROM revisions r"
        " LEFT JOIN changes c ON c.id = r.change"
        " WHERE r.record = ? ORDER BY r.clock DESC, c.seq DESC, r.field",
        [record],
    )
    called = everybody(connection)
    return [
        Saying(field, value, clock, called.get(author, author))
        for field, value, clock, author in rows
    ]


def edits(connection: sqlite3.Connection, change: str) -> tuple[Edit, ...]:
    """Read the edits of a change out of the log, with the revisions that made them.

    What settled two heads of a field is an edit of each, first of the one that was shown: taken
    back, both are there again. An article kept away while its marks were edited is no edit: see
    `away`.
    """
    rows = connection.execute(
        "SELECT kind, record, field, parents, value, rev FROM revisions WHERE change = ?"
        " ORDER BY kind, record, field, value IS NULL, clock DESC, rev DESC",
        [change],
    ).fetchall()
    if any(kind == Record.HIGHLIGHT for kind, *_ in rows):
        rows = [row for row in rows if (row[0], row[2], row[4]) != (Record.ARTICLE, "removed", "1")]
    steps = {(field, rev): parents for _, _, field, parents, _, rev in rows}
    passed = {(field, one) for _, _, field, parents, *_ in rows for one in cut(parents)}
    return tuple(
        Edit(Record(kind), record, field, before, value, replaces=(rev,))
        for kind, record, field, parents, value, rev in rows
        if (field, rev) not in passed
        for before in _before(connection, _first(parents, field, steps), field, value)
    )


def _first(
    parents: bytes, field: str, steps: Mapping[tuple[str, bytes], bytes]
) -> tuple[bytes, ...]:
    """Give what the first of a change's steps in a field replaced, from the last one's parents."""
    while (field, parents) in steps:
        parents = steps[field, parents]
    return cut(parents)


def _before(
    connection: sqlite3.Connection, parents: Sequence[bytes], field: str, value: str | None
) -> Iterable[str | None]:
    """Give the values that a field held before, the shown one first; before a removal, None."""
    if (field == "removed" and value is not None) or not parents:
        return (None,)
    rows = connection.execute(
        f"SELECT value FROM revisions WHERE rev IN ({','.join('?' * len(parents))}) AND field = ?"
        " ORDER BY value IS NOT NULL DESC, clock DESC, rev DESC",
        [*parents, field],
    )
    return dict.fromkeys(value for (value,) in rows) or (None,)


def touched(connection: sqlite3.Connection, merge: str) -> tuple[Edit, ...]:
    """Read which fields a merge touched."""
    rows = connection.execute(
        "SELECT DISTINCT kind, record, field FROM merged JOIN revisions USING (rev)"
        " WHERE merged.change = ?",
        [merge],
    )
    return tuple(Edit(Record(kind), record, field, None, None) for kind, record, field in rows)


#: A record that is there: whose two versions somebody sees.
SHOWN = "(EXISTS (SELECT 1 FROM shelf WHERE article = r.record AND edition IS NOT NULL){})".format(
    "".join(
        f" OR EXISTS (SELECT 1 FROM {table} WHERE id = r.record)"
        for table in ("highlights", "findings", "pairs", "tags", "terms", "searches")
    )
)
#: What one of two read was read, and two who joined a pair of claims mean the same two. Two who
#: name a page or another name of a tag only wrote it smaller or larger.
NO_CONFLICTS = "('article', 'read'), ('pair', 'claims')"


def contested(connection: sqlite3.Connection, record: str | None = None) -> list[Conflict]:
    """Give the fields, of a record or of all that are there, that hold several values at once."""
    where, values = ("record = ?", [record]) if record is not None else ("1", [])
    rows = connection.execute(
        "SELECT r.kind, r.record, r.field, r.rev, r.value, r.clock, r.author FROM"
        f" (SELECT record, field FROM heads WHERE {where} AND field <> 'removed'"
        "  GROUP BY record, field HAVING count(*) > 1) two"
        " JOIN heads USING (record, field) JOIN revisions r ON r.rev = heads.rev"
        f" WHERE {SHOWN} AND (r.kind, r.field) NOT IN (VALUES {NO_CONFLICTS})"
        " AND r.field NOT GLOB 'alias:*' AND r.field NOT GLOB 'page:*'"
        " ORDER BY r.record, r.field, r.value IS NULL, r.clock DESC, r.rev DESC",
        values,
    )
    found = []
    for (kind, one, field), heads in groupby(rows, itemgetter(0, 1, 2)):
        said = tuple(Head(*head[3:]) for head in heads)
        if len({head.value for head in said}) > 1:
            found.append(Conflict(kind, one, field, said))
    return found
