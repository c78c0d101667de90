"""The tree that holds claims of several articles as well: shown, and exchanged in their place.

What is read stays where it is on the screen, whatever comes or goes above it. Which claims these
are, and when there are more, is decided outside.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.insights.delegate import Selection
from gui.insights.model import NOTHING, Index
from gui.insights.runs import runs
from gui.insights.tree import ABOVE, AT_ONCE, SOON, InsightTree

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    from core.search import Part
    from gui.insights.layout import Row
    from gui.insights.together import Key, Under

Select = QItemSelectionModel.SelectionFlag
AHEAD = 3  # screens before the end of what is there


class Standing(NamedTuple):
    """How rows stood before others came: by their numbers then."""

    keys: "Sequence[Key]"
    rows: "Sequence[Row]"
    seen: Sequence[tuple[int, int]]  # rows in sight, the one that is read first, and where
    current: int | None
    chosen: frozenset[int]
    folded: frozenset[int]


class CollectedTree(InsightTree):
    """The tree of one article, or of claims of several; `end_near` wants more of these."""

    end_near = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit_since = False  # others than what was asked for, or none, as the reader wanted
        self._guessed: list[int] = []  # pages whose rows are measured, and not yet so high
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.collapsed.connect(lambda _folded: self._leave_folded())

    # What is shown

    @property
    def is_together(self) -> bool:
        """Tell whether claims of several articles are shown."""
        return self._rows.together is not None

    def parts(self) -> "Sequence[Part]":
        return self._rows.together.parts if self._rows.together else ()

    def show_parts(self, parts: "Sequence[Part]", under: "Under") -> None:
        """Show claims of several articles, from the top; `under` says what is under a title."""
        from gui.insights.together import Together  # not for the first picture

        self.note_folds()
        together = Together(under=under)
        self._drawn.forget()
        self._drawn.chosen, self._drawn.selection, self._lit_since = None, None, False
        if self._drawn.counted:
            self._drawn.counted.begin(None)
        self._rows.show_together(together, parts)
        self._drawn.lit = together.lit()
        self._begin()
        self._hide_empty_pages()

    def exchange(self, parts: "Sequence[Part]") -> None:
        """Show other claims; those that stay keep their place, and what is folded stays so."""
        self._exchange(parts)
        self.renewed.emit()

    def _exchange(self, parts: "Sequence[Part]") -> None:
        together = self._rows.together
        assert together is not None, "claims of several are shown"
        keys, stood, was = together.keys, list[Standing](), self._rows.rows()
        changed = self._rows.show_together(together, parts, lambda: stood.append(self._stand(keys)))
        if stood:
            self.setUpdatesEnabled(False)
            self._stand_again(stood[0])
            self._hide_empty_pages()
            self.setUpdatesEnabled(True)
            return
        self._light_again(was, {n: n for n in self._drawn.lit})
        if self._drawn.selection:
            self._keep_words(self._drawn.selection.position, was)
        self._paint(changed)
        if len(keys) < self._rows.length():
            self._unfold(range(len(keys), self._rows.length()))
            self._hide_empty_pages()

    def _hide_empty_pages(self) -> None:
        """Let nobody be told of pages without rows: they are not seen, but would be read out.

        To hide one lays all out anew, so it is done only where somebody listens.
        """
        from PySide6.QtGui import QAccessible  # its types take long to load

        if QAccessible.isActive():
            begun = len(self._rows.pages())
            for n in range(self._rows.rowCount()):
                self.setRowHidden(n, NOTHING, n >= begun)

    def _unfold(self, came: range) -> None:
        """Unfold what came below all others on a page: it is laid out once that unfolds."""
        for n in came:
            if self._rows.row(n).node.kind.is_section:
                self.expand(self._rows.at(n))
        self.expand(self._rows.pages()[-1])
        self._settling.start(SOON)

    def _settled(self) -> None:
        self._guessed = list(range(len(self._rows.pages())))
        if self._guessed:
            self._settling.start()
        else:
            super()._settled()

    def _settle(self) -> None:
        """Measure more; once all are measured, lay out page by page what was guessed before."""
        if not self._guessed:
            super()._settle()
            return
        place = self._guessed.pop()
        if place < len(self._rows.pages()):
            ends = self._rows.index(place, 0), self._rows.index(place + 1, 0)
            self._in_place(lambda: self.dataChanged(*ends))

    def fold_all(self) -> None:
        super().fold_all()
        self._look_ahead()

    def _leave_folded(self) -> None:
        """Stand at what hides the current row, so that no key is about what nobody sees."""
        here = self.position()
        if here is not None and (above := self._in_sight_of(here)) != self.currentIndex():
            self.setCurrentIndex(above)

    def _show_again(self) -> None:
        together = self._rows.together
        if together is None:
            super()._show_again()
        else:
            together.forget()
            self.exchange(together.parts)

    def light(self, words: "Mapping[int, Sequence[tuple[int, int]]]") -> bool:
        self._lit_since = True
        return super().light(words)

    def go_to_key(self, key: "Key") -> bool:
        """Go to a row by its name; to its article's head where it is not there."""
        together = self._rows.together
        keys = together.keys if together else []
        at = next((keys.index(one) for one in (key, (key[0], -1)) if one in keys), None)
        if at is not None:
            self.go_to(at)
        return at is not None

    def rows_of_article(self) -> dict[int, int]:
        """Give the rows of the article that is read, by their places in it."""
        rows, here = self._rows, self.annotated
        several = range(rows.length())
        return {rows.node(n): n for n in several if here is None or rows.annotated_at(n) is here}

    def step_article(self, by: int) -> bool:
        """Go to the next head (by 1) or the last (by -1); False where there is none."""
        here = self.position()
        heads = [at for at, row in enumerate(self._rows.rows()) if row.is_head]
        if by > 0:
            goal = next((at for at in heads if here is None or at > here), None)
        else:
            goal = next((at for at in reversed(heads) if here is not None and at < here), None)
        if goal is not None:
            self.go_to(goal)
            self.scrollTo(self._rows.at(goal), self.ScrollHint.PositionAtTop)
        return goal is not None

    # Where it stood

    def _stand(self, keys: "Sequence[Key]") -> Standing:
        """Tell how rows stand that have these names."""
        rows = self._rows
        chosen = map(rows.position, self.selectionModel().selectedIndexes())
        stood = (
            list(self._in_sight()),
            self.position(),
            frozenset(chosen),
            frozenset(self.folded()),
        )
        return Standing(keys, rows.rows(), *stood)

    def _in_sight(self) -> Iterator[tuple[int, int]]:
        here, bottom = self.currentIndex(), self.viewport().height()
        place = self.visualRect(here)
        if here.isValid() and 0 <= place.top() < bottom:
            yield self._rows.position(here), place.top()
        one = self.indexAt(QPoint(self.width() // 2, 0))
        while one.isValid() and (top := self.visualRect(one).top()) < bottom:
            yield self._rows.position(one), top
            one = self.indexBelow(one)

    def _stand_again(self, stood: Standing) -> None:
        """Fold, choose and scroll as it was."""
        rows, drawn = self._rows, self._drawn
        assert rows.together is not None, "claims of several are shown"
        now = {key: n for n, key in enumerate(rows.together.keys)}
        moved = {old: now[key] for old, key in enumerate(stood.keys) if key in now}
        pairs = ((old, n, stood.rows[old], rows.row(n)) for old, n in moved.items())
        drawn.move({old: n for old, n, was, now in pairs if was is now or was == now})
        self._light_again(stood.rows, moved)
        if drawn.counted:
            drawn.counted.begin(None)
        if drawn.selection:
            self._keep_words(moved.get(drawn.selection.position), stood.rows)
        anchor = next(((moved[old], top) for old, top in stood.seen if old in moved), None)
        start = max(0, anchor[0] - ABOVE) if anchor else 0
        drawn.measure(range(start, min(start + AT_ONCE, rows.length())))
        self._settling.start(SOON)
        self._fold({moved[old] for old in stood.folded if old in moved})
        self.setAutoScroll(False)
        self._choose_again(stood, moved)
        self.setAutoScroll(True)
        if anchor:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(rows.at(anchor[0])).top() - anchor[1])

    def _light_again(self, was: "Sequence[Row]", moved: Mapping[int, int]) -> None:
        """Light what was asked for; what the reader had lit since, where it stands now."""
        rows, together = self._rows, self._rows.together
        assert together is not None, "claims of several are shown"
        if not self._lit_since:
            self._drawn.lit = together.lit()
            return
        there = ((moved[n], was[n], spans) for n, spans in self._drawn.lit.items() if n in moved)
        self._drawn.lit = {n: spans for n, one, spans in there if rows.row(n).node == one.node}

    def _keep_words(self, at: int | None, was: "Sequence[Row]") -> None:
        """Let the words chosen stand in another row; in another text there are no such words."""
        words = self._drawn.selection
        assert words is not None, "there are some"
        self._drawn.selection = None
        if at is not None and self._rows.row(at).node.text == was[words.position].node.text:
            self._drawn.selection = Selection(at, words.begun, words.now)

    def _choose_again(self, stood: Standing, moved: Mapping[int, int]) -> None:
        """Choose what was chosen; for a row that is gone, the claim that took its place."""
        rows, current = self._rows, stood.current
        if current is None or not rows.length():
            return
        claims = set(rows.claims()) or {0}
        after = (moved[n] for n in range(current, len(stood.keys)) if n in moved)
        before = (moved[n] for n in range(current, -1, -1) if n in moved)
        goals = (n for n in chain(after, before) if n in claims)
        goal = rows.at(moved[current]) if current in moved else self._in_sight_of(next(goals, 0))
        chosen = self.selectionModel()
        if len(stood.chosen) > 1:
            left = sorted(moved[old] for old in stood.chosen if old in moved)
            chosen.select(runs(map(rows.at, left)), Select.ClearAndSelect)
            chosen.setCurrentIndex(goal, Select.NoUpdate)
        else:
            chosen.setCurrentIndex(goal, Select.ClearAndSelect)

    def wants_more(self) -> bool:
        """Tell whether the end of what is there is near."""
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        return self.is_together and bar.value() + AHEAD * self.viewport().height() > bar.maximum()

    def _look_ahead(self) -> None:
        if self.is_together and self._settling.isActive():
            self._measure_what_is_seen()
        if self.wants_more():
            self.end_near.emit()

    def _measure_what_is_seen(self) -> None:
        """Lay rows in sight out as high as they are; what is read of them stays where it is."""
        seen = list(self._in_sight())
        self._drawn.measure([n for n, _ in seen])
        indexes = [self._rows.at(n) for n, _ in seen]
        guessed = [
            i for i in indexes if self.visualRect(i).height() != self.sizeHintForIndex(i).height()
        ]
        if not guessed:
            return
        for index in guessed:
            self.dataChanged(index, index)
        (first, top), bar = seen[0], self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self._rows.at(first)).top() - top)

    # Qt's questions

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Give the row at a point; for the dot of room that a page takes, the row below."""
        found = super().indexAt(point)
        return self.indexBelow(found) if self._rows.is_page(found) else found

    def indexBelow(self, index: Index) -> QModelIndex:
        found = super().indexBelow(index)
        while self._rows.is_page(found):
            found = super().indexBelow(found)
        return found

    def moveCursor(
        self, action: "QAbstractItemView.CursorAction", modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go by what is pressed, past pages; a page is told not to be there by no flag, for Qt
        would ask for the flags of each row that is chosen.
        """
        found = super().moveCursor(action, modifiers)
        if not self._rows.is_page(found):
            return found
        move = self.CursorAction
        if action in (move.MoveDown, move.MoveNext, move.MoveHome, move.MovePageUp):
            found = self.indexBelow(found)
        while self._rows.is_page(found) and action != move.MoveLeft:
            found = self.indexAbove(found)
        is_row = found.isValid() and not self._rows.is_page(found)
        return found if is_row else self.currentIndex()
