"""The findings as the ledger shows them, kept true deed by deed.

Reading all of them takes a while where there are thousands; a deed that says something else of a
few reads only these.
"""

from dataclasses import replace

from core.change import Change, Record
from core.errors import NotFound
from core.finding import Finding
from core.ledger import Row as Entry
from core.ledger import rows
from core.library import Reader
from gui.ledger import Row
from gui.ledger.row import row_of

FEW = 20
#: What can change without another look at evidence, tags and authors.
PLAIN = {"statement", "figure", "due", "confidence", "status", "outcome", "note", "private"}


class Accounts:
    """Entries as core gives them, and rows as the pane shows them, by finding."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.entries: dict[str, Entry] = {}
        self.rows: dict[str, Row] = {}

    def load(self) -> None:
        self.entries = {entry.finding.id: entry for entry in rows(self._reader)}
        self.rows = {one: row_of(entry) for one, entry in self.entries.items()}

    def findings(self) -> list[Finding]:
        return [entry.finding for entry in self.entries.values()]

    def hear(self, change: Change) -> None:
        """Read again what a deed was about."""
        ones, edits = change.records(Record.FINDING), change.edits
        plain = all(edit.kind is Record.FINDING and edit.field in PLAIN for edit in edits)
        if not plain or len(ones) > FEW or not all(one in self.entries for one in ones):
            self.load()
            return
        for one in ones:
            self._read(one)

    def _read(self, one: str) -> None:
        try:
            finding = self._reader.finding(one)
        except NotFound:
            del self.entries[one], self.rows[one]
            return
        entry = replace(self.entries[one], finding=finding)
        self.entries[one], self.rows[one] = entry, row_of(entry)
