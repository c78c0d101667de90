"""The line at the foot: what was done, with Undo; what went wrong, with its remedy."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QToolTip, QWidget

from core.errors import Busy, DiskTrouble, MeipiError
from gui.parts import aloud
from gui.parts.later import later
from gui.parts.tip import tip
from gui.tongue import tr

STAYS = 8000  # milliseconds


class Words(QLabel):
    """One line of plain text, shortened where there is no room; pointed at, it is told whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def shown(self) -> str:
        """Give what there is room for."""
        return self.cut(self.text())

    def cut(self, text: str) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        """Tell what is cut, by no tip of its own: a screen reader would read its markup out."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            is_cut = self.shown() != self.text()
            QToolTip.showText(event.globalPos(), tip(self.text()) if is_cut else "", self)
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.shown())


class Notice(QWidget):
    """One sentence, at most one thing to do about it, and how many articles there are."""

    undo_asked = Signal()
    details_asked = Signal(object)  # MeipiError, of what lies behind it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(self)
        self.undo, self.other = _button(self), _button(self)
        self.undo.setText(tr("Undo"))
        self.other.clicked.connect(self._do_other)
        self._does: Callable[[], None] | None = None
        self._passes = False
        kept = self.undo.sizePolicy()  # so that the foot does not grow when Undo is offered
        kept.setRetainSizeWhenHidden(True)
        self.undo.setSizePolicy(kept)
        self.undo.clicked.connect(self.undo_asked)
        self._count = QLabel(self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self._words)
        row.addWidget(self.other)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addSpacing(16)
        row.addWidget(self._count)
        self._timer = later(self, STAYS, self._pass)
        self._telling = later(self, 0, self._tell)  # what is said last, of several at once
        self.clear()

    def text(self) -> str:
        return self._words.text()

    def clear(self) -> None:
        self._show("", QPalette.ColorRole.WindowText)
        self._timer.stop()

    def say(self, words: str, *, undo: bool = False) -> None:
        """Tell what was done; it stays for a while."""
        self._show(words, QPalette.ColorRole.WindowText)
        self.undo.setVisible(undo)
        self._timer.start()

    def wait(self, words: str) -> None:
        """Tell at once what is waited for, while the window stands still; the next deed ends it."""
        self._show(words, QPalette.ColorRole.WindowText)
        self._timer.start()
        self._passes = True
        self._row.activate()  # or there would be no room for the words yet
        self.repaint()

    def offer(self, words: str, does: str, slot: Callable[[], None]) -> None:
        """Offer something that can be done now; it stays until something else is said."""
        self._show(words, QPalette.ColorRole.WindowText)
        self._timer.stop()
        self._give(does, slot)

    def _give(self, does: str, slot: Callable[[], None]) -> None:
        self._does = slot
        self.other.setText(does)
        self.other.show()

    def _do_other(self) -> None:
        does = self._does
        self.clear()
        if does:
            does()

    def _pass(self) -> None:
        """Go, after a while; what went wrong stays until something is done."""
        if self._is_trouble():
            self._passes = True
        else:
            self.clear()

    def _is_trouble(self) -> bool:
        return self._words.foregroundRole() is QPalette.ColorRole.Accent

    def warn(self, error: MeipiError) -> None:
        """Tell what went wrong; it stays until something else is said, or done after a while."""
        from core.share.words import spelled  # when something went wrong
        from gui.tongue.said import in_words  # when something went wrong

        self._show(spelled(in_words(error)), QPalette.ColorRole.Accent)
        self._timer.start()
        if error.__cause__ is not None:
            self._give(tr("Details…"), lambda: self.details_asked.emit(error))
        self._passes = isinstance(error, Busy | DiskTrouble)

    def written(self) -> None:
        """Take back that nothing could be written, or what was read long ago: something was."""
        if self._passes:
            self.clear()

    def withdraw(self) -> None:
        """Offer Undo no more: it would take back something else, which was done since."""
        self.undo.hide()

    def _show(self, words: str, role: QPalette.ColorRole) -> None:
        self._words.setForegroundRole(role)
        self._words.setText(words)
        self.undo.hide()
        self.other.hide()
        self._does = None
        self._passes = False
        self._telling.start()

    def _tell(self) -> None:
        """Have it said by a screen reader; what went wrong at once."""
        if self.text() and self.isVisible():
            aloud.announce(self, self.text(), at_once=self._is_trouble())

    def count(self, shown: int, of: int) -> None:
        """Say how many articles there are, and how many of them are shown."""
        articles = tr("%n article(s)", "", of)
        self._count.setText(
            articles
            if shown == of
            else tr("{shown:,} of {articles}").format(shown=shown, articles=articles)
        )
        self._count.setVisible(of > 0)


def _button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setStyleSheet("padding: 1px 8px; text-decoration: underline;")
    return button
