"""Which findings rest on which highlights, in all of the library: remembered, for panes to show.

The library is looked through off the main thread, at first and after a merge; what a deed names is
heard of at once.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.change import Change, Record
from core.errors import MeipiError, NotFound
from core.library import Reader
from gui.work.connection import looking
from gui.work.looking import Looking

if TYPE_CHECKING:
    from core.finding import Finding

MANY = 200  # findings and marks that are asked for one by one


class Resting(QObject):
    """The findings of one library, by the highlights they rest on."""

    changed = Signal()
    failed = Signal(object)  # MeipiError

    def __init__(self, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._known: dict[str, Finding] = {}
        self._of: dict[str, tuple[Finding, ...]] = {}
        path = reader.path
        self._looking = Looking(lambda: _findings(path), self._found, self._fail, self)

    def _fail(self, error: MeipiError) -> None:
        """Tell of it, but not once the window is gone, as the signal's own `emit` would."""
        self.failed.emit(error)

    def on(self, highlight: str) -> "Sequence[Finding]":
        """Give the findings that rest on a highlight, the newest first."""
        return self._of.get(highlight, ())

    def statements(self, highlight: str) -> tuple[str, ...]:
        return tuple(one.statement for one in self.on(highlight))

    # What changes

    def look(self) -> None:
        """Look through all of the library."""
        self._looking.begin()

    @property
    def is_looking(self) -> bool:
        return self._looking.is_on

    def _found(self, findings: "list[Finding]") -> None:
        self._known = {one.id: one for one in findings}
        of: dict[str, list[Finding]] = {}
        for one in findings:
            for evidence in one.evidence:
                of.setdefault(evidence.highlight, []).append(one)
        self._of = {highlight: tuple(ones) for highlight, ones in of.items()}
        self.changed.emit()

    def hear(self, change: Change) -> None:
        """Hear of a deed: a merge may bring any findings, any other names them or their marks."""
        named = (*change.records(Record.FINDING), *change.records(Record.HIGHLIGHT))
        large = change.source or change.name == "merge" or len(named) > MANY
        if large or self.is_looking:
            self.look()
            return
        touched = {*change.records(Record.FINDING), *self._carried(change)}
        for one in touched:
            self._ask_again(one)
        if touched:
            self.changed.emit()

    def _carried(self, change: Change) -> Iterable[str]:
        """Name the findings on highlights that were taken away or came back."""
        marks = (e.record for e in change.edits if e.kind is Record.HIGHLIGHT)
        for mark in dict.fromkeys(marks) if self._known else ():
            yield from (one.id for one in (*self.on(mark), *self._reader.of_highlight(mark)))

    def _ask_again(self, finding: str) -> None:
        before = self._known.pop(finding, None)
        for evidence in before.evidence if before else ():
            left = (one for one in self.on(evidence.highlight) if one.id != finding)
            self._of[evidence.highlight] = tuple(left)
        try:
            self._put(self._reader.finding(finding))
        except NotFound:
            return

    def _put(self, one: "Finding") -> None:
        self._known[one.id] = one
        for evidence in one.evidence:
            here = (one, *self.on(evidence.highlight))
            newest_first = sorted(here, key=lambda each: -each.created)
            self._of[evidence.highlight] = tuple(newest_first)


def _findings(path: Path) -> "list[Finding]":
    with looking(path) as reader:
        return reader.findings()
