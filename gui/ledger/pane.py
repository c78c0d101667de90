"""The ledger: findings as a table and in pictures, what is due, how it went, and what is proposed.

It is handed rows and says what a reader asks for; it knows no library and writes nothing.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.ledger import twins
from gui.ledger.columns import holds
from gui.ledger.head import LedgerHead
from gui.ledger.horizons import Horizons
from gui.ledger.inbox import Inbox
from gui.ledger.labels import sentence_over
from gui.ledger.numbers import Numbers
from gui.ledger.picture import Picture
from gui.ledger.pictured import Pictured
from gui.ledger.proposals import Proposals
from gui.ledger.record import Record
from gui.ledger.row import Row
from gui.ledger.tab import Tab
from gui.ledger.table import Table
from gui.look import sizing
from gui.tongue import phrase, tr

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
EMPTY = phrase(
    "No findings yet. Select a claim, or words in it, and press F: say in a sentence what you "
    "found, and it stands here with its evidence."
)
NO_MATCH = phrase("No finding says all these words.")


class LedgerPane(QWidget):
    """Six pages under one head."""

    chosen = Signal(str)
    opened = Signal(str)  # jump to the evidence of this finding
    removed = Signal(tuple)
    mended = Signal(str, str, object)
    saved = Signal(str)  # svg, png or csv
    closed = Signal()
    turned = Signal(object)  # Tab

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._rows = today, tuple[Row, ...]()
        self.head = LedgerHead()
        self.table = Table(today)
        self.horizons, self.numbers = Horizons(), Numbers()
        self.timeline = Pictured(self.horizons, twins.HORIZONS)
        self.lines = Pictured(self.numbers, twins.NUMBERS)
        self.inbox, self.record, self.proposals = Inbox(), Record(), Proposals()
        self._pages = QStackedWidget(self)  # each page is styled once, as it comes in
        self._pages.setAutoFillBackground(True)
        self._pages.setBackgroundRole(QPalette.ColorRole.Base)
        self._stale: set[Tab] = set()
        self.empty = sentence_over(self.table, tr(EMPTY))
        self._lay()
        self._tie()

    def _lay(self) -> None:
        of = (self.table, self.timeline, self.lines, self.inbox, self.proposals, self.record)
        self._page_of = dict(zip(Tab, of, strict=True))
        for page in of:
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        self.setMinimumHeight(sizing.px(180))

    def _tie(self) -> None:
        head = self.head
        head.turned.connect(self._turn)
        head.filtered.connect(self._filter)
        head.grouped.connect(self.table.findings.group)
        head.coloured.connect(lambda tag: self.horizons.colour_by(tag=tag))
        head.parted.connect(self._part)
        head.pairs.currentIndexChanged.connect(self.proposals.turn)
        head.zoomed.connect(lambda by: self.horizons.zoom(by) if by else self.horizons.fit())
        head.tabled.connect(self._table)
        head.saved.connect(self.saved)
        head.closed.connect(self.closed)
        self.table.removed.connect(self.removed)
        self.table.mended.connect(self.mended)
        for page in (self.table, self.timeline, self.lines):
            page.chosen.connect(self._choose)
            page.opened.connect(self.opened)
        self.inbox.chosen.connect(self.choose)  # what is chosen in the text may decide: it stays
        self.inbox.opened.connect(self.opened)

    # What is shown

    def show_rows(self, rows: Sequence[Row], today: date, *, writable: bool = True) -> None:
        """Show these findings in the table and in the pictures."""
        if today != self._today:
            self.table.viewport().update()  # what is over is another matter today
        self._rows, self._today = tuple(rows), today
        self.table.findings.today = today
        self.table.findings.can_edit = writable
        self.table.findings.show_rows(rows)
        self._stale = {Tab.TIMELINE, Tab.NUMBERS}
        self._refresh()

    def shown(self) -> list[Row]:
        """Give the rows that the filter lets through."""
        words = tuple(self.head.filter.text().casefold().split())
        return [row for row in self._rows if holds(row, words)]

    def _filter(self, words: str) -> None:
        self.table.findings.filter(words)
        self._stale = {Tab.TIMELINE, Tab.NUMBERS}
        self._refresh()

    def _part(self, by_tag: bool) -> None:
        self.numbers.part(by_tag=by_tag)
        self._stale.add(Tab.NUMBERS)
        self._refresh()

    def _refresh(self) -> None:
        """Bring up to date what is in front; the rest when it comes to the front."""
        none = not self.table.findings.rows()
        self.empty.setText(tr(NO_MATCH) if self._rows else tr(EMPTY))
        self.empty.setVisible(none)
        tab = self.head.tab
        if tab not in self._stale:
            return
        self._stale.discard(tab)
        rows = self.shown()
        if tab is Tab.TIMELINE:
            self.horizons.show_rows(rows, self._today)
            self.timeline.show_lines(twins.horizons(rows))
        else:
            self.numbers.show_rows(rows, self._today)
            by_id = {row.id: row for row in rows}
            self.lines.show_lines(twins.numbers(self.numbers.axes, by_id))

    def _turn(self, tab: Tab) -> None:
        now = self._chosen
        self._pages.setCurrentWidget(self._page_of[tab])
        self._table(self.head.table.isChecked())
        self._refresh()
        self.choose(now)
        self.turned.emit(tab)

    _chosen = ""

    def turn(self, tab: Tab) -> None:
        """Bring a page to the front, ready for keys."""
        self.head.turn(tab)
        self._page_of[tab].setFocus()

    def stands(self) -> list[int]:
        """Give how its head stands, and by which column the table is sorted, and which way."""
        header = self.table.header()
        down = header.sortIndicatorOrder() is DOWN
        return [*self.head.stands(), header.sortIndicatorSection(), int(down)]

    def take_up(self, stood: Sequence[int]) -> None:
        """Stand as before."""
        *chosen, column, down = stood
        self.head.take_up(chosen)
        if 0 <= column < self.table.findings.columnCount():
            self.table.sortByColumn(column, DOWN if down else UP)

    def show_due(self, number: int) -> None:
        """Say on its tab how many findings are due."""
        self.head.count(Tab.DUE, number)

    def show_proposed(self, number: int) -> None:
        """Say on its tab how many pairs are proposed."""
        self.head.count(Tab.PROPOSALS, number)

    def picture(self) -> Picture | None:
        """Give the picture of the page in front."""
        page = self._page_of[self.head.tab]
        return page.picture if isinstance(page, Pictured) else None

    def choose(self, one: str) -> None:
        """Choose a finding on every page, without telling."""
        self._chosen = one
        if one:
            for page in (self.table, self.timeline, self.lines, self.inbox):
                page.choose(one)

    def _choose(self, one: str) -> None:
        self.choose(one)
        self.chosen.emit(one)

    def _table(self, wanted: bool) -> None:
        for page in (self.timeline, self.lines):
            page.as_table(wanted=wanted)
