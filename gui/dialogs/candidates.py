"""Qt's view of what could be added: the candidates, and which of them the reader wants.

How a row is painted is the checklist's.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core import sources
from core.model import Article
from core.outline import gist
from gui.dialogs.reading import Candidate, Standing

Index = QModelIndex | QPersistentModelIndex
CANDIDATE = Qt.ItemDataRole.UserRole
SHOWN = 300  # characters of a title worth measuring


class CandidateModel(QAbstractListModel):
    """Candidates, and which of them the reader wants. Those already here are never ticked."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates: Sequence[Candidate] = ()
        self._wanted: list[bool] = []
        self.possible = 0

    def show(self, candidates: Sequence[Candidate]) -> None:
        self.beginResetModel()
        self._candidates = candidates
        self._wanted = [one.standing is not Standing.KNOWN for one in candidates]
        self.possible = sum(self._wanted)
        self.endResetModel()
        self.ticked.emit()

    def candidate(self, row: int) -> Candidate:
        return self._candidates[row]

    def wanted(self) -> tuple[Article, ...]:
        pairs = zip(self._candidates, self._wanted, strict=True)
        return tuple(one.article for one, wanted in pairs if wanted)

    def count(self) -> int:
        return sum(self._wanted)

    def want_all(self, wanted: bool) -> None:
        """Tick all that can be added, or none."""
        self._wanted = [wanted and one.standing is not Standing.KNOWN for one in self._candidates]
        if self._wanted:
            role = Qt.ItemDataRole.CheckStateRole
            self.dataChanged.emit(self.index(0), self.index(len(self._wanted) - 1), [role])
        self.ticked.emit()

    def turn(self, index: Index) -> None:
        """Tick what was not, and the other way round."""
        if index.isValid():
            ticked = self._wanted[index.row()]
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._candidates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        candidate = self._candidates[index.row()]
        if role == CANDIDATE:
            return candidate
        if role == Qt.ItemDataRole.DisplayRole:
            return title(candidate.article)
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = self._wanted[index.row()]
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (title(candidate.article), origin(candidate.article), candidate.standing.value)
            return ", ".join(each for each in said if each)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tickable = index.flags() & Qt.ItemFlag.ItemIsUserCheckable
        if role != Qt.ItemDataRole.CheckStateRole or not tickable:
            return False
        self._wanted[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        usual |= Qt.ItemFlag.ItemNeverHasChildren
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        known = self._candidates[index.row()].standing is Standing.KNOWN
        return usual if known else usual | Qt.ItemFlag.ItemIsUserCheckable


def title(article: Article) -> str:
    """Give an article's title on one line; without one, how it begins."""
    plain = " ".join((article.title[:SHOWN] or gist(article.edition.nodes)).split())
    return plain or "Without a title"


def origin(article: Article) -> str:
    """Say where and when an article was published, as far as it says so itself."""
    head = article.masthead
    time = f"{head.published} {head.zone}" if head.published else None
    return " · ".join(each for each in (sources.name(head.source) or head.source, time) if each)
