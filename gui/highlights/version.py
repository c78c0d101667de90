"""One of several versions of a field: what it says, what is other in it, who said it and when."""

import re
from difflib import SequenceMatcher

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.model import Colour, Head
from gui import theme
from gui.highlights.safe_text import SafeText
from gui.highlights.words import faint_label, moment
from gui.look import letters
from gui.parts import plate
from gui.parts.people import Person
from gui.parts.pressed import by_itself
from gui.tongue import tr
from gui.units import length

#: A word, white space, or one sign; of Han, each is a word.
WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W\u3400-\u9fff\uf900-\ufaff]+|\s+|.", re.DOTALL)


class Version(QFrame):
    """A version, and the button that keeps it."""

    def __init__(self, head: Head, person: Person | None, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._person = person
        self._apart: list[tuple[int, int]] = []
        self._spot: Colour | None = None
        self.text, self.signed = SafeText(self), faint_label(self)
        self.keep = QPushButton(self)
        self._build()
        who = person.name if person else head.author[:8]
        self.signed.setText(f"{who}\n{moment(head.clock)}")
        self.keep.setText(tr("Keep This"))
        self.keep.setAccessibleName(tr("Keep this: {0} of {1}").format(field, who))
        self.text.setAccessibleName(tr("{0} of {1}").format(field, who))

    def _build(self) -> None:
        self.signed.setWordWrap(True)  # or two side by side would not fit into a narrow pane again
        by_itself(self.keep)
        self.keep.setFont(letters.scaled(self.keep.font(), letters.SMALL))
        self.keep.setStyleSheet("padding: 4px 10px")
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.signed, 1)
        foot.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addStretch(1)
        column.addLayout(foot)

    def say_shown(self) -> None:
        """Say that this is the one that is shown as yet."""
        who, when = self.signed.text().split("\n")
        self.signed.setText(tr("{0} · shown now").format(who) + f"\n{when}")

    def show_words(self, words: str, against: str | None, colour: Colour | None) -> None:
        """Show what it says; words that the other has not are set apart."""
        self._spot = colour
        self.text.setPlainText(words)
        self._apart = other_words(words, against) if against is not None else []
        self._colour_words()

    def _colour_words(self) -> None:
        """Set words apart in the theme of now."""
        whole, look = QTextCharFormat(), QTextCharFormat()
        if self._spot:
            whole.setBackground(theme.fill(self._spot))
            self._look(0, length(self.text.toPlainText()), whole)
        look.setBackground(theme.tones().chosen)
        look.setFontUnderline(True)
        look.setUnderlineColor(theme.tones().accent)
        for start, end in self._apart:
            self._look(start, end, look)

    def _look(self, start: int, end: int, look: QTextCharFormat) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_words()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            plate.paint_all(painter, self, theme.tones().window, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._person.colour if self._person else theme.tones().line)
            painter.drawRoundedRect(QRectF(5, 8, 3, self.height() - 16), 1.5, 1.5)


def other_words(text: str, against: str) -> list[tuple[int, int]]:
    """Give where, in UTF-16 units, words of a text stand that another has not in that place."""
    ours, theirs = WORD.findall(text), WORD.findall(against)
    same = SequenceMatcher(None, ours, theirs, autojunk=True)
    if same.quick_ratio() < 0.3:
        return []  # two other texts; to set all of it apart says nothing
    starts = [0]
    for word in ours:
        starts.append(starts[-1] + length(word))
    codes = same.get_opcodes()
    return [(starts[i], starts[j]) for what, i, j, _, _ in codes if what != "equal" and j > i]
