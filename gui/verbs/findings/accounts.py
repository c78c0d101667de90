"""The findings as the ledger shows them, kept true deed by deed.

Reading all of them takes a while where there are thousands; a deed that is about a few reads only
these.
"""

from collections.abc import Iterable

from core.change import BIRTH, Change, Edit, Record
from core.finding import Finding
from core.ledger import Row as Entry
from core.ledger import rows, rows_of
from core.library import Reader
from gui.ledger import Row
from gui.ledger.row import row_of

FEW = 20
#: What a few findings rest on, or are tagged with; a deed about anything else may concern all.
NEAR = (Record.FINDING, Record.HIGHLIGHT, Record.PAIR)


class Accounts:
    """Entries as core gives them, and rows as the pane shows them, by finding, the newest first."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.entries: dict[str, Entry] = {}
        self.rows: dict[str, Row] = {}

    def load(self) -> None:
        self.entries = {entry.finding.id: entry for entry in rows(self._reader)}
        self.rows = {one: row_of(entry) for one, entry in self.entries.items()}

    def findings(self) -> list[Finding]:
        return [entry.finding for entry in self.entries.values()]

    def can_follow(self, change: Change) -> bool:
        """Tell whether a deed concerns but a few: those it names, and those on its marks."""
        named = (*change.records(Record.FINDING), *change.records(Record.HIGHLIGHT))
        kinds = all(edit.kind in NEAR or _is_new_tag(edit, change) for edit in change.edits)
        return len(named) <= FEW and kinds and not change.source

    def hear(self, change: Change) -> bool:
        """Read again what a deed was about; tell whether that was any finding."""
        if not self.can_follow(change):
            self.load()
            return True
        touched = {*change.records(Record.FINDING)}
        touched.update(self._resting_on(change.records(Record.HIGHLIGHT)))
        self._read(touched)
        return bool(touched)

    def _resting_on(self, marks: Iterable[str]) -> Iterable[str]:
        """Name the findings that rest on these, or did."""
        ones = set(marks)
        if not ones:
            return
        for one, entry in self.entries.items():
            if any(cited.highlight in ones for cited in entry.cited):
                yield one
        for mark in ones:
            yield from (one.id for one in self._reader.of_highlight(mark))

    def _read(self, ones: Iterable[str]) -> None:
        new = {entry.finding.id: entry for entry in rows_of(self._reader, ones)}
        come = any(one not in self.entries for one in new)
        for one in ones:
            if one in new:
                self.entries[one], self.rows[one] = new[one], row_of(new[one])
            else:
                self.entries.pop(one, None)
                self.rows.pop(one, None)
        if come:
            order = sorted(self.entries.values(), key=lambda e: (-e.finding.created, e.finding.id))
            self.entries = {entry.finding.id: entry for entry in order}
            self.rows = {one: self.rows[one] for one in self.entries}


def _is_new_tag(edit: Edit, change: Change) -> bool:
    """Tell a tag that is made with the deed from one that is called otherwise by it."""
    return edit.kind is Record.TAG and any(
        one.record == edit.record and one.field == BIRTH[one.kind] and one.before is None
        for one in change.edits
    )
