"""The tree in which rows, words and highlights are chosen, by mouse and by keyboard.

It only says what was chosen; what becomes of it is decided outside.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from core.anchor import describe
from core.model import Annotated, Passage
from gui.insights import words
from gui.insights.delegate import BESIDE_ARROW, Selection
from gui.insights.layout import Laid
from gui.insights.model import Index
from gui.insights.several import SeveralTree
from gui.look.sizing import px
from gui.parts import menus
from gui.parts.keys import held

if TYPE_CHECKING:
    from core.search import Part

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Standard = QKeySequence.StandardKey
#: What Ctrl and an arrow is on most systems, and ⌥ and an arrow on a Mac.
BY_WORD = (
    *(Standard.MoveToNextWord, Standard.MoveToPreviousWord),
    *(Standard.SelectNextWord, Standard.SelectPreviousWord),
)


class Spot(NamedTuple):
    """A place under the pointer: a row, its layout, and the point within its text."""

    row: QModelIndex
    position: int
    laid: Laid
    point: QPointF


class ChoosingTree(SeveralTree):
    """The tree of one article, and the words chosen in it."""

    chosen = Signal(int)  # the position of the row
    words_chosen = Signal(QRect)  # where, in the viewport; the reader let go of them
    words_dropped = Signal()
    highlight_chosen = Signal(str)  # its id, or "" for none
    menu_asked = Signal(QPoint)
    opened = Signal()  # the head of one article among several
    unlit = Signal()  # Escape, with words lit
    left = Signal()  # Escape, with nothing chosen or lit any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragging = False
        self._begun: Selection | None = None  # by the press that a drag began with
        self._double_clicked = -1_000_000  # milliseconds of the event clock; long ago
        self.setMouseTracking(True)

    def show_article(self, annotated: Annotated | None) -> None:
        """Show an article; the same one again keeps its words chosen."""
        if not self._is_same(annotated):
            self.drop_words()
            self._begun = None
        super().show_article(annotated)

    def exchange(self, parts: "Sequence[Part]") -> None:
        """Show other claims; a mouse that is dragged goes on from where its words stand now."""
        had = self._drawn.selection
        super().exchange(parts)
        self._begun = self._begun and self._drawn.selection
        if had and not self._drawn.selection:
            self.words_dropped.emit()

    # What is chosen

    def has_words(self) -> bool:
        chosen = self._drawn.selection
        return chosen is not None and chosen.start < chosen.end

    def passage(self) -> Passage | None:
        """Give the words chosen, without space at their ends; else the whole current claim."""
        annotated, chosen = self.annotated, self._drawn.selection
        if annotated is None:
            return None
        if chosen and self.has_words():
            units = self._drawn.laid(self._rows.at(chosen.position)).units
            start, end = units.to_core(chosen.start), units.ceiling(chosen.end)
            text = self._rows.row(chosen.position).node.text[start:end]
            if not text.isspace():
                start += len(text) - len(text.lstrip())
                end -= len(text) - len(text.rstrip())
            return describe(annotated.article, self._rows.node(chosen.position), start, end)
        position = self.position()
        if position is None or not self._markable(position):
            return None
        text = self._rows.row(position).node.text
        return describe(annotated.article, self._rows.node(position), 0, len(text))

    def chosen_words(self) -> Selection | None:
        """Give where the words chosen are, to choose them again."""
        return self._drawn.selection

    def highlights_at(self) -> list[str]:
        """Give the highlights that the caret stands in, else those in the current row, in order."""
        caret = self._drawn.selection
        if caret is None:
            return self.highlights_here()
        at = self._drawn.laid(self._rows.at(caret.position)).units.to_core(caret.now)
        marks = self._rows.row(caret.position).marks
        return [one.highlight.id for one in marks if one.start <= at <= one.end]

    def choose_words(self, position: int, begun: int, now: int) -> None:
        """Choose words of a row, in UTF-16 units."""
        self._drawn.selection = Selection(position, begun, now)
        self.viewport().update(self.visualRect(self._rows.at(position)))

    def drop_words(self) -> None:
        chosen, self._drawn.selection = self._drawn.selection, None
        if chosen is not None:
            self.viewport().update(self.visualRect(self._rows.at(chosen.position)))
            self.words_dropped.emit()

    def offer_words(self) -> None:
        """Tell where the words chosen stand."""
        chosen = self._drawn.selection
        if chosen is None or chosen.start >= chosen.end:
            return
        index = self._rows.at(chosen.position)
        laid = self._drawn.laid(index)
        origin = self._drawn.origin(QRectF(self.visualRect(index)), index)
        first, last = laid.place_of(chosen.start), laid.place_of(chosen.end)
        self.words_chosen.emit(first.united(last).translated(origin).toAlignedRect())

    # By mouse

    def _spot(self, at: QPoint) -> Spot | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        return self._spot_in(index, at)

    def _spot_in(self, index: QModelIndex, at: QPoint) -> Spot:
        laid = self._drawn.laid(index)
        origin = self._drawn.origin(QRectF(self.visualRect(index)), index)
        return Spot(index, self._rows.position(index), laid, QPointF(at) - origin)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        spot = self._spot(at)
        plain = event.button() is Qt.MouseButton.LeftButton
        if spot and plain and self._on_arrow(spot, at):
            self.setExpanded(spot.row, not self.isExpanded(spot.row))
            return
        if spot is None or not plain or not self._markable(spot.position):
            super().mousePressEvent(event)
            return
        extends = bool(event.modifiers() & Modifier.ShiftModifier)
        if self._picks(spot.position, event.modifiers()):
            return
        offset = spot.laid.offset_at(spot.point)
        chosen = self._drawn.selection
        soon = event.timestamp() - self._double_clicked < QApplication.doubleClickInterval()
        if extends and chosen and chosen.position == spot.position:
            self.choose_words(spot.position, chosen.begun, offset)
        else:
            self.drop_words()
            self.setCurrentIndex(spot.row)
            begun = 0 if soon else offset
            self.choose_words(spot.position, begun, spot.laid.length if soon else offset)
        self._dragging, self._begun = not soon, self._drawn.selection

    def _on_arrow(self, spot: Spot, at: QPoint) -> bool:
        """Tell whether the mouse is on the half of an arrow that stands within its row.

        Qt hears of the other half alone.
        """
        within = at.x() - self.visualRect(spot.row).left()
        return self._rows.hasChildren(spot.row) and 0 <= within < px(BESIDE_ARROW)

    def _picks(self, position: int, modifiers: Modifier) -> bool:
        """Choose several claims, with Ctrl one by one and with Shift from one to another."""
        chosen = self._drawn.selection
        here = chosen.position if chosen else self.position()
        if modifiers & Modifier.ControlModifier:
            self.drop_words()
            self.pick_too(position)
        elif modifiers & Modifier.ShiftModifier and here != position:
            self.drop_words()
            self.pick_to(position)
        else:
            return False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        begun = self._begun if event.buttons() & Qt.MouseButton.LeftButton else None
        if self._dragging and begun and begun.position < self._rows.length():
            self._drag(at, begun)
            return
        self._show_cursor(self._spot(at))

    def _drag(self, at: QPoint, begun: Selection) -> None:
        """Choose words of the claim in which it began; over another one, all claims up to there."""
        spot, row = self._spot(at), begun.position
        if spot and self._reaches(spot, row):
            self.drop_words()
            self.pick_to(spot.position)
        elif not self.picked() or (spot and spot.position == row):
            self.pick_none()
            spot = self._spot_in(self._rows.at(row), at)
            self.setCurrentIndex(spot.row)
            self.choose_words(row, begun.begun, spot.laid.offset_at(spot.point))

    def _reaches(self, spot: Spot, row: int) -> bool:
        """Tell whether the mouse is well within another claim, and not only past the end of one."""
        y, middle = spot.point.y(), spot.laid.middle
        past = y > middle if spot.position > row else y < spot.laid.height - middle
        return spot.position != row and past and self._markable(spot.position)

    def _show_cursor(self, spot: Spot | None) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if spot and (spot.laid.chip_at(spot.point) or spot.laid.note_at(spot.point)):
            shape = Qt.CursorShape.PointingHandCursor
        elif spot and self._markable(spot.position) and spot.laid.covers(spot.point):
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._dragging:
            super().mouseReleaseEvent(event)
            self.offer_words()
            return
        self._dragging, self._begun = False, None
        if self.has_words():
            self.offer_words()
            return
        if self.picked():
            return
        spot = self._spot(event.position().toPoint())
        self.drop_words()
        self.highlight_chosen.emit(self._highlight_at(spot) if spot else "")

    def _highlight_at(self, spot: Spot) -> str:
        chip, note = spot.laid.chip_at(spot.point), spot.laid.note_at(spot.point)
        if chip and chip.kind != "citation":
            return chip.target
        if note:
            return note.highlight
        if not spot.laid.covers(spot.point):
            return ""
        offset = spot.laid.units.to_core(spot.laid.offset_at(spot.point))
        marks = self._rows.row(spot.position).marks
        under = [m.highlight for m in marks if m.start <= offset < m.end]
        return max(under, key=lambda h: h.created).id if under else ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot(event.position().toPoint())
        if spot is None:
            super().mouseDoubleClickEvent(event)
        elif self._markable(spot.position):
            text = self._rows.row(spot.position).node.text
            start, end = words.around(text, spot.laid.letter_at(spot.point))
            self.choose_words(spot.position, start, end)
            self._double_clicked, self._dragging = event.timestamp(), False
        elif self._rows.row(spot.position).is_head:
            self.setCurrentIndex(spot.row)
            self.opened.emit()
        else:
            self.setExpanded(spot.row, not self.isExpanded(spot.row))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = None if keyed else self._spot(event.pos())
        if spot and not self.has_words() and spot.position not in self.picked():
            self.setCurrentIndex(spot.row)
            highlight = self._highlight_at(spot)
            if highlight:
                self.highlight_chosen.emit(highlight)
        self.menu_asked.emit(menus.asked(self, event)[1])

    # By keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        position = self.position()
        if self._picked_by(event) or (
            position is not None and self._markable(position) and self._caret_moved(event, position)
        ):
            event.accept()
        elif event.key() == Key.Key_Escape:
            self._let_go()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # letters are the window's; the tree does not look for rows by them
        else:
            super().keyPressEvent(event)

    def _picked_by(self, event: QKeyEvent) -> bool:
        """Choose further claims by Shift and an arrow, where no caret stands in the current one.

        Ctrl+A chooses the words of the claim, and all claims once these are chosen.
        """
        key, modifiers, chosen = event.key(), held(event), self._drawn.selection
        if modifiers == Modifier.ShiftModifier and key in (Key.Key_Up, Key.Key_Down):
            return chosen is None and self.pick_next(1 if key == Key.Key_Down else -1)
        position = self.position()
        if key != Key.Key_A or modifiers != Modifier.ControlModifier or position is None:
            return False
        length = self._drawn.laid(self._rows.at(position)).length
        if self.picked() or (chosen and (chosen.start, chosen.end) == (0, length)):
            self.drop_words()
            self.pick_all()
            return True
        return False

    def _let_go(self) -> None:
        """Drop what is chosen and what is lit; where nothing is, leave."""
        was_lit = self.light({})
        if was_lit:
            self.unlit.emit()
        if not (was_lit or self.pick_none() or self.chosen_words() or self._drawn.chosen):
            self.left.emit()
        self.drop_words()
        self.highlight_chosen.emit("")

    def _caret_moved(self, event: QKeyEvent, position: int) -> bool:
        """Move the caret within the claim; with Shift, choose what it passes over."""
        extends = bool(event.modifiers() & Modifier.ShiftModifier)
        laid = self._drawn.laid(self._rows.at(position))
        chosen = self._drawn.selection
        begun, now = (chosen.begun, chosen.now) if chosen else (0, 0)
        if event.key() == Key.Key_A and event.modifiers() == Modifier.ControlModifier:
            begun, goal, extends = 0, laid.length, True
        else:
            found = self._goal(event, laid, now, self._rows.row(position).node.text)
            if found is None:
                return False
            goal = found
        goal = max(0, min(goal, laid.length))
        self.pick_none()
        self.choose_words(position, begun if extends else goal, goal)
        self.offer_words() if extends and self.has_words() else self.words_dropped.emit()
        return True

    def _goal(self, event: QKeyEvent, laid: Laid, now: int, text: str) -> int | None:
        """Give where a key takes the caret; None for a key that does not move it."""
        key, line = event.key(), laid.text.lineForTextPosition(now)
        if event.matches(Standard.SelectStartOfLine):
            return line.textStart()
        if event.matches(Standard.SelectEndOfLine):
            return line.textStart() + line.textLength()
        by_word = any(map(event.matches, BY_WORD))
        if key in (Key.Key_Left, Key.Key_Right):
            if self._drawn.selection is None and key == Key.Key_Left:
                return None
            by = 1 if key == Key.Key_Right else -1
            return words.word(text, now, by) if by_word else words.grapheme(text, now, by)
        if event.modifiers() & Modifier.ShiftModifier and key in (Key.Key_Up, Key.Key_Down):
            place = laid.place_of(now)
            way = 1.4 if key == Key.Key_Down else -1.4
            return laid.offset_at(place.center() + QPointF(0, place.height() * way))
        return None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        chosen = self._drawn.selection
        if current.isValid():
            if chosen and chosen.position != self._rows.position(current):
                self.drop_words()
            self.chosen.emit(self._rows.position(current))
