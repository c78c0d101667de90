"""What is taken by the mouse to another pane: claims of the tree, or articles of the list.

Only that they are taken is said; which they are is what is chosen where they come from. Files that
are taken over a field are not the field's.
"""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent
from PySide6.QtWidgets import QWidget

CLAIMS, ARTICLES = "application/x-meipi-claims", "application/x-meipi-articles"
CARRIED = (CLAIMS, ARTICLES)


def take(widget: QWidget, kind: str, words: str) -> None:
    """Let the reader take what is chosen in a widget somewhere; come back once it is dropped.

    `words` are what another program gets of it.
    """
    carried = QMimeData()
    carried.setData(kind, b"1")
    carried.setText(words)
    drag = QDrag(widget)
    drag.setMimeData(carried)
    drag.exec(Qt.DropAction.CopyAction)


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
