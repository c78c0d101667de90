"""A card beside a Chinese word: how it is read, what it means, and what the reader calls it.

It is a part of the window and no window of its own, so that it stands where it was put on any
desktop. Opened by the mouse it goes with the mouse and by any key; opened by a key it has the keys.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from gui import theme
from gui.look import letters, sizing
from gui.parts.labels import faint, larger, words
from gui.parts.later import every
from gui.tongue import tr

WIDTH = 340
#: How many names and senses are told.
NAMES, SENSES = 4, 4
LOOK = 120  # milliseconds between two looks where the mouse is
GAP = 4  # pixels from the word
NEAR = 7  # pixels that the mouse may be beside the word
Event = QEvent.Type
Key = Qt.Key


@dataclass(frozen=True, slots=True)
class WordInfo:
    """What a card says of a word. `own` are the reader's names of it, `field` the glossary's.

    `mine` tells whether it is a term of the reader's, and `may_write` whether it can become one.
    """

    word: str
    other: str
    pinyin: str
    own: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    senses: tuple[str, ...] = ()
    note: str = ""
    also: str = ""
    mine: bool = False
    may_write: bool = True


class WordCard(QFrame):
    """One card, filled anew for each word."""

    asked = Signal()  # to add the word to the reader's terms, or to correct it there
    stepped = Signal(int)  # to the next word of the text (1), or the one before (-1)

    def __init__(self, window: Widget) -> None:
        super().__init__(window)
        self.setObjectName("wordCard")
        self.setAccessibleName(tr("Word"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._held = False
        self._words = QRect()
        self._back: Widget | None = None
        self._look = every(self, LOOK, lambda: self.follow(QCursor.pos()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 11, 16, 11)
        self._column.setSpacing(7)
        self._inside: Widget | None = None
        self.button = QPushButton(self)
        self.button.setObjectName("quiet")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._ask)
        self.hide()

    # What is shown

    def open(self, told: WordInfo, words: QRect, *, held: bool) -> None:
        """Show what is told of a word beside where it stands on the screen.

        `held` is a card that was asked for by a key: it stays until it is left.
        """
        if held and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._back = QApplication.focusWidget()
        self._fill(told)
        self._words, self._held = words, held
        self._stand_by(words)
        self.show()
        self.raise_()
        if held:
            self._look.stop()
            self.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._look.start()
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        app.installEventFilter(self)

    def _fill(self, told: WordInfo) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = _filled(told)
        self._column.insertWidget(0, self._inside)
        self._inside.show()
        self.button.setText(tr("Correct…") if told.mine else tr("Add to Your Terms…"))
        self.button.setVisible(told.may_write)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleDescription(_aloud(told))

    def _stand_by(self, words: QRect) -> None:
        """Stand under the word, or over it where there is no room; all of it in the window."""
        window = self.parentWidget()
        assert window is not None
        self.setFixedWidth(sizing.px(WIDTH))
        self._column.activate()
        height = self._column.heightForWidth(self.width())
        self.resize(self.width(), height if height > 0 else self._column.sizeHint().height())
        corner = window.mapFromGlobal(words.topLeft())
        room = window.rect().adjusted(4, 4, -4, -4)
        x = max(room.left(), min(corner.x() - 16, room.right() - self.width()))
        below = corner.y() + words.height() + GAP
        above = corner.y() - self.height() - GAP
        fits = below + self.height() <= room.bottom() or above < room.top()
        self.move(QPoint(x, below if fits else above))

    # How it goes

    def follow(self, mouse: QPoint) -> None:
        """Go once the mouse is neither on the word nor on the card, nor between them."""
        card = QRect(self.mapToGlobal(QPoint()), self.size())
        near = self._words.adjusted(-NEAR, -NEAR, NEAR, NEAR)
        if not (self._held or card.contains(mouse) or near.contains(mouse)):
            self.hide()

    def wait(self) -> None:
        """Stay, wherever the mouse is."""
        self._look.stop()

    def lose_words(self) -> None:
        """Go if it stays till it is left: the words may stand elsewhere by now."""
        if self._held and self.isVisible():
            self.leave()

    def leave(self) -> None:
        """Go, and give the keys back to who had them."""
        had, back = self.hasFocus(), self._back
        self.hide()
        if had and back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.leave()
        self.asked.emit()

    # Qt's questions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear in the whole program what makes a card go."""
        if self._goes_by(watched, event.type()):
            self.hide()
        return super().eventFilter(watched, event)

    def _goes_by(self, watched: QObject, kind: QEvent.Type) -> bool:
        if kind in (Event.Wheel, Event.MouseButtonPress):
            mine = watched is self or (isinstance(watched, Widget) and self.isAncestorOf(watched))
            return isinstance(watched, Widget) and not mine
        if kind == Event.WindowDeactivate:
            return watched is self.window()
        if self._held:
            return False
        left = kind == Event.Leave and watched is self.window()
        return left or kind in (Event.KeyPress, Event.ShortcutOverride)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Key.Key_Return, Key.Key_Enter) and not self.button.isHidden():
            self._ask()
        elif event.key() in (Key.Key_Left, Key.Key_Right):
            self.stepped.emit(1 if event.key() == Key.Key_Right else -1)
        elif event.key() == Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._look.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(theme.tones().base)
            painter.setPen(theme.tones().accent if self._held else theme.tones().line)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _filled(told: WordInfo) -> Widget:
    """Make the inside of a card."""
    inside = Widget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(_head(told))
    if told.pinyin:
        said = words(told.pinyin, wrap=True)
        said.setForegroundRole(QPalette.ColorRole.Accent)
        column.addWidget(said)
    column.addSpacing(3)
    own, field = ("; ".join(some[:NAMES]) for some in (told.own, told.field))
    if own or field:
        column.addWidget(larger(words(own or field, wrap=True), letters.SECTION))
    if own and field:
        column.addWidget(words(tr("In the glossary: {0}").format(field), wrap=True))
    for sense in told.senses[:SENSES]:
        column.addWidget(words(sense, wrap=True))
    if not (own or field or told.senses):
        column.addWidget(faint(tr("Not in the glossary."), wrap=True))
    for more in filter(None, (told.note, told.also)):
        column.addWidget(faint(more, wrap=True))
    return inside


def _head(told: WordInfo) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(9)
    word = larger(words(told.word, wrap=True), letters.GREAT, bold=False)
    row.addWidget(word, 0, Qt.AlignmentFlag.AlignBaseline)
    if told.other:
        other = larger(faint(told.other, wrap=True), letters.HEAD, bold=False)
        row.addWidget(other, 0, Qt.AlignmentFlag.AlignBaseline)
    row.addStretch(1)
    whose = larger(faint(_whose(told)), letters.FINE, bold=False)
    row.addWidget(whose, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _whose(told: WordInfo) -> str:
    """Say where the word is known from, the nearest to the reader."""
    if told.mine:
        return tr("Your term")
    if told.field:
        return tr("In the glossary")
    return tr("Dictionary") if told.senses else ""


def _aloud(told: WordInfo) -> str:
    """Say a card, for a screen reader."""
    parts = (told.word, told.pinyin, *told.own, *told.field, *told.senses[:SENSES], told.note)
    return ". ".join(filter(None, parts))
