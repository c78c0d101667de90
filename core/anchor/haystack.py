"""The folded text of an edition, made quick to search.

Nodes are joined by line ends, which no folded text has, so nothing found spans two of them. Short
stretches of text are indexed by place, to guess where a reworded text stands. How good a guess is
must be judged by who asks.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

_GRAM = 4
_COMMON = 64  # places beyond which a stretch tells nothing
_ASKED = 200  # stretches of one text that are looked up
_GUESSES = 4
_LARGEST = 400_000  # characters beyond which only equal text is searched for


class Guess(NamedTuple):
    """Where a text may begin, give or take `slack`; `node` holds a stretch of it."""

    place: int
    slack: int
    node: int


class Haystack:
    """The nodes of one edition, folded."""

    def __init__(self, nodes: Sequence[str]) -> None:
        self.nodes = nodes
        self.text = "\n".join(nodes)
        self._starts = [0, *accumulate(len(text) + 1 for text in nodes)][: len(nodes)]

    def start(self, node: int) -> int:
        return self._starts[node]

    def node_at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def exact(self, needle: str, most: int) -> Iterator[int]:
        """Give the first places where a text stands, at most so many."""
        at = self.text.find(needle)
        while at >= 0 and most:
            yield at
            most -= 1
            at = self.text.find(needle, at + 1)

    def guesses(self, text: str) -> list[Guess]:
        """Guess where a text may stand, by where stretches of it do; the best guess first."""
        width = max(16, len(text) // 4)
        votes: defaultdict[int, float] = defaultdict(float)
        seen: dict[int, int] = {}
        step = max(1, len(text) // _ASKED)
        for offset in range(0, len(text) - _GRAM + 1, step):
            places = self._grams.get(text[offset : offset + _GRAM], ())
            for place in places if len(places) <= _COMMON else ():
                slot = (place - offset) // width
                votes[slot] += 1 / len(places)
                votes[slot - 1] += 1 / len(places)
                seen.setdefault(slot, place)
                seen.setdefault(slot - 1, place)
        best = sorted(votes, key=lambda slot: (-votes[slot], slot))[: 2 * _GUESSES]
        return [Guess(slot * width, 2 * width, self.node_at(seen[slot])) for slot in best]

    def nodes_like(self, text: str) -> list[int]:
        """Guess the nodes that hold much of a text."""
        return list(dict.fromkeys(guess.node for guess in self.guesses(text)))[:_GUESSES]

    @cached_property
    def _grams(self) -> dict[str, list[int]]:
        grams: defaultdict[str, list[int]] = defaultdict(list)
        for place in range(len(self.text) - _GRAM + 1 if len(self.text) <= _LARGEST else 0):
            found = grams[self.text[place : place + _GRAM]]
            if len(found) <= _COMMON:
                found.append(place)
        return grams
