"""What deeds were about: of each its first finding, highlight or article, and what that says.

Read out of the log, which also has what is removed by now.
"""

import json
import sqlite3
from collections.abc import Iterable

from core.change import BIRTH, Record

#: What a deed is rather about; a highlight that came with a finding is told by that.
FIRST = (
    Record.FINDING,
    Record.HIGHLIGHT,
    Record.ARTICLE,
    Record.TERM,
    Record.SEARCH,
    Record.TAG,
    Record.AUTHOR,
)


def subjects(connection: sqlite3.Connection, changes: Iterable[str]) -> dict[str, str]:
    """Give by the id of a change what its subject says; one that says nothing is left out."""
    about = _about(connection, changes)
    said = _said(connection, {record for _, record in about.values()})
    return {change: said[record] for change, (_, record) in about.items() if record in said}


def _about(connection: sqlite3.Connection, changes: Iterable[str]) -> dict[str, tuple[Record, str]]:
    rows = connection.execute(
        "SELECT DISTINCT change, kind, record FROM revisions"
        " WHERE change IN (SELECT value FROM json_each(?))",
        [json.dumps(list(changes))],
    )
    found: dict[str, tuple[Record, str]] = {}
    for change, kind, record in rows:
        one = Record(kind)
        if one in FIRST and FIRST.index(one) < _rank(found.get(change)):
            found[change] = one, record
    return found


def _rank(known: tuple[Record, str] | None) -> int:
    return len(FIRST) if known is None else FIRST.index(known[0])


def _said(connection: sqlite3.Connection, records: set[str]) -> dict[str, str]:
    wanted = json.dumps(sorted(records))
    within = "(SELECT value FROM json_each(?))"
    titles = f"SELECT id, title FROM articles WHERE id IN {within}"
    said = dict(connection.execute(titles, [wanted]).fetchall())
    births = connection.execute(
        f"SELECT record, kind, field, value FROM revisions WHERE record IN {within}"
        " AND kind <> 'article' AND value IS NOT NULL ORDER BY clock",
        [wanted],
    )
    for record, kind, field, value in births:
        if field == BIRTH[Record(kind)]:
            said[record] = json.loads(value)["quote"] if field == "passage" else value
    return {record: words for record, words in said.items() if words}
