"""What the heads of a record show, read out of the file for many records at once."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from core.day import at
from core.revision import cut
from core.store.batch import batches


class Shown(NamedTuple):
    """The head of a field that is shown."""

    value: str | None
    clock: int
    rev: bytes
    author: str


Heads = dict[str, Shown]


class State(NamedTuple):
    """The shown head of every field of a record, and whether the record is hidden."""

    heads: Heads
    hidden: bool

    def value(self, field: str) -> str | None:
        """Give what a field shows; nothing of a record that is hidden."""
        return self.heads[field].value if field in self.heads and not self.hidden else None


def states(connection: sqlite3.Connection, records: Sequence[str]) -> Iterator[tuple[str, State]]:
    """Give the state of each of these records, in order, asking for many at once."""
    for marks, some in batches(records):
        rows = connection.execute(
            "SELECT h.record, h.field, r.value, r.clock, r.rev, r.author, r.parents FROM heads h"
            f" JOIN revisions r ON r.rev = h.rev WHERE h.record IN ({marks})"
            " ORDER BY h.record, h.field, r.value IS NULL, r.clock DESC, r.rev DESC",
            some,
        )
        known = {record: _state(list(found)) for record, found in groupby(rows, itemgetter(0))}
        for record in some:
            yield record, known.get(record, UNKNOWN)


def _state(rows: list[tuple[str, str, str | None, int, bytes, str, bytes]]) -> State:
    seen: set[bytes] = set()
    heads: Heads = {}
    for _, field, value, clock, rev, author, parents in rows:
        if field not in heads:
            heads[field] = Shown(value, clock, rev, author)
        if field == "removed" and value is not None:
            seen.update(cut(parents))
    hidden = bool(seen) and all(row[4] in seen or row[1] == "removed" for row in rows)
    return State(heads, hidden)


UNKNOWN = State({}, hidden=False)


#: What brought a record into being, before what replaced it.
BORN = "parents <> x'', clock, rev"
#: When an article came, out of all that was said of it: a clock that was set back later tells not.
CAME = (
    "coalesce(min(iif({0}field = 'edition' AND {0}parents = x'', {0}clock, NULL)),"
    " min(iif({0}field = 'edition', {0}clock, NULL)), min({0}clock))"
)


def born(
    connection: sqlite3.Connection, records: Sequence[str], field: str
) -> dict[str, tuple[str, str]]:
    """Give the author and time of each record's birth: of the first revision of this field.

    A revision that replaces another is later than that, whatever its author's clock said.
    """
    first = dict[str, tuple[str, str]]()
    for marks, some in batches(records):
        rows = connection.execute(
            "SELECT record, author, clock FROM revisions"
            f" WHERE record IN ({marks}) AND field = ? ORDER BY {BORN}",
            [*some, field],
        )
        for record, author, clock in rows:
            first.setdefault(record, (author, iso(clock)))
    return first


def iso(clock: int) -> str:
    """Spell milliseconds since 1970 as ISO 8601, UTC."""
    return at(clock).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(iso: str) -> int:
    """Read what `iso` spelled."""
    return round(datetime.fromisoformat(iso).timestamp() * 1000)
