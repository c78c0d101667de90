"""The history: what was done in this library, when and by whom, and how far to go back."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from core.library import Past, Reader
from gui import theme
from gui.dialogs.parts import GAP, MARGIN, offer, room
from gui.dialogs.words import told
from gui.highlights.words import moment
from gui.parts.labels import faint
from gui.parts.lines import one_line, unstarred
from gui.parts.pressed import by_itself
from gui.tongue import phrase, tr

Index = QModelIndex | QPersistentModelIndex
About = Callable[[Sequence[Past]], Mapping[str, str]]
SHOWN, LONGEST = 500, 120  # deeds; letters of what one was about
AT_ONCE = 50  # deeds, of which it is asked together what they were about
COLUMNS = (phrase("What"), phrase("Of what"), phrase("When"), phrase("Who"), "")
ABOUT = 1  # the column that takes what room is left
UNDONE = ("undone", "dropped")


class HistoryDialog(QDialog):
    """The last deeds, newest first. `undo_to` asks to undo one and all that came after it."""

    undo_to = Signal(int)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reader = reader
        self._deeds: Sequence[Past] = ()
        self.setWindowTitle(tr("History"))
        room(self, 760, 520)
        self._model, self._hint = HistoryModel(self), faint()
        self._read()
        self.list = _list(self._model)  # of rows that are there: it takes their height from one
        self.list.selectionModel().currentChanged.connect(self._offer)
        self._lay_out()
        self._fit()
        self._choose(None)

    def look_again(self) -> None:
        """Show what was done meanwhile as well, while somebody sees it; what is chosen stays so."""
        if self.isVisible():
            chosen = self._deeds[self.list.currentIndex().row()].seq if self._deeds else None
            self._read()
            self._fit()
            self._choose(chosen)

    def _read(self) -> None:
        self._deeds = self._reader.history(SHOWN)
        names = {author.id: author.name for author in self._reader.authors()}
        self._model.show(self._deeds, names, self._reader.subjects)
        hint = tr("Choose a step to undo it and everything after it. Undoing can be undone.")
        self._hint.setText(hint if self._deeds else tr("Nothing has been done here yet."))

    def _fit(self) -> None:
        """Make columns as wide as what they hold: once, and not as often as Qt would ask."""
        head, metrics = self.list.header(), self.list.fontMetrics()
        for column in filter(lambda number: number != ABOUT, range(len(COLUMNS))):
            row = self._model.longest(column, metrics)
            widest = self.list.sizeHintForIndex(self._model.index(row, column)).width()
            head.resizeSection(column, max(widest, head.sectionSizeHint(column)))

    def _choose(self, chosen: int | None) -> None:
        """Choose the deed of this number, else the last."""
        row = next((row for row, past in enumerate(self._deeds) if past.seq == chosen), 0)
        self.list.setCurrentIndex(self._model.index(row, 0))
        self._offer(self.list.currentIndex())

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        self.back = buttons.addButton(
            tr("Undo Back to Here"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.back.clicked.connect(self._go_back)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        by_itself(close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)

    def _offer(self, index: QModelIndex) -> None:
        """Say how many deeds the button would take back."""
        since = self._deeds[index.row()].seq if index.isValid() else None
        number = sum(1 for past in self._deeds if past.state == "done" and past.seq >= (since or 0))
        possible = since is not None and number > 0
        many = (
            tr("Undo %n Step(s), Back to Here", "", number) if number > 1 else tr("Undo This Step")
        )
        offer(self.back, many if possible else tr("Undo Back to Here"), possible=possible)

    def _go_back(self) -> None:
        past = self._deeds[self.list.currentIndex().row()]
        self.accept()
        self.undo_to.emit(past.seq)


class HistoryModel(QAbstractTableModel):
    """Deeds as rows; what is undone is struck, and what turned it round is faint."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds: Sequence[Past] = ()
        self._rows: list[tuple[str, ...]] = []
        self._about: About = lambda _deeds: {}
        self._subjects: dict[int, list[str]] = {}

    def show(self, deeds: Sequence[Past], names: Mapping[str, str], about: About) -> None:
        """Show these, by whom they were; `about` tells what some were about, once they are seen."""
        self.beginResetModel()
        self._deeds, self._about, self._subjects = deeds, about, {}
        self._rows = [
            (
                *(words, "", moment(past.clock), names.get(past.author, "")),
                tr("undone") if past.state in UNDONE else "",
            )
            for past, words in zip(deeds, told(deeds), strict=True)
        ]
        self.endResetModel()

    def _subject(self, number: int) -> str:
        """Give what a deed was about."""
        first = number - number % AT_ONCE
        if first not in self._subjects:
            some = self._deeds[first : first + AT_ONCE]
            said = self._about(some)
            self._subjects[first] = [
                one_line(unstarred(said.get(past.reverses or "") or said.get(past.id, "")), LONGEST)
                for past in some
            ]
        return self._subjects[first][number - first]

    def _words(self, number: int) -> tuple[str, ...]:
        row = self._rows[number]
        return (*row[:ABOUT], self._subject(number), *row[ABOUT + 1 :])

    def longest(self, column: int, metrics: QFontMetrics) -> int:
        """Give the first row whose words take most room in a column."""
        rows = {row[column]: number for number, row in reversed(list(enumerate(self._rows)))}
        return rows[max(rows, key=metrics.horizontalAdvance)] if rows else 0

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        return tr(COLUMNS[section]) if across and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        past, column = self._deeds[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            number = index.row()
            return self._subject(number) if column == ABOUT else self._rows[number][column]
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return ", ".join(filter(None, self._words(index.row())))
        if role == Qt.ItemDataRole.ForegroundRole and (column or past.state != "done"):
            return theme.tones().faint
        if role == Qt.ItemDataRole.FontRole and column == 0 and past.state in UNDONE:
            return _struck()
        return None


def _struck() -> QFont:
    font = QFont()
    font.setStrikeOut(True)
    return font


def _list(model: HistoryModel) -> QTreeView:
    view = QTreeView()
    view.ensurePolished()  # rows are as high as the first of them is now
    model.setParent(view)
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAccessibleName(tr("History"))
    head = view.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(ABOUT, QHeaderView.ResizeMode.Stretch)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return view
