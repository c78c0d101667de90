"""A library that was never opened here: is it the reader's own, or somebody else's?"""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.share.words import visible
from gui.dialogs.parts import GAP, MARGIN, as_high_as_its_words, cancel
from gui.dialogs.question import WIDTH, exactly, sentences
from gui.look import letters, sizing
from gui.parts.labels import larger, words
from gui.parts.pressed import by_itself
from gui.tongue import phrase, tr

MEANS = phrase(
    "Meipi has not opened it on this computer before.\n\n"
    "If somebody sent it to you, look into it: a clean copy is shown, nothing in the file can do"
    " any harm, and what you want of it can be merged. If it is your own, you can write in it."
)


class OwningDialog(QDialog):
    """`mine` is the answer once it was accepted: True for the reader's own."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mine = False
        self.setWindowTitle(tr("Meipi"))
        asked = tr("Is this library your own?")
        self.setAccessibleName(asked)
        where = exactly(str(Path(*map(visible, path.absolute().parts))))
        where.setFixedHeight(where.fontMetrics().height() * 2 + GAP + 6)
        where.setAccessibleName(tr("File"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(larger(words(asked, wrap=True), letters.HEAD))
        for widget in (where, sentences(tr(MEANS))):
            column.addWidget(widget)
        column.addStretch(1)
        column.addSpacing(GAP)
        column.addWidget(self._buttons())
        self.setMinimumWidth(sizing.px(WIDTH + 60))
        self.look.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        as_high_as_its_words(self)
        super().showEvent(event)

    def _buttons(self) -> QDialogButtonBox:
        """Offer the safe way first: Enter alone looks into it."""
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        self.look = buttons.addButton(tr("Look into It"), role.AcceptRole)
        self.own = buttons.addButton(tr("It Is Mine"), role.ActionRole)
        self.out = cancel(buttons, self)
        by_itself(self.own)
        self.look.setDefault(True)
        self.look.clicked.connect(self.accept)
        self.own.clicked.connect(self._say_mine)
        return buttons

    def _say_mine(self) -> None:
        self.mine = True
        self.accept()
