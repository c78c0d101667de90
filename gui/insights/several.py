"""The tree in which several claims are chosen side by side, for one deed over all of them."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from gui.insights.collected import CollectedTree, Standing
from gui.insights.model import Index
from gui.insights.runs import runs

Select = QItemSelectionModel.SelectionFlag
FEW = 64  # ranges of rows


class SeveralTree(CollectedTree):
    """The tree; `several` tells how many claims are chosen, 0 for one or none."""

    several = Signal(int)
    all_picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from: int | None = None  # the claim from which others were chosen, too
        self._told = 0
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._note_chosen)
        self.collapsed.connect(lambda _folded: self._leave_unseen())
        self._rows.modelReset.connect(self._forget_chosen)

    def picked(self) -> tuple[int, ...]:
        """Give the claims that are chosen side by side, in order; fewer than two are none."""
        rows = self._drawn.rows_chosen
        found = tuple(sorted(filter(self._markable, rows))) if len(rows) > 1 else ()
        return found if len(found) > 1 else ()

    def _forget_chosen(self) -> None:
        self._drawn.rows_chosen.clear()

    def _choose_again(self, stood: Standing, moved: Mapping[int, int]) -> None:
        self._from = None if self._from is None else moved.get(self._from)
        super()._choose_again(stood, moved)

    def pick_too(self, position: int) -> None:
        """Choose a claim beside those that are chosen, or no longer."""
        index = self._rows.at(position)
        self.selectionModel().setCurrentIndex(index, Select.Toggle)
        self._from = position

    def pick_to(self, position: int) -> None:
        """Choose all claims from the one where choosing began to this one."""
        here = self.position()
        first = self._from if self._from in self._drawn.rows_chosen and self.picked() else here
        self._from = position if first is None else first
        ends = sorted((self._from, position))
        between = (c for c in self._claims_unfolded() if ends[0] <= c <= ends[1])
        chosen = runs(map(self._rows.at, between))
        self.selectionModel().select(chosen, Select.ClearAndSelect)
        self.selectionModel().setCurrentIndex(self._rows.at(position), Select.NoUpdate)

    def pick_next(self, by: int) -> bool:
        """Reach one claim further down (by 1) or up (by -1); False where there is none."""
        here, claims = self.position(), self._rows.claims()
        if by > 0:
            goal = next((c for c in claims if here is None or c > here), None)
        else:
            goal = next((c for c in reversed(claims) if here is not None and c < here), None)
        if goal is not None:
            self.scrollTo(self._rows.at(goal))  # which unfolds what hides it
            self.pick_to(goal)
        return goal is not None

    def pick_all(self) -> None:
        """Choose every claim in sight; of several articles also those that are still to come."""
        self.pick_there()
        self.all_picked.emit()

    def pick_there(self) -> None:
        """Choose every claim that is there and not folded away; where all are, all of them."""
        claims = self._claims_unfolded() or self._rows.claims()
        chosen = runs(map(self._rows.at, claims))
        self.selectionModel().select(chosen, Select.ClearAndSelect)
        self._from = self.position()

    def picks_unseen(self) -> bool:
        """Tell whether what is chosen stands under what is folded."""
        picked = self.picked()
        return bool(picked) and not self._is_seen(picked[0])

    def _claims_unfolded(self) -> list[int]:
        claims = self._rows.claims()
        return [one for one in claims if self._is_seen(one)] if self.folded() else claims

    def _is_seen(self, position: int) -> bool:
        return self._in_sight_of(position) == self._rows.at(position)

    def _leave_unseen(self) -> None:
        """Choose no longer what was folded away: the next deed is about what is seen."""
        unseen = [one for one in sorted(self._drawn.rows_chosen) if not self._is_seen(one)]
        self.selectionModel().select(runs(map(self._rows.at, unseen)), Select.Deselect)

    def picked_apart(self) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
        """Give the claims that are chosen side by side, by article and edition."""
        found = dict[tuple[str, str], list[int]]()
        for row in self.picked():
            annotated = self._rows.annotated_at(row)
            assert annotated, "a row is of an article"
            one = annotated.article
            found.setdefault((one.id, one.edition.id), []).append(self._rows.node(row))
        return tuple((*one, tuple(nodes)) for one, nodes in found.items())

    def pick_none(self) -> bool:
        """Choose the current claim alone; tell whether there were several."""
        several = bool(self.picked())
        if several:
            self.selectionModel().select(self.currentIndex(), Select.ClearAndSelect)
        return several

    # Qt's questions

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """Paint all where much changed: Qt would look for each range among all rows.

        The ranges are Qt's own here: whoever looks into one from Python damages its memory.
        """
        if chosen.size() + left.size() > FEW:
            self.viewport().update()
        else:
            super().selectionChanged(chosen, left)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; where many are chosen without Qt, which looks for it among their ranges."""
        if len(self._drawn.rows_chosen) <= FEW:
            super().drawRow(painter, option, index)
            return
        place = self.visualRect(index)
        self.drawBranches(painter, QRect(0, place.top(), place.left(), place.height()), index)
        option.rect = place
        self._drawn.paint(painter, option, index)

    def selectAll(self) -> None:
        """Choose claims alone: Qt would choose heads, too, and look for each among all rows."""
        self.pick_all()

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Select:
        """Choose a row alone where no event says otherwise, whatever keys are held meanwhile."""
        return Select.ClearAndSelect if event is None else super().selectionCommand(index, event)

    def _markable(self, position: int) -> bool:
        node = self._rows.row(position).node
        return not node.kind.is_section and bool(node.text)

    def _note_chosen(self, chosen: QItemSelection, left: QItemSelection) -> None:
        self._drawn.rows_chosen.difference_update(self._rows.among(left))
        self._drawn.rows_chosen.update(self._rows.among(chosen))
        self._tell()

    def _tell(self) -> None:
        """Say how many are chosen, once."""
        now = len(self.picked())
        if now != self._told:
            self._told = now
            self.several.emit(now)
