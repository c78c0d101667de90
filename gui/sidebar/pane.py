"""Shelves to choose from: every one is a search, with the number of articles that it finds.

The reader's own can be renamed in place, forgotten and exported, tags renamed and moved; what
becomes of that is decided outside.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from gui.look import sizing
from gui.parts.drag import TAG
from gui.sidebar.delegate import REFUSED
from gui.sidebar.finder import Finder
from gui.sidebar.model import KEY, QUERY, SEARCH, TWINS, ShelvesModel
from gui.sidebar.model import TAG as TAG_PATH
from gui.sidebar.shelf import Shelf, fixed
from gui.sidebar.view import Shelves
from gui.tongue import tr

MANY = 40  # shelves, which are no longer seen at a glance
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
    moved = Signal(str, str)  # the path of a tag, and what it is to be
    called = Signal(object, str)  # the shelf of a tag, and its new name
    ordered = Signal(str)  # the path of a tag, of which more is to be said
    joined = Signal(str)  # the path of several tags, which are to be one

    def __init__(self, parent: QWidget | None = None, *, writable: bool = True) -> None:
        super().__init__(parent)
        self._kept: Sequence[Shelf] = ()
        self._found: Mapping[str, Sequence[Shelf]] = {}
        self._later: Mapping[str, Sequence[Shelf]] | None = None  # came while a name was typed
        self.model = ShelvesModel(self, writable=writable)
        self.view = Shelves(self.model, self)
        self.finder: Finder | None = None  # once there are many
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(tr("Shelves"))
        self.view.chosen.connect(self._ask)
        self.view.forgotten.connect(self._forget)
        self.view.menu_asked.connect(self._open_menu)
        self.view.dropped.connect(self._drop)
        self.model.named.connect(self._rename)
        done = self.view.itemDelegate().closeEditor
        done.connect(lambda *_: QTimer.singleShot(0, self, self._show_found))

    def _offer_finder(self, wanted: bool) -> None:
        """Have a field to find a shelf by while there are many, or something is looked for."""
        if self.finder is None and wanted:
            from gui.parts.onward import leads_to  # where there are many

            self.finder = finder = Finder(self)
            finder.textChanged.connect(self._look_for)
            finder.returnPressed.connect(lambda: self._ask(self.model.first()))
            finder.left.connect(self.view.setFocus)
            leads_to(finder, self.view)
            room = QHBoxLayout()
            room.setContentsMargins(8, 2, 8, 0)
            room.addWidget(finder)
            self._column.insertLayout(0, room)
            self.setTabOrder(finder, self.view)
        if self.finder is not None:
            self.finder.setVisible(wanted or bool(self.finder.text()))

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
        self._later = found
        self._show_found()

    def _show_found(self) -> None:
        """Show what was found, now or while a name was typed, unless one is being typed."""
        is_typed = self.view.state() == QAbstractItemView.State.EditingState
        if self._later is not None and not is_typed:
            self._found, self._later = self._later, None
            self._fill()

    def _fill(self) -> None:
        shown = {"library": fixed(), "searches": self._kept, **self._found}
        self.view.renew(lambda: self.model.show(shown))
        self._offer_finder(sum(map(len, shown.values())) > MANY)

    def _look_for(self, typed: str) -> None:
        self.view.renew(lambda: self.model.find(typed))
        self.view.scrollToTop()

    def count(self, counts: Mapping[str, int | None]) -> None:
        """Show how many articles the queries find."""
        self.model.count(counts)

    def asking(self) -> list[str]:
        """Give what the shelves ask for that are no tags, pages or sources."""
        return [one.query for one in (*fixed(), *self._kept)]

    def mark(self, query: str | None) -> None:
        """Choose the row of a query, where there is one, without asking for it."""
        self.view.mark(query)

    def name(self, query: str) -> str | None:
        """Say what the row of a query is called, where there is one."""
        found = self.model.shelf(query)
        return found.name if found else None

    def fold(self, keys: Iterable[str]) -> None:
        """Fold these and no others."""
        self.view.renew(lambda: self.model.fold(keys))

    def rename(self, key: str, typed: str = "") -> None:
        """Let the reader call a search or tag otherwise, where it stands; `typed` was refused."""
        if self.finder is not None:
            self.finder.clear()
        if not self.model.place(key).isValid():
            self.fold(head for head in self.model.folds() if head != "searches")
        place = self.model.place(key)
        if not place.isValid():
            return  # it is gone
        self.view.setCurrentIndex(place)
        self.view.setFocus()
        self.view.edit(self.view.currentIndex())
        editor = self.view.indexWidget(self.view.currentIndex())
        if typed and isinstance(editor, QLineEdit):
            editor.setText(typed)
            editor.setProperty(REFUSED, typed)

    def current(self) -> str | None:
        query = self.view.currentIndex().data(QUERY)
        return query if isinstance(query, str) else None

    def rename_chosen(self) -> None:
        """Let the reader call what is chosen otherwise, where that can be."""
        index = self.view.currentIndex()
        chosen = self.view.isVisible() and self.view.selectionModel().isSelected(index)
        if chosen and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.view.scrollTo(index)
            self.view.edit(index)

    # What is asked

    def _ask(self, index: QModelIndex) -> None:
        if index.data(QUERY) is not None:
            self.asked.emit(index.data(QUERY))

    def _forget(self, index: QModelIndex) -> None:
        if index.data(SEARCH):
            self.forgotten.emit(index.data(SEARCH))

    def _rename(self, shelf: Shelf, name: str) -> None:
        """Tell of a new name once the editor is done with its row: the rows are shown anew then."""
        call = partial(self.called.emit, shelf, name)
        rename = partial(self.renamed.emit, shelf.id, name)
        QTimer.singleShot(0, self, call if shelf.tag else rename)

    def _drop(self, onto: str, kind: str, words: str) -> None:
        """Give a tag to what is dropped on it; another tag is moved below it."""
        if kind == TAG:
            self.moved.emit(words, "/".join(filter(None, (onto, words.rpartition("/")[2]))))
        else:
            self.tagged.emit(onto, kind)

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        query, key = index.data(QUERY), index.data(KEY)  # the row may come and go meanwhile
        if query is None:
            return  # a heading
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Show")).triggered.connect(lambda: self.asked.emit(query))
        if query:
            menu.addAction(tr("Collect across Articles")).triggered.connect(
                lambda: self.collected.emit(query)
            )
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            menu.addAction(tr("Rename")).triggered.connect(
                lambda: self.view.edit(self.model.place(key))
            )
        tag = index.data(TAG_PATH)
        if tag and self.model.writable:
            menu.addAction(tr("Colour, Names, Join…")).triggered.connect(
                lambda: self.ordered.emit(tag)
            )
            if index.data(TWINS):
                menu.addAction(tr("Make Them One Tag")).triggered.connect(
                    lambda: self.joined.emit(tag)
                )
        if search := index.data(SEARCH):
            self._offer_search(menu, search)
        menu.popup(place)

    def _offer_search(self, menu: QMenu, search: str) -> None:
        """Offer what can be done with a search of the reader's own."""
        if self.model.writable:
            menu.addAction(tr("Replace with Current Search")).triggered.connect(
                lambda: self.edited.emit(search)
            )
        menu.addSeparator()
        menu.addAction(tr("Export Markdown…")).triggered.connect(lambda: self.exported.emit(search))
        if self.model.writable:
            menu.addAction(tr("Forget")).triggered.connect(lambda: self.forgotten.emit(search))

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from the rows that were found back to what is looked for, which clears them."""
        if event.key() == Qt.Key.Key_Escape and self.finder is not None and self.finder.text():
            self.finder.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.view.scheduleDelayedItemsLayout()
