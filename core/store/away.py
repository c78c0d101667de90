"""Articles that stay taken away, though something is said again of the marks on them.

A removal hides an article while it has seen all that is said of its marks, so that a note written
elsewhere brings it back. Tags put in order here, and a merge taken back, write nothing new: whoever
does that knows that the article is away, and the removal is said once more, having seen it all.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from core.change import Change, Record
from core.revision import cut
from core.store.batch import batches
from core.store.fold import MARKS


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


@dataclass
class Again:
    """What taking a merge back, or bringing it again, says of marks that was said before.

    `said` names revisions, each with those that said the same; `new` are articles that were not
    here before the merge, though marks on them may have been.
    """

    said: dict[bytes, frozenset[bytes]] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)


def brought_back(
    connection: sqlite3.Connection, again: Again, of: Collection[str] | None = None
) -> Iterator[tuple[str, frozenset[bytes]]]:
    """Give the articles, of these or of all, that are on the shelf only for what was said again of
    their marks.

    With each comes all that a new removal has to have seen.
    """
    asked = (
        REMOVED if of is None else f"{REMOVED} AND s.article IN (SELECT value FROM json_each(?))"
    )
    named = [] if of is None else [json.dumps([*of])]
    for (article,) in connection.execute(asked, named).fetchall():
        heads = connection.execute(HEADS, [article]).fetchall()
        own = {rev for rev, what, _, _ in heads if what != "removed"}
        removals = [(value, parents) for _, what, value, parents in heads if what == "removed"]
        seen = frozenset(rev for value, parents in removals if value for rev in cut(parents))
        unseen = {rev for (rev,) in connection.execute(MARKS, [article])} - seen
        known = article in again.new or all(
            again.said[one] <= seen if one in again.said else _restores(connection, one, seen)
            for one in unseen
        )
        if unseen and own <= seen and known:
            yield article, seen | unseen | {rev for rev, *_ in heads}


def _restores(connection: sqlite3.Connection, rev: bytes, seen: frozenset[bytes]) -> bool:
    """Tell whether an undo here said again what was seen: what it took back had replaced that."""
    waiting = [rev]
    while waiting:
        undone = connection.execute(UNDONE, [waiting.pop()]).fetchone()
        if undone is None:
            return False
        before = (one for taken in cut(undone[0]) for one in _parents(connection, taken))
        waiting += (one for one in before if one not in seen)
    return True


def _parents(connection: sqlite3.Connection, rev: bytes) -> tuple[bytes, ...]:
    found = connection.execute("SELECT parents FROM revisions WHERE rev = ?", [rev]).fetchone()
    return cut(found[0]) if found else (rev,)


UNDONE = """
SELECT r.parents FROM revisions r JOIN changes c ON c.id = r.change
WHERE r.rev = ? AND c.reverses IS NOT NULL AND c.via IS NULL
"""
REMOVED = """
SELECT DISTINCT s.article FROM shelf s
  CROSS JOIN heads h ON h.record = s.article AND h.field = 'removed'
  JOIN revisions r ON r.rev = h.rev
WHERE s.edition IS NOT NULL AND r.value IS NOT NULL
"""
HEADS = """
SELECT h.rev, h.field, r.value, r.parents FROM heads h JOIN revisions r ON r.rev = h.rev
WHERE h.record = ?
"""
