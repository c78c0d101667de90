"""A merge taken back, and brought again: to the heads there were before, or with what it brought.

What a merge brought is noted in `merged`; the rest of a record's history is from before it, or was
said later. Of most records nothing was said but by the merge: they are removed, or shown again, as
a whole; what becomes of the others is told in `story`. Names of authors stay; who counts
as a reader then, `read` knows.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from core.change import BIRTH, Change, Edit, Record
from core.revision import Revision, Said, cut
from core.store import away, fold, index
from core.store.batch import batches
from core.store.connect import roomy
from core.store.story import Deed, Story, turned
from core.store.write import Past, Role, Stamp, put_deed, put_revisions, turn_round


def weigh(connection: sqlite3.Connection, deed: Past) -> int:
    """Count the revisions that taking a deed back, or doing it again, goes through.

    A text that is cut anew, because a word was taught or forgotten, counts for a few.
    """
    table, change = ("merged", deed.id) if deed.source else ("revisions", deed.last or deed.id)
    many: int = connection.execute(
        f"SELECT count(*) FROM {table} WHERE change = ?", [change]
    ).fetchone()[0]
    if many > MANY:
        return many
    taught = connection.execute(TAUGHT.format(table), [change])
    return many + A_TEXT * index.holding(connection, [word for (word,) in taught])


#: A deed of more revisions is large whatever words it teaches.
MANY = 5000
#: A text that is cut anew takes as long as so many revisions.
A_TEXT = 20
#: The words whose terms a deed touches, of those that were ever taught as one.
TAUGHT = """
SELECT DISTINCT zh.value FROM {} c CROSS JOIN revisions t ON t.rev = c.rev
  CROSS JOIN revisions w ON w.record = t.record CROSS JOIN revisions zh ON zh.record = t.record
WHERE c.change = ? AND t.kind = 'term' AND w.field = 'whole' AND w.value = '1'
  AND zh.field = 'zh'
"""


def turn(connection: sqlite3.Connection, change: Change, stamp: Stamp, merge: Past) -> Change:
    """Take a merge back, or bring it again; give the change with the edits it makes."""
    deed = Deed(stamp.author, stamp.clock, change.id)
    with roomy(connection):
        _sort_out(connection, merge)
        whole = _removed if merge.state == "done" else _shown
        revisions = [*whole(connection, deed), *_others(connection, merge, deed)]
        connection.execute("DROP TABLE temp.turned")
        edits = (Edit(Record(r.kind), r.record, r.field, None, r.value) for r in revisions)
        made = replace(change, edits=tuple(edits))
        turn_round(connection, made, merge)
        put_deed(connection, made, stamp, Role(merge.id, None, None))
        put_revisions(connection, revisions)
        fold.fold(connection, made.edits)
        keep_away(connection, made, stamp, merge)
    return made


def keep_away(connection: sqlite3.Connection, turned: Change, stamp: Stamp, of: Past) -> None:
    """Take away again what was away before a deed that is undone, or after one that is redone."""
    wanted = of.seq - 1 if of.state == "done" else of.seq
    if found := list(away.brought_back(connection, turned, wanted)):
        deed = Deed(stamp.author, stamp.clock, turned.id)
        said = [deed.says(kind, record, "removed", seen, "1") for kind, record, seen in found]
        put_revisions(connection, said)
        fold.fold(connection, [Edit(one.kind, one.record, "removed", None, "1") for one in found])


def _sort_out(connection: sqlite3.Connection, merge: Past) -> None:
    """Note the records that the merge touched, and whether they are but by it: whole."""
    connection.execute(
        "CREATE TEMP TABLE turned (record TEXT PRIMARY KEY, kind TEXT, is_whole INTEGER)"
        " WITHOUT ROWID"
    )
    connection.execute(
        "INSERT INTO temp.turned SELECT record, min(kind), min(field <> 'removed')"
        f" AND coalesce(min(iif(field = {BORN}, value IS NOT NULL, NULL)), 0)"
        " FROM merged m CROSS JOIN revisions r ON r.rev = m.rev"
        " WHERE m.change = ? AND kind <> 'author' GROUP BY record",
        [merge.id],
    )
    connection.execute(
        "CREATE TEMP TABLE others AS SELECT r.rev FROM temp.turned t"
        " CROSS JOIN revisions r ON r.record = t.record WHERE is_whole"
        " AND NOT EXISTS (SELECT 1 FROM merged WHERE change = ? AND rev = r.rev)",
        [merge.id],
    )
    connection.execute(
        "UPDATE temp.turned SET is_whole = 0 WHERE record IN (SELECT r.record FROM temp.others o"
        " CROSS JOIN revisions r ON r.rev = o.rev LEFT JOIN changes c ON c.id = r.change"
        " WHERE r.field <> 'removed' OR c.seq IS NULL OR c.seq < ?)",
        [merge.seq],
    )
    connection.execute("DROP TABLE temp.others")


#: The field that brings a record of its kind into being.
BORN = "CASE kind {} END".format(
    " ".join(f"WHEN '{kind.value}' THEN '{field}'" for kind, field in BIRTH.items())
)


def _removed(connection: sqlite3.Connection, deed: Deed) -> Iterator[Revision]:
    """Remove what is but by the merge."""
    heads = connection.execute(
        "SELECT t.kind, t.record, h.rev FROM temp.turned t CROSS JOIN heads h"
        " ON h.record = t.record WHERE is_whole ORDER BY t.record"
    )
    return _said(heads, "1", deed)


def _shown(connection: sqlite3.Connection, deed: Deed) -> Iterator[Revision]:
    """Take back the removal of the records that came by the merge alone."""
    removals = connection.execute(
        "SELECT t.kind, t.record, h.rev FROM temp.turned t CROSS JOIN heads h"
        " ON h.record = t.record AND h.field = 'removed' CROSS JOIN revisions r ON r.rev = h.rev"
        " WHERE is_whole AND r.value IS NOT NULL ORDER BY t.record"
    )
    return _said(removals, None, deed)


def _said(rows: Iterable[Sequence[Any]], value: str | None, deed: Deed) -> Iterator[Revision]:
    for (kind, record), heads in groupby(rows, itemgetter(0, 1)):
        yield deed.says(kind, record, "removed", (rev for _, _, rev in heads), value)


def _others(connection: sqlite3.Connection, merge: Past, deed: Deed) -> Iterator[Revision]:
    """Say of the other records what is wanted."""
    for kind, record, story in _stories(connection, merge):
        aim = story.back() if merge.state == "done" else story.forth()
        yield from turned(kind, record, story, aim, deed)


def _stories(connection: sqlite3.Connection, merge: Past) -> Iterator[tuple[Record, str, Story]]:
    """Give the stories of the records of which more than the merge was said."""
    asked = "SELECT record FROM temp.turned WHERE NOT is_whole ORDER BY record"
    records = [record for (record,) in connection.execute(asked)]
    for marks, some in batches(records):
        told = connection.execute(HISTORY.format(marks), [merge.id, *(merge.seq,) * 3, *some])
        for (kind, record), found in groupby(told, itemgetter(0, 1)):
            yield Record(kind), record, _story(found)


HISTORY = """
SELECT r.kind, r.record, r.rev, r.field, r.parents, r.clock, r.author, r.value,
  EXISTS (SELECT 1 FROM merged WHERE change = ? AND rev = r.rev) AS brought,
  coalesce(c.seq, 0) > ? OR EXISTS
    (SELECT 1 FROM merged WHERE rev = r.rev AND change IN
      (SELECT id FROM changes WHERE source IS NOT NULL AND seq > ?)) AS later,
  c.seq > ? AND coalesce(c.state, c.reverses, c.via) IS NULL AS quiet
FROM revisions r LEFT JOIN changes c ON c.id = r.change
WHERE r.record IN ({}) ORDER BY r.record
"""


def _story(rows: Iterable[Sequence[Any]]) -> Story:
    story = Story([], [], [], [])
    for _, _, rev, field, parents, clock, author, value, brought, later, quiet in rows:
        since = story.quiet if quiet else story.later if later else story.before
        which = story.brought if brought else since
        which.append(Said(rev, field, cut(parents), clock, author, value))
    return story
