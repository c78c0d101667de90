"""The list of copies: when each was taken and why, what it holds, how large it is.

What a copy holds is counted on a worker, one after the other, newest first.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from core import backup
from core.backup import Contents, Copy
from core.errors import MeipiError
from gui import theme, work
from gui.dialogs.keeping import said
from gui.tongue import phrase, tr

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (phrase("Taken"), phrase("Why"), phrase("Holds"), phrase("Size"))
HOLDS = 2


class CopiesModel(QAbstractTableModel):
    """Copies as rows, newest first."""

    def __init__(self, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._copies: list[Copy] = []
        self._held: dict[Copy, str] = {}

    def show(self, copies: Sequence[Copy]) -> None:
        self.beginResetModel()
        self._copies = list(copies)
        self.endResetModel()

    def copy(self, row: int) -> Copy | None:
        return self._copies[row] if 0 <= row < len(self._copies) else None

    def uncounted(self) -> Copy | None:
        """Give the newest copy whose contents were not counted yet."""
        return next((copy for copy in self._copies if copy not in self._held), None)

    def tell(self, copy: Copy, words: str) -> None:
        """Say what a copy holds."""
        self._held[copy] = words
        if copy in self._copies:
            index = self.index(self._copies.index(copy), HOLDS)
            self.dataChanged.emit(index, index)

    def _words(self, copy: Copy) -> tuple[str, ...]:
        held = self._held.get(copy, "…")
        return (said.when(copy, self._zone), tr(said.WHY[copy.reason]), held, said.size(copy.size))

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._copies)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        copy, column = self._copies[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(copy)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return ", ".join(self._words(copy))
        if role == Qt.ItemDataRole.ForegroundRole and column:
            return theme.tones().faint
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag
    right = column == len(COLUMNS) - 1
    return (side.AlignRight if right else side.AlignLeft) | side.AlignVCenter


class CopiesList(QTreeView):
    """The copies; `chosen` tells which is the current one, or None."""

    chosen = Signal(object)  # Copy

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copies = CopiesModel(zone, self)
        self._job: work.Job[Contents] | None = None
        self.setModel(self._copies)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Copies"))
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(HOLDS, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(
            lambda index: self.chosen.emit(self._copies.copy(index.row()))
        )

    def show_copies(self, copies: Sequence[Copy]) -> None:
        """List these copies, choose the newest, and begin to count."""
        self._copies.show(copies)
        self.setCurrentIndex(self._copies.index(0, 0))
        self.chosen.emit(self.copy())
        if self._job is None:
            self._count_next()

    def copy(self) -> Copy | None:
        """Give the copy that is chosen."""
        return self._copies.copy(self.currentIndex().row())

    def stop(self) -> None:
        """Count no further: the list is about to go."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _count_next(self) -> None:
        copy, self._job = self._copies.uncounted(), None
        if copy is not None:
            told, failed = partial(self._counted, copy), partial(self._could_not, copy)
            self._job = work.run(lambda _progress: backup.contents(copy.path), told, failed)

    def _counted(self, copy: Copy, held: Contents) -> None:
        self._tell(copy, said.holds(held))

    def _could_not(self, copy: Copy, _error: MeipiError) -> None:
        self._tell(copy, tr("cannot be read"))

    def _tell(self, copy: Copy, words: str) -> None:
        if self._job is not None:  # else it was stopped with its word under way
            self._copies.tell(copy, words)
            self._count_next()
