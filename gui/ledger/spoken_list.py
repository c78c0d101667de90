"""The findings of a picture as a list of sentences, for those who hear it instead of seeing it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex


class SpokenList(QAbstractListModel):
    """A row for each finding, in the order in which keys walk through them."""

    def __init__(self, told: Callable[[str], tuple[str, list[str]]]) -> None:
        super().__init__()
        self.order: tuple[str, ...] = ()
        self._told = told

    def show(self, order: Sequence[str]) -> None:
        """Have these findings; those that are the same may say something else now."""
        if tuple(order) == self.order:
            self.dataChanged.emit(self.index(0), self.index(len(self.order) - 1))
            return
        self.beginResetModel()
        self.order = tuple(order)
        self.endResetModel()

    def place(self, one: str) -> QModelIndex:
        """Give the row of a finding; an invalid index where it is not there."""
        return self.index(self.order.index(one)) if one in self.order else QModelIndex()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in SAID or not 0 <= index.row() < len(self.order):
            return None
        heading, lines = self._told(self.order[index.row()])
        return ". ".join((heading, *lines))
