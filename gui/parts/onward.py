"""Lets Down in a line to search lead to the rows that it finds."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QLineEdit


def leads_to(line: QLineEdit, rows: QAbstractItemView) -> None:
    """Go on by Down where one stood among the rows, else at the first that can be chosen."""

    def go() -> None:
        at = rows.selectionModel().currentIndex()
        rows.setFocus()
        rows.setCurrentIndex(at if at.isValid() else _first(rows))

    down = QShortcut(QKeySequence(Qt.Key.Key_Down), line)
    down.setContext(Qt.ShortcutContext.WidgetShortcut)
    down.activated.connect(go)


def _first(rows: QAbstractItemView) -> QModelIndex:
    model = rows.model()
    every = (model.index(row, 0) for row in range(model.rowCount()))
    return next((one for one in every if one.flags() & Qt.ItemFlag.ItemIsSelectable), QModelIndex())
