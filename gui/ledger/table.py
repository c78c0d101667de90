"""The table of findings: keys that walk its cells, write in them, jump and remove."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget

from gui.ledger.cells import Cells
from gui.ledger.columns import COLUMNS, Column, said
from gui.ledger.model import Index, LedgerModel
from gui.ledger.row import Row
from gui.parts import menus, viewport
from gui.parts.keys import claims, is_letter
from gui.parts.lines import width_in
from gui.parts.pressed import ENTER
from gui.parts.wordless import Wordless
from gui.tongue import tr

REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ARROW = 16  # pixels, for the sign of the order
ASKED = 200  # findings
SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
Select = QItemSelectionModel.SelectionFlag


class Table(Wordless, viewport.Quiet, QTreeView):
    """Findings in rows. It keeps no letter key to itself."""

    chosen = Signal(str)
    opened = Signal(str)
    removed = Signal(tuple)  # ids of findings
    mended = Signal(str, str, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self.findings = LedgerModel(today, self)
        self.setModel(self.findings)
        self.setItemDelegate(Cells(self))
        self._behave()
        self.findings.mended.connect(self.mended, Qt.ConnectionType.QueuedConnection)
        self.findings.modelReset.connect(self._settle)
        for changed in (self.findings.modelReset, self.findings.dataChanged):
            changed.connect(self._look_for_bare)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._tell)  # again of one that is chosen: it may be seen no longer
        self._kept = ("", 0)
        self._own: dict[int, int] = {}
        self._bare: frozenset[Column] = frozenset()  # of which no finding says anything
        self._looked: tuple[Row, ...] = ()
        self._widening = False
        self.header().sectionResized.connect(self._note_width)
        self._widen()

    def _behave(self) -> None:
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(False)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.HORIZON, Qt.SortOrder.AscendingOrder)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Findings"))
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)

    def head_columns(self, *, none: bool) -> None:
        """Head the columns, and reach all of them; where there is nothing, neither is of use."""
        self.header().setHidden(none)
        policy = Qt.ScrollBarPolicy
        as_needed = policy.ScrollBarAlwaysOff if none else policy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(as_needed)

    # How wide its columns are

    def widths(self) -> list[int]:
        """Give the widths that the reader gave to columns, 0 for the others."""
        return [self._own.get(column, 0) for column in Column]

    def take_widths(self, widths: Sequence[int]) -> None:
        """Make columns as wide as the reader made them before."""
        self._own = {column: wide for column, wide in zip(Column, widths, strict=False) if wide > 0}
        self._widen()

    def _note_width(self, column: int, _before: int, wide: int) -> None:
        if not self._widening:
            self._own[column] = wide

    def _look_for_bare(self) -> None:
        """Keep no room for what no finding says; some tell for all."""
        if self._looked is self.findings.all:
            return
        self._looked = self.findings.all
        some = self._looked[:ASKED]
        bare = frozenset(one for one in Column if some and not any(said(row, one) for row in some))
        if bare != self._bare:
            self._bare = bare
            self._widen()

    def _widen(self) -> None:
        metrics = QFontMetrics(self.font())
        self._widening = True
        for column, one in COLUMNS.items():
            usual = max(
                one.letters * metrics.horizontalAdvance("x"),
                round(width_in(one.long(), self.font())),
            )
            if column in self._bare:
                usual = metrics.horizontalAdvance(tr(one.name)) + ARROW
            self.setColumnWidth(column, self._own.get(column, usual + 18))
        self._widening = False
        self._stretch()

    def _stretch(self) -> None:
        """Give the statements the room that is left, unless the reader gave them theirs."""
        if Column.STATEMENT in self._own:
            return
        least = COLUMNS[Column.STATEMENT].letters * QFontMetrics(self.font()).horizontalAdvance("x")
        rest = sum(self.columnWidth(column) for column in Column if column)
        self._widening = True
        self.setColumnWidth(Column.STATEMENT, max(least, self.viewport().width() - rest))
        self._widening = False

    # What is chosen

    def _tell(self, index: Index) -> None:
        row = self.findings.row_at(index)
        if row:
            self.chosen.emit(row.id)

    def current(self) -> Row | None:
        return self.findings.row_at(self.currentIndex())

    def choose(self, one: str) -> None:
        """Choose a finding's row, without telling."""
        index = self.findings.place(one, max(self.currentIndex().column(), 0))
        if index.isValid() and index != self.currentIndex():
            self._kept = (one, index.column())
            self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect | Select.Rows)
            self.scrollTo(index)

    def selected(self) -> tuple[str, ...]:
        rows = (self.findings.row_at(index) for index in self.selectionModel().selectedRows())
        return tuple(row.id for row in rows if row)

    def _settle(self) -> None:
        """Open the groups, and choose again what was chosen, else the first, without telling."""
        if self.findings.is_grouped:
            for number in range(self.findings.rowCount()):
                self.setFirstColumnSpanned(number, QModelIndex(), True)
            self.expandAll()
        one, column = self._kept
        index = self.findings.place(one, column)
        first = next(iter(self.findings.rows()), None)
        if first and not index.isValid():
            self._kept = (first.id, column)
            index = self.findings.place(*self._kept)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect | Select.Rows)
            self.scrollTo(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to a mouse what keys can do with the row that it is over."""
        index, place = menus.asked(self, event)
        if self.findings.row_at(index) is not None:
            self.menu(index).popup(place)

    def menu(self, index: Index) -> QMenu:
        """Make the menu of a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Go to Evidence")).triggered.connect(lambda: self._open(index))
        if self.findings.can_edit:
            menu.addAction(tr("Edit")).triggered.connect(self.edit_cell)
            menu.addSeparator()
            remove = menu.addAction(tr("Remove"))
            remove.triggered.connect(lambda: self.removed.emit(self.selected()))
        return menu

    def _open(self, index: Index) -> None:
        row = self.findings.row_at(index)
        if row:
            self.opened.emit(row.id)

    def is_written_in(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def edit_cell(self) -> None:
        """Write in the current cell, or in the first of its row that can be written in."""
        index = self.currentIndex()
        if self.findings.row_at(index) is None or not self.findings.can_edit:
            return
        if not self.findings.flags(index) & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(Column.STATEMENT)
            self.selectionModel().setCurrentIndex(index, Select.NoUpdate)
        self.edit(index)

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        """Take Enter, F2 and Delete before the window's commands do."""
        own = (*ENTER, *REMOVE, Qt.Key.Key_F2, Qt.Key.Key_Space)
        return claims(event, own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.is_written_in():
            super().keyPressEvent(event)
        elif key in ENTER:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self.edit_cell()
        elif key in REMOVE and self.findings.can_edit and self.selected():
            self.removed.emit(self.selected())
        elif key in SIDES and self.current():
            self._go_aside(SIDES[key])
        elif is_letter(event) and key != Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _go_aside(self, by: int) -> None:
        column = min(max(self.currentIndex().column() + by, 0), len(Column) - 1)
        index = self.currentIndex().siblingAtColumn(column)
        self.selectionModel().setCurrentIndex(index, Select.NoUpdate)
        self.scrollTo(index)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the window."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        row = self.findings.row_at(current)
        if row and (row.id, current.column()) != self._kept:
            told = row.id != self._kept[0]
            self._kept = (row.id, current.column())
            if told:
                self.chosen.emit(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()
            self.scheduleDelayedItemsLayout()
