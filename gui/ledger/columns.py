"""The columns of the ledger: what each says of a finding, how it sorts, and by what rows group."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum
from functools import lru_cache

from PySide6.QtCore import QCollator, QLocale, Qt

from core.finding import Status
from core.natural import natural
from gui.ledger.row import Row
from gui.ledger.words import (
    confidence_words,
    figure_words,
    outcome_words,
    status_words,
)
from gui.parts.horizons import due_words
from gui.parts.lines import one_line
from gui.tongue import phrase, tr
from gui.tongue.days import day_words, month_of


class Column(IntEnum):
    """The columns, in their order."""

    STATEMENT = 0
    QUANTITY = 1
    HORIZON = 2
    CONFIDENCE = 3
    STATUS = 4
    OUTCOME = 5
    TAGS = 6
    SOURCES = 7
    PUBLISHED = 8
    EVIDENCE = 9


class Group(StrEnum):
    """By what rows stand together."""

    NONE = ""
    STATUS = "status"
    SOURCE = "source"
    TAG = "tag"
    YEAR = "year of horizon"


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """A column's name, width in letters, and what it says of a row; `long` is the longest of it."""

    name: str
    letters: int
    words: Callable[[Row], str]
    right: bool = False
    long: Callable[[], str] = str

    @property
    def side(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


def _long_day() -> str:
    return day_words(date(2028, 12, 28))


def _long_span() -> str:
    return f"{month_of(2028, 12)}–{month_of(2028, 12)}"


COLUMNS = {
    Column.STATEMENT: ColumnInfo(
        phrase("Statement"), 26, lambda row: one_line(row.finding.statement)
    ),
    Column.QUANTITY: ColumnInfo(
        phrase("Quantity"), 17, lambda row: figure_words(row.finding.figure)
    ),
    Column.HORIZON: ColumnInfo(
        phrase("Horizon"), 20, lambda row: due_words(row.finding.due), long=_long_span
    ),
    Column.CONFIDENCE: ColumnInfo(
        phrase("Confidence"), 11, lambda row: confidence_words(row.finding.confidence), right=True
    ),
    Column.STATUS: ColumnInfo(phrase("Status"), 14, lambda row: status_words(row.finding.status)),
    Column.OUTCOME: ColumnInfo(phrase("Outcome"), 26, lambda row: outcome_words(row.finding)),
    Column.TAGS: ColumnInfo(phrase("Tags"), 19, lambda row: ", ".join(row.tags)),
    Column.SOURCES: ColumnInfo(phrase("Source"), 12, lambda row: ", ".join(row.sources)),
    Column.PUBLISHED: ColumnInfo(
        phrase("Article"), 13, lambda row: day_words(row.published), long=_long_day
    ),
    Column.EVIDENCE: ColumnInfo(
        phrase("Evidence"), 9, lambda row: str(len(row.finding.evidence) or ""), right=True
    ),
}
EDITABLE = (Column.STATEMENT, Column.CONFIDENCE, Column.STATUS)
ORDER = {status: number for number, status in enumerate(Status)}
ELSE = {
    Group.SOURCE: phrase("No source"),
    Group.TAG: phrase("No tag"),
    Group.YEAR: phrase("No horizon"),
}


def said(row: Row, column: Column) -> str:
    return COLUMNS[column].words(row)


def sort_key(column: Column) -> Callable[[Row], tuple[bool, object]]:
    """Give what sorts by a column; what a row does not have comes after all that others do."""
    ask = _KEYS.get(column)

    def key(row: Row) -> tuple[bool, object]:
        found = ask(row) if ask else _by_words(said(row, column))
        return (found is None, found if found is not None else 0)

    return key


def _horizon(row: Row) -> tuple[date, date] | None:
    due = row.finding.due
    if due is None:
        return None
    return due.earliest or due.latest or date.max, due.latest or date.max


def _quantity(row: Row) -> tuple[str, str, Decimal] | None:
    figure = row.finding.figure
    if figure is None:
        return None
    value = figure.low if figure.low is not None else figure.high
    return figure.kind, figure.currency + figure.unit, value or Decimal(0)


_KEYS: dict[Column, Callable[[Row], object]] = {
    Column.QUANTITY: _quantity,
    Column.HORIZON: _horizon,
    Column.CONFIDENCE: lambda row: row.finding.confidence,
    Column.STATUS: lambda row: ORDER[row.finding.status],
    Column.PUBLISHED: lambda row: row.published,
    Column.EVIDENCE: lambda row: len(row.finding.evidence),
}


@lru_cache(maxsize=1)
def _collator() -> QCollator:
    """Give the order of Chinese readers: letters first, Chinese by its sound."""
    made = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    made.setNumericMode(True)
    return made


@lru_cache(maxsize=50_000)
def _by_words(words: str) -> object:
    return _collator().sortKey(words) if words else None


def group_of(row: Row, group: Group) -> tuple[object, str]:
    """Give what sorts the groups, and the heading of the one that a row stands in."""
    if group is Group.STATUS:
        return (ORDER[row.finding.status],), status_words(row.finding.status)
    if group is Group.YEAR:
        due = row.finding.due
        year = (due.latest or due.earliest) if due else None
        return (year.year if year else 10_000,), str(year.year) if year else tr(ELSE[group])
    names = row.sources if group is Group.SOURCE else row.tags
    first = names[0] if names else ""
    return (not names, natural(first)), first or tr(ELSE.get(group, ""))


def holds(row: Row, words: tuple[str, ...]) -> bool:
    """Tell whether a row says all these words, in whatever column."""
    if not words:
        return True
    told = " ".join((*(said(row, column) for column in Column), row.finding.note)).casefold()
    return all(word in told for word in words)
