"""The rows of the side bar as they are seen: chosen, folded, and what may be dropped on them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from gui.parts import drag, menus, viewport
from gui.parts.drag import CARRIED
from gui.parts.pressed import ENTER
from gui.parts.wordless import Wordless
from gui.sidebar.delegate import ShelfDelegate, arrow
from gui.sidebar.model import DEPTH, FOLDED, KEY, PARENT, TAG, ShelvesModel

Select = QItemSelectionModel.SelectionFlag
FORGET = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Shelves(Wordless, viewport.Quiet, QTreeView):
    """The rows themselves, walked, folded and chosen by mouse and keys."""

    chosen = Signal(QModelIndex)
    forgotten = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)
    folded = Signal()  # a row was folded or unfolded
    dropped = Signal(str, str, str)  # the path of a tag, what was dropped on it, and its words

    def __init__(self, model: ShelvesModel, parent: QWidget) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self._shelves = model
        self._instead: str | None = None  # the row that is current for one that is folded away
        self._marked: str | None = None  # the query whose row is chosen once it is seen
        self.setModel(model)
        self.setUniformRowHeights(True)
        self._painter = ShelfDelegate(self)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setIconSize(QSize(16, 16))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemsExpandable(False)
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.setStyleSheet(
            "QTreeView { background: palette(window); } QLineEdit { padding: 0 4px; }"
        )
        self.clicked.connect(self.chosen)
        self.activated.connect(self.chosen)

    # What is chosen

    def mark(self, query: str | None) -> None:
        """Choose the row of a query, where it is seen, without asking for it."""
        self._marked = query
        found = self._shelves.shelf(query) if query is not None else None
        index = self._shelves.place(found.key) if found else QModelIndex()
        self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)

    def renew(self, change: Callable[[], None]) -> None:
        """Change the rows; the one that is current stays it, or else what it stands below is."""
        before, tag = self.currentIndex().data(KEY), self.currentIndex().data(TAG)
        change()
        now = QModelIndex() if before is None else self._shelves.over(before, tag or "")
        if now.data(KEY) != before:
            self._instead = now.data(KEY)
            self.selectionModel().setCurrentIndex(now, Select.Clear)
        elif now != self.currentIndex():
            self.selectionModel().setCurrentIndex(now, Select.ClearAndSelect)
        if before in (None, self._instead):
            self._mark_again()

    def _mark_again(self) -> None:
        """Choose the row of the shelf that is asked for, if it can be seen now."""
        found = self._shelves.shelf(self._marked) if self._marked is not None else None
        place = self._shelves.place(found.key) if found else QModelIndex()
        if place.isValid():
            self._instead = None
            self.selectionModel().setCurrentIndex(place, Select.ClearAndSelect)

    # What is folded

    def turn(self, index: QModelIndex) -> None:
        """Fold a row, or unfold it."""
        self.renew(lambda: self._shelves.turn(index.row()))
        self.folded.emit()

    def _turned_by(self, key: Qt.Key) -> bool:
        """Fold by Left, unfold by Right, or go out and in; Enter turns what asks for nothing."""
        index, into = self.currentIndex(), key == Qt.Key.Key_Right
        if not index.isValid():
            return False
        if key in ENTER:
            if index.data(DEPTH):
                return False
            self.turn(index)
            return True
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        if index.data(PARENT) and bool(index.data(FOLDED)) is into:
            self.turn(index)
        else:
            self._step(index, into=into)
        return True

    def _step(self, index: QModelIndex, *, into: bool) -> None:
        """Go to the first row below this one, or to the one that this stands below."""
        depth, row = index.data(DEPTH), index.row()
        if into:
            rows = iter((row + 1,) if index.data(PARENT) else ())
        else:
            rows = (n for n in range(row - 1, -1, -1) if index.siblingAtRow(n).data(DEPTH) < depth)
        place = index.siblingAtRow(next(rows, -1))
        if place.isValid():
            self.setCurrentIndex(place)

    # Qt's questions

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
        elif self._turned_by(Qt.Key(event.key())):
            event.accept()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # letters belong to the window
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the window."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and index.isValid() and index.data(PARENT):
            is_head = index.data(TAG) is None
            if is_head or arrow(self.visualRect(index), index.data(DEPTH)).contains(at):
                self.turn(index)
                return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, place = menus.asked(self, event)
        if index.isValid():
            self.menu_asked.emit(index, place)

    # What is taken and dropped

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Let the reader take a tag to a claim or an article; what was chosen stays so."""
        tag = self.currentIndex().data(TAG)
        if tag:
            drag.take(self, drag.TAG, tag)
            self.mark(self._marked)

    def _light(self, key: str | None) -> None:
        """Light the row that takes what is held over it."""
        before, self._painter.under = self._painter.under, key
        for one in {before, key} if before != key else ():
            if one is not None:
                self.update(self._shelves.place(one))

    def _under(self, event: QDropEvent) -> QModelIndex:
        return self.indexAt(event.position().toPoint())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(_carried(event)))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._takes(event))

        self._light(self._under(event).data(KEY) if event.isAccepted() else None)

    def _takes(self, event: QDropEvent) -> bool:
        """Tell whether something may be dropped here; a tag on no tag below it, nor on itself."""
        kind, at = _carried(event), self._under(event)
        if not self._shelves.writable:
            return False
        onto = at.data(TAG)
        if kind != drag.TAG:
            return bool(kind and onto)
        to_the_top = at.data(KEY) == "tags"
        return to_the_top or (bool(onto) and not f"{onto}/".startswith(f"{_words(event)}/"))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(None)
        if self._takes(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(self._under(event).data(TAG) or "", _carried(event), _words(event))


def _carried(event: QDropEvent) -> str:
    """Give the MIME type of what is dragged; "" where no tag can take it."""
    return next((kind for kind in (*CARRIED, drag.TAG) if event.mimeData().hasFormat(kind)), "")


def _words(event: QDropEvent) -> str:
    """Give the path of a tag that is held."""
    return str(event.mimeData().data(_carried(event)).toStdString())
