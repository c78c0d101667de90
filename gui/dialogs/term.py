"""One term of the reader's own: a Chinese word, what it is called in English, and a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import MeipiError
from core.model import Term
from core.terms import Row, put
from gui.dialogs.boxes import TickBox
from gui.dialogs.parts import GAP, MARGIN, cancel, offer, trouble
from gui.look import letters, sizing
from gui.parts.labels import faint, larger, words
from gui.parts.pressed import by_itself
from gui.tongue import tr
from gui.tongue.said import in_words

WIDTH = 460
OFFERED = 3  # names of the glossary that are shown where none is typed yet


class TermDialog(QDialog):
    """Tells by `given` what the term is to be, or by `removed` that it is to go.

    Whoever keeps what is given closes it: what could not be kept stays as it was typed.
    """

    given = Signal(object)  # Row
    removed = Signal()

    def __init__(
        self, zh: str, known: Term | None, called: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known = known
        self.setWindowTitle(tr("Your Term"))
        self.setMinimumWidth(sizing.px(WIDTH))
        self.zh, self.en, self.note = QLineEdit(zh), QLineEdit(), QLineEdit()
        self.whole = TickBox(tr("One word, wherever text is cut into words"))
        if known:
            self.zh.setText(known.zh)
            self.zh.setReadOnly(True)
            self.en.setText("; ".join(known.en))
            self.note.setText(" ".join(known.note.split()))
            self.whole.setChecked(known.whole)
        self.en.setPlaceholderText("; ".join(called[:OFFERED]))
        self.trouble = trouble()
        self._lay_out()
        for field in (self.zh, self.en):
            field.textChanged.connect(self._offer)
        self.whole.toggled.connect(self._offer)
        self._offer()
        (self.en if self.zh.text() else self.zh).setFocus()

    def _lay_out(self) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(GAP)
        rows.setVerticalSpacing(GAP)
        for number, (name, field) in enumerate(self._fields()):
            told = words(name)
            told.setBuddy(field)
            field.setAccessibleName(name)
            rows.addWidget(told, number, 0)
            rows.addWidget(field, number, 1)
        rows.addWidget(self.whole, rows.rowCount(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(
            larger(
                words(tr("Correct your term") if self._known else tr("A term of yours")),
                letters.HEAD,
            )
        )
        column.addWidget(
            faint(
                tr(
                    "Searches look for it in both languages. Put a semicolon between several names."
                ),
                wrap=True,
            )
        )
        column.addLayout(rows)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addSpacing(GAP)
        column.addWidget(self._buttons())

    def _fields(self) -> tuple[tuple[str, QLineEdit], ...]:
        return (tr("Chinese"), self.zh), (tr("English"), self.en), (tr("Note"), self.note)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.keep: QPushButton = buttons.addButton(
            tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        cancel(buttons, self)
        if self._known:
            gone = buttons.addButton(tr("Take Away"), QDialogButtonBox.ButtonRole.DestructiveRole)
            by_itself(gone)
            gone.clicked.connect(self._remove)
        buttons.accepted.connect(self._give)
        return buttons

    def _offer(self) -> None:
        """Keep what has a Chinese word, and something that is said of it."""
        said = bool(self.en.text().strip()) or self.whole.isChecked()
        offer(self.keep, tr("Save"), possible=said and bool(self.zh.text().strip()))

    def _give(self) -> None:
        """Give what can be kept; of what cannot, say why, and leave it as it was typed."""
        en = tuple(filter(None, (name.strip() for name in self.en.text().split(";"))))
        note = self.note.text().strip()
        if self._known and note == " ".join(self._known.note.split()):
            note = self._known.note
        row = Row(self.zh.text(), en, note, self.whole.isChecked())
        try:
            put(self._known, row)
        except MeipiError as error:
            self.refuse(error)
            return
        self.given.emit(row)

    def refuse(self, error: MeipiError) -> None:
        """Say why what was given is not kept."""
        self.trouble.setText(in_words(error))
        self.trouble.show()

    def _remove(self) -> None:
        self.accept()
        self.removed.emit()
