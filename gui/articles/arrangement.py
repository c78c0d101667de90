"""The order that the list shows articles in, and the headings over those that go together."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from core import sources
from core.model import Card
from gui.articles.dates import Clock, day_of, now
from gui.tongue import tr


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What articles are put together by, and their order; without `rows` it is the usual one."""

    group: str = "none"
    sort: str = "date"
    rows: "array[int] | None" = None
    names: Mapping[int, str] = field(default_factory=dict)

    def order(self, rows: "array[int]") -> "array[int]":
        """Put rows into this order; those that it does not know yet go first."""
        if self.rows is None:
            return rows
        wanted = set(rows)
        made = list(filter(wanted.__contains__, self.rows))
        if len(made) < len(rows):
            known = set(self.rows)
            made = [*(row for row in rows if row not in known), *made]
        return array("q", made)

    def heading(self, card: Card, zone: str, clock: Clock = now) -> str:
        """Give what stands over an article and those like it; "" where none are put together."""
        if self.group == "day":
            return day_of(card, zone, clock) or tr("Without a date")
        if self.group == "source":
            return sources.name(card.source) or card.source or tr("Without a source")
        if self.group == "tag":
            return self.names.get(card.row) or tr("Without a tag")
        if self.group == "page":
            name = self.names.get(card.row)
            return sources.name(name) or name or tr("No page")
        return ""


USUAL = Arrangement()
