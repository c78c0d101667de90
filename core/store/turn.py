"""A merge taken back, and brought again: field by field to the heads there were before, or with it.

What a merge brought is noted in `merged`; the rest of a field's history is from before it, or was
said later. What was said later, and says something else, stays. Names of authors stay, too.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from core.change import BIRTH, Change, Edit, Record
from core.revision import Revision, Said, cut, fields, hidden
from core.store import fold
from core.store.write import Past, Role, Stamp, put_deed, put_revisions, turn_round

if TYPE_CHECKING:
    from sqlite_utils import Database

Heads = dict[str, tuple[Said, ...]]
AT_ONCE = 200
HISTORY = """
SELECT r.kind, r.record, r.rev, r.field, r.parents, r.clock, r.author, r.value,
  EXISTS (SELECT 1 FROM merged WHERE change = ? AND rev = r.rev) AS brought,
  coalesce(c.seq, 0) > ? OR EXISTS
    (SELECT 1 FROM merged WHERE change IN ({later}) AND rev = r.rev) AS later
FROM revisions r LEFT JOIN changes c ON c.id = r.change
WHERE r.record IN ({records}) ORDER BY r.record
"""


class Story(NamedTuple):
    """What was said of a record: before the merge, by it, and later."""

    before: list[Said]
    brought: list[Said]
    later: list[Said]


class Aim(NamedTuple):
    """The heads of a record as they are, as the merge or its undoing left them, and as wanted."""

    now: Heads
    left: Heads
    wanted: Heads


def turn(db: "Database", change: Change, stamp: Stamp, merge: Past) -> Change:
    """Take a merge back, or bring it again; give the change with the edits it makes."""
    way = back if merge.state == "done" else forth
    revisions = list(way(db.conn, merge, stamp, change.id))
    edits = (Edit(Record(r.kind), r.record, r.field, None, r.value) for r in revisions)
    made = replace(change, edits=tuple(edits))
    turn_round(db.conn, made, merge)
    put_deed(db, made, stamp, Role(merge.id, None, None))
    put_revisions(db.conn, revisions)
    fold.fold(db, made.edits)
    return made


def back(
    connection: sqlite3.Connection, merge: Past, stamp: Stamp, change: str
) -> Iterator[Revision]:
    """Give what takes a merge back."""
    for kind, record, story in _stories(connection, merge):
        aim = _aim(story, left=[*story.before, *story.brought], wanted=story.before)
        yield from _turned(kind, record, story, aim, stamp, change)


def forth(
    connection: sqlite3.Connection, merge: Past, stamp: Stamp, change: str
) -> Iterator[Revision]:
    """Give what brings a merge again that was taken back."""
    for kind, record, story in _stories(connection, merge):
        aim = _aim(story, left=story.before, wanted=[*story.before, *story.brought])
        yield from _turned(kind, record, story, aim, stamp, change)


def _aim(story: Story, left: list[Said], wanted: list[Said]) -> Aim:
    return Aim(fields([*story.before, *story.brought, *story.later]), fields(left), fields(wanted))


def _stories(connection: sqlite3.Connection, merge: Past) -> Iterator[tuple[Record, str, Story]]:
    rows = connection.execute(
        "SELECT DISTINCT record FROM merged JOIN revisions USING (rev)"
        " WHERE merged.change = ? AND kind <> 'author' ORDER BY record",
        [merge.id],
    )
    records = [record for (record,) in rows]
    later = [
        change
        for (change,) in connection.execute(
            "SELECT id FROM changes WHERE source IS NOT NULL AND seq > ?", [merge.seq]
        )
    ]
    for i in range(0, len(records), AT_ONCE):
        some = records[i : i + AT_ONCE]
        asked = HISTORY.format(later=_marks(later), records=_marks(some))
        told = connection.execute(asked, [merge.id, merge.seq, *later, *some])
        for (kind, record), found in groupby(told, itemgetter(0, 1)):
            yield Record(kind), record, _story(found)


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _story(rows: Iterable[Sequence[object]]) -> Story:
    story = Story([], [], [])
    for _, _, rev, field, parents, clock, author, value, brought, later in rows:
        said = Said(rev, field, cut(parents), clock, author, value)  # type: ignore[arg-type]
        which = story.brought if brought else story.later if later else story.before
        which.append(said)
    return story


def _turned(
    kind: Record, record: str, story: Story, aim: Aim, stamp: Stamp, change: str
) -> Iterator[Revision]:
    """Say of one record what makes it what is wanted."""
    said = list[Revision]()

    def say(field: str, parents: Iterable[Said], value: str | None) -> None:
        replaced = tuple(sorted(one.rev for one in parents))
        said.append(
            Revision(kind, record, field, replaced, stamp.clock, stamp.author, value, change)
        )

    if aim.wanted:
        for field in sorted({one.field for one in story.brought} - {"removed"}):
            replaced, values = _field(field, aim)
            for value in values:
                say(field, replaced, value)
    heads = _after(aim.now, said)
    stale = _removals(aim)
    if _is_shown(kind, aim.wanted):
        if stale:
            say("removed", stale, None)
    elif said or stale or not hidden(heads):
        say("removed", heads, "1")
    yield from said


def _field(field: str, aim: Aim) -> tuple[list[Said], list[str | None]]:
    """Give the heads of a field that have to go, and the values that take their place."""
    now, left, wanted = (heads.get(field, ()) for heads in aim)
    kept = {one.rev for one in wanted}
    ours = {one.rev for one in left}
    values = {one.value for one in left} or {None}
    gone = [one for one in now if one.rev not in kept and (one.rev in ours or one.value in values)]
    if not gone:
        return [], []
    stays = {one.value for one in now if one not in gone}
    there_were = [one.value for one in wanted] or [None]
    missing = [value for value in dict.fromkeys(there_were) if value not in stays]
    return gone, missing or there_were[:1]


def _removals(aim: Aim) -> list[Said]:
    """Give the removals there are that are not among those wanted."""
    kept = {one.rev for one in aim.wanted.get("removed", ())}
    now = aim.now.get("removed", ())
    return [one for one in now if one.value is not None and one.rev not in kept]


def _is_shown(kind: Record, heads: Heads) -> bool:
    born = heads.get(BIRTH[kind], ())
    every = [one for ones in heads.values() for one in ones]
    return bool(born) and born[0].value is not None and not hidden(every)


def _after(now: Heads, said: Iterable[Revision]) -> list[Said]:
    """Give every head that the record has once this was said."""
    said = tuple(said)
    replaced = {parent for one in said for parent in one.parents}
    heads = [one for ones in now.values() for one in ones if one.rev not in replaced]
    return heads + [Said(r.rev, r.field, r.parents, r.clock, r.author, r.value) for r in said]
