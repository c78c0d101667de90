"""The tags of a library kept in memory, and mended by what was done since.

Thousands of tags take long to read, and every deed asks for them several times. What one deed does
to them is told by the log; after a merge, or a large deed, they are read anew.
"""

import sqlite3
from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass

from core.change import Record
from core.model import Tag
from core.store import read
from core.store.batch import batches

#: So many revisions are looked through, and so many tags mended; more are sooner read anew.
MANY, FEW = 500, 50
MARKED = (Record.HIGHLIGHT, Record.FINDING)


@dataclass(frozen=True, slots=True)
class Tags:
    """Every tag by path, and by id, as they were after one deed."""

    deed: tuple[int, str]
    all: tuple[Tag, ...]
    by_id: dict[str, Tag]


def look(connection: sqlite3.Connection, known: Tags | None = None) -> Tags:
    """Give the tags as they are now; `known` is how they were.

    The deed is asked for first: what others write meanwhile is mended the next time.
    """
    deed = connection.execute("SELECT seq, id FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    deed = deed or (0, "")
    if known and known.deed == deed:
        return known
    found = _mended(connection, known) if known else None
    tags = tuple(read.tags(connection) if found is None else found)
    return Tags(deed, tags, {tag.id: tag for tag in tags})


def _mended(connection: sqlite3.Connection, known: Tags) -> list[Tag] | None:
    """Exchange the tags that were touched since; None where that is not the sooner way."""
    touched = _touched(connection, *known.deed)
    if touched is None or len(touched) > FEW:
        return None
    now = {tag.id: tag for tag in read.tags_of(connection, touched)}
    moved = {one for one in touched if _stands(known.by_id, one) != _stands(now, one)}
    left = [tag for tag in known.all if tag.id not in touched]
    if moved and not moved.isdisjoint(tag.parent for tag in left):
        return None  # what stands below is called otherwise, too
    for tag in now.values():
        insort(left, tag, key=read.place)
    return left


def _stands(tags: dict[str, Tag], one: str) -> tuple[str | None, str] | None:
    """Tell where a tag stands; by its parent, too, for parents may run in a ring."""
    return (tags[one].parent, tags[one].path) if one in tags else None


def _touched(connection: sqlite3.Connection, seq: int, deed: str) -> set[str] | None:
    """Name the tags that deeds since may have touched; None after a merge, and of very many."""
    there = connection.execute("SELECT 1 FROM changes WHERE seq = ? AND id = ?", [seq, deed])
    merged = connection.execute(MERGED, [seq])
    if not there.fetchone() or merged.fetchone():
        return None
    rows = connection.execute(SINCE, [seq, MANY + 1]).fetchall()
    if len(rows) > MANY:
        return None
    tags = {record for kind, record in rows if kind == Record.TAG}
    return tags | _worn(connection, {record for kind, record in rows if kind in MARKED})


MERGED = "SELECT 1 FROM changes WHERE seq > ? AND coalesce(source, via) IS NOT NULL LIMIT 1"
SINCE = """
SELECT r.kind, r.record FROM changes c CROSS JOIN revisions r ON r.change = c.id
WHERE c.seq > ? LIMIT ?
"""


def _worn(connection: sqlite3.Connection, marks: Iterable[str]) -> set[str]:
    """Name the tags that these highlights and findings ever had."""
    found = set[str]()
    for asked_for, some in batches(marks):
        rows = connection.execute(WORN.format(asked_for), some)
        found.update(tag for (tag,) in rows)
    return found


WORN = "SELECT substr(field, 5) FROM revisions WHERE record IN ({}) AND field GLOB 'tag:*'"
