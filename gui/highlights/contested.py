"""What holds two versions, in all of the library: looked for off the main thread, and remembered.

It takes a while in a large library, so it is looked for after a merge and when another program has
written; what a deed settles or brings back is heard of at once.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from core.change import Change, Record
from core.errors import MeipiError, NotFound
from core.library import Reader
from core.model import Conflict
from gui.work.connection import looking
from gui.work.looking import Looking


class Spot(NamedTuple):
    """Where a contested record stands: its article's place in the list, and where in its text.

    What stands in no article of the list (a tag, say) has no `article`, and comes last.
    """

    place: tuple[int, int, int]
    record: str
    kind: str
    article: str | None


class Contested(QObject):
    """The records of one library that hold two versions of something."""

    changed = Signal()
    failed = Signal(object)  # MeipiError

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.spots: tuple[Spot, ...] = ()
        self._once: dict[str, Spot] = {}  # what was contested here, and may be again by an undo
        path = reader.path
        self._looking = Looking(lambda: look(path), self._show, self._fail, self)

    def _fail(self, error: MeipiError) -> None:
        """Tell of it, but not once the window is gone, as the signal's own `emit` would."""
        self.failed.emit(error)

    @property
    def highlights(self) -> frozenset[str]:
        return frozenset(one.record for one in self.spots if one.kind == Record.HIGHLIGHT)

    @property
    def articles(self) -> frozenset[str]:
        """Give the articles in which something is contested."""
        return frozenset(one.article for one in self.spots if one.article)

    def after(self, record: str | None, place: int = 0) -> int:
        """Give the number of the spot that follows a record's, or that now has its old place."""
        numbers = {one.record: number for number, one in enumerate(self.spots)}
        number = numbers[record] + 1 if record in numbers else place
        return number % len(self.spots)

    def nearest(self, article: str | None) -> int:
        """Give the number of the first spot in an article, or the first of all."""
        return next((n for n, one in enumerate(self.spots) if one.article == article), 0)

    # What changes

    def look(self) -> None:
        """Look through all of the library."""
        self._looking.begin()

    @property
    def is_looking(self) -> bool:
        return self._looking.is_on

    def hear(self, change: Change) -> None:
        """Hear of a deed: a merge may bring more, any other settles, or brings back by an undo."""
        if change.source or change.name == "merge" or self.is_looking:
            self.look()
            return
        touched = {edit.record for edit in change.edits} & self._once.keys()
        if touched:
            now = {record for record in touched if self._reader.conflicts(record)}
            spots = {one for one in self.spots if one.record not in touched}
            self._show(spots | {self._once[record] for record in now})

    def _show(self, spots: Iterable[Spot]) -> None:
        found = tuple(sorted(spots))
        self._once |= {one.record: one for one in found}
        if found != self.spots:
            self.spots = found
            self.changed.emit()


def look(library: Path) -> tuple[Spot, ...]:
    """Find every contested record of a library, in the order in which it would be read."""
    with looking(library) as reader:
        records = {conflict.record: conflict for conflict in reader.contested()}
        return tuple(sorted(_spots(reader, records.values()))) if records else ()


def _spots(reader: Reader, conflicts: Iterable[Conflict]) -> Iterator[Spot]:
    places = {row: number for number, row in enumerate(reader.order())}
    for conflict in conflicts:
        yield _spot(reader, conflict, places)


def _spot(reader: Reader, conflict: Conflict, places: dict[int, int]) -> Spot:
    article, node, start = _standing(reader, conflict)
    row = reader.row(article) if article else None
    place = places.get(row, len(places)) if row is not None else len(places)
    shown = article if row is not None else None
    return Spot((place, node, start), conflict.record, conflict.kind, shown)


def _standing(reader: Reader, conflict: Conflict) -> tuple[str | None, int, int]:
    """Give the article, and the row and offset in it, that a record is about."""
    if conflict.kind == Record.ARTICLE:
        return conflict.record, -1, 0
    if conflict.kind != Record.HIGHLIGHT:
        return None, 0, 0
    try:
        passage = reader.highlight(conflict.record).passage
    except NotFound:  # taken away since
        return None, 0, 0
    return passage.article, passage.node, passage.start
