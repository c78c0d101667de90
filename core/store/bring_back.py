"""What was taken away here though another library shows it: found, and brought back if wanted.

The other library is attached as `theirs`. What of one record is lacking is told in `lacking`.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from core.change import Record
from core.revision import Revision
from core.store import compare
from core.store.lacking import Lacking, Undoing, lacking
from core.store.story import Deed

#: Of each kind, the records that a library shows; `l` is the library.
SHOWN = {
    Record.ARTICLE: "SELECT article AS id FROM {l}.shelf WHERE edition IS NOT NULL",
    Record.HIGHLIGHT: "SELECT id FROM {l}.highlights WHERE article NOT IN"
    " (SELECT article FROM {l}.shelf WHERE edition IS NULL)",
    Record.FINDING: "SELECT id FROM {l}.findings",
    Record.PAIR: "SELECT id FROM {l}.pairs",
    Record.TAG: "SELECT id FROM {l}.tags",
    Record.TERM: "SELECT id FROM {l}.terms",
    Record.SEARCH: "SELECT id FROM {l}.searches",
}


class Found(NamedTuple):
    """A record that is lacking, or a part of it, and all that both libraries say of it."""

    kind: Record
    told: compare.InBoth
    lacking: Lacking


def find(connection: sqlite3.Connection) -> Iterator[Found]:
    """Give what the other library shows and was taken away here, as a merge would leave it."""
    undoing = _undoing(connection)
    for kind in SHOWN:
        there = {one: None for (one,) in connection.execute(_gone_here(kind))}
        changed = dict.fromkeys(_undone(connection, kind))
        yield from _found(connection, kind, there | changed, undoing)


def brings(connection: sqlite3.Connection, wanted: Collection[str]) -> bool:
    """Tell whether any of these records is lacking."""
    return bool(wanted) and any(one.told.record in wanted for one in find(connection))


def say(connection: sqlite3.Connection, wanted: Collection[str], deed: Deed) -> Iterator[Revision]:
    """Say what brings these records back, with those that they cannot do without.

    What is said again keeps its time: what somebody said here since is shown before it.
    """
    if not wanted:
        return
    undoing = _undoing(connection)
    found = {one.told.record: one for one in find(connection)}
    rested, named = _rested(connection, wanted), json.dumps([*wanted])
    marks = json.dumps([*wanted, *rested])
    for one in found.values():
        if one.told.record in wanted:
            yield from _said(one, deed)
    needed = [*rested, *_ids(connection, TAGS, marks=marks, named=named)]
    for record in dict.fromkeys(needed):
        if record in found and record not in wanted and found[record].lacking.undone:
            yield from _said(found[record], deed)
    articles = [one for one in _ids(connection, ARTICLES, marks=marks) if one not in wanted]
    for one in _found(connection, Record.ARTICLE, articles, undoing):
        yield from _said(one, deed)


def _said(one: Found, deed: Deed) -> Iterator[Revision]:
    what = (one.kind, one.told.record)
    for said, over in one.lacking.sayings:
        at = deed._replace(clock=said.clock)
        yield at.says(*what, said.field, over, said.value)
    if one.lacking.removals:
        yield deed.says(*what, "removed", (removal.rev for removal in one.lacking.removals), None)


def _found(
    connection: sqlite3.Connection, kind: Record, records: Iterable[str], undoing: Undoing
) -> Iterator[Found]:
    for told in compare.in_both(connection, tuple(records)):
        lacks = lacking(told.all_said, told.theirs, undoing)
        if lacks:
            yield Found(kind, told, lacks)


def _undoing(connection: sqlite3.Connection) -> Undoing:
    changes = dict(connection.execute(f"SELECT r.rev, r.change FROM {UNDOING}"))
    return Undoing(changes, {rev for (rev,) in connection.execute(BROUGHT)})


#: What undid the merges that are not done now.
UNDOING = (
    "main.changes c CROSS JOIN main.revisions r ON r.change = c.last"
    " WHERE c.source IS NOT NULL AND c.state IN ('undone', 'dropped')"
)


BROUGHT = f"""
SELECT o.rev FROM (SELECT DISTINCT r.record FROM {UNDOING}) u
  CROSS JOIN main.revisions o ON o.record = u.record LEFT JOIN main.changes d ON d.id = o.change
WHERE d.id IS NULL OR d.via IS NOT NULL OR d.source IS NOT NULL
"""


def _gone_here(kind: Record) -> str:
    """Ask for what is known here, and shown there alone. EXCEPT walks two orders side by side."""
    there, here = (SHOWN[kind].format(l=library) for library in ("theirs", "main"))
    return (
        f"SELECT id FROM ({there} EXCEPT {here} ORDER BY 1) o"
        " WHERE EXISTS (SELECT 1 FROM main.heads WHERE record = o.id)"
    )


def _undone(connection: sqlite3.Connection, kind: Record) -> Iterator[str]:
    """Name what both show and the undoing of a merge said something of."""
    both = " AND ".join(
        f"r.record IN ({SHOWN[kind].format(l=library)})" for library in ("theirs", "main")
    )
    asked = f"SELECT DISTINCT r.record FROM {UNDOING} AND r.kind = ? AND {NEWS} AND {both}"
    for (record,) in connection.execute(asked, [kind]):
        yield record


#: Whether somebody has read an article is no loss.
NEWS = "r.field NOT IN ('removed', 'read')"


def _rested(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    return list(_ids(connection, EVIDENCE, findings=json.dumps([*wanted])))


def _ids(connection: sqlite3.Connection, asked: str, **values: str) -> Iterator[str]:
    for (record,) in connection.execute(asked, values):
        yield record


EVIDENCE = """
SELECT DISTINCT highlight FROM theirs.evidence
WHERE finding IN (SELECT value FROM json_each(:findings)) ORDER BY highlight
"""
#: The tags that these have there, and those they stand under.
TAGS = """
WITH RECURSIVE used(id) AS (
  SELECT tag FROM theirs.taggings WHERE highlight IN (SELECT value FROM json_each(:marks))
  UNION SELECT tag FROM theirs.finding_tags WHERE finding IN (SELECT value FROM json_each(:named))
  UNION SELECT value FROM json_each(:named)
  UNION SELECT t.parent FROM theirs.tags t JOIN used ON t.id = used.id WHERE t.parent IS NOT NULL)
SELECT id FROM used ORDER BY id
"""
ARTICLES = """
SELECT DISTINCT article FROM theirs.highlights
WHERE id IN (SELECT value FROM json_each(:marks)) ORDER BY article
"""
