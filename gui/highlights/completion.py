"""What a note could link to, offered under the words after `[[` while they are typed.

While a Chinese input method is on, the keys of `[[` and `]]` write 【【 and 】】: they mean the
same.
Which there are is asked by `wanted` and told by `offer`; what is chosen is written as a link.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from core.link import Target, written
from gui import theme
from gui.parts import aloud
from gui.parts.later import later
from gui.parts.lines import one_line
from gui.tongue import phrase, tr
from gui.units import Units

_BEGUN = re.compile(r"(?:\[\[|【【)([^\[\]【】\n|]{0,80})$")
ENDS = ("]]", "】】")
PAUSE = 60  # milliseconds without a keystroke after which it is asked what there is
ROWS, FEWEST = 7, 3  # below the cursor, if so many have room there
WORDS, BELOW = 200, 80
TARGET = Qt.ItemDataRole.UserRole
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
#: Where the words of a row begin, and those below them.
EDGE, GAP = 10, 2
_KINDS = {
    "highlight": phrase("Highlight"),
    "finding": phrase("Finding"),
    "article": phrase("Article"),
}


class Completion(QObject):
    """Watches one editor. The focus stays there; the list lies over the window."""

    wanted = Signal(str)

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._list: Offered | None = None
        self._let_be = False  # these words, by Escape
        self._pause = later(self, PAUSE, self._ask)
        editor.textChanged.connect(self._follow)
        editor.cursorPositionChanged.connect(self._follow)
        editor.installEventFilter(self)

    @property
    def list(self) -> "Offered":
        """The list, made when it is first needed."""
        if self._list is None:
            self._list = Offered(self._editor)
            self._list.itemClicked.connect(self._take)
            aloud.follow(self._list, self._editor)
        return self._list

    def is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def offer(self, targets: Sequence[Target]) -> None:
        """Hear what there is; what was asked before the reader went elsewhere is let go."""
        if self._let_be or self._typed() is None or not self._editor.hasFocus():
            self._close()
        else:
            self.list.fill(targets)

    def _typed(self) -> str | None:
        """Give the words after `[[` that the cursor stands behind."""
        cursor = self._editor.textCursor()
        line = cursor.block().text()
        line = line[: Units(line).to_core(cursor.positionInBlock())]
        found = None if cursor.hasSelection() else _BEGUN.search(line)
        return found[1] if found else None

    def _follow(self) -> None:
        if self._typed() is None:
            self._let_be = False
            self._close()
        elif self._editor.hasFocus() and not self._let_be:
            self._pause.start()

    def _ask(self) -> None:
        typed = self._typed()
        if typed is not None:
            self.wanted.emit(typed)

    def _close(self) -> None:
        self._pause.stop()
        if self._list is not None:
            self._list.hide()

    def _take(self, item: QListWidgetItem | None) -> None:
        """Write the link in place of what was typed for it."""
        typed, target = self._typed(), item.data(TARGET) if item else None
        if typed is None or not isinstance(target, Target):
            return
        cursor = self._editor.textCursor()
        keep = QTextCursor.MoveMode.KeepAnchor
        back = Units(typed).to_qt(len(typed)) + len("[[")
        cursor.setPosition(cursor.position() - back)
        cursor.setPosition(self._editor.textCursor().position(), keep)
        after = self._editor.textCursor()
        after.movePosition(QTextCursor.MoveOperation.Right, keep, len("]]"))
        if after.selectedText() in ENDS:  # which the reader had closed before
            cursor.setPosition(after.position(), keep)
        cursor.insertText(written(target.id, target.words))
        self._close()

    def _obey(self, event: QKeyEvent) -> bool:
        """Do what a key asks of the open list; tell whether it was one of its keys."""
        key, rows = Qt.Key(event.key()), self.list
        if key in MOVES:
            rows.setCurrentRow((rows.currentRow() + MOVES[key]) % rows.count())
        elif key in TAKES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take(rows.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._let_be = True
            self._close()
        else:
            return False
        return True

    # Qt's questions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._close()
        elif self.is_open() and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyPress:
                return self._obey(event)
            if kind == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().eventFilter(watched, event)


class Offered(QListWidget):
    """The rows under the cursor, or above it where there is no room."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor.window())
        self._editor = editor
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(tr("What the note could link to"))
        self.setStyleSheet("Offered { border: 1px solid palette(mid); border-radius: 7px }")
        self.setViewportMargins(1, 5, 1, 5)
        self.hide()

    def fill(self, targets: Sequence[Target]) -> None:
        self.clear()
        for one in targets:
            item = QListWidgetItem(f"{_kind(one)}: {one_line(one.words, WORDS)}")
            item.setData(TARGET, one)
            self.addItem(item)
        self.setCurrentRow(0)
        self.setVisible(bool(targets))
        if targets:
            self._place()
            self.raise_()

    def _place(self) -> None:
        window, editor = self._editor.window(), self._editor
        if self.parent() is not window:
            self.setParent(window)
            self.show()
        line, row, edge = editor.cursorRect(), self.sizeHintForRow(0), 12
        left = editor.mapTo(window, QPoint(0, 0)).x()
        top = editor.viewport().mapTo(window, line.bottomLeft()).y() + 4
        bottom = editor.viewport().mapTo(window, line.topLeft()).y() - 4
        below = (window.height() - top - edge) // row
        rows = min(self.count(), ROWS, below if below >= FEWEST else bottom // row)
        high = max(rows, 1) * row + edge
        if below < FEWEST:
            top = max(0, bottom - high)
        self.setGeometry(QRect(QPoint(left, top), QSize(editor.width(), high)))


class _Row(QStyledItemDelegate):
    """Words, and below them of what kind they are and where they stand."""

    # Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + GAP + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        target, tones = index.data(TARGET), theme.tones()  # type: ignore[attr-defined]  # a QModelIndex
        style = option.widget.style()
        style.drawPrimitive(
            style.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        area, high = option.rect.adjusted(EDGE, 5, -EDGE, 0), option.fontMetrics.height()
        chosen = bool(option.state & style.StateFlag.State_Selected)
        below = " · ".join(filter(None, (_kind(target), one_line(target.below, BELOW))))
        colours = option.palette.highlightedText() if chosen else option.palette.text()
        painter.setPen(colours.color())
        for place, text in ((0, one_line(target.words, WORDS)), (high + GAP, below)):
            if place and not chosen:
                painter.setPen(tones.faint)
            shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(
                QRect(area.left(), area.top() + place, area.width(), high),
                Qt.AlignmentFlag.AlignVCenter,
                shown,
            )


def _kind(target: Target) -> str:
    return tr(_KINDS[target.kind])
