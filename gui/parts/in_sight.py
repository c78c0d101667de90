"""What is in sight in lists and trees stays there while letters become larger or smaller."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

PASSES = 3  # what lies within asks for its room, then what it lies in, and the window


@contextmanager
def kept(window: QWidget) -> Iterator[None]:
    """Lay rows out anew; the first in sight stays there, and so does the current one if it was."""
    views = [one for one in window.findChildren(QAbstractItemView) if one.isVisible()]
    places = [_place(view) for view in views]
    yield
    for view, (first, top, seen) in zip(views, places, strict=True):
        view.doItemsLayout()
        bar = view.verticalScrollBar()
        if first.isValid():
            bar.setValue(bar.value() + view.visualRect(first).top() - top)
        if seen:
            view.scrollTo(view.currentIndex())


def make_room() -> None:
    """Let all else have its new size, which leaves rows their room."""
    for _ in range(PASSES):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _place(view: QAbstractItemView) -> tuple[QModelIndex, int, bool]:
    """Give the first row in sight, how high it stands, and whether the current one is in sight."""
    first, current = view.indexAt(QPoint(view.width() // 2, 0)), view.currentIndex()
    seen = view.viewport().rect().intersects(view.visualRect(current))
    return first, view.visualRect(first).top(), seen
