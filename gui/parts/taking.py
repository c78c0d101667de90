"""What is taken by the mouse to another pane: claims of the tree, or articles of the list.

Only that they are taken is said; which they are is what is chosen where they come from.
"""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag
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
