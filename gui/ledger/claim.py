"""One of two claims side by side: whose it is, and its text with the words that differ marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
)

from gui import theme
from gui.parts.lines import Face
from gui.parts.notice import Words
from gui.tongue import tr
from gui.units import Units

#: After what letters may be larger or smaller than before.
RESIZED = (QEvent.Type.LayoutRequest, QEvent.Type.Show)
LINES, EDGES = 3, 22  # of a claim, that are seen at least; pixels about them


@dataclass(frozen=True, slots=True)
class Side:
    """A claim, where it stands, and what in it speaks for the pair, in code points."""

    text: str
    title: str
    about: str  # source and day
    spans: tuple[tuple[int, int], ...] = ()


class ClaimCard(QFrame):
    """A claim to read, and a button that goes to it in its article."""

    asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._spans: tuple[tuple[int, int], ...] = ()
        self.title, self.about = Words(self), Words(self)
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setAccessibleName(name)
        # as high as there is room, and never so high that the verdicts are scrolled out of sight
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.go = QPushButton(tr("Go to Claim"))
        self.go.setAccessibleName(tr("Go to the {0}").format(name.lower()))
        self.go.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.text, 1)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self._fit()

    def _fit(self) -> None:
        """Have room for Chinese and English beside one another, and for some lines of the claim."""
        for label in (self.title, self.about):
            label.setFixedHeight(round(Face(label.font()).height) + 2)
        self.text.setMinimumHeight(LINES * self.text.fontMetrics().height() + EDGES)

    def show_side(self, side: Side, spans: Sequence[tuple[int, int]]) -> None:
        self.title.setText(side.title)
        self.about.setText(side.about)
        self.text.setPlainText(side.text)
        self._spans = tuple(spans)
        self._mark()

    def marked(self) -> list[str]:
        """Give the words that are marked."""
        return [self.text.toPlainText()[begin:end] for begin, end in self._spans]

    def _mark(self) -> None:
        """Mark words by a tint, and by a line under them for who sees no tint."""
        form = QTextCharFormat()
        form.setBackground(theme.lit())
        form.setFontUnderline(True)
        form.setFontWeight(QFont.Weight.DemiBold)
        units, chosen = Units(self.text.toPlainText()), []
        for begin, end in self._spans:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(units.to_qt(begin))
            cursor.setPosition(units.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = cursor, form
            chosen.append(one)
        self.text.setExtraSelections(chosen)

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self._mark()

    def event(self, event: QEvent) -> bool:
        if event.type() in RESIZED:
            self._fit()
        return super().event(event)
