"""What a screen reader is told of a list while the keys stay in a field: the row that is chosen."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget


def follow(rows: QAbstractItemView, field: QWidget) -> None:
    """Tell of each row that becomes the current one, as if the field said it."""

    def tell(index: QModelIndex) -> None:
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
        if said:
            announce(field, str(said))

    rows.selectionModel().currentChanged.connect(tell)


def announce(speaker: QWidget, words: str) -> None:
    from PySide6.QtGui import (  # noqa: PLC0415  their types take long to load
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, words))
