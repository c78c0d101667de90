"""The line over the ledger: its tabs, a filter, what else the tab in front can do, and Close."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)

from gui import theme
from gui.ledger.choice import Choice
from gui.ledger.columns import Group
from gui.ledger.tab import Tab
from gui.ledger.verdicts import SHOWN
from gui.look import sizing
from gui.parts.binding import key_of
from gui.parts.search_field import SearchField
from gui.tongue import aside, phrase, tr

GROUPS = {
    phrase("Not grouped"): Group.NONE,
    phrase("By status"): Group.STATUS,
    phrase("By source"): Group.SOURCE,
    phrase("By tag"): Group.TAG,
    phrase("By year of horizon"): Group.YEAR,
}
FILES = {
    "svg": phrase("Picture as SVG…"),
    "png": phrase("Picture as PNG…"),
    "csv": phrase("Table as CSV…"),
}
KINDS = {
    Tab.FINDINGS: ("csv",),
    Tab.TIMELINE: ("svg", "png", "csv"),
    Tab.NUMBERS: ("svg", "png", "csv"),
}


GAP, EDGE = 6, 5  # pixels


class LedgerHead(QWidget):
    """Says what was asked for; shows only what the tab in front can do.

    Where there is no room for that beside the tabs, it stands below them.
    """

    turned = Signal(object)  # Tab
    filtered = Signal(str)
    grouped = Signal(object)  # Group
    coloured = Signal(bool)  # by tag
    parted = Signal(bool)  # by tag
    zoomed = Signal(float)  # 0: all
    tabled = Signal(bool)
    saved = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(tr("Ledger"))
        for tab in Tab:
            self.tabs.addTab(tr(tab.value))
        self.filter = SearchField(tr("Filter findings"))
        self.group = Choice(tr("Group"), tuple(map(tr, GROUPS)))
        self.colour = Choice(tr("Colour"), (tr("By status"), tr("By tag")))
        self.part = Choice(tr("Lay together"), (tr("All of a kind"), tr("By tag")))
        self.pairs = Choice(tr("Pairs shown"), [tr(name) for name, _, _ in SHOWN])
        self.table = _button(tr("Table"), tr("Show the same as a table"))
        self.table.setCheckable(True)
        self._zooms = tuple(self._zoom(*each) for each in ZOOMS)
        self.save = self._saving()
        self.close_button = _button("", aside(tr("Close the ledger"), key_of("show_ledger", "F6")))
        self.close_button.setIcon(theme.icon("clear"))
        self.close_button.setIconSize(sizing.icons(16))
        self.close_button.clicked.connect(self.closed)
        self._lay()
        self._tie()
        self._fit()
        self._show(Tab.FINDINGS)

    def _fit(self) -> None:
        """Stand in one line, or in two; each is as high whatever the tab in front shows in it."""
        self.filter.setMaximumWidth(sizing.px(200))
        below = self.width() < self._beside() + self._rest.minimumSizeHint().width()
        place = (1, 0, 1, 3) if below else (0, 1, 1, 1)
        if self._grid.getItemPosition(self._grid.indexOf(self._rest)) != place:
            self._grid.addWidget(self._rest, *place)
        line = self.filter.sizeHint().height()
        self.setFixedHeight(line + (line + EDGE) * below + 2 * EDGE)

    def _beside(self) -> int:
        """Give how wide all is that stands beside the rest: tabs, Close, and room between."""
        edges = self._grid.contentsMargins()
        tabs, close = self.tabs.sizeHint().width(), self.close_button.sizeHint().width()
        return edges.left() + tabs + 2 * GAP + close + edges.right()

    def _lay(self) -> None:
        self._rest = QWidget()
        row = QHBoxLayout(self._rest)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch(1)
        made = (self.filter, self.group, self.colour, self.part, self.pairs, *self._zooms)
        for widget in (*made, self.table, self.save):
            row.addWidget(widget)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(GAP, EDGE, 8, EDGE)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(EDGE)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.tabs, 0, 0)
        grid.addWidget(self._rest, 0, 1)
        grid.addWidget(self.close_button, 0, 2)

    def _tie(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.filter.textChanged.connect(self.filtered)
        self.group.currentIndexChanged.connect(
            lambda place: self.grouped.emit(tuple(GROUPS.values())[place])
        )
        self.colour.currentIndexChanged.connect(lambda place: self.coloured.emit(place == 1))
        self.part.currentIndexChanged.connect(lambda place: self.parted.emit(place == 1))
        self.table.toggled.connect(self._table)

    def _zoom(self, words: str, tip: str, factor: float) -> QToolButton:
        button = _button(tr(words), tr(tip))
        button.clicked.connect(lambda: self.zoomed.emit(factor))
        return button

    def _saving(self) -> QToolButton:
        button, menu = _button(tr("Save"), tr("Save what is shown to a file")), QMenu(self)
        self._files: dict[str, QAction] = {}
        for kind, words in FILES.items():
            action = menu.addAction(tr(words))
            action.triggered.connect(lambda _checked=False, kind=kind: self.saved.emit(kind))
            self._files[kind] = action
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    # What is shown

    @property
    def tab(self) -> Tab:
        return tuple(Tab)[self.tabs.currentIndex()]

    def turn(self, tab: Tab) -> None:
        self.tabs.setCurrentIndex(tuple(Tab).index(tab))

    def stands(self) -> list[int]:
        """Give the tab in front and what was chosen beside the tabs, to be taken up again."""
        chosen = (self.group, self.colour, self.part)
        return [self.tabs.currentIndex(), *(one.currentIndex() for one in chosen)]

    def take_up(self, stood: Sequence[int]) -> None:
        """Stand as before; what is not said, or is not there any more, stays as it is."""
        chosen: tuple[QTabBar | Choice, ...] = (self.tabs, self.group, self.colour, self.part)
        for one, place in zip(chosen, stood, strict=False):
            if 0 <= place < one.count():
                one.setCurrentIndex(place)

    def count(self, tab: Tab, number: int) -> None:
        """Say on a tab how many there are in it."""
        self.tabs.setTabText(
            tuple(Tab).index(tab), f"{tr(tab.value)}  {number:,}" if number else tr(tab.value)
        )

    def _turn(self, _place: int) -> None:
        self._show(self.tab)
        self.turned.emit(self.tab)

    def _table(self, wanted: bool) -> None:
        self._show(self.tab)
        self.tabled.emit(wanted)

    def _show(self, tab: Tab) -> None:
        picture = tab in (Tab.TIMELINE, Tab.NUMBERS)
        drawn = picture and not self.table.isChecked()
        self.filter.setVisible(tab in KINDS)
        self.group.setVisible(tab is Tab.FINDINGS)
        self.colour.setVisible(tab is Tab.TIMELINE and drawn)
        self.part.setVisible(tab is Tab.NUMBERS)
        self.pairs.setVisible(tab is Tab.PROPOSALS)
        self.table.setVisible(picture)
        for button in self._zooms:
            button.setVisible(tab is Tab.TIMELINE and drawn)
        self.save.setVisible(tab in KINDS)
        for kind, action in self._files.items():
            action.setVisible(kind in KINDS.get(tab, ()))

    # Qt's questions

    def minimumSizeHint(self) -> QSize:
        edges = self._grid.contentsMargins()
        below = edges.left() + self._rest.minimumSizeHint().width() + edges.right()
        return QSize(max(self._beside(), below), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # what stands in it is larger or smaller
            self._fit()
        return super().event(event)


ZOOMS = (
    ("−", phrase("Zoom out (-)"), 0.8),
    ("+", phrase("Zoom in (+)"), 1.25),
    (phrase("All"), phrase("Show all of it (0)"), 0.0),
)


def _button(words: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
