"""Findings as docs/cli.md promises them to scripts, and in lines for the terminal."""

from collections.abc import Iterable
from typing import Any

from core.cli.screen import table
from core.cli.shapes import number
from core.finding import Cited, Figure
from core.ledger import Row, figure_words
from core.names import SHORT_ID
from core.quantity import when
from core.store.shown import iso

Shape = dict[str, Any]


def shape(row: Row) -> Shape:
    one = row.finding
    return {
        "id": one.id,
        "statement": one.statement,
        "quantity": _quantity(one.figure) if one.figure else None,
        "from": one.due and one.due.earliest and one.due.earliest.isoformat(),
        "until": one.due and one.due.latest and one.due.latest.isoformat(),
        "precision": one.due and one.due.precision,
        "confidence": one.confidence,
        "status": one.status.value,
        "outcome": one.outcome and one.outcome.result.value,
        "judged": one.outcome and one.outcome.on.isoformat(),
        "tags": list(row.tags),
        "note": one.note or None,
        "private": one.private,
        "author": row.author or None,
        "created": iso(one.created),
        "modified": iso(one.modified),
        "sources": list(row.sources),
        "evidence": [_cited(cited) for cited in row.cited],
    }


def _quantity(figure: Figure) -> Shape:
    return {
        "text": figure.said or None,
        "read_as": figure_words(figure) or None,
        "kind": figure.kind,
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit or None,
        "currency": figure.currency or None,
        "bound": figure.bound or None,
        "direction": figure.direction or None,
        "approximate": figure.approximate,
        "hedged": figure.hedged,
    }


def _cited(one: Cited) -> Shape:
    return {
        "highlight": one.highlight,
        "bearing": one.bearing.value,
        "quote": one.quote,
        "article": one.article,
        "title": one.title,
        "source": one.source or None,
        "published": one.published or None,
    }


def lines(rows: Iterable[Row]) -> list[str]:
    head = ("id", "due", "sure", "status", "rests on", "statement")
    return table(head, map(_line, rows))


def _line(row: Row) -> tuple[str, ...]:
    one = row.finding
    days = when(one.due.earliest, one.due.latest, one.due.precision) if one.due else ""
    sure = "" if one.confidence is None else f"{one.confidence} %"
    stands = one.outcome.result.value if one.outcome else one.status.value
    return (one.id[:SHORT_ID], days, sure, stands, str(len(row.cited)), one.statement)
