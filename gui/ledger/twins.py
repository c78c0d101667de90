"""What pictures show, as rows of words: for a screen reader, and for who would rather read."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from core.ledger.axes import Axis, Mark
from gui.ledger.row import Row
from gui.ledger.words import (
    axis_words,
    confidence_words,
    figure_words,
    outcome_words,
    status_words,
)
from gui.parts.horizons import due_words
from gui.parts.lines import one_line
from gui.parts.sheet import Head, Line
from gui.tongue import phrase, tr
from gui.tongue.days import day_words

HORIZONS = (
    Head(phrase("Statement")),
    Head(phrase("Horizon"), 14),
    Head(phrase("From"), 13, right=True),
    Head(phrase("Until"), 13, right=True),
    Head(phrase("Confidence"), 12, right=True),
    Head(phrase("Status"), 11),
    Head(phrase("Outcome"), 24),
    Head(phrase("Source"), 18),
)
NUMBERS = (
    Head(phrase("Measure"), 26),
    Head(phrase("At least"), 12, right=True),
    Head(phrase("At most"), 12, right=True),
    Head(phrase("As said"), 20),
    Head(phrase("Statement")),
    Head(phrase("Source"), 18),
    Head(phrase("Article"), 13),
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
                day_words(when.earliest) or tr("open"),
                day_words(when.latest) or tr("open"),
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
    measure = axis_words(axis)
    if axis.subject:
        measure = f"{axis.subject}: {measure}"
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
    return tr("open") if value is None else f"{value:,f}"


def told(name: str, lines: Sequence[Line], most: int = 20) -> str:
    """Describe a picture in words: its rows, as far as one can listen."""
    rows = ("; ".join(filter(None, line.cells)) for line in lines[:most])
    more = [tr("And %n more, in its table", "", len(lines) - most)] if len(lines) > most else []
    return ". ".join((tr("{name}, %n finding(s)", "", len(lines)).format(name=name), *rows, *more))
