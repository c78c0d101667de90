"""The page of number lines: the figures of findings on as many axes as they need."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from core.finding import Status
from core.ledger.axes import Axis, axes
from gui.ledger import inks
from gui.ledger.legend import Entry
from gui.ledger.numberlines import NumberLines
from gui.ledger.picture import Picture
from gui.ledger.row import Row
from gui.ledger.words import status_words
from gui.tongue import phrase, tr

EMPTY = phrase(
    "No finding has a quantity yet. Make findings of claims that count something, such as “10 to "
    "20 years”, and the same quantity from several sources stands on one line here."
)


class Numbers(Picture):
    """Number lines, all quantities of a kind together or each subject apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Number lines"), tr(EMPTY), parent)
        self._rows: dict[str, Row] = {}
        self._today = date.min
        self._by_tag = False
        self.axes: list[Axis] = []

    def show_rows(self, rows: Sequence[Row], today: date) -> None:
        self._rows, self._today = {row.id: row for row in rows}, today
        self._gather()

    def part(self, *, by_tag: bool) -> None:
        """Lay figures on one axis only if their findings have the same first tag."""
        self._by_tag = by_tag
        self._gather()

    def _gather(self) -> None:
        self.axes = axes(
            (row.id, row.tags[0] if self._by_tag and row.tags else "", row.finding.figure)
            for row in self._rows.values()
            if row.finding.figure is not None
        )
        self._lay()

    def _lay(self) -> None:
        if not self.axes:
            self.show_scene(None)
            return
        marks = {mark.finding for axis in self.axes for mark in axis.marks}
        there = [s for s in Status if any(self._rows[m].finding.status is s for m in marks)]
        entries = [Entry(inks.OF_STATUS[one], status_words(one)) for one in there]
        width = self.viewport().width()
        self.show_scene(
            NumberLines(self.axes, self._rows, self._today, self.font(), width, entries)
        )
