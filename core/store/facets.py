"""Source, month and tags of every text that is shown, kept in memory: to count takes no look-up.

Made anew when a deed was done: a hundred thousand texts take a tenth of a second, and a few
megabytes.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import TypeVar

from core.store.order import undated_rows

T = TypeVar("T")
Facet = tuple[str, str]
Key = tuple[str, int, str]


@dataclass(slots=True)
class Counted:
    """How many articles were found, and how many of each source, month ("2025-11") and tag."""

    total: int = 0
    sources: dict[str, int] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Facets:
    """By row of `docs`: the number of its source and month (`told`), its place, and its tags.

    A number leads to `names`; it is 0 where a text is not shown. `order` has all rows by their
    places, the newest first, and those without a date last. `counts` remembers what was counted
    of them since.
    """

    told: list[int]
    names: list[Facet]
    places: "array[int]"
    order: "array[int]"
    tags: dict[int, list[str]]
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def many(self) -> int:
        """Give how many texts there are, and a few that are not shown any more."""
        return len(self.told)

    def count(self, docs: Sequence[int]) -> Counted:
        """Count texts, each given once; what is not shown counts for nothing."""
        made, numbers = Counted(), itemgetter(NOWHERE, NOWHERE, *docs)(self.told)
        for number, many in Counter(numbers).items():
            if number:
                source, month = self.names[number]
                made.total += many
                made.sources[source] = made.sources.get(source, 0) + many
                if month:
                    made.months[month] = made.months.get(month, 0) + many
        tagged = self.tags.keys() & docs if self.tags else ()
        made.tags = dict(Counter(tag for doc in tagged for tag in self.tags[doc]))
        return made

    def shelved(self) -> tuple[dict[str, int], dict[str, frozenset[int]]]:
        """Count the articles of every source, and name those of every tag."""
        sources, tags = dict[str, int](), dict[str, set[int]]()
        for number, many in Counter(self.told).items():
            if number:
                source = self.names[number][0]
                sources[source] = sources.get(source, 0) + many
        for doc, found in self.tags.items():
            for tag in found:
                tags.setdefault(tag, set()).add(doc)
        return sources, {tag: frozenset(docs) for tag, docs in tags.items()}

    def newest(self, docs: Sequence[int], limit: int) -> list[int]:
        """Give the newest of some texts; of those that are not shown, none."""
        if len(docs) * SPARSE > self.many:
            return list(islice(filter(frozenset(docs).__contains__, self.order), limit))
        places = sorted(map(self.places.__getitem__, docs))
        return [self.order[place] for place in islice(filter(GONE.__ne__, places), limit)]


#: The last libraries that were asked, each as it was at one moment.
_known: dict[Key, Facets] = {}
_undated: dict[Key, frozenset[int]] = {}
KEPT = 2
#: No text has this number: it is counted along, so that there are always some, and counts nothing.
NOWHERE = 0
#: The place of what is not shown, and what stands for its source and month: no text has these.
GONE = -1
UNSHOWN: Facet = ("\0", "\0")
#: Of one text in so many, or fewer, the newest are sooner told by their places than by all.
SPARSE = 5


def of(connection: sqlite3.Connection) -> Facets:
    """Give those of a library as it is."""
    return _remembered(connection, _known, _read)


def undated(connection: sqlite3.Connection) -> frozenset[int]:
    """Give the rows of the shelf that have no date, in a library as it is."""
    return _remembered(connection, _undated, undated_rows)


def _remembered(
    connection: sqlite3.Connection, known: dict[Key, T], read: Callable[[sqlite3.Connection], T]
) -> T:
    key = _key(connection)
    found = known.get(key)
    if found is None:
        while len(known) >= KEPT:
            known.pop(next(iter(known)), None)
        found = known[key] = read(connection)
    return found


def _key(connection: sqlite3.Connection) -> Key:
    """Name a library at a moment: by its last deed, and by its tables, for a new index is new."""
    ((_, _, path), *_) = connection.execute("PRAGMA database_list").fetchall()
    schema = connection.execute("PRAGMA schema_version").fetchone()[0]
    last = connection.execute("SELECT id FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    return path, schema, last[0] if last else ""


def _read(connection: sqlite3.Connection) -> Facets:
    last = connection.execute("SELECT coalesce(max(doc), 0) FROM docs").fetchone()[0]
    told, places, order = [0] * (last + 1), array("l", [GONE]) * (last + 1), array("l")
    numbers: dict[Facet, int] = {UNSHOWN: 0}
    rows = connection.execute(
        "SELECT doc, row, source, substr(sort, 1, 7) FROM docs WHERE row IS NOT NULL"
        " ORDER BY sort DESC, row"
    )
    last_ones, late = list[int](), undated(connection)
    for doc, row, source, month in rows:
        is_late = row in late
        told[doc] = numbers.setdefault((source, "" if is_late else month), len(numbers))
        (last_ones if is_late else order).append(doc)
    order.extend(last_ones)
    for place, doc in enumerate(order):
        places[doc] = place
    tags = dict[int, list[str]]()
    for doc, tag in connection.execute(
        "SELECT DISTINCT d.doc, t.tag FROM taggings t JOIN highlights h ON h.id = t.highlight"
        " JOIN shelf s ON s.article = h.article JOIN docs d ON d.row = s.row"
    ):
        tags.setdefault(doc, []).append(tag)
    return Facets(told, list(numbers), places, order, tags)
