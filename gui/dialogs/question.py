"""One question, or one thing to be told: a sentence, what belongs to it, and the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.parts import GAP, MARGIN, as_high_as_its_words
from gui.look import letters, sizing
from gui.parts.labels import faint, larger, words
from gui.parts.pressed import by_itself
from gui.tongue import tr

WIDTH = 460


class Question(QDialog):
    """Asks whether to do what `verb` says; without a verb it only tells, and is closed."""

    def __init__(
        self, question: str, detail: QWidget, verb: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Meipi"))
        self.setAccessibleName(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(larger(words(question, wrap=True), letters.HEAD))
        column.addWidget(detail)
        column.addStretch(1)
        column.addSpacing(GAP)
        column.addWidget(self._buttons(verb))
        self.setMinimumWidth(sizing.px(WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        as_high_as_its_words(self)
        super().showEvent(event)

    def _buttons(self, verb: str) -> QDialogButtonBox:
        """Offer the way out first: Enter alone does nothing."""
        buttons = QDialogButtonBox()
        if verb:
            yes = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
            by_itself(yes)
        out = tr("Cancel") if verb else tr("Close")
        self.out = buttons.addButton(out, QDialogButtonBox.ButtonRole.RejectRole)
        self.out.setDefault(True)
        self.out.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def sentences(text: str) -> QLabel:
    """Show a few sentences under the question."""
    return faint(text, wrap=True)


def exactly(text: str) -> QPlainTextEdit:
    """Show a text letter by letter, broken where a line ends, wherever that is."""
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    shown.setFixedHeight(shown.fontMetrics().height() * 4 + GAP)
    shown.setAccessibleName(tr("Address"))
    return shown
