"""The ledger: findings as a table and in pictures, what is due, how it went, and what is proposed.

It is handed rows and says what a reader asks for; it knows no library and writes nothing.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.ledger.columns import holds
from gui.ledger.head import LedgerHead
from gui.ledger.labels import sentence_over
from gui.ledger.row import Row
from gui.ledger.tab import Tab
from gui.ledger.table import Table
from gui.look import sizing
from gui.parts.binding import key_of
from gui.tongue import phrase, tr

if TYPE_CHECKING:
    from gui.ledger.horizons import Horizons
    from gui.ledger.inbox import Inbox
    from gui.ledger.numbers import Numbers
    from gui.ledger.picture import Picture
    from gui.ledger.pictured import Pictured
    from gui.ledger.proposals import Proposals
    from gui.ledger.record import Record

Page = TypeVar("Page", bound=QWidget)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
EMPTY = phrase(
    "No findings yet. Select a claim, or words in it, and press {key}: say in a sentence what you "
    "found, and it stands here with its evidence."
)
NO_MATCH = phrase("No finding says all these words.")


class LedgerPane(QWidget):
    """Six pages under one head; each but the table is made when it is first turned to."""

    chosen = Signal(str)
    opened = Signal(str)  # jump to the evidence of this finding
    removed = Signal(tuple)
    mended = Signal(str, str, object)
    saved = Signal(str)  # svg, png or csv
    closed = Signal()
    turned = Signal(object)  # Tab
    judged = Signal(str, object, str)  # as the inbox says it
    failed = Signal(object)  # MeipiError
    offered = Signal(object)  # Proposals, the page, which is there from now on

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._rows = today, tuple[Row, ...]()
        self.head = LedgerHead(self)
        self._pages = QStackedWidget(self)
        self._pages.setAutoFillBackground(True)
        self._pages.setBackgroundRole(QPalette.ColorRole.Base)
        self._page_of = dict[Tab, QWidget]()  # those that are made
        self.table = self._put(Tab.FINDINGS, Table(today, self._pages))
        self._choosers: list[Callable[[str], None]] = [self.table.choose]
        self._stale: set[Tab] = set()
        self._later: Callable[[], None] | None = None  # what came while a cell was written in
        self.empty = sentence_over(self.table, _empty())
        self._lay()
        self._tie()

    def _lay(self) -> None:
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
        head.parted.connect(self._part)
        head.saved.connect(self.saved)
        head.closed.connect(self.closed)
        self.table.removed.connect(self.removed)
        self.table.mended.connect(self.mended)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.opened)
        done = self.table.itemDelegate().closeEditor
        done.connect(lambda *_: QTimer.singleShot(0, self, self._show_later))

    # The pages

    def _put(self, tab: Tab, page: Page) -> Page:
        self._page_of[tab] = page
        self._pages.addWidget(page)
        return page

    def _page(self, tab: Tab) -> QWidget:
        page: QWidget = getattr(self, CALLED[tab])
        return page

    @cached_property
    def timeline(self) -> "Pictured":
        """The timeline, and the same as a table."""
        from gui.ledger.pictured import Pictured  # with the page
        from gui.ledger.twins import HORIZONS

        return self._tie_pictured(Tab.TIMELINE, Pictured(self.horizons, HORIZONS))

    @cached_property
    def horizons(self) -> "Horizons":
        from gui.ledger.horizons import Horizons

        made, head = Horizons(), self.head
        made.colour_by(tag=head.colour.currentIndex() == 1)
        head.coloured.connect(lambda tag: made.colour_by(tag=tag))
        head.zoomed.connect(lambda by: made.zoom(by) if by else made.fit())
        return made

    @cached_property
    def lines(self) -> "Pictured":
        """The number lines, and the same as a table."""
        from gui.ledger.pictured import Pictured
        from gui.ledger.twins import NUMBERS

        return self._tie_pictured(Tab.NUMBERS, Pictured(self.numbers, NUMBERS))

    @cached_property
    def numbers(self) -> "Numbers":
        from gui.ledger.numbers import Numbers

        made = Numbers()
        made.part(by_tag=self.head.part.currentIndex() == 1)
        return made

    def _tie_pictured(self, tab: Tab, page: "Pictured") -> "Pictured":
        page.chosen.connect(self._choose)
        page.opened.connect(self.opened)
        page.as_table(wanted=self.head.table.isChecked())
        self.head.tabled.connect(lambda wanted: page.as_table(wanted=wanted))
        self._choosers.append(page.choose)
        return self._put(tab, page)

    @cached_property
    def inbox(self) -> "Inbox":
        from gui.ledger.inbox import Inbox

        made = self._put(Tab.DUE, Inbox(self._pages))
        made.chosen.connect(self.choose)  # what is chosen in the text may decide: it stays
        made.opened.connect(self.opened)
        made.judged.connect(self.judged)
        made.failed.connect(self.failed)
        self._choosers.append(made.choose)
        return made

    @cached_property
    def proposals(self) -> "Proposals":
        from gui.ledger.proposals import Proposals

        made = self._put(Tab.PROPOSALS, Proposals(self._pages))
        self.head.pairs.currentIndexChanged.connect(made.turn)
        self.offered.emit(made)
        return made

    @cached_property
    def record(self) -> "Record":
        from gui.ledger.record import Record

        return self._put(Tab.RECORD, Record(self._pages))

    # What is shown

    def show_rows(self, rows: Sequence[Row], today: date, *, writable: bool = True) -> None:
        """Show these findings in the table and in the pictures, once no cell is written in."""
        self._later = None
        if self.table.is_written_in():
            self._later = partial(self.show_rows, tuple(rows), today, writable=writable)
            return
        if today != self._today:
            self.table.viewport().update()  # what is over is another matter today
        self._rows, self._today = tuple(rows), today
        self.table.findings.today = today
        self.table.findings.can_edit = writable
        self.table.findings.show_rows(rows)
        self._stale = {Tab.TIMELINE, Tab.NUMBERS}
        self._refresh()

    def _show_later(self) -> None:
        """Show what came while a cell was written in."""
        if self._later is not None:
            self._later()

    def shown(self) -> list[Row]:
        """Give the rows that the filter lets through."""
        words = tuple(self.head.filter.text().casefold().split())
        return [row for row in self._rows if holds(row, words)]

    def _filter(self, words: str) -> None:
        self.table.findings.filter(words)
        self._stale = {Tab.TIMELINE, Tab.NUMBERS}
        self._refresh()

    def _part(self, by_tag: bool) -> None:
        if Tab.NUMBERS in self._page_of:
            self.numbers.part(by_tag=by_tag)
            self._stale.add(Tab.NUMBERS)
            self._refresh()

    def _refresh(self) -> None:
        """Bring up to date what is in front; the rest when it comes to the front."""
        none = not self.table.findings.rows()
        self.empty.setText(tr(NO_MATCH) if self._rows else _empty())
        self.empty.setVisible(none)
        self.table.head_columns(none=none)
        tab = self.head.tab
        if tab not in self._stale:
            return
        self._stale.discard(tab)
        from gui.ledger import twins  # with the pages

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
        self._pages.setCurrentWidget(self._page(tab))
        self._refresh()
        self.choose(now)
        self.turned.emit(tab)

    _chosen = ""

    def turn(self, tab: Tab) -> None:
        """Bring a page to the front, ready for keys."""
        self.head.turn(tab)
        self._page(tab).setFocus()

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

    def show_mark(self, highlight: str, quote: str) -> None:
        """Tell which highlight is chosen in the tree: it can be what decides."""
        if Tab.DUE in self._page_of:
            self.inbox.show_mark(highlight, quote)

    def show_proposed(self, number: int) -> None:
        """Say on its tab how many pairs are proposed."""
        self.head.count(Tab.PROPOSALS, number)

    def picture(self) -> "Picture | None":
        """Give the picture of the page in front."""
        from gui.ledger.pictured import Pictured  # with the pages

        page = self._page_of[self.head.tab]
        return page.picture if isinstance(page, Pictured) else None

    def choose(self, one: str) -> None:
        """Choose a finding on every page, without telling."""
        self._chosen = one
        if one:
            for choose in self._choosers:
                choose(one)

    def finding(self) -> str:
        """Give the finding chosen on the page in front."""
        row = self.table.current()
        if self.head.tab is Tab.FINDINGS:
            return row.id if row else ""
        return self._chosen if self.head.tab in (Tab.TIMELINE, Tab.NUMBERS, Tab.DUE) else ""

    def _choose(self, one: str) -> None:
        self.choose(one)
        self.chosen.emit(one)


CALLED = dict(zip(Tab, ("table", "timeline", "lines", "inbox", "proposals", "record"), strict=True))


def _empty() -> str:
    """Invite to the first finding."""
    return tr(EMPTY).format(key=key_of("find", "F"))
