"""Rows to findings and pairs: what readers concluded, asked of the file.

Evidence is told as long as its highlight is there; it comes back with it.
"""

import sqlite3
from datetime import date

from core import codec
from core.finding import (
    Bearing,
    Cited,
    Due,
    Evidence,
    Figure,
    Finding,
    Outcome,
    Pair,
    Result,
    Stated,
    Status,
)
from core.model import Highlight
from core.store.connect import reading
from core.store.read import highlights
from core.store.shown import milliseconds, states

FINDING = """
SELECT f.id, f.statement, f.figure, f.earliest, f.latest, f.precision, f.confidence, f.status,
  f.outcome, f.judged, f.note, f.author, f.created, f.modified, f.private
FROM findings f
"""
ONE = "WHERE f.id = ?"
TAGGED = "WHERE f.id IN (SELECT finding FROM finding_tags WHERE tag = ?)"
RESTING = "WHERE f.id IN (SELECT finding FROM evidence WHERE highlight = ?)"
Rests = dict[str, list[Evidence]]
Tagged = dict[str, list[str]]


def findings(connection: sqlite3.Connection) -> list[Finding]:
    """Give every finding, the newest first."""
    return _findings(connection, "", ())


def finding(connection: sqlite3.Connection, finding: str) -> list[Finding]:
    """Give a finding by its id, if it is there."""
    return _findings(connection, ONE, (finding,))


def of_highlight(connection: sqlite3.Connection, highlight: str) -> list[Finding]:
    """Give the findings that rest on a highlight, the newest first."""
    return _findings(connection, RESTING, (highlight,))


def tagged(connection: sqlite3.Connection, tag: str) -> list[Highlight | Finding]:
    """Give what carries a tag: highlights, and then findings."""
    return [*highlights(connection, tag=tag), *_findings(connection, TAGGED, (tag,))]


def stated(connection: sqlite3.Connection) -> list[Stated]:
    """Give what every finding says in words, the newest first."""
    tagged = _tags(connection, "", ())
    rows = connection.execute(
        "SELECT id, statement, note, author FROM findings ORDER BY created DESC, id"
    )
    return [
        Stated(one, statement, note, author, tuple(tagged.get(one, ())))
        for one, statement, note, author in rows
    ]


def _findings(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Finding]:
    rows = connection.execute(f"{FINDING} {where} ORDER BY f.created DESC, f.id", values).fetchall()
    if not rows:
        return []
    rests, tagged = _evidence(connection, where, values), _tags(connection, where, values)
    with reading():
        return [_finding(row, rests.get(row[0], []), tagged.get(row[0], [])) for row in rows]


def _evidence(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> Rests:
    """Give what findings rest on, in reading order."""
    rows = connection.execute(
        "SELECT e.finding, e.highlight, e.bearing FROM findings f"
        " CROSS JOIN evidence e ON e.finding = f.id JOIN highlights h ON h.id = e.highlight"
        f" LEFT JOIN articles a ON a.id = h.article {where}"
        " ORDER BY a.published, h.article, h.node, h.start, h.id",
        values,
    )
    rests: Rests = {}
    with reading():
        for one, highlight, bearing in rows:
            rests.setdefault(one, []).append(Evidence(highlight, Bearing(bearing)))
    return rests


def _tags(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> Tagged:
    rows = connection.execute(
        "SELECT t.finding, t.tag FROM findings f CROSS JOIN finding_tags t ON t.finding = f.id"
        f" {where} ORDER BY t.finding, t.tag",
        values,
    )
    tagged: Tagged = {}
    for one, tag in rows:
        tagged.setdefault(one, []).append(tag)
    return tagged


def cited(connection: sqlite3.Connection, finding: str = "") -> list[Cited]:
    """Give all evidence, or that of one finding, with where it stands.

    Finding by finding, in reading order.
    """
    where, values = ("WHERE e.finding = ?", [finding]) if finding else ("", [])
    rows = connection.execute(
        "SELECT e.finding, e.highlight, e.bearing, h.quote, h.article, coalesce(a.title, ''),"
        " a.source, a.published, EXISTS (SELECT 1 FROM shelf WHERE article = h.article"
        "  AND edition IS NOT NULL)"
        " FROM evidence e JOIN highlights h ON h.id = e.highlight"
        f" LEFT JOIN articles a ON a.id = h.article {where}"
        " ORDER BY e.finding, a.published, h.article, h.node, h.start, h.id",
        values,
    )
    return [
        Cited(one, mark, Bearing(bearing), quote, article, title, source, published, bool(shown))
        for one, mark, bearing, quote, article, title, source, published, shown in rows
    ]


def marks_named(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """Give the ids of highlights that begin so, at most three."""
    rows = connection.execute(
        "SELECT id FROM highlights WHERE id >= ? AND id < ? ORDER BY id LIMIT 3",
        [beginning, beginning + "\U0010ffff"],
    )
    return [one for (one,) in rows]


def _finding(row: tuple[str, ...], rests: list[Evidence], tagged: list[str]) -> Finding:
    one, statement, figure, earliest, latest, precision, confidence, *rest = row
    status, outcome, judged, note, author, created, modified, private = rest
    return Finding(
        id=one,
        statement=statement,
        evidence=tuple(rests),
        figure=_figure(figure) if figure else None,
        due=Due(_day(earliest), _day(latest), precision) if precision else None,
        confidence=None if confidence is None else int(confidence),
        status=Status(status),
        outcome=Outcome(Result(outcome), date.fromisoformat(judged)) if outcome else None,
        note=note,
        tags=tuple(tagged),
        author=author,
        created=milliseconds(created),
        modified=milliseconds(modified),
        private=bool(private),
    )


def _figure(said: str) -> Figure | None:
    """Read a figure; what a later Meipi says in another way is left to it."""
    try:
        return codec.read_figure(said)
    except codec.Misspelt:
        return None


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def pairs(connection: sqlite3.Connection) -> list[Pair]:
    """Give the pairs that somebody judged, the newest verdict first."""
    rows = connection.execute(
        "SELECT id, verdict, claims, author, modified FROM pairs ORDER BY modified DESC, id"
    )
    return [
        Pair(
            one, *codec.read_claims(claims), verdict == "confirmed", author, milliseconds(modified)
        )
        for one, verdict, claims, author, modified in rows
    ]


def said(connection: sqlite3.Connection, record: str) -> dict[str, str | None]:
    """Give what every field of a record shows, be it hidden or not; `removed`, if it is hidden."""
    ((_, state),) = states(connection, [record])
    shown = {field: head.value for field, head in state.heads.items()}
    return shown if state.hidden else shown | {"removed": None}
