"""The verbs of the ledger: shown below the panes, kept true and saved.

The pane is made when it is first shown; its place is kept for it. The day is asked of `today`. What
is changed in it is `mending`'s.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from core.change import Change, Record
from core.errors import MeipiError
from gui import work
from gui.parts.later import every, later
from gui.tongue import tr
from gui.verbs.findings.proposing import Proposing, moved

if TYPE_CHECKING:
    from gui.insights import InsightPane
    from gui.ledger import LedgerPane, Row, Tab
    from gui.verbs.findings.accounts import Accounts
    from gui.window import Window

DAWN = 600_000  # milliseconds until it is asked again whether another day has come
PAUSE = 200  # milliseconds after a deed, so that one deed after the other is shown once
SOON = timedelta(days=90)
HIGH = 320  # pixels, when it is first shown
TOLD = (Record.FINDING, Record.HIGHLIGHT, Record.TAG, Record.AUTHOR)
Today = Callable[[], date]


def today() -> date:
    """Tell the day, where this machine is."""
    return datetime.now().astimezone().date()


class Bookkeeping(QObject):
    """The commands of the ledger, for `actions` to tie by their names; tells when it `dawned`."""

    dawned = Signal()

    def __init__(self, window: "Window", today: Today = today) -> None:
        super().__init__(window)
        self._window, self._desk, self._today = window, window.desk, today
        self.pane: LedgerPane | None = None
        self.proposing = Proposing(window)
        self._accounts: Accounts | None = None
        self._stale = True
        self._behind: set[Tab] = set()  # pages to be brought up to date when they come to the front
        self.place = QWidget()
        self._room = QVBoxLayout(self.place)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.place.hide()
        self.columns: list[int] = []  # the widths that the reader gave to columns of the table
        self.stood: list[int] = []  # how the pane stood the last time
        self.badge = QToolButton()
        self._soon = later(self, PAUSE, self._show_soon)
        self._day = date.min
        self.dawn = every(self, DAWN, self.look_at_the_day)

    def below(self, panes: QWidget) -> QSplitter:
        """Lay the ledger's place below the panes."""
        self.floor = QSplitter(Qt.Orientation.Vertical)
        self.floor.setHandleWidth(1)
        self.floor.setChildrenCollapsible(False)
        for number, widget in enumerate((panes, self.place)):
            self.floor.addWidget(widget)
            self.floor.setStretchFactor(number, 1 - number)
        self.floor.setSizes([800, HIGH])
        return self.floor

    def warm(self) -> None:
        """Say what is due, and show the ledger if it was shown, once the window is painted."""
        self.badge.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.badge.setStyleSheet("padding: 1px 8px;")
        self.badge.clicked.connect(self.show_due)
        self._desk.changed.connect(self._follow)
        self._desk.changed.connect(self.proposing.follow)
        self._desk.refreshed.connect(self._soon.start)
        self.dawn.start()
        if not self.place.isHidden():
            self._fill()
        self.show_all()

    def widths(self) -> list[int]:
        """Give how wide the reader made the columns of the table."""
        return self.pane.table.widths() if self.pane else self.columns

    def stands(self) -> list[int]:
        """Give how the pane stands: its page, and how that is grouped and sorted."""
        return self.pane.stands() if self.pane else self.stood

    # The commands

    def show_ledger(self) -> None:
        """Show the ledger, ready for keys; from within it, put it away."""
        pane = self._fill()
        focus = self._window.focusWidget()
        if self.place.isVisible() and focus is not None and pane.isAncestorOf(focus):
            self._hide()
        else:
            self._open(pane.head.tab)

    def show_due(self) -> None:
        """Show what is to be judged."""
        from gui.ledger import Tab  # as the pane

        self._fill()
        self._open(Tab.DUE)

    def _open(self, tab: "Tab") -> None:
        assert self.pane is not None
        self.place.show()
        if self._stale:
            self.show_all()
        self.pane.turn(tab)
        self._show_mark()

    def _hide(self) -> None:
        self.place.hide()
        self._window.insights.view.setFocus()

    def _fill(self) -> "LedgerPane":
        """Make the pane and put it into its place."""
        if self.pane is not None:
            return self.pane
        from gui.ledger import LedgerPane  # when it is first shown
        from gui.verbs.findings import mending

        self.pane = pane = LedgerPane(self._today(), self.place)
        self._room.addWidget(pane)
        pane.table.take_widths(self.columns)
        pane.chosen.connect(self._show_finding)
        pane.opened.connect(self._jump)
        pane.removed.connect(partial(mending.remove, self._desk))
        pane.mended.connect(self._mend)
        pane.saved.connect(self._save)
        pane.closed.connect(self._hide)
        pane.judged.connect(partial(mending.judge, self._desk))
        pane.failed.connect(self._window.notice.warn)
        pane.turned.connect(self._show_page)
        pane.turned.connect(lambda _tab: self._show_mark())
        for one in self._window.panes.all():
            self.tie_pane(one)
        self._window.inspector.jumped.connect(lambda _one: self._show_mark())
        self.proposing.tie(pane)
        if self.stood:
            pane.take_up(self.stood)
        return pane

    def tie_pane(self, pane: "InsightPane") -> None:
        """Tell in the ledger which finding the highlight chosen in a pane belongs to."""
        pane.view.highlight_chosen.connect(lambda _one: self._show_mark())

    def finding_with_keys(self) -> str:
        """Give the finding that keys are about, if they go to the ledger."""
        pane, focus = self.pane, self._window.focusWidget()
        return pane.finding() if pane and focus and pane.isAncestorOf(focus) else ""

    # What is shown

    def _follow(self, change: Change) -> None:
        told = moved(change) or any(change.records(kind) for kind in TOLD)
        if self._accounts is None or self._stale or self.place.isHidden():
            self._stale = self._stale or bool(told)
            if change.records(Record.FINDING):  # nothing else comes due, or is judged
                self._soon.start()
        elif change.records(Record.FINDING) or self._accounts.can_follow(change):
            if self._accounts.hear(change):
                self._show()
        elif told:
            self._soon.start()

    def _show_soon(self) -> None:
        if self._window.isVisible():  # else it was closed meanwhile, and the library with it
            self.show_all()

    def look_at_the_day(self) -> None:
        """Show what is due on another day, once one has come: a timer stands while all sleeps."""
        if self.dawn.isActive() and self._today() != self._day:
            self._show_soon()
            self.dawned.emit()

    def show_all(self) -> None:
        """Show the findings as they are now; where they are not seen, count what is due."""
        self._stale, self._day = self.pane is None or self.place.isHidden(), self._today()
        if self._stale:
            path, day = self._desk.reader.path, self._today()
            work.run(lambda _progress: _due(path, day), self._say_due, self._window.notice.warn)
            return
        from gui.verbs.findings.accounts import Accounts  # when there is something to show

        if self._accounts is None:
            self._accounts = Accounts(self._desk.reader)
        self._accounts.load()
        self._show()

    def _show(self) -> None:
        """Show what is known of the findings; a page that is not in front waits for its turn."""
        from core.ledger import due
        from gui.ledger import Tab

        pane, accounts, day = self.pane, self._accounts, self._today()
        assert pane is not None
        assert accounts is not None
        writable = self._desk.reader.writable
        pane.show_rows(tuple(accounts.rows.values()), day, writable=writable)
        self._behind = {Tab.DUE, Tab.RECORD}
        self._show_page(pane.head.tab)
        self._say_due(len(due(accounts.findings(), day)))

    def _show_page(self, tab: "Tab") -> None:
        """Bring up to date the page in front."""
        from core import sources
        from gui.ledger import Tab

        if tab not in self._behind or self.pane is None or self._accounts is None:
            return
        self._behind.discard(tab)
        if tab is Tab.DUE:
            self.pane.inbox.show_groups(self._groups(), self._today(), self._desk.closed)
            return
        from core.ledger.scores import by_author, by_source, by_tag  # with the page

        entries = self._accounts.entries.values()
        named = [
            replace(one, name=sources.name(one.name) or one.name) for one in by_source(entries)
        ]
        told = {
            tr("By source"): named,
            tr("By author"): by_author(entries),
            tr("By tag"): by_tag(entries),
        }
        self.pane.record.show_scores(told)

    def _groups(self) -> "dict[str, list[Row]]":
        """Give what is to be judged, under its headings."""
        from core.ledger import due, judge_by

        assert self._accounts is not None
        day = self._today()
        over, now, soon = tr("Overdue"), tr("Due today"), tr("Soon")
        groups: dict[str, list[Row]] = {over: [], now: [], soon: []}
        for one in due(self._accounts.findings(), day, SOON):
            last = judge_by(one) or day
            name = over if last < day else soon if last > day else now
            groups[name].append(self._accounts.rows[one.id])
        return groups

    def _say_due(self, number: int) -> None:
        """Say quietly how many findings are due; where none is, the foot stays as it was."""
        if number and self.badge.parentWidget() is None:
            self._window.statusBar().addPermanentWidget(self.badge)
        self.badge.setText(tr("%n due", "", number))
        self.badge.setAccessibleName(tr("%n finding(s) to be judged", "", number))
        self.badge.setVisible(number > 0)
        if self.pane is not None:
            self.pane.show_due(number)

    def _show_mark(self) -> None:
        """Tell the inbox which highlight is chosen: it may be what decides."""
        one, shown = self._window.inspector.current(), self._window.insights.view.annotated
        marks = (placed.highlight for placed in shown.placed) if shown and one else ()
        mark = next((mark for mark in marks if mark.id == one), None)
        if self.pane is not None:
            self.pane.show_mark(mark.id if mark else "", mark.passage.quote if mark else "")

    # What the pane asks

    def _jump(self, one: str) -> None:
        """Go to the evidence of a finding; asked again there, to the next."""
        entry = self._accounts.entries.get(one) if self._accounts else None
        shown = [cited for cited in entry.cited if cited.shown] if entry else []
        if not shown:
            self._window.notice.say(tr("This finding rests on nothing that is there."))
            return
        marks = [cited.highlight for cited in shown]
        now = self._window.inspector.current()
        place = (marks.index(now) + 1) % len(marks) if now in marks else 0
        self.proposing.go_to(shown[place].article)
        self._window.choose_highlight(marks[place])

    def _show_finding(self, one: str) -> None:
        """Lay the page of the finding chosen into the inspector, which stays hidden if it is."""
        inspector = self._window.inspector
        if not (inspector.shows_finding() and inspector.mentioned() == one):
            self._window.concluding.stating.lay(one)

    def _mend(self, one: str, field: str, value: object) -> None:
        """Let a finding say something else; what cannot be kept stays on its page, as typed."""
        from gui.verbs.findings import mending  # as its pane is

        if not mending.mend(self._desk, one, field, value) and isinstance(value, str):
            self._window.concluding.take_up(one, field, value)

    def _save(self, kind: str) -> None:
        """Save what is shown to a file that the reader names."""
        from core import outgoing  # when it is asked for
        from gui.ledger import saving

        pane = self.pane
        assert pane is not None
        name = f"{tr(pane.head.tab.value)}.{kind}"
        path = self._window.ask.file_to_save(self._window, name)
        if path is None:
            return
        picture = pane.picture()
        try:
            if kind == "csv":
                outgoing.write(path, self._csv())
            elif picture is not None:
                draw = saving.svg if kind == "svg" else saving.png
                outgoing.write(path, draw(picture))
        except MeipiError as error:
            self._window.notice.warn(error)
            return
        self._window.notice.say(tr("Saved to {path}.").format(path=path))

    def _csv(self) -> bytes:
        from core.ledger.axes_written import axes_written
        from core.ledger.written import written
        from gui.ledger import Tab

        pane, accounts = self.pane, self._accounts
        assert pane is not None
        assert accounts is not None
        if pane.head.tab is Tab.NUMBERS:
            text = axes_written(pane.numbers.axes, accounts.entries)
        else:
            text = written(accounts.entries[row.id] for row in pane.table.findings.rows())
        return text.encode("utf-8-sig", "replace")


def _due(path: Path, day: date) -> int:
    """Count what is due, on a worker; the ledger is loaded where a finding has a day at all."""
    from gui.work.connection import looking

    with looking(path) as reader:
        dated = [one for one in reader.findings() if one.due]
    if not dated:
        return 0
    from core.ledger import due

    return len(due(dated, day))
