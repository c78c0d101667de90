"""What a screen reader is told of what has not the keys: the row chosen in a list under a field."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget


def follow(rows: QAbstractItemView, field: QWidget) -> None:
    """Tell of each row that becomes the current one, as if the field said it."""

    def tell(index: QModelIndex) -> None:
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
        if said:
            announce(field, str(said))

    rows.selectionModel().currentChanged.connect(tell)


def tell_rows(window: QWidget) -> None:
    """Tell of the current row of whichever list in the program is given the keys."""
    from gui.parts import announcing  # noqa: PLC0415  its types take long to load

    announcing.RowsTold(window)


def announce(speaker: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have something said; what is to be said `at_once` breaks off what is being said."""
    from gui.parts import announcing  # noqa: PLC0415  its types take long to load

    announcing.announce(speaker, words, at_once=at_once)
