"""The list of what was found: keys and mouse. Keys stop where something was found."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.parts import menus, viewport
from gui.parts.aim import pointed
from gui.search.delegate import ResultDelegate
from gui.search.model import Index, Line, ResultModel
from gui.tongue import tr

Select = QItemSelectionModel.SelectionFlag
Move = QAbstractItemView.CursorAction
ONE = {Move.MoveDown: 1, Move.MoveNext: 1, Move.MoveUp: -1, Move.MovePrevious: -1}


class ResultList(QListView):
    """Articles and their places. It keeps no letter key to itself."""

    moved = Signal()  # the current line is another
    opened = Signal()  # by Enter or two clicks
    left = Signal()  # upwards
    menu_asked = Signal(QPoint)
    word_pointed = Signal(object)  # Aim, at a Chinese word

    def __init__(self, model: ResultModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.results = model
        self._settling = False
        self.setModel(model)
        self.painter = ResultDelegate(self, model)
        self.setItemDelegate(self.painter)
        viewport.meet(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName(tr("Search results"))
        self.verticalScrollBar().setSingleStep(36)
        self.doubleClicked.connect(self.opened)

    # Where it is

    def line(self) -> Line | None:
        """Give the current line, if there is one."""
        index = self.currentIndex()
        return self.results.lines[index.row()] if index.isValid() else None

    def chosen(self) -> list[Line]:
        """Give the lines chosen, in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.results.lines[place] for place in places]

    def go(self, place: int) -> None:
        """Make a line current, alone chosen, and seen; with its head, where that has room."""
        index = self.results.index(place)
        self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)
        if place and self.results.lines[place - 1].row is None:
            self.scrollTo(self.results.index(place - 1))
        self.scrollTo(index)

    def set_text_font(self, font: QFont) -> None:
        """Lay rows out in this font; the view's own is lost with every new rule of style."""
        self.painter.set_font(font)
        self.scheduleDelayedItemsLayout()

    def show_anew(self) -> None:
        """Lay texts out anew, as Chinese is shown now."""
        self.painter.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def leave(self) -> None:
        """Choose nothing, and show the top."""
        self.selectionModel().setCurrentIndex(QModelIndex(), Select.Clear)
        self.scrollToTop()

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Keep silent while lines are changed."""
        self._settling = True
        try:
            yield
        finally:
            self._settling = False

    def keep_place(self, change: Callable[[], None]) -> None:
        """Let lines change; what was current and where it is seen stays, if it is there again."""
        line, bar = self.line(), self.verticalScrollBar().value()
        with self.settling():
            change()
            place = self.results.find(line.key) if line else None
            if place is None and line is not None:
                place = self.results.first_stop(line.card.id)
            index = self.results.index(place) if place is not None else QModelIndex()
            self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)
            self.doItemsLayout()
            self.verticalScrollBar().setValue(bar)

    def _stop(self, place: int, by: int) -> int:
        """Give the next line, one way or the other, at which keys stop; -1 if there is none."""
        lines = self.results.lines
        while 0 <= (place := place + by) < len(lines):
            if lines[place].is_stop:
                return place
        return -1

    # Qt's questions

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        here, last = self.currentIndex().row(), len(self.results.lines)
        if action in ONE:
            goal = self._stop(here, ONE[action])
        elif action in (Move.MoveHome, Move.MoveEnd):
            goal = self._stop(-1, 1) if action == Move.MoveHome else self._stop(last, -1)
        else:
            there = super().moveCursor(action, modifiers).row()
            way = 1 if there > here else -1
            goal = self._stop(there - way, way)
        return self.results.index(goal) if goal >= 0 else self.currentIndex()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._settling:
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self.opened.emit()
        elif key == Qt.Key.Key_Up and self._stop(here.row(), -1) < 0 and not event.modifiers():
            self.left.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # it is the window's
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        here = pointed(self, event, self.painter.aim)
        if here:
            self.word_pointed.emit(here)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys, and choose nothing by that: what is chosen opens an article."""
        had = self.currentIndex().isValid()
        with self.settling():
            super().focusInEvent(event)
            if not had:
                self.selectionModel().setCurrentIndex(QModelIndex(), Select.Clear)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the window."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen():
            self.menu_asked.emit(menus.asked(self, event)[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
