"""Pairs of claims that are proposed, or were judged: side by side, what differs marked, and why.

Which pairs there are is found elsewhere, and what a reader says of one is told by signals; the
next pair is chosen then.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.ledger.claim import ClaimCard, Side
from gui.ledger.differing import differing
from gui.ledger.labels import sentence
from gui.ledger.letters import LetterList
from gui.ledger.model import ROW
from gui.ledger.pair_cells import PairCells
from gui.ledger.verdicts import SHOWN
from gui.look import letters
from gui.parts.closed import close
from gui.parts.handing import HandsOn
from gui.parts.labels import larger, words
from gui.tongue import called, phrase, tr
from gui.tongue.said import explained

#: Whether a letter confirms a pair.
KEYS = {Qt.Key.Key_C: True, Qt.Key.Key_D: False}
LOOKING = phrase("Looking for claims that belong together…")
CALLED_OFF = phrase("The search for pairs was called off.")
Select = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two claims, how they seem to stand to one another in a word, and why in a sentence."""

    id: str
    relation: str
    reason: str
    one: Side
    other: Side


class Proposals(HandsOn):
    """The list at the left, the two claims at the right; over both, how the search is going."""

    judged = Signal(str, bool)  # a pair's id, confirmed or not
    jumped = Signal(str, int)  # a pair's id, and which of its claims
    cancelled = Signal()
    asked = Signal()  # for pairs of another verdict

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QStandardItemModel(self)
        self._shown = 0
        self.list = LetterList(KEYS, tr("Proposed pairs"))
        self.list.setItemDelegate(PairCells(self.list))
        self.list.setModel(self.model)
        self.said = sentence(self._none())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.addWidget(self.list)
        split.addWidget(self._page())
        split.setSizes([380, 620])
        self._pages = QStackedWidget()
        self._pages.addWidget(split)
        self._pages.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._work())
        column.addWidget(self._pages, 1)
        self.list.moved.connect(self._show)
        self.list.judged.connect(self.judge)
        self.list.opened.connect(self._jump)
        self.hand_on(self.list)
        self.show_pairs(())

    def _work(self) -> QWidget:
        """Make the line that shows a search under way, and calls it off."""
        self.work = QWidget()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(tr("Progress of the search for pairs"))
        self.stop = QPushButton(tr("Cancel"))
        self.stop.clicked.connect(self.cancelled)
        row = QHBoxLayout(self.work)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(words(tr(LOOKING)))
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        row.addStretch(1)
        self.work.hide()
        return self.work

    def _page(self) -> QScrollArea:
        page = QWidget()
        page.setAutoFillBackground(True)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        self.reason = larger(words(wrap=True), letters.SECTION)
        self.cards = (ClaimCard(tr("First claim")), ClaimCard(tr("Second claim")))
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for number, card in enumerate(self.cards):
            sides.addWidget(card, 1)
            card.asked.connect(lambda number=number: self._jump(number))
        self.confirm, self.dismiss = QPushButton(), QPushButton(tr("Dismiss"))
        self.confirm.clicked.connect(lambda: self.judge(confirmed=True))
        self.dismiss.clicked.connect(lambda: self.judge(confirmed=False))
        self.dismiss.setToolTip(tr("Dismiss (D): it will not be proposed again"))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.dismiss)
        buttons.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.reason)
        column.addLayout(sides, 1)
        column.addLayout(buttons)
        scrolled = QScrollArea(widgetResizable=True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(page)
        return scrolled

    # What is shown

    def verdict(self) -> bool | None:
        """Give which pairs are asked for: confirmed, dismissed, or (None) those not judged."""
        return SHOWN[self._shown][1]

    def turn(self, place: int) -> None:
        """Ask for the pairs at a place of `SHOWN`."""
        self._shown = place
        self.asked.emit()

    def _none(self) -> str:
        return tr(SHOWN[self._shown][2])

    def show_pairs(self, pairs: Sequence[Pairing], closed: str = "") -> None:
        """Show these pairs; the one chosen stays so, else the next is.

        Where the library is `closed` none is judged, and this says why.
        """
        now, place = self.current(), max(self.list.currentIndex().row(), 0)
        self.model.clear()
        for pair in pairs:
            item = QStandardItem(called(tr(pair.relation), explained(pair.reason)))
            item.setData(pair, ROW)
            self.model.appendRow(item)
        for button, says in ((self.confirm, True), (self.dismiss, False)):
            if closed:
                close(closed, button)
            button.setHidden(says is self.verdict())
        there = next((n for n, pair in enumerate(pairs) if now and pair.id == now.id), place)
        self.said.setText(self._none())
        self._pages.setCurrentIndex(0 if pairs else 1)
        if pairs:
            index = self.model.index(min(there, len(pairs) - 1), 0)
            self.list.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)
        self._show()

    def show_work(self, done: int, total: int) -> None:
        """Show how far the search has come."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.work.show()
        if not self.model.rowCount() and self.verdict() is None:
            self.said.setText("")

    def end_work(self, *, called_off: bool = False) -> None:
        self.work.hide()
        if not self.model.rowCount():
            called_off &= self.verdict() is None
            self.said.setText(tr(CALLED_OFF) if called_off else self._none())

    def current(self) -> Pairing | None:
        pair = self.list.currentIndex().data(ROW)
        return pair if isinstance(pair, Pairing) else None

    def _show(self) -> None:
        pair = self.current()
        if pair is None:
            return
        self.reason.setText(explained(pair.reason))
        marked = differing(pair.one.text, pair.other.text)
        apart = not any(marked) and pair.one.text != pair.other.text
        for card, side, spans in zip(self.cards, (pair.one, pair.other), marked, strict=True):
            card.show_side(side, side.spans if apart else spans)
        named = tr(pair.relation)
        title = named[:1].upper() + named[1:]
        self.confirm.setText(tr("Confirm the {relation}").format(relation=title))
        if self.confirm.isEnabled():
            self.confirm.setToolTip(tr("Confirm the {relation} (C)").format(relation=named))

    # What is asked

    def judge(self, confirmed: bool) -> None:
        pair = self.current()
        if pair and self.confirm.isEnabled():
            self.judged.emit(pair.id, confirmed)

    def _jump(self, which: int) -> None:
        pair = self.current()
        if pair:
            self.jumped.emit(pair.id, which)
