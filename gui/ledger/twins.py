"""What pictures show, as rows of words: for a screen reader, and for who would rather read."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from core.ledger.axes import Axis, Mark
from gui.ledger.columns import one_line
from gui.ledger.row import Row
from gui.ledger.sheet import Head, Line
from gui.ledger.words import (
    confidence_words,
    day_words,
    due_words,
    figure_words,
    outcome_words,
    status_words,
)

HORIZONS = (
    Head("Statement"),
    Head("Horizon", 14),
    Head("From", 13, right=True),
    Head("Until", 13, right=True),
    Head("Confidence", 12, right=True),
    Head("Status", 11),
    Head("Outcome", 24),
    Head("Source", 18),
)
NUMBERS = (
    Head("Measure", 26),
    Head("At least", 12, right=True),
    Head("At most", 12, right=True),
    Head("As said", 20),
    Head("Statement"),
    Head("Source", 18),
    Head("Article", 13),
)


def horizons(rows: Iterable[Row]) -> list[Line]:
    """Give the findings that have a horizon, the soonest first."""
    due = [(row, row.finding.due) for row in rows if row.finding.due]
    due.sort(key=lambda each: (each[1].latest or date.max, each[1].earliest or date.min))
    return [
        Line(
            (
                one_line(row.finding.statement),
                due_words(when),
                day_words(when.earliest) or "open",
                day_words(when.latest) or "open",
                confidence_words(row.finding.confidence),
                status_words(row.finding.status),
                outcome_words(row.finding),
                ", ".join(row.sources),
            ),
            row.id,
        )
        for row, when in due
    ]


def numbers(axes: Sequence[Axis], rows: Mapping[str, Row]) -> list[Line]:
    """Give the figures of every axis, in the order of the picture."""
    return [_number(axis, mark, rows[mark.finding]) for axis in axes for mark in axis.marks]


def _number(axis: Axis, mark: Mark, row: Row) -> Line:
    measure = f"{axis.subject}: {axis.title}" if axis.subject else axis.title
    words = (
        measure,
        _said(mark.low),
        _said(mark.high),
        figure_words(row.finding.figure),
        one_line(row.finding.statement),
        ", ".join(row.sources),
        day_words(row.published),
    )
    return Line(words, row.id)


def _said(value: Decimal | None) -> str:
    return "open" if value is None else f"{value:,f}"


def told(name: str, lines: Sequence[Line], most: int = 20) -> str:
    """Describe a picture in words: its rows, as far as one can listen."""
    rows = ("; ".join(filter(None, line.cells)) for line in lines[:most])
    more = [f"And {len(lines) - most:,} more, in its table"] if len(lines) > most else []
    return ". ".join((f"{name}, {len(lines):,} findings", *rows, *more))
