"""The rows of the side bar as they are seen: chosen, folded, and what may be dropped on them."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from gui.parts import drag, menus, viewport
from gui.parts.drag import CARRIED
from gui.parts.pressed import ENTER
from gui.sidebar.delegate import DEPTH, FOLDED, KEY, PARENT, TAG, ShelfDelegate, arrow

FORGET = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Shelves(QTreeView):
    """The rows themselves. What stands below a folded one is hidden."""

    chosen = Signal(QModelIndex)
    forgotten = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)
    folded = Signal()  # a row was folded or unfolded
    dropped = Signal(str, str)  # the path of a tag, and what was dropped on it

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self._keys: set[str] = set()
        self.setModel(model)
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

    # What is folded

    def folds(self) -> list[str]:
        """Give what is folded, by the names under which it is remembered."""
        return sorted(self._keys)

    def fold(self, keys: Iterable[str]) -> None:
        """Fold these and no others."""
        self._keys = set(keys)
        self.hide_folded()

    def turn(self, index: QModelIndex) -> None:
        """Fold a row, or unfold it."""
        self._keys ^= {index.data(KEY)}
        self.hide_folded()
        self.folded.emit()

    def hide_folded(self) -> None:
        """Hide what stands below something folded."""
        model, under = self.model(), -1
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            depth = index.data(DEPTH)
            if depth <= under or under < 0:
                under = -1
            hidden = 0 <= under < depth
            self.setRowHidden(row, QModelIndex(), hidden)
            folded = index.data(KEY) in self._keys
            if index.data(PARENT) and index.data(FOLDED) != folded:
                model.setData(index, folded, FOLDED)
            if folded and not hidden and index.data(PARENT):
                under = depth

    def _turned_by(self, event: QKeyEvent) -> bool:
        """Fold by Left, unfold by Right; Enter does either where a row asks for nothing."""
        index, key = self.currentIndex(), event.key()
        if not (index.isValid() and index.data(PARENT)):
            return False
        wanted = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(key))
        by_enter = key in ENTER and index.data(TAG) is None
        if by_enter or bool(index.data(FOLDED)) is wanted:
            self.turn(index)
            return True
        return False

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
        elif self._turned_by(event):
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
        """Let the reader take a tag to a claim or an article."""
        tag = self.currentIndex().data(TAG)
        if tag:
            drag.take(self, drag.TAG, tag)

    def _tag_under(self, event: QDropEvent) -> str:
        """Give the tag that something is dropped on; "" where it cannot be."""
        carried = any(event.mimeData().hasFormat(kind) for kind in CARRIED)
        index = self.indexAt(event.position().toPoint()) if carried else QModelIndex()
        self._painter.under = index.data(TAG) or ""
        self.viewport().update()
        return self._painter.under

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        carried = any(event.mimeData().hasFormat(kind) for kind in CARRIED)
        event.setAccepted(carried)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(self._tag_under(event)))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        self._painter.under = ""
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        tag = self._tag_under(event)
        kind = next((one for one in CARRIED if event.mimeData().hasFormat(one)), "")
        self._painter.under = ""
        if tag and kind:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(tag, kind)
