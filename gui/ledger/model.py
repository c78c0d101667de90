"""The findings as Qt's tables ask for them: filtered, sorted, and under headings where grouped.

It changes nothing itself: what a reader types is told by `mended`, and shown once it is kept.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui.ledger.columns import (
    COLUMNS,
    EDITABLE,
    Column,
    Group,
    group_of,
    holds,
    said,
    sort_key,
)
from gui.ledger.row import Row
from gui.ledger.tips import spoken, tip
from gui.ledger.words import is_over
from gui.tongue import tr

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
OVER = ROW + 1  # whether its horizon has passed and nobody has judged it
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole
HEADING = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
SAYING = HEADING | Qt.ItemFlag.ItemNeverHasChildren
WRITABLE = SAYING | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class Heading:
    """A group of rows, and its words; of rows that are not grouped there is one without words."""

    words: str
    rows: tuple[Row, ...]


class LedgerModel(QAbstractItemModel):
    """The table. Headings are at the top, their rows below; without groups, rows are at the top."""

    mended = Signal(str, str, object)  # a finding, a field, and what it is to be

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.can_edit = True
        self.all: tuple[Row, ...] = ()
        self._filter: tuple[str, ...] = ()
        self._group = Group.NONE
        self._sorted = (Column.STATEMENT, Qt.SortOrder.AscendingOrder)
        self._headings: list[Heading] = []

    # What is shown

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these findings; where they stand in the same order, in place."""
        self.all = tuple(rows)
        before = self._headings
        now = self._sort()
        if _ids(before) == _ids(now):
            self._headings = now
            self._repaint(before)
            return
        self.beginResetModel()
        self._headings = now
        self.endResetModel()

    def _repaint(self, before: Sequence[Heading]) -> None:
        """Tell of the rows that say something else than before."""
        last = self.columnCount() - 1
        for number, (was, now) in enumerate(zip(before, self._headings, strict=True)):
            parent = self.index(number, 0) if self.is_grouped else NOWHERE
            for place, (old, new) in enumerate(zip(was.rows, now.rows, strict=True)):
                if old is not new and old != new:
                    here = self.index(place, 0, parent)
                    self.dataChanged.emit(here, here.siblingAtColumn(last))

    def _again(self) -> None:
        self.beginResetModel()
        self._headings = self._sort()
        self.endResetModel()

    def _sort(self) -> list[Heading]:
        column, order = self._sorted
        key, down = sort_key(column), order is Qt.SortOrder.DescendingOrder
        rows = [row for row in self.all if holds(row, self._filter)]
        rows.sort(key=key, reverse=down)
        if down:  # what has nothing to say stays below
            rows.sort(key=lambda row: key(row)[0])
        if self._group is Group.NONE:
            return [Heading("", tuple(rows))]
        rows.sort(key=lambda row: group_of(row, self._group)[0])  # type: ignore[arg-type,return-value]
        grouped = groupby(rows, key=lambda row: group_of(row, self._group)[1])
        return [Heading(words, tuple(each)) for words, each in grouped]

    def filter(self, words: str) -> None:
        """Show the rows that say all these words."""
        self._filter = tuple(words.casefold().split())
        self._again()

    def group(self, group: Group) -> None:
        self._group = group
        self._again()

    @property
    def is_grouped(self) -> bool:
        return self._group is not Group.NONE

    def rows(self) -> list[Row]:
        """Give the rows shown, in their order."""
        return [row for heading in self._headings for row in heading.rows]

    def row_at(self, index: Index) -> Row | None:
        """Give the row at an index; there is none at a heading."""
        if not index.isValid() or (self.is_grouped and not index.internalId()):
            return None
        heading = self._headings[index.internalId() - 1 if self.is_grouped else 0]
        return heading.rows[index.row()]

    def place(self, one: str, column: int = 0) -> QModelIndex:
        """Give the index of a finding."""
        for number, heading in enumerate(self._headings):
            for place, row in enumerate(heading.rows):
                if row.id == one:
                    parent = self.index(number, 0) if self.is_grouped else NOWHERE
                    return self.index(place, column, parent)
        return NOWHERE

    # Qt's questions

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not self.is_grouped:
            shown = self._headings[0].rows if self._headings else ()
            return 0 if parent.isValid() else len(shown)
        if not parent.isValid():
            return len(self._headings)
        below = not parent.internalId() and parent.column() == 0
        return len(self._headings[parent.row()].rows) if below else 0

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return len(Column)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return self._heading_data(index, role)
        column = Column(index.column())
        if role == Role.TextAlignmentRole:
            return COLUMNS[column].side
        ask = _ASKED.get(role)
        return ask(row, column, self.today) if ask else None

    def _heading_data(self, index: Index, role: int) -> object:
        if not index.isValid() or index.column():
            return None
        heading = self._headings[index.row()]
        if role == Role.DisplayRole:
            return f"{heading.words}  {len(heading.rows):,}"
        if role == Role.AccessibleTextRole:
            return tr("{words}, %n finding(s)", "", len(heading.rows)).format(words=heading.words)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        said = COLUMNS[Column(section)]
        if role == Role.DisplayRole:
            return tr(said.name)
        return said.side if role == Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Answer in little time: Qt asks this of every row whenever one is chosen."""
        if self.row_at(index) is None:
            return HEADING if index.isValid() else Qt.ItemFlag.NoItemFlags
        return WRITABLE if self.can_edit and index.column() in EDITABLE else SAYING

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        row = self.row_at(index)
        if row is None or role != Role.EditRole:
            return False
        column = Column(index.column())
        if value != _typed(row, column):
            self.mended.emit(row.id, column.name.lower(), value)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self._sorted = (Column(column), order)
        self._again()


def _typed(row: Row, column: Column) -> object:
    """Give what an editor begins with."""
    if column is Column.STATEMENT:
        return row.finding.statement
    if column is Column.CONFIDENCE:
        return row.finding.confidence
    if column is Column.STATUS:
        return row.finding.status
    return said(row, column)


def _ids(headings: Sequence[Heading]) -> list[tuple[str, tuple[str, ...]]]:
    return [(heading.words, tuple(row.id for row in heading.rows)) for heading in headings]


#: What is answered of a cell: by its role, from its row, its column and the day.
_ASKED: dict[int, Callable[[Row, Column, date], object]] = {
    Role.DisplayRole: lambda row, column, _today: said(row, column),
    Role.AccessibleTextRole: lambda row, column, _today: said(row, column),
    Role.EditRole: lambda row, column, _today: _typed(row, column),
    Role.ToolTipRole: lambda row, _column, today: tip(row, today),
    Role.AccessibleDescriptionRole: lambda row, _column, today: spoken(row, today),
    ROW: lambda row, _column, _today: row,
    OVER: lambda row, _column, today: is_over(row.finding, today),
}
