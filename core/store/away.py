"""Articles and tags that stay taken away, though something is said again of the marks on them.

A removal hides an article while it has seen all that is said of its marks, so that a note written
elsewhere brings it back; and a tag while nobody uses it. Tags put in order here, and a deed taken
back, write nothing new: whoever does that knows what was away, and the removal is said once more,
having seen it all.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from core.change import Change, Record
from core.revision import Said, cut, fields, hidden
from core.store.batch import batches
from core.store.story import is_born


def left_away(connection: sqlite3.Connection, change: Change) -> Iterator[str]:
    """Name the articles off the shelf of whose marks a change says nothing but their tags."""
    marks = dict[str, bool]()
    for edit in change.edits:
        if edit.kind is Record.HIGHLIGHT:
            marks[edit.record] = marks.get(edit.record, True) and edit.field.startswith("tag:")
    named, only_tags = set(change.records(Record.ARTICLE)), dict[str, bool]()
    for asked, some in batches(marks):
        for article, mark in connection.execute(AWAY.format(asked), some):
            only_tags[article] = only_tags.get(article, True) and marks[mark]
    yield from (one for one, tags in only_tags.items() if tags and one not in named)


AWAY = """
SELECT m.article, m.id FROM highlights m JOIN shelf s ON s.article = m.article
WHERE s.edition IS NULL AND m.id IN ({})
"""


ABOUT = (Record.ARTICLE, Record.HIGHLIGHT, Record.FINDING, Record.TAG)


class Away(NamedTuple):
    """What is there, and is to be away again, with all that a new removal has to have seen."""

    kind: Record
    record: str
    seen: set[bytes]


def brought_back(connection: sqlite3.Connection, turned: Change, seq: int) -> Iterator[Away]:
    """Give what a change shows, by what it says of marks, that was away after an earlier deed."""
    about = {one.value: json.dumps(turned.records(one)) for one in ABOUT}
    for kind, asked in ((Record.ARTICLE, ARTICLES), (Record.TAG, TAGS)):
        for (record,) in connection.execute(asked, about).fetchall():
            if _was_away(connection, kind, record, seq):
                heads = connection.execute(HEADS, {"record": record}).fetchall()
                seen = {rev for one, parents in heads for rev in (one, *cut(parents))}
                yield Away(kind, record, seen)


def _was_away(connection: sqlite3.Connection, kind: Record, record: str, seq: int) -> bool:
    """Tell whether a record was away after a deed, and was not brought back for good since.

    The marks on it now are those that were on it then: whatever came later was taken back.
    """
    about = {"record": record, "seq": seq}
    own = _heads(connection.execute(SAID.format(OWN), about))
    if is_born(kind, fields(own)):
        if not hidden(own):
            return False
        marked = _heads(connection.execute(SAID.format(MARKS), about))
        if not hidden([*own, *(one for one in marked if one.field != "removed")]):
            return False
    return connection.execute(BACK, about).fetchone() is None


def _heads(rows: Iterable[Sequence[Any]]) -> list[Said]:
    """Give the heads of every field of every record."""
    found = list[Said]()
    for _, told in groupby(rows, itemgetter(0)):
        said = [Said(rev, field, cut(old), 0, "", value) for _, rev, field, old, value in told]
        found += (head for ones in fields(said).values() for head in ones)
    return found


OWN = "SELECT :record AS id"
MARKS = "SELECT id FROM highlights WHERE article = :record"
#: What was said of records until a deed; what a merge brought came with it, whenever it was said.
SAID = """
SELECT r.record, r.rev, r.field, r.parents, r.value
FROM ({}) one CROSS JOIN revisions r ON r.record = one.id LEFT JOIN changes c ON c.id = r.change
WHERE (c.via IS NOT NULL OR coalesce(c.seq, 0) <= :seq)
  AND NOT EXISTS (SELECT 1 FROM merged WHERE rev = r.rev AND change IN
    (SELECT id FROM changes WHERE source IS NOT NULL AND seq > :seq))
ORDER BY r.record
"""
#: What was brought back quietly since, to be written on, is no step of undo.
BACK = f"""
SELECT 1 FROM ({OWN} UNION ALL {MARKS}) one CROSS JOIN revisions r ON r.record = one.id
  JOIN changes c ON c.id = r.change
WHERE r.field = 'removed' AND c.seq > :seq AND coalesce(c.state, c.reverses, c.via) IS NULL
"""
#: Articles on the shelf that were ever taken away: these, and those with these marks.
ARTICLES = """
SELECT DISTINCT s.article FROM shelf s
  CROSS JOIN heads h ON h.record = s.article AND h.field = 'removed'
WHERE s.edition IS NOT NULL AND s.article IN (
  SELECT value FROM json_each(:article) UNION
  SELECT json_extract(p.value, '$.article') FROM json_each(:highlight) one
    CROSS JOIN heads m ON m.record = one.value AND m.field = 'passage'
    CROSS JOIN revisions p ON p.rev = m.rev)
"""
#: Tags that were ever taken away, and nobody uses: these, and those of these marks and findings.
TAGS = """
SELECT DISTINCT t.id FROM tags t CROSS JOIN heads h ON h.record = t.id AND h.field = 'removed'
WHERE NOT EXISTS (SELECT 1 FROM taggings WHERE tag = t.id)
  AND NOT EXISTS (SELECT 1 FROM finding_tags WHERE tag = t.id)
  AND t.id IN (
    SELECT value FROM json_each(:tag) UNION
    SELECT substr(u.field, 5) FROM
      (SELECT value FROM json_each(:highlight) UNION ALL SELECT value FROM json_each(:finding)) one
      CROSS JOIN heads u ON u.record = one.value AND u.field GLOB 'tag:*')
"""
#: What is said of a record and the marks on it, and what its removals have seen.
HEADS = """
SELECT h.rev, iif(r.field = 'removed' AND r.value IS NOT NULL, r.parents, x'')
FROM heads h JOIN revisions r ON r.rev = h.rev WHERE h.record = :record
UNION ALL
SELECT h.rev, x'' FROM highlights m JOIN heads h ON h.record = m.id
WHERE m.article = :record AND h.field <> 'removed'
"""
