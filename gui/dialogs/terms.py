"""The reader's own terms as a list: found by typing, corrected, taken away, imported, exported."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from core.change import Change, Record
from core.library import Reader
from core.model import Term
from gui.dialogs.parts import BESIDE, GAP, MARGIN, Unfilled, room
from gui.look import sizing
from gui.parts.binding import key_of
from gui.parts.closed import close
from gui.parts.labels import faint
from gui.parts.onward import leads_to
from gui.parts.pressed import by_itself
from gui.parts.search_field import SearchField
from gui.tongue import phrase, tr

COLUMNS = (phrase("Chinese"), phrase("English"), phrase("Note"))
TERM = Qt.ItemDataRole.UserRole
Select = QItemSelectionModel.SelectionFlag
ALSO = Select.Select | Select.Rows
NONE = phrase("No terms yet. Point at a Chinese word, or press {key} on one, to add it.")
NOT_FOUND = phrase("No term says that.")


class TermList(QTreeView):
    """The list. Enter corrects the term it stands on, Delete takes those chosen away."""

    opened = Signal()
    gone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.gone.emit()
        else:
            super().keyPressEvent(event)


class TermsDialog(QDialog):
    """Says what is to be done with terms; it looks at the library and never writes to it."""

    edit_asked = Signal(str)  # a term's Chinese, or "" for a new one
    remove_asked = Signal(object)  # list[Term]
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reader, self._closed = reader, False
        self.setWindowTitle(tr("Your Terms"))
        room(self, 640, 460)
        self.line = SearchField(tr("Find a term"))
        self.model = QStandardItemModel(0, len(COLUMNS), self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.model)
        self._found.setFilterKeyColumn(-1)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.textChanged.connect(self._find)
        self.list = self._list()
        leads_to(self.line, self.list)
        self.none = Unfilled(self.list, "")
        self.told = faint(wrap=True)
        self._lay_out()
        self._show(reader.terms())
        self.line.setFocus()

    def _list(self) -> TermList:
        made = TermList()
        made.setModel(self._found)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        made.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setAccessibleName(tr("Your terms"))
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        made.header().setStretchLastSection(True)
        made.selectionModel().selectionChanged.connect(self._offer)
        made.doubleClicked.connect(self._edit)
        made.opened.connect(self._edit)
        made.gone.connect(self._remove)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(BESIDE)
        self.add = self._button(tr("Add…"), lambda: self.edit_asked.emit(""))
        self.edit = self._button(tr("Correct…"), self._edit)
        self.remove = self._button(tr("Take Away"), self._remove)
        self.take = self._button(tr("Import…"), self.import_asked.emit)
        self.give = self._button(tr("Export…"), self.export_asked.emit)
        for button in (self.add, self.edit, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.take, self.give):
            row.addWidget(button)
        column.addLayout(row)
        buttons = QDialogButtonBox()
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        by_itself(close)
        buttons.rejected.connect(self.reject)
        row.addSpacing(GAP)
        row.addWidget(buttons)

    def _button(self, text: str, does: object) -> QPushButton:
        made = QPushButton(text)
        by_itself(made)
        made.clicked.connect(lambda _checked=False: does())  # type: ignore[operator]
        return made

    def look_again(self, change: Change | None = None) -> None:
        """Show what a deed, or else another program, did to terms."""
        if change is None or change.records(Record.TERM):
            self._show(self._reader.terms())

    def tell(self, what: str) -> None:
        """Say what came of an import or export, in place of the number of terms."""
        self.told.setText(what)
        self.told.show()

    def _show(self, terms: Sequence[Term]) -> None:
        """Show these terms; those that are chosen stay so, or else the place in the list."""
        at, kept = self.list.currentIndex().row(), {one.id for one in self.chosen()}
        self.model.setHorizontalHeaderLabels(list(map(tr, COLUMNS)))
        self.model.setRowCount(0)
        for one in terms:
            cells = (one.zh, "; ".join(one.en) or tr("(one word)"), " ".join(one.note.split()))
            self.model.appendRow([QStandardItem(cell) for cell in cells])
            first = self.model.item(self.model.rowCount() - 1)
            first.setData(one, TERM)
            whole = tr(", ").join(filter(None, cells))  # read out with the first cell
            first.setData(whole, Qt.ItemDataRole.AccessibleTextRole)
        self.list.resizeColumnToContents(0)
        self.list.setColumnWidth(1, sizing.px(260))
        self.told.setText(tr("%n term(s)", "", len(terms)) if terms else "")
        self.told.setVisible(bool(terms))
        self._tell_if_none()
        self.list.setCurrentIndex(self._found.index(min(max(at, 0), self._found.rowCount() - 1), 0))
        self._choose(kept)
        self._offer()

    def _choose(self, terms: set[str]) -> None:
        """Choose the terms of these ids, if any is shown."""
        rows = [self._found.index(row, 0) for row in range(self._found.rowCount())]
        there = [index for index in rows if index.data(TERM).id in terms]
        if there:
            self.list.setCurrentIndex(there[0])
        for index in there[1:]:
            self.list.selectionModel().select(index, ALSO)

    def _find(self, text: str) -> None:
        """Show the terms that say this, and stand on one of them."""
        self._found.setFilterFixedString(text)
        self._tell_if_none()
        if not self.chosen():
            self.list.setCurrentIndex(self._found.index(0, 0))

    def _tell_if_none(self) -> None:
        none = tr(NONE).format(key=key_of("term", "D"))
        self.none.setText(tr(NOT_FOUND) if self.model.rowCount() else none)
        self.none.show_if(empty=not self._found.rowCount())

    def chosen(self) -> list[Term]:
        """Give the terms chosen, in the order of the list."""
        rows = sorted(self.list.selectionModel().selectedRows(), key=QModelIndex.row)
        return [index.data(TERM) for index in rows]

    def close_to_writing(self, why: str) -> None:
        """Let the terms be looked at alone."""
        self._closed = True
        close(why, self.add, self.take, self.edit, self.remove)

    def _offer(self) -> None:
        chosen = len(self.chosen())
        may_write = not self._closed
        self.add.setEnabled(may_write)
        self.take.setEnabled(may_write)
        self.edit.setEnabled(may_write and chosen == 1)
        self.remove.setEnabled(may_write and chosen > 0)
        self.give.setEnabled(self.model.rowCount() > 0)

    def _edit(self) -> None:
        chosen = self.chosen()
        if self.edit.isEnabled():
            self.edit_asked.emit(chosen[0].zh)

    def _remove(self) -> None:
        if self.remove.isEnabled():
            self.remove_asked.emit(self.chosen())
