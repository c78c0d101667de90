"""The list of what was found: keys and mouse. Keys stop where something was found."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.parts.keys import held
from gui.parts.listing import Listing, Select
from gui.search.delegate import ResultDelegate
from gui.search.model import Line, ResultModel
from gui.tongue import tr

Move = QAbstractItemView.CursorAction
ONE = {Move.MoveDown: 1, Move.MoveNext: 1, Move.MoveUp: -1, Move.MovePrevious: -1}


class ResultList(Listing):
    """Articles and their places."""

    left = Signal()  # upwards
    painter: ResultDelegate

    def __init__(self, model: ResultModel, parent: QWidget) -> None:
        super().__init__(tr("Search results"), parent)
        self.results = model
        self.setModel(model)
        self.painter = ResultDelegate(self, model)
        self.setItemDelegate(self.painter)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(36)

    # Where it is

    def line(self) -> Line | None:
        """Give the current line, if there is one."""
        index = self.currentIndex()
        return self.results.lines[index.row()] if index.isValid() else None

    def chosen(self) -> list[Line]:
        """Give the lines chosen, in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.results.lines[place] for place in places]

    def many(self) -> int:
        return len({line.card.id for line in self.chosen() if not line.finding})

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        up = event.key() == Qt.Key.Key_Up and not held(event)
        if up and self._stop(self.currentIndex().row(), -1) < 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
