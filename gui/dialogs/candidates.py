"""What could be added, as rows to tick: the candidates, and which of them the reader wants."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core import sources
from core.model import Article
from core.outline import gist
from gui.dialogs.reading import Candidate, Standing
from gui.dialogs.ticks import Row, TickModel
from gui.tongue import tr

Index = QModelIndex | QPersistentModelIndex
SHOWN = 300  # characters of a title worth measuring


class CandidateModel(TickModel):
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
        return tuple(text for one, ticked in pairs if ticked for text in (*one.texts, *one.also))

    def count(self) -> int:
        return sum(self._wanted)

    def row(self, number: int) -> Row:
        one = self._candidates[number]
        known = one.standing is Standing.KNOWN
        ticked = Qt.CheckState.Checked if self._wanted[number] else Qt.CheckState.Unchecked
        what = (title(one.article), origin(one.article), one.told())
        return Row(*what, tick=None if known else ticked, quiet=known)

    def turn(self, number: int) -> None:
        self._wanted[number] = not self._wanted[number]
        self.repaint()
        self.ticked.emit()

    def turn_all(self) -> None:
        """Tick all that can be added; none, if all are ticked."""
        wanted = self.count() < self.possible
        self._wanted = [wanted and one.standing is not Standing.KNOWN for one in self._candidates]
        self.repaint()
        self.ticked.emit()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._candidates)


def title(article: Article) -> str:
    """Give an article's title on one line; without one, how it begins."""
    plain = " ".join((article.title[:SHOWN] or gist(article.edition.nodes)).split())
    return plain or tr("Without a title")


def origin(article: Article) -> str:
    """Say where and when an article was published, as far as it says so itself."""
    head = article.masthead
    time = f"{head.published} {head.zone}" if head.published else None
    return " · ".join(each for each in (sources.name(head.source) or head.source, time) if each)
