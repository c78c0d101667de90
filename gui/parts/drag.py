"""Claims or articles dragged to a tag, or a tag to one of them: what a drag carries, who takes it.

Of the former only that they are taken is said; they are what is chosen where they come from. Files
that are taken over a field are not the field's.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

CLAIMS, ARTICLES = "application/x-meipi-claims", "application/x-meipi-articles"
CARRIED = (CLAIMS, ARTICLES)
TAG = "application/x-meipi-tag"


def take(widget: QWidget, kind: str, words: str) -> None:
    """Let the reader take what is chosen in a widget somewhere; come back once it is dropped.

    `words` are what another program gets of it; of a tag, they are its path.
    """
    carried = QMimeData()
    carried.setData(kind, words.encode())
    carried.setText(words)
    drag = QDrag(widget)
    drag.setMimeData(carried)
    drag.exec(Qt.DropAction.CopyAction)


class TakesTags(QObject):
    """A filter on a list, whose rows take tags that are dropped on them.

    `at` gives the row under a point, -1 for none that can take one; `light` shows which it is.
    """

    dropped = Signal(str, int)  # a tag's path, and a row

    def __init__(
        self, rows: QWidget, at: Callable[[QPoint], int], light: Callable[[int], None]
    ) -> None:
        super().__init__(rows)
        self._at, self._light = at, light
        rows.setAcceptDrops(True)
        rows.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._light(-1)
        elif isinstance(event, QDropEvent) and event.mimeData().hasFormat(TAG):
            self._hold(event)
            return True
        return super().eventFilter(watched, event)

    def _hold(self, event: QDropEvent) -> None:
        """Light the row that something is held over, or take what is dropped on it."""
        row, dropped = self._at(event.position().toPoint()), event.type() is QEvent.Type.Drop
        self._light(-1 if dropped else row)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(row >= 0 or event.type() is QEvent.Type.DragEnter)
        if dropped and row >= 0:
            self.dropped.emit(event.mimeData().data(TAG).toStdString(), row)


class _LettingBy(QObject):
    """A filter on what is written in, which would write the names of files into itself."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _has_files(event.mimeData()):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _has_files(data: QMimeData) -> bool:
    return any(url.isLocalFile() for url in data.urls())


def let_files_by(field: QWidget) -> None:
    """Leave files that are held over a field to the window."""
    field.installEventFilter(_LettingBy(field))
