"""Measure how well quantities are read from the labelled phrases: precision and recall.

    python tests/quantity/measure.py [--show developed|claims]

Counted as right: the same span, kind, values and unit. The half called developed was looked at
while the grammar was written; the one called held was written before it was tuned, and is measured
only. "claims" are whole claims that were read first and judged by eye: they guard what was right.
"unseen" was written on 2026-11-29 without a look at the grammar: 0.975 of what was read was right
then, and 0.971 of what is labelled was read; what was wrong was mended since. "fresh" was written
so on the same day by somebody else: first 164 phrases (0.946, 0.842; votes and rows of numbers were
not read), then, after mending, 49 more (0.965, 0.948). "late" was written so on 2026-11-30: 119
phrases (0.947, 0.941), and after mending 60 more (0.988, 0.964). "last" came the same day, longer
claims: 119 (0.930, 0.892), and after mending 78 more (0.910, 0.931).
"""

import csv
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.quantity import Kind, Quantity, quantities

HALVES = ("developed", "held")
ALL = (*HALVES, "claims", "unseen", "fresh", "late", "last")
LABELLED = Path(__file__).with_name("labelled.csv")


class Label(NamedTuple):
    """A quantity as it should be read: its span, kind, values ("low..high") and unit."""

    start: int
    end: int
    kind: str
    low: str
    high: str
    unit: str


class Score(NamedTuple):
    right: int
    read: int
    labelled: int
    phrases: int

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0


def rows(half: str) -> Iterator[tuple[str, list[Label]]]:
    with LABELLED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["half"] == half:
                yield row["phrase"], labels(row["phrase"], row["expected"])


def labels(phrase: str, expected: str) -> list[Label]:
    """Read what is expected: "10–20年 = duration 10..20 year | 三成 = percent 30"."""
    found, at = [], 0
    for one in filter(None, expected.split(" | ")):
        said, _, reading = one.partition(" = ")
        start = phrase.index(said, at)
        at = start + len(said)
        kind, values, unit = [*reading.split(" ", 2), ""][:3]
        low, dots, high = values.partition("..")
        low, high = _plain(kind, low), _plain(kind, high if dots else low)
        found.append(Label(start, at, kind, low, high, unit))
    return found


def _plain(kind: str, value: str) -> str:
    return value if kind == "date" or not value else str(Decimal(value).normalize() + 0)


def told(one: Quantity) -> Label:
    """Give what was read in the form of a label; power is energy, sizes are counts."""
    ends = (one.since, one.until) if one.kind is Kind.DATE else (one.low, one.high)
    low, high = ("" if end is None else _plain(one.kind, str(end)) for end in ends)
    unit = one.currency if one.kind is Kind.MONEY else one.unit
    return Label(one.start, one.end, one.kind.broad.value, low, high, unit)


def score(half: str) -> Score:
    right = read = labelled = phrases = 0
    for phrase, expected in rows(half):
        found = [told(one) for one in quantities(phrase)]
        right += len(set(found) & set(expected))
        read, labelled, phrases = read + len(found), labelled + len(expected), phrases + 1
    return Score(right, read, labelled, phrases)


def wrong(half: str) -> Iterator[str]:
    for phrase, expected in rows(half):
        found = [told(one) for one in quantities(phrase)]
        missed = [one for one in expected if one not in found]
        invented = [one for one in found if one not in expected]
        if missed or invented:
            yield phrase
            yield from (f"    missed   {phrase[m.start : m.end]!r} {m[2:]}" for m in missed)
            yield from (f"    invented {phrase[i.start : i.end]!r} {i[2:]}" for i in invented)


def main(words: list[str]) -> int:
    for half in ALL:
        one = score(half)
        print(
            f"{half:<10}{one.phrases:>5} phrases {one.labelled:>5} quantities   "
            f"precision {one.precision:.3f}   recall {one.recall:.3f}"
        )
        if "--show" in words and half in words:
            print("\n".join(wrong(half)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
