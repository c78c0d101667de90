"""What lies behind something that went wrong: letter by letter, to be read and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.parts import GAP, MARGIN, room
from gui.look import letters, sizing
from gui.parts.labels import faint, larger, words
from gui.parts.pressed import by_itself
from gui.tongue import tr


class Report(QDialog):
    """Shows a report under a sentence. Nothing of it leaves this machine.

    What is not for whoever fixes Meipi has another `hint`, and is wrapped as prose.
    """

    def __init__(
        self, sentence: str, told: str, parent: QWidget | None = None, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Details"))
        room(self, 640, 440)
        self.text = QPlainTextEdit(told)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        if not hint:
            self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.text.setFont(sizing.fixed())
        self.text.setAccessibleName(tr("Report"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(larger(words(sentence, wrap=True), letters.HEAD))
        usual = tr("Nothing is sent anywhere. It helps whoever fixes Meipi.")
        column.addWidget(faint(hint or usual, wrap=True))
        column.addWidget(self.text, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.copy, close = QPushButton(tr("Copy")), QPushButton(tr("Close"))
        by_itself(self.copy)
        self.copy.clicked.connect(self._copy)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        close.setFocus()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))
