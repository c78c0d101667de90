"""The inbox of what is due: the finding chosen, what is known of it, and how it is judged.

What is due is handed in; a judgement is told by `judged`, and the next finding is chosen.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, SignalInstance
from PySide6.QtGui import QPalette, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from core.errors import Refused
from core.finding import Outcome, Result
from gui.ledger.inbox_list import InboxCells, fill
from gui.ledger.labels import sentence
from gui.ledger.letters import LetterList
from gui.ledger.model import ROW
from gui.ledger.row import Row
from gui.ledger.tips import lines
from gui.ledger.words import result_words
from gui.look import letters
from gui.parts.closed import close
from gui.parts.labels import faint, larger, words
from gui.parts.lines import unstarred
from gui.tongue import called, phrase, tr

KEYS = {
    Qt.Key.Key_C: Result.CAME_TRUE,
    Qt.Key.Key_F: Result.FAILED,
    Qt.Key.Key_P: Result.PARTLY,
    Qt.Key.Key_U: Result.UNCLEAR,
    Qt.Key.Key_M: Result.MOOT,
}
EMPTY = phrase(
    "Nothing is due. A finding with a horizon, such as “by the end of 2026”, comes here when its "
    "day comes, to be judged."
)
LONGEST = 400  # characters of a quote
NO_DATE = Refused("This is not a date.", "Write it as 2026-11-29.")
Select = QItemSelectionModel.SelectionFlag


class Inbox(QWidget):
    """The list at the left, and the finding chosen at the right."""

    chosen = Signal(str)
    opened = Signal(str)
    judged = Signal(str, object, str)  # a finding, an Outcome, and the highlight that decides it
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._mark = self._quote = self._closed = ""
        self.model = QStandardItemModel(self)
        self.list = LetterList(KEYS, tr("What is due"))
        self.list.setItemDelegate(InboxCells(self.list))
        self.list.setModel(self.model)
        self.empty = sentence(tr(EMPTY))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.addWidget(self.list)
        self._fill(split)
        split.setSizes([480, 520])
        self._pages = QStackedLayout(self)
        self._pages.addWidget(split)
        self._pages.addWidget(self.empty)
        self.show_mark("", "")
        self.list.moved.connect(self._show)
        self.list.opened.connect(lambda _which: self._tell(self.opened))
        self.list.judged.connect(self.judge)
        self.setFocusProxy(self.list)

    def _fill(self, split: QSplitter) -> None:
        """Make the right side: statement, facts, how it is decided, and the five answers."""
        scrolled, page = QScrollArea(split), QWidget()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(page)
        page.setAutoFillBackground(True)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        self.statement = larger(words(wrap=True), letters.SECTION)
        self.quote, self.facts = words(wrap=True), faint(wrap=True)
        self.on = QLineEdit()
        self.on.setAccessibleName(tr("Judged on"))
        self.on.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.decided = words()
        self.take = QPushButton(tr("Decided by the Chosen Highlight"))
        self.take.setCheckable(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.statement)
        column.addWidget(self.quote)
        column.addWidget(self.facts)
        column.addLayout(_in_a_row(words(tr("Judged on")), self.on, self.take))
        column.addWidget(self.decided)
        column.addLayout(self._answers())
        column.addWidget(faint(tr("In the list, the letters C, F, P, U and M judge.")))
        column.addStretch(1)
        self.take.toggled.connect(lambda _on: self._show_mark())

    def _answers(self) -> QHBoxLayout:
        self.answers: dict[Result, QPushButton] = {}
        for key, result in KEYS.items():
            button = QPushButton(result_words(result))
            button.setToolTip(f"{result_words(result)} ({key.name.removeprefix('Key_')})")
            button.clicked.connect(lambda _checked=False, result=result: self.judge(result))
            self.answers[result] = button
        return _in_a_row(*self.answers.values())

    # What is shown

    def show_groups(
        self, groups: Mapping[str, Sequence[Row]], today: date, closed: str = ""
    ) -> None:
        """Show what is to be judged; the one chosen stays so with its day, else the next is.

        Where the library is `closed` nothing is judged, and this says why.
        """
        before, self._today = self._today, today
        now, place = self.current(), self.list.currentIndex().row()
        fill(self.model, groups, today)
        rows = [n for n in range(self.model.rowCount()) if self._row(n)]
        there = next((n for n in rows if now and _is(self._row(n), now)), None)
        if there is None or self.on.text() == before.isoformat():
            self.on.setText(today.isoformat())
        if there is None:
            there = next((n for n in rows if n >= place), rows[-1] if rows else None)
        self._pages.setCurrentIndex(0 if rows else 1)
        if closed:
            self._closed = closed
            close(closed, self.take, *self.answers.values())
        if there is not None:
            self._go(there)
        self._show()

    def show_mark(self, highlight: str, quote: str) -> None:
        """Tell which highlight is chosen in the tree: it can be what decides."""
        self._mark, self._quote = highlight, quote
        self.take.setChecked(bool(highlight) and self.take.isChecked())
        if not self._closed:
            self.take.setEnabled(bool(highlight))
            self.take.setToolTip("" if highlight else tr("Choose a highlight in the tree first."))
        self._show_mark()

    def _show_mark(self) -> None:
        used = self.take.isChecked() and bool(self._mark)
        self.decided.setVisible(used)
        self.decided.setText(f"“{' '.join(self._quote[:120].split())}”" if used else "")

    def choose(self, one: str) -> None:
        for number in range(self.model.rowCount()):
            row = self._row(number)
            if row and row.id == one:
                self._go(number)

    def _go(self, number: int) -> None:
        index = self.model.index(number, 0)
        self.list.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)
        self.list.scrollTo(index)

    def _row(self, number: int) -> Row | None:
        row = self.model.index(number, 0).data(ROW)
        return row if isinstance(row, Row) else None

    def current(self) -> Row | None:
        index = self.list.currentIndex()
        return self._row(index.row()) if index.isValid() else None

    def _show(self) -> None:
        row = self.current()
        self.statement.setText(row.finding.statement if row else "")
        quote = " ".join(unstarred(row.quote[:LONGEST]).split()) if row else ""
        self.quote.setText(f"“{quote}”" if quote else "")
        self.quote.setVisible(bool(quote))
        known = lines(row, self._today) if row else []
        self.facts.setText(
            " · ".join(
                called(name, said).replace(": ", ":\N{NO-BREAK SPACE}", 1) for name, said in known
            )
        )
        for button in self.answers.values():
            button.setVisible(row is not None)
        if row and self.list.hasFocus():
            self.chosen.emit(row.id)

    # What is asked

    def judge(self, result: Result) -> None:
        """Say what became of the finding chosen."""
        row = self.current()
        if row is None or not self.answers[result].isEnabled():
            return
        try:
            on = date.fromisoformat(self.on.text().strip())
        except ValueError:
            self.failed.emit(NO_DATE)
            self.on.setFocus()
            return
        mark = self._mark if self.take.isChecked() else ""
        self.list.setFocus()  # the button goes with what is judged, and the keys would leave
        self.take.setChecked(False)
        self.judged.emit(row.id, Outcome(result, on), mark)

    def _tell(self, signal: SignalInstance) -> None:
        row = self.current()
        if row:
            signal.emit(row.id)


def _is(one: Row | None, other: Row) -> bool:
    return one is not None and one.id == other.id


def _in_a_row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
