"""A picture and its table, one in front of the other: the same findings, the same one chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.ledger.picture import Picture
from gui.ledger.twins import told
from gui.parts.sheet import Head, Line, Sheet
from gui.tongue import tr


class Pictured(QStackedWidget):
    """The picture in front, or the table of the same."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self, picture: Picture, heads: Sequence[Head], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.picture = picture
        self.sheet = Sheet(tr("{0}, as a table").format(picture.name), heads)
        for widget in (picture, self.sheet):
            self.addWidget(widget)
            widget.chosen.connect(self._choose)
            widget.opened.connect(self.opened)
        self.setFocusProxy(picture)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Put into the table what the picture shows."""
        self.sheet.show_lines(lines)
        words = told(self.picture.name, lines)
        self.picture.setAccessibleDescription(words if lines else "")

    def as_table(self, *, wanted: bool) -> None:
        """Bring the table to the front, or the picture."""
        front = self.sheet if wanted else self.picture
        had = self.picture.hasFocus() or self.sheet.hasFocus()
        self.setFocusProxy(front)
        self.setCurrentWidget(front)
        if had:
            front.setFocus()

    def choose(self, one: str) -> None:
        """Choose a finding in both, without telling."""
        self.picture.choose(one)
        self.sheet.choose(one)

    def _choose(self, one: str) -> None:
        self.choose(one)
        self.chosen.emit(one)
