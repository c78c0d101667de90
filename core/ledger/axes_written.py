"""Number lines as CSV: a line for each figure, in the unit of its axis; safe to open in a table."""

from collections.abc import Iterable, Iterator, Mapping

from core.cells import as_csv
from core.ledger.axes import Axis, Mark
from core.ledger.rows import Row

HEAD = (
    *("measure", "subject", "unit", "low", "high", "said", "statement", "sources", "published"),
    "id",
)


def axes_written(axes: Iterable[Axis], rows: Mapping[str, Row]) -> str:
    """Write the figures of axes as CSV; `rows` are those of the ledger, by finding."""
    figures = ((axis, mark) for axis in axes for mark in axis.marks)
    return as_csv(HEAD, (_cells(axis, mark, rows[mark.finding]) for axis, mark in figures))


def _cells(axis: Axis, mark: Mark, row: Row) -> Iterator[str]:
    one = row.finding
    yield axis.name
    yield axis.subject
    yield axis.unit
    yield from ("" if end is None else format(end, "f") for end in (mark.low, mark.high))
    yield one.figure.said if one.figure else ""
    yield one.statement
    yield "; ".join(row.sources)
    yield row.published or ""
    yield one.id
