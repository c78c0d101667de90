"""What a screen reader is told of what has not the keys: the row chosen in a list under a field."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.parts.later import later

#: Milliseconds without a letter, so that a word is not broken off by what fits half of it.
REST = 300


def follow(rows: QAbstractItemView, field: QWidget, nothing: str = "") -> None:
    """Tell of each row that becomes the current one, as if the field said it.

    One that is gone to is told at once; the first of those that fit, once typing rests; that
    there are none is told in these words, if any are given.
    """

    def tell() -> None:
        index = rows.currentIndex()
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or nothing
        if said and (rows if index.isValid() else field).isVisible():
            announce(field, str(said))

    resting = later(rows, REST, tell)

    def turned(_now: QModelIndex, before: QModelIndex) -> None:
        if before.isValid():
            resting.stop()
            tell()
        else:
            resting.start()

    rows.selectionModel().currentChanged.connect(turned)
    if nothing:
        rows.model().modelReset.connect(resting.start)


def tell_rows(window: QWidget) -> None:
    """Tell of the current row of whichever list in the program is given the keys."""
    from gui.parts import announcing  # its types take long to load

    announcing.RowsTold(window)


def announce(speaker: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have something said; what is to be said `at_once` breaks off what is being said."""
    from gui.parts import announcing  # its types take long to load

    announcing.announce(speaker, words, at_once=at_once)
