"""Findings and pairs folded from the heads of the log, a few or all of them at once.

Tags that come into use by it, or fall out of it, are looked at by `fold`. What the values mean is
told in `core.codec`; here they are parted into columns for people with a SQLite tool.
"""

import json
import sqlite3
from collections.abc import Sequence

from core.store.shown import State, born, iso, states

Column = str | int | None
Row = tuple[Column, ...]


def fill(connection: sqlite3.Connection) -> None:
    """Fill the empty tables from heads that are there."""
    asked = "SELECT DISTINCT record FROM revisions WHERE kind = ? ORDER BY record"
    for kind, folded in (("finding", findings), ("pair", pairs)):
        folded(connection, [record for (record,) in connection.execute(asked, [kind])])


def findings(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    """Write findings anew, with evidence and tags; those that are hidden go from the cache."""
    rows, evidence, tagged = list[Row](), list[Row](), list[Row]()
    first = born(connection, records, "statement")
    for record, known in states(connection, records):
        if known.value("statement") is None:
            continue
        rows.append((record, *_finding(known), *first[record], _modified(known)))
        for field, head in known.heads.items():
            what, _, other = field.partition(":")
            if what == "evidence" and head.value:
                evidence.append((record, other, head.value))
            if what == "tag" and head.value:
                tagged.append((record, other))
    for table, key in (("evidence", "finding"), ("finding_tags", "finding"), ("findings", "id")):
        gone = [(record,) for record in records]
        connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", gone)
    _put(connection, "findings", rows)
    _put(connection, "evidence", evidence)
    _put(connection, "finding_tags", tagged)


def _put(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        places = ",".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _finding(known: State) -> Row:
    """Give the columns from statement to private."""
    due, outcome = _parts(known.value("due")), _parts(known.value("outcome"))
    confidence = known.value("confidence") or ""
    return (
        known.value("statement"),
        known.value("figure"),
        due.get("earliest"),
        due.get("latest"),
        due.get("precision", ""),
        int(confidence) if confidence.isdecimal() else None,
        known.value("status") or "open",
        outcome.get("result", ""),
        outcome.get("on"),
        known.value("note") or "",
        int(known.value("private") == "1"),
    )


def _modified(known: State) -> str:
    return iso(max(shown.clock for shown in known.heads.values()))


def _parts(said: str | None) -> dict[str, str]:
    """Read JSON; of a damaged library it may be none."""
    try:
        parts = json.loads(said or "{}")
    except (ValueError, RecursionError):
        return {}
    return parts if isinstance(parts, dict) else {}


def pairs(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    """Write pairs anew, each with the verdict shown and whose it is."""
    rows = list[Row]()
    for record, known in states(connection, records):
        claims, verdict = known.value("claims"), known.value("verdict")
        if claims is not None and verdict is not None:
            head, relation = known.heads["verdict"], _parts(claims).get("relation")
            rows.append((record, relation, verdict, claims, head.author, iso(head.clock)))
    connection.executemany("DELETE FROM pairs WHERE id = ?", [(record,) for record in records])
    _put(connection, "pairs", rows)
