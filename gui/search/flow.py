"""Widgets in a row that wraps."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 3
Sized = tuple[QLayoutItem, QSize]


class Flow(QLayout):
    """Places widgets from left to right, and on the next line where there is no more room.

    One that expands needs no more than its least, and takes what the others of its line leave.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def _place(self, rect: QRect, *, really: bool) -> int:
        """Give how high it is at the width of a rectangle."""
        y = rect.top()
        for line in self._lines(rect.width()):
            high = max(size.height() for _, size in line)
            if really:
                _set(line, QRect(rect.left(), y, rect.width(), high))
            y += high + GAP
        return max(0, y - GAP - rect.top())

    def _lines(self, width: int) -> Iterator[list[Sized]]:
        """Give what stands on each line, and the room it needs."""
        line, used = list[Sized](), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.minimumSize() if _expands(item) else item.sizeHint()
            size = size.boundedTo(QSize(width, 1000))
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + GAP
        if line:
            yield line

    # Qt's questions

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(40, max((size.height() for size in sizes), default=0))


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _set(line: Sequence[Sized], rect: QRect) -> None:
    """Place what stands on a line."""
    x, rest = rect.left(), rect.width() + GAP - sum(size.width() + GAP for _, size in line)
    for item, size in line:
        wide = size.width() + (rest if _expands(item) else 0)
        high = rect.height() if _expands(item) else size.height()
        item.setGeometry(QRect(x, rect.top(), wide, high))
        x += wide + GAP
