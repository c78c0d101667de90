"""Shelves to choose from: every one is a search, with the number of articles that it finds.

The reader's own can be renamed in place, forgotten and exported; what becomes of that is decided
outside.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QVBoxLayout, QWidget

from gui import theme
from gui.sidebar.delegate import COUNT, ShelfDelegate
from gui.tongue import tr

QUERY = Qt.ItemDataRole.UserRole
SEARCH = Qt.ItemDataRole.UserRole + 1  # the id of a search that the reader keeps
Select = QItemSelectionModel.SelectionFlag
FORGET = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
WIDTH = 176


@dataclass(frozen=True, slots=True)
class Shelf:
    """A row: its name and what it asks for. One with an `id` is a search that the reader keeps."""

    name: str
    query: str
    icon: str = "search"
    id: str = ""


def fixed() -> tuple[Shelf, ...]:
    """Give the shelves that every library has."""
    return (
        Shelf(tr("All Articles"), "", "library"),
        Shelf(tr("Unread"), "is:unread", "unread"),
        Shelf(tr("Highlighted"), "is:highlighted", "highlight"),
    )


class Shelves(QTreeView):
    """The rows themselves."""

    chosen = Signal(QModelIndex)
    forgotten = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(ShelfDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setIconSize(QSize(16, 16))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemsExpandable(False)
        self.setStyleSheet(
            "QTreeView { background: palette(window); } QLineEdit { padding: 0 4px; }"
        )
        self.clicked.connect(self.chosen)
        self.activated.connect(self.chosen)

    def event(self, event: QEvent) -> bool:
        """Take Delete for a row, which elsewhere in the window removes a highlight."""
        if isinstance(event, QKeyEvent) and event.key() in FORGET:
            event.accept()
            if event.type() == QEvent.Type.ShortcutOverride:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in FORGET:
            self.forgotten.emit(self.currentIndex())
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # letters belong to the window
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyed else self.indexAt(event.pos())
        place = self.visualRect(index).center() if keyed else event.pos()
        if index.isValid():
            self.menu_asked.emit(index, self.viewport().mapToGlobal(place))


class Sidebar(QWidget):
    """The shelves. It only says what was asked for."""

    asked = Signal(str)  # a query
    renamed = Signal(str, str)  # a search's id, and its new name
    forgotten = Signal(str)
    exported = Signal(str)
    edited = Signal(str)  # a search is to ask for what the search line holds now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.model = QStandardItemModel(self)
        self.view = Shelves(self.model, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.view)
        self.setMinimumWidth(120)
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(tr("Shelves"))
        self.view.chosen.connect(self._ask)
        self.view.forgotten.connect(self._forget)
        self.view.menu_asked.connect(self._open_menu)
        self.model.itemChanged.connect(self._rename)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    # What is shown

    def show_searches(self, searches: Iterable[Shelf]) -> None:
        """Show the shelves that every library has, and these."""
        kept, query = list(searches), self.current()
        counts = {row.data(QUERY): row.data(COUNT) for row in self._rows()}
        self._filling = True
        self.model.clear()
        self._head(tr("Library"))
        for shelf in fixed():
            self._put(shelf)
        if kept:
            self._head(tr("Saved Searches"))
        for shelf in kept:
            self._put(shelf)
        self._filling = False
        self.count(counts)
        self.mark(query)

    def _head(self, words: str) -> None:
        item = QStandardItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.model.appendRow(item)

    def _put(self, shelf: Shelf) -> None:
        item = QStandardItem(theme.icon(shelf.icon), shelf.name)
        item.setData(shelf.query, QUERY)
        item.setData(shelf.id, SEARCH)
        item.setToolTip(_tip(shelf))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if shelf.id else flags)
        self.model.appendRow(item)

    def count(self, counts: Mapping[str, int | None]) -> None:
        """Show how many articles the queries find."""
        self._filling = True
        for row in self._rows():
            number = counts.get(row.data(QUERY))
            row.setData(number, COUNT)
            spoken = "" if number is None else tr(", %n article(s)", "", number)
            row.setData(f"{row.text()}{spoken}", Qt.ItemDataRole.AccessibleTextRole)
        self._filling = False

    def queries(self) -> list[str]:
        """Give what the rows ask for."""
        return [row.data(QUERY) for row in self._rows()]

    def mark(self, query: str | None) -> None:
        """Choose the row of a query, where there is one, without asking for it."""
        found = next((row for row in self._rows() if row.data(QUERY) == query), None)
        index = found.index() if found else QModelIndex()
        self.view.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)

    def rename(self, search: str) -> None:
        """Let the reader give a search another name, where it stands."""
        found = next(row for row in self._rows() if row.data(SEARCH) == search)
        self.view.setCurrentIndex(found.index())
        self.view.setFocus()
        self.view.edit(found.index())

    def current(self) -> str | None:
        query = self.view.currentIndex().data(QUERY)
        return query if isinstance(query, str) else None

    def _rows(self) -> list[QStandardItem]:
        found = (self.model.item(row) for row in range(self.model.rowCount()))
        return [item for item in found if item.data(QUERY) is not None]

    # What is asked

    def _ask(self, index: QModelIndex) -> None:
        if index.data(QUERY) is not None:
            self.asked.emit(index.data(QUERY))

    def _forget(self, index: QModelIndex) -> None:
        if index.data(SEARCH):
            self.forgotten.emit(index.data(SEARCH))

    def _rename(self, item: QStandardItem) -> None:
        """Tell of a new name once the editor is done with its row: the rows are shown anew then."""
        search, name = item.data(SEARCH), item.text()
        if search and not self._filling:
            QTimer.singleShot(0, self, lambda: self.renamed.emit(search, name))

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        search = index.data(SEARCH)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Show")).triggered.connect(lambda: self._ask(index))
        if search:
            menu.addAction(tr("Rename")).triggered.connect(lambda: self.view.edit(index))
            menu.addAction(tr("Ask for What Is Searched Now")).triggered.connect(
                lambda: self.edited.emit(search)
            )
            menu.addSeparator()
            menu.addAction(tr("Export Markdown…")).triggered.connect(
                lambda: self.exported.emit(search)
            )
            menu.addAction(tr("Forget")).triggered.connect(lambda: self.forgotten.emit(search))
        menu.popup(place)

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.view.scheduleDelayedItemsLayout()


def _tip(shelf: Shelf) -> str:
    """Show the whole name and what it asks for: as text, whatever it looks like."""
    import html  # noqa: PLC0415  not needed for the first picture

    said = (shelf.name, shelf.query if shelf.query != shelf.name else "")
    return f"<qt>{'<br>'.join(html.escape(part) for part in said if part)}</qt>"
