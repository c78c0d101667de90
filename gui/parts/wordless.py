"""Views in which nothing is written: an input method leaves their letters, which are commands.

Qt turns it on again with each row that can be edited. The field that a row is edited in is another
widget, and has it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    View = QAbstractItemView
else:
    View = object  # stands before a view of Qt's: two of them have no common instance


class Wordless(View):
    """A view that takes no words."""

    # Qt's questions

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)
