"""Small libraries whose pairs were labelled by reading: what of them is proposed, and what else.

    python tests/relate/libraries.py [--show odd|even]

Unlike the pairs of `measure`, these claims stand in articles, with titles, headings and days, and
most of what stands beside one another is no pair.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.finding import Claim
from core.relate import Table
from core.relate.claim import whole

LIBRARIES = Path(__file__).with_suffix(".txt")
ODD, EVEN = "odd", "even"


class Small(NamedTuple):
    """A library: its claims by article and line, the pairs that it has, and those that it may."""

    number: int
    claims: dict[str, Claim]
    pairs: dict[tuple[str, str], str]
    allowed: dict[tuple[str, str], str]

    def told(self) -> dict[tuple[str, str], str]:
        """Give the pairs that are proposed."""
        names = {(one.passage.article, one.passage.node): name for name, one in self.claims.items()}
        found = {}
        for one in Table().add(self.claims.values()):
            both = sorted(names[each.article, each.node] for each in (one.one, one.other))
            found[both[0], both[1]] = one.relation.value
        return found


class Score(NamedTuple):
    right: int
    proposed: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled


def libraries(half: str) -> Iterator[Small]:
    """Read those of odd or of even numbers."""
    some: list[Small] = []
    letter, head, heading = "", ["", "", ""], ""
    for line in LIBRARIES.read_text("utf-8").splitlines():
        sign, rest = line[0], line[1:].strip()
        if sign == "L" and rest.isdecimal():
            some.append(Small(int(rest), {}, {}, {}))
            letter = "`"  # which stands before a
        elif sign == "@":
            letter, heading = chr(ord(letter) + 1), ""
            head = ["" if one.strip() == "-" else one.strip() for one in rest.split("|")]
        elif sign == "#":
            heading = "" if rest.removeprefix("Group ").isdecimal() else rest.split(": ")[-1]
        elif sign == "=":
            relation, one, other, *doubt = rest.split()
            (some[-1].allowed if doubt else some[-1].pairs)[one, other] = relation
        elif sign != ";":
            small = some[-1]
            line_number = sum(name[0] == letter for name in small.claims) + 1
            passage = whole(letter, "e", line_number, line)
            day = date.fromisoformat(head[1][:10]) if head[1] else None
            claim = Claim(passage, head[2], heading, head[0], "", day)
            small.claims[f"{letter}{line_number}"] = claim
    return (one for one in some if one.number % 2 == (half == ODD))


def score(half: str) -> Score:
    right = proposed = labelled = 0
    for small in libraries(half):
        told = small.told()
        right += sum(told.get(pair) == relation for pair, relation in small.pairs.items())
        proposed += sum(small.allowed.get(pair) != relation for pair, relation in told.items())
        labelled += len(small.pairs)
    return Score(right, proposed, labelled)


def wrong(half: str) -> Iterator[str]:
    for small in libraries(half):
        told, expected = small.told(), small.pairs | small.allowed
        for pair in sorted({*told, *small.pairs}):
            if told.get(pair) != expected.get(pair):
                yield f"{small.number}: {expected.get(pair)} told as {told.get(pair)}"
                yield from (f"    {small.claims[one].text}" for one in pair)


def main(words: list[str]) -> int:
    for half in (ODD, EVEN):
        one = score(half)
        print(f"{half:<6}{one.labelled:>4} pairs  {one.precision:.3f}  {one.recall:.3f}")
        if "--show" in words and half in words:
            print("\n".join(wrong(half)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
