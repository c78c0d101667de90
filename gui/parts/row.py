"""Panes beside one another: the text takes what the others leave, and keeps room to be read in.

Where the window is narrow the others become narrower, as far as they can; then those that `yields`
names go, the first of them first, and come back when there is room. One that the reader asked for
stays; once another text is put beside the first, it has room before others, if there is any. Where
it would leave the text a word in a line, the one that `gives_way` goes meanwhile. Where even those
two have no room beside one another, there is one pane at a time: the one that the keys are in. What
the panes show is no concern of this.
"""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from gui.look import sizing

READ = 360  # pixels that the text has at least, at its usual size, while others can give way
LEAST = 240  # pixels, four or five words: with less, it is read down and not along
KEPT, SHARE = 180, 0.35  # pixels that what gives way has till then, or so much of a narrow row
SOME = 0.75  # of the width that was wanted


class Row(QSplitter):
    """The panes from left to right, each as wide as it was wanted last; the text's width is 0.

    Widths are those at the usual size of text.
    """

    keys_left = Signal()  # a pane went that had the keys
    brought = Signal(QWidget)  # the pane that is seen, where it is one at a time, is another now
    came_to_one = Signal(bool)  # whether there is one pane at a time, when that changes

    def __init__(
        self,
        panes: Sequence[tuple[QWidget, int]],
        yields: Sequence[QWidget],
        gives_way: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panes = [pane for pane, _ in panes]
        self._wanted = {pane: width for pane, width in panes if width}
        self._yields = tuple(reversed(yields))  # the first to go is last
        self._gives_way = gives_way
        self._away: set[QWidget] = set()  # for want of room
        self._asked: QWidget | None = None
        self._columns = self._asked_with = 1
        self._needed: list[int] = []  # how narrow each could be when they were last given room
        self.is_single = False  # one pane at a time
        self._text = next(pane for pane, width in panes if not width)
        self._front = self._text  # the one that is seen, where it is one at a time
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in self._panes:
            self.addWidget(pane)
        self.splitterMoved.connect(lambda *_: self._remember())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_keys)

    def widths(self) -> list[int]:
        """Tell how wide each pane was wanted last, the text aside."""
        return list(self._wanted.values())

    def want(self, widths: Sequence[int]) -> None:
        """Have the panes so wide, if that is one for each."""
        if len(widths) == len(self._wanted):
            self._wanted = dict(zip(self._wanted, widths, strict=True))
            self.fit()

    def wants(self, pane: QWidget) -> bool:
        """Tell whether a pane is shown, or would be if there were room."""
        return pane in self._away or not pane.isHidden()

    def turn(self, pane: QWidget) -> None:
        """Put a pane out of sight, or show it, as the reader asks."""
        behind = self.is_single and pane is not self._front
        self.ask(pane) if pane.isHidden() or behind else self.put_away(pane)

    def ask(self, pane: QWidget) -> None:
        """Show a pane, however little room there is."""
        self._away.discard(pane)
        self._asked, self._asked_with, self._front = pane, self._columns, pane
        pane.show()
        self.fit()

    def offer(self, pane: QWidget) -> None:
        """Show a pane as soon as there is room."""
        if pane.isHidden():
            self._away.add(pane)
            self.fit()

    def put_away(self, pane: QWidget) -> None:
        self._away.discard(pane)
        if self._asked is pane:
            self._asked = None
        self._take_out(pane)
        if self._gives_way in self._away:  # whatever it gave way to
            self._away.discard(self._gives_way)
            self._gives_way.show()
        self.fit()

    def read_in(self, columns: int) -> None:
        """Keep room for so many texts beside one another."""
        self._columns = columns
        self.fit()

    def fit(self) -> None:
        """Give every pane its room, the text first; while the text is alone it has all."""
        staying = (pane for pane in self._wanted if pane not in self._yields)
        alone = all(pane.isHidden() and not self._gave_way(pane) for pane in staying)
        if not self.isVisible():
            return
        if alone:
            self._come_to_one(single=False)
            return
        self._needed = self._needs()
        if self._away:
            sizing.finish()  # or they would need as much room as in the size before
        self._come_to_one(single=self.width() < self._needed_for_two())
        self._let_go()
        if self.is_single:
            self._bring_to_front()
            return
        sizes = self._sizes([pane for pane in self._wanted if not pane.isHidden()])
        rest = self.width() - sum(sizes.values()) - len(sizes)
        away = {pane: self._wide(pane) for pane in self._wanted}
        self.setSizes([(away | sizes).get(pane, rest) for pane in self._panes])

    def _needed_for_two(self) -> int:
        """Give how much room the text needs, and beside it what gives way."""
        pane = self._gives_way
        if pane is None:
            return 0
        return sizing.px(LEAST) + max(sizing.px(KEPT), pane.minimumSizeHint().width()) + 1

    def _come_to_one(self, *, single: bool) -> None:
        """Show one pane at a time from now on, or no longer."""
        if single == self.is_single:
            return
        self.is_single = single
        self.setChildrenCollapsible(single)
        for number in range(self.count()):
            self.handle(number).setEnabled(not single)
        self._front = self._pane_of(QApplication.focusWidget()) or self._text
        if not single:
            self.setSizes([1] * self.count())  # or what had no room would have none again
        self.came_to_one.emit(single)

    def _bring_to_front(self) -> None:
        """Give all room to the pane that is in front; the others are beside it, of no width."""
        front = self._text if self._front.isHidden() else self._front
        was_behind = not front.width() or front.x() < 0
        self.setSizes([self.width() if pane is front else 0 for pane in self._panes])
        if was_behind:
            self.brought.emit(front)

    def _pane_of(self, widget: QWidget | None) -> QWidget | None:
        return next((pane for pane in self._panes if widget and _holds(pane, widget)), None)

    def _follow_keys(self, _left: QWidget | None, now: QWidget | None) -> None:
        """Bring the pane to the front that the keys go to, where it is one at a time."""
        front = self._pane_of(now) if self.is_single else None
        if front is not None and front is not self._front:
            self._front = front
            self.fit()

    def _sizes(self, shown: Sequence[QWidget]) -> dict[QWidget, int]:
        """Give how wide these are: where there is too little room, each gives of what it can."""
        sizes = {pane: self._wide(pane) for pane in shown}
        lack = sum(sizes.values()) + len(shown) + self._read() - self.width()
        spare = sum(size - self._least(pane) for pane, size in sizes.items())
        share = min(1.0, lack / spare) if lack > 0 and spare else 0.0
        return {p: size - ceil((size - self._least(p)) * share) for p, size in sizes.items()}

    def _wide(self, pane: QWidget) -> int:
        """Give how wide a pane is to be where there is room."""
        return max(sizing.px(self._wanted[pane]), self._least(pane))

    def _let_go(self) -> None:
        """Put away what there is no room for, and show again what there is room for."""
        staying = [pane for pane in self._wanted if pane not in self._yields]
        room = self.width() - self._read() - sum(map(self._some, staying))
        for pane in sorted(self._yields, key=lambda one: one is not self._asked):
            if not self.wants(pane):
                continue
            if self._stays(pane) or self._some(pane) <= room:
                room -= self._some(pane)
                self._away.discard(pane)
                pane.show()
            else:
                self._away.add(pane)
                self._take_out(pane)
        self._give_way()

    def _give_way(self) -> None:
        """Put away, or show again, what gives way to the pane that was asked for."""
        pane = self._gives_way
        if pane is None or not self.wants(pane):
            return
        if self.is_single:
            self._away.discard(pane)
            pane.show()
            return
        asked = [one for one in self._yields if self._stays(one)]
        others = [one for one in self._wanted if one is not pane and not one.isHidden()]
        room = self.width() - sum(self._least(one) + 1 for one in (pane, *others))
        if asked and room < self._columns * sizing.px(LEAST):
            self._away.add(pane)
            self._take_out(pane)
        else:
            self._away.discard(pane)
            pane.show()

    def _least(self, pane: QWidget) -> int:
        """Give how narrow a pane may be; one that gives way is no narrower than it can be read."""
        least = pane.minimumSizeHint().width()
        if pane is self._gives_way:
            least = max(least, min(sizing.px(KEPT), round(self.width() * SHARE)))
        return least

    def _gave_way(self, pane: QWidget) -> bool:
        """Tell whether a pane went for another that is seen; alone with the text, none did."""
        return pane in self._away and any(not one.isHidden() for one in self._wanted)

    def _needs(self) -> list[int]:
        return [self._least(pane) for pane in self._wanted]

    def _stays(self, pane: QWidget) -> bool:
        """Tell whether the reader asked for a pane, and for no more texts after it."""
        return pane is self._asked and self._asked_with >= self._columns

    def _take_out(self, pane: QWidget) -> None:
        """Put a pane out of sight; Qt would give its keys to the next field there is."""
        focused = QApplication.focusWidget()
        had_keys = focused is not None and pane.isAncestorOf(focused)
        pane.hide()
        if had_keys:
            self.keys_left.emit()

    def _some(self, pane: QWidget) -> int:
        """Give how narrow a pane becomes before others go, with the line beside it."""
        return max(round(self._wide(pane) * SOME), self._least(pane)) + 1

    def _read(self) -> int:
        return self._columns * sizing.px(READ)

    def _remember(self) -> None:
        if self.is_single:
            return
        for pane, size in zip(self._panes, self.sizes(), strict=True):
            if pane in self._wanted and not pane.isHidden():
                self._wanted[pane] = round(size * sizing.USUAL / sizing.percent())

    # Qt's questions

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as what stays; the others go before anything is cut."""
        whole = super().minimumSizeHint()
        if self.is_single:
            least = (pane.minimumSizeHint().width() for pane in self._panes)
            return QSize(max(self._text.minimumWidth(), *least), whole.height())
        asked = any(self._stays(pane) for pane in self._yields)
        may_go = (pane for pane in self._yields if not self._stays(pane))
        there = [pane for pane in may_go if not pane.isHidden()]
        if self._gives_way is not None and asked and not self._gives_way.isHidden():
            there.append(self._gives_way)
        going = sum(self._least(pane) + self.handleWidth() for pane in there)
        return QSize(whole.width() - going, whole.height())

    def event(self, event: QEvent) -> bool:
        """Give room anew once a pane needs more or less than before: what it shows is another."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._needs() != self._needed:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
