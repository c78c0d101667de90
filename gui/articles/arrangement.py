"""The order that the list shows articles in, and the headings over those that go together."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from core import sources
from core.model import Card
from gui.articles.dates import Clock, day_of, now
from gui.articles.following import exchange, place_of
from gui.tongue import tr

FEW = 16  # rows; of more, all are looked at


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What articles are put together by, and their order; without `rows` it is the usual one."""

    group: str = "none"
    sort: str = "date"
    rows: "array[int] | None" = None
    names: Mapping[int, str] = field(default_factory=dict)
    _known: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(self.rows or ()))

    def order(self, rows: "array[int]") -> "array[int]":
        """Put rows into this order; those that it does not know yet go first."""
        if self.rows is None:
            return rows
        wanted = set(rows)
        if wanted == self._known:
            return self.rows
        come, gone = wanted - self._known, self._known - wanted
        made = _without(self.rows, gone) if len(gone) <= FEW else _among(self.rows, wanted)
        return array("q", filter(come.__contains__, rows)) + made if come else made

    def follow(self, made: "array[int]", before: "array[int]", rows: "array[int]") -> "array[int]":
        """Give the same as `order(rows)`, from what it `made` of `before`: quick if few differ."""
        if self.rows is None:
            return rows
        steps = exchange(before, rows)
        if steps is None or sum(count for runs in steps for _, count in runs) > FEW:
            return self.order(rows)
        made = _without(made, _taken(before, steps.gone))
        come = _taken(rows, steps.come)
        new = [row for row in come if row not in self._known]
        if new:
            first = list(takewhile(lambda row: row not in self._known, made))
            made = _among(rows, {*first, *new}) + made[len(first) :]
        for row in come:
            if row in self._known:
                place = self._place(made, row)
                if place is None:
                    return self.order(rows)
                made.insert(place, row)
        return made

    def _place(self, made: "array[int]", row: int) -> int | None:
        """Tell where a row goes: behind the nearest before it that is there, if one is near."""
        assert self.rows is not None, "it is known"
        end = place_of(self.rows, row)
        assert end is not None, "it is known"
        near = reversed(self.rows[max(0, end - FEW) : end])
        found = (place for one in near if (place := place_of(made, one)) is not None)
        return next((place + 1 for place in found), None)

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


def _among(rows: "array[int]", wanted: set[int]) -> "array[int]":
    return array("q", filter(wanted.__contains__, rows))


def _taken(rows: "array[int]", runs: Iterable[tuple[int, int]]) -> list[int]:
    return [row for first, count in runs for row in rows[first : first + count]]


def _without(rows: "array[int]", gone: Iterable[int]) -> "array[int]":
    """Leave out a few: found byte by byte, which is many times as fast as row by row."""
    made = rows[:]
    for row in gone:
        place = place_of(made, row)
        assert place is not None, "it is one of them"
        del made[place]
    return made


USUAL = Arrangement()
