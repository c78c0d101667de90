"""The ledger as CSV: a line for each finding, safe to open in a program for tables."""

from collections.abc import Iterable, Iterator

from core.cells import as_csv
from core.figure import figure_words
from core.finding import Figure
from core.ledger.rows import Row

HEAD = (
    *("statement", "quantity", "kind", "low", "high", "unit", "currency", "earliest", "latest"),
    *("confidence", "status", "outcome", "judged", "tags", "author", "sources", "published"),
    *("articles", "evidence", "note", "id"),
)
NO_FIGURE = Figure("")


def written(rows: Iterable[Row]) -> str:
    """Write rows as CSV; no cell can be taken for a formula."""
    return as_csv(HEAD, map(_cells, rows))


def _cells(row: Row) -> Iterator[str]:
    one, figure = row.finding, row.finding.figure or NO_FIGURE
    yield one.statement
    yield figure_words(figure)
    yield figure.kind
    yield from ("" if end is None else format(end, "f") for end in (figure.low, figure.high))
    yield figure.unit
    yield figure.currency
    days = (one.due.earliest, one.due.latest) if one.due else (None, None)
    yield from ("" if day is None else day.isoformat() for day in days)
    yield "" if one.confidence is None else str(one.confidence)
    yield one.status.value
    yield one.outcome.result.value if one.outcome else ""
    yield one.outcome.on.isoformat() if one.outcome else ""
    yield "; ".join(row.tags)
    yield row.author
    yield "; ".join(row.sources)
    yield row.published or ""
    yield "; ".join(dict.fromkeys(cited.title for cited in row.cited))
    yield "; ".join(f"{cited.bearing.value}: {cited.quote}" for cited in row.cited)
    yield one.note
    yield one.id
