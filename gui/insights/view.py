"""The tree a reader reads: what is chosen in it, and what is told of the place under the mouse.

Words and quantities are told on cards, marks and chips in a tool tip. What a card may lead to is
decided outside.
"""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.insights.carrying import CarryingTree
from gui.insights.choosing import Spot
from gui.insights.model import Index
from gui.parts import viewport
from gui.parts.binding import key_of
from gui.tongue import phrase, tr

if TYPE_CHECKING:
    from gui.insights.pointing import Counting, Pointing
    from gui.parts.aim import Aim

NO_CITATION = phrase("No citation, unlike the claims beside it")
TWO_VERSIONS = phrase("Two versions of it: press {key} to settle them")


class InsightView(viewport.Quiet, CarryingTree):
    """The tree of one article. `finding_key` is told on a quantity's card."""

    word_pointed = Signal(object)  # Aim, at a Chinese word
    laid_out = Signal()  # anew: rows may stand elsewhere

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding_key = ""

    # What is meant

    def counting(self) -> "Counting | None":
        """Give the quantity pointed at, else the one that the caret or the words chosen are in."""
        from gui.insights.pointing import Counting

        chosen, counted, pointed = self._drawn.selection, self._drawn.counted, self.pointed()
        if pointed or not chosen or not counted:
            return pointed
        units = self._drawn.laid(self._rows.at(chosen.position)).units
        span = units.to_core(chosen.start), units.ceiling(chosen.end)
        quantity = counted.at(self._rows.row(chosen.position).node, *span)
        return Counting(chosen.position, quantity) if quantity else None

    def pointed(self) -> "Counting | None":
        return self._pointing.pointed() if "_pointing" in self.__dict__ else None

    @cached_property
    def _pointing(self) -> "Pointing":
        """The card, made when something is first pointed at."""
        from gui.insights.pointing import Pointing

        return Pointing(self.viewport())

    def aim(self) -> "Aim | None":
        """Give the words chosen, else the Chinese word at the caret or the first one of the row."""
        from gui.parts.aim import aim, first_chinese

        chosen, position = self._drawn.selection, self.position()
        if position is None:
            return None
        index = self._rows.at(position)
        laid = self._drawn.laid(index)
        origin = self._drawn.origin(QRectF(self.visualRect(index)), index)
        text, caret = (
            self._rows.row(position).node.text,
            laid.units.to_core(chosen.start) if chosen else 0,
        )
        end = laid.units.ceiling(chosen.end) if chosen and self.has_words() else None
        place = first_chinese(text, caret, end)
        if place is None and end is None:
            place = first_chinese(text)
        if place is None:
            return None
        here = replace(aim(self.viewport(), laid.text, origin, place), text=text)
        return replace(here, chosen=(caret, end)) if end else here

    # Words looked for

    def texts(self) -> list[str]:
        """Give what each row says."""
        return [row.node.text for row in self._rows.rows()]

    def standing(self) -> tuple[int, int, int]:
        """Give the current row, and the words chosen in it, in code points; without any, -1."""
        chosen, position = self._drawn.selection, self.position()
        if chosen is None:
            return position or 0, -1, -1
        units = self._drawn.laid(self._rows.at(chosen.position)).units
        return chosen.position, units.to_core(chosen.start), units.ceiling(chosen.end)

    def choose_span(self, position: int, start: int, end: int) -> None:
        """Go to words of a row, in code points, and choose them."""
        self.go_to(position)
        units = self._drawn.laid(self._rows.at(position)).units
        self.choose_words(position, units.to_qt(start), units.to_qt(end))

    def drop_words(self) -> None:
        """Drop the words chosen, and put a quantity's card away."""
        super().drop_words()
        self._put_card_away()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._put_card_away()

    def show_quantities(self, on: bool) -> None:
        super().show_quantities(on)
        self._put_card_away()

    def _put_card_away(self) -> None:
        if self.pointed():
            self._pointing.card.hide()

    # What is told

    def _points_at(self, spot: Spot, at: QPoint) -> bool:
        """Open the card of what is counted under the pointer, if anything is."""
        from gui.insights.pointing import Counting, under

        counted, annotated = self._drawn.counted, self._rows.annotated_at(spot.position)
        node = self._rows.row(spot.position).node
        found = under(counted, node, spot.laid, spot.point) if counted else None
        if annotated and found:
            quantity, area = found
            place = area.translated(QPointF(at) - spot.point)
            self._pointing.show(
                Counting(spot.position, quantity), annotated.article, place, self.finding_key
            )
        return found is not None

    def _points_at_word(self, spot: Spot, at: QPoint) -> bool:
        """Tell of the Chinese word under the pointer, if there is one."""
        from gui.parts.aim import aim_at

        if spot.laid.chip_at(spot.point) or spot.laid.note_at(spot.point):
            return False
        here = aim_at(self.viewport(), spot.laid.text, QPointF(at) - spot.point, QPointF(at))
        if here:
            also, text = "\n".join(self._said(spot)), self._rows.row(spot.position).node.text
            self.word_pointed.emit(replace(here, text=text, also=also))
        return here is not None

    def _tip(self, spot: Spot) -> str:
        """Say what a chip is, or whose the mark under the pointer is, or the edge beside it."""
        from gui.insights import tips  # not for the first picture

        chip = spot.laid.chip_at(spot.point)
        if chip and chip.kind in ("citation", "tag"):
            return tips.of_chip(chip, self._rows, spot.position)
        return tips.of_lines(self._said(spot))

    def _said(self, spot: Spot) -> list[str]:
        """Say whose the mark under the pointer is, or the edge beside it."""
        row, under = self._rows.row(spot.position), self._highlight_at(spot)
        hands = [row.hand(m.highlight.author) for m in row.marks if m.highlight.id == under]
        found: list[str] = []
        if not under and spot.point.x() < 0:
            hands = [*row.hands]
            found = [tr("Evidence of: {one}").format(one=one) for one in row.findings]
            found += [tr(NO_CITATION)] if row.uncited else []
        two = (
            [tr(TWO_VERSIONS).format(key=key_of("next_conflict", "F8"))]
            if under in row.contested
            else []
        )
        return [*two, *(hand.name for hand in hands if hand), *found]

    # Qt's questions

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        if not self._dressing:
            self._put_card_away()
            self.laid_out.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            asked = cast("QHelpEvent", event)
            spot = self._spot(asked.pos())
            told = spot is not None and self._points_at(spot, asked.pos())
            told = told or (spot is not None and self._points_at_word(spot, asked.pos()))
            tip = self._tip(spot) if spot and not told else ""
            QToolTip.showText(asked.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)
