"""Shelves to choose from: every one is a search, with the number of articles that it finds.

The reader's own can be renamed in place, forgotten and exported; what becomes of that is decided
outside.
"""

from collections.abc import Iterable, Mapping, Sequence

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
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from core.model import Colour
from core.query import form
from gui import theme
from gui.look import sizing
from gui.parts import strokes
from gui.parts.tip import tip
from gui.sidebar.delegate import ALSO, COUNT, DEPTH, KEY, PARENT, TAG
from gui.sidebar.shelf import HEADS, Shelf, fixed, parents
from gui.sidebar.view import Shelves
from gui.tongue import tr

QUERY = Qt.ItemDataRole.UserRole
SEARCH = Qt.ItemDataRole.UserRole + 1  # the id of a search that the reader keeps
Select = QItemSelectionModel.SelectionFlag
WIDTH, NARROW = 184, 112  # pixels


class Sidebar(QWidget):
    """The shelves. It only says what was asked for."""

    asked = Signal(str)  # a query
    renamed = Signal(str, str)  # a search's id, and its new name
    forgotten = Signal(str)
    exported = Signal(str)
    collected = Signal(str)  # a query, whose claims are to be shown together
    edited = Signal(str)  # a search is to ask for what the search line holds now
    tagged = Signal(str, str)  # the path of a tag, and what was dropped on it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._places = dict[str, int]()  # the rows, by the form of what they ask for
        self._kept: Sequence[Shelf] = ()
        self._found: Mapping[str, Sequence[Shelf]] = {}
        self.model = QStandardItemModel(self)
        self.view = Shelves(self.model, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(tr("Shelves"))
        self.model.setHorizontalHeaderLabels([tr("Shelves")])  # read out, though it is not seen
        self.view.chosen.connect(self._ask)
        self.view.forgotten.connect(self._forget)
        self.view.menu_asked.connect(self._open_menu)
        self.view.dropped.connect(self.tagged)
        self.model.itemChanged.connect(self._rename)

    def sizeHint(self) -> QSize:
        return QSize(sizing.px(WIDTH), 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(sizing.px(NARROW), 60)

    # What is shown

    def show_searches(self, searches: Iterable[Shelf]) -> None:
        """Show the searches that the reader keeps, and no others."""
        self._kept = tuple(searches)
        self._fill()

    def show_found(self, found: Mapping[str, Sequence[Shelf]]) -> None:
        """Show tags by path, pages and sources; while a name is typed, all stays as it is."""
        editing = self.view.state() == QAbstractItemView.State.EditingState
        if found != self._found and not editing:
            self._found = found
            self._fill()

    def _fill(self) -> None:
        query, bar = self.current(), self.view.verticalScrollBar()
        counts = {row.data(QUERY): row.data(COUNT) for row in self._rows()}
        icons = dict[str, QIcon]()
        place, self._filling = bar.value(), True
        # What is there goes as rows: `clear` looks for each of them among all others.
        self.model.removeRows(0, self.model.rowCount())
        self._places.clear()
        shown = {"library": fixed(), "searches": self._kept, **self._found}
        for key, shelves in shown.items():
            if shelves:
                self._head(key)
            above = parents(shelves)
            items = [self._item(shelf, icons, parent=shelf.tag in above) for shelf in shelves]
            for row, shelf in enumerate(shelves, self.model.rowCount()):
                self._places.setdefault(form(shelf.query), row)
            self.model.invisibleRootItem().appendRows(items)
        self._filling = False
        self.count(counts)
        self.view.hide_folded()
        self.mark(query)
        bar.setValue(place)

    def _head(self, key: str) -> None:
        item = QStandardItem(tr(HEADS[key]))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for role, value in ((KEY, key), (PARENT, True), (DEPTH, 0)):
            item.setData(value, role)
        self.model.appendRow(item)

    def _item(self, shelf: Shelf, icons: dict[str, QIcon], *, parent: bool) -> QStandardItem:
        look = shelf.colour or shelf.icon
        if look not in icons:
            own = strokes.dot(Colour(look)) if shelf.colour else theme.icon(look)
            icons[look] = own
        item = QStandardItem(icons[look], shelf.name)
        said = {QUERY: shelf.query, SEARCH: shelf.id, DEPTH: shelf.depth + 1, ALSO: shelf.also}
        if shelf.tag:
            said |= {TAG: shelf.tag, KEY: f"tag:{shelf.tag}", PARENT: parent}
        for role, value in said.items():
            item.setData(value, role)
        item.setToolTip(_tip(shelf))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemIsDragEnabled if shelf.tag else Qt.ItemFlag.NoItemFlags
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if shelf.id else flags)
        return item

    def count(self, counts: Mapping[str, int | None]) -> None:
        """Show how many articles the queries find."""
        self._filling = True
        for row in self._rows():
            number = counts.get(row.data(QUERY))
            if number is not None and number == row.data(COUNT):
                continue
            row.setData(number, COUNT)
            spoken = "" if number is None else tr(", %n article(s)", "", number)
            row.setData(f"{row.text()}{spoken}", Qt.ItemDataRole.AccessibleTextRole)
        self._filling = False

    def asking(self) -> list[str]:
        """Give what the shelves ask for that are no tags, pages or sources."""
        return [one.query for one in (*fixed(), *self._kept)]

    def mark(self, query: str | None) -> None:
        """Choose the row of a query, where there is one, without asking for it."""
        found = self._row(query) if query is not None else None
        index = found.index() if found else QModelIndex()
        self.view.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)

    def name(self, query: str) -> str | None:
        """Say what the row of a query is called, where there is one."""
        found = self._row(query)
        return found.text() if found else None

    def _row(self, query: str) -> QStandardItem | None:
        place = self._places.get(form(query))
        return None if place is None else self.model.item(place)

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
        if index.data(QUERY) is None:
            return  # a heading
        search = index.data(SEARCH)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Show")).triggered.connect(lambda: self._ask(index))
        if index.data(QUERY):
            menu.addAction(tr("Collect across Articles")).triggered.connect(
                lambda: self.collected.emit(index.data(QUERY))
            )
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
    said = (shelf.tag or shelf.name, shelf.also, shelf.query if shelf.query != shelf.name else "")
    return tip(*said)
