"""A line under what is being typed: what another program, or window, made of it meanwhile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.parts.labels import words
from gui.parts.lines import first_line
from gui.tongue import tr


class Elsewhere(QWidget):
    """Hidden while there is nothing; `taken` tells that the reader wants the other text."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.told = words(within=self)
        self.told.setForegroundRole(QPalette.ColorRole.Accent)
        self.told.setWordWrap(True)
        self.take = QPushButton(tr("Take That One"), self)
        self.take.clicked.connect(lambda: self.taken.emit(self._text))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str | None) -> None:
        """Show what stands elsewhere now; None: nothing else than here."""
        self._text = text or ""
        self.setVisible(text is not None)
        if text is not None:
            self.told.setText(
                tr("Changed elsewhere: {0}").format(first_line(text) or tr("(emptied)"))
            )
