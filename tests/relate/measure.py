"""Measure how well contradictions, echoes and updates are proposed among labelled pairs of claims.

    python tests/relate/measure.py [--show developed]

Counted as right: the pair is proposed, in the relation that it has. Most pairs are hard ones, for
they differ in one word alone. The half called developed was looked at while the rules were made;
the one called held was written before them and is measured only. "fresh" was written on 2026-11-29
by somebody else: first 101 pairs (0.919, 0.667), then, after mending, 52 more (1.000, 0.824).
"wild" was written on 2026-11-30, after what news of one day tells twice: first 44 pairs (1.000,
0.179), then, after mending, 32 more (0.857, 0.375; 0.750, 0.188 before). "words" was written on
that day, too, before the rules for what is told by words and by headings: first 51 pairs (0.667,
0.077) with hard ones, then, after mending, 52 more (0.833, 0.577; 0.222, 0.077 before).

A setting says how two claims are published: by two sources on one day, if nothing else is said;
"within" one article, by the "same" source, "+30" days apart, under "titles:A|B", with headings
"under:A|B"; _ is a space.
"""

import csv
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.finding import Claim, Relation
from core.relate.claim import whole
from core.relate.read import read
from core.relate.terms import Lexicon
from tests.relate.judge import judge

WORDS = "words"
HALVES = ("developed", "held", "fresh", WORDS)
#: Pairs as they come in the news, most of them told in very different words.
WILD = "wild"
LABELLED = Path(__file__).with_name("labelled.csv")
DAY = date(2025, 11, 9)
#: What is promised of all pairs: one that is proposed is right, and this much is found.
PRECISION, RECALL, WILD_RECALL = 0.97, 0.6, 0.4


class Label(NamedTuple):
    """Two claims, and how they stand to one another; None: in no way."""

    one: Claim
    other: Claim
    relation: Relation | None


class Score(NamedTuple):
    """How many pairs were proposed rightly, proposed at all, and labelled; out of how many."""

    right: int
    proposed: int
    labelled: int
    pairs: int

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0


def labels(half: str) -> Iterator[Label]:
    with LABELLED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["half"] == half:
                relation = None if row["expected"] == "none" else Relation(row["expected"])
                yield Label(*published(row["one"], row["other"], row["setting"]), relation)


def published(one: str, other: str, setting: str) -> tuple[Claim, Claim]:
    words = setting.split()
    within, same = "within" in words, "same" in words
    days = next((int(word) for word in words if word.startswith("+")), 0)
    titles, headings = (_both(words, name) for name in ("titles:", "under:"))
    return (
        Claim(whole("a", "e", 1, one), titles[0], headings[0], "Xin Hua She", "", DAY),
        Claim(
            whole("a" if within else "b", "e", 2, other),
            titles[1],
            headings[1],
            "Xin Hua She" if within or same else "Cai Xin",
            "",
            DAY + timedelta(days=days),
        ),
    )


def _both(words: list[str], name: str) -> list[str]:
    told = next((word.removeprefix(name) for word in words if word.startswith(name)), "|")
    return told.replace("_", " ").split("|")


@cache
def lexicon() -> Lexicon:
    return Lexicon()


def told(label: Label) -> Relation | None:
    """Give what is said of a pair, whichever of the two is heard first."""
    one, other = read(label.one, lexicon()), read(label.other, lexicon())
    found, back = judge(one, other), judge(other, one)
    assert (found and found[0]) == (back and back[0]), label
    return found[0] if found else None


def score(half: str, relation: Relation | None = None) -> Score:
    """Count over one half, for one relation or for both."""
    right = proposed = labelled = pairs = 0
    for label in labels(half):
        found, expected = told(label), label.relation
        pairs += 1
        proposed += found is not None and relation in (None, found)
        labelled += expected is not None and relation in (None, expected)
        right += found is not None and found is expected and relation in (None, found)
    return Score(right, proposed, labelled, pairs)


def wrong(half: str) -> Iterator[str]:
    for label in labels(half):
        found = told(label)
        if found is not label.relation:
            yield f"{label.relation and label.relation.value} told as {found and found.value}"
            yield f"    {label.one.text}\n    {label.other.text}"


def main(words: list[str]) -> int:
    for half in (*HALVES, WILD):
        for relation in (None, *Relation):
            one = score(half, relation)
            print(
                f"{half:<10}{relation.value if relation else 'all':<12}{one.pairs:>5} pairs"
                f"{one.labelled:>5} labelled   precision {one.precision:.3f}"
                f"   recall {one.recall:.3f}"
            )
        if "--show" in words and half in words:
            print("\n".join(wrong(half)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
