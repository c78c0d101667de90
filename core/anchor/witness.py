"""Hear two witnesses about passages: what became of the old text, and a search for the quote.

Both look at folded copies, made once for a pair of editions. Which of them to believe is `locate`'s
to decide.
"""

import re
from functools import cached_property
from typing import NamedTuple

from core.anchor import names
from core.anchor.drift import Drift, follow
from core.anchor.figures import figures
from core.anchor.fold import Folded, Table
from core.anchor.haystack import Haystack
from core.anchor.passage import CONTEXT
from core.anchor.runs import Run, image, runs
from core.anchor.seek import Hit, seek
from core.model import Edition, Passage

_NUMBERS = re.compile(r"\d+")


class Spot(NamedTuple):
    """A span of code points in a node of the new edition."""

    node: int
    start: int
    end: int

    def meets(self, other: "Spot") -> bool:
        """Tell whether two spots share at least half of the shorter one."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return self.node == other.node and 2 * shared >= shorter


class Found(NamedTuple):
    """What the search found, and how it looks beside what became of the old node.

    `is_here`: in a new node between the old one's neighbours; `is_broken_off`: in a new node beside
    the one that the old one became.
    """

    spot: Spot
    hit: Hit
    is_here: bool
    is_broken_off: bool


class Witnesses:
    """What is known of two editions, for passages of the old one or of an unknown one."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self._old, self._new = old, new
        self._runs: dict[tuple[int, int], tuple[Run, ...]] = {}
        self._runs_back: dict[tuple[int, int], tuple[Run, ...]] = {}
        self._table = Table(*([node.text for node in edition.nodes] for edition in (old, new)))
        self._old_nodes = [Folded(node.text, self._table) for node in old.nodes]
        self._new_nodes = [Folded(node.text, self._table) for node in new.nodes]
        self._haystack = Haystack([node.text for node in self._new_nodes])

    @cached_property
    def _drift(self) -> Drift:
        return follow([node.text for node in self._old_nodes], self._haystack)

    # What became of the old text

    def followed(self, passage: Passage) -> Spot | None:
        """Say where a passage of the old edition went, if enough of it is kept."""
        node = self._drift.onward.get(passage.node)
        return None if node is None else self._through(passage, node)

    def twins(self, passage: Passage) -> list[Spot]:
        """Give the places of a passage whose node cannot be told from others like it."""
        kin = self._drift.kin.get(passage.node, ())
        return [spot for node in kin if (spot := self._through(passage, node))]

    def lost(self, passage: Passage) -> int:
        """Count the old nodes with the words of a passage of which nobody knows what became."""
        quote = passage.quote.translate(self._table)
        gone = (node for k, node in enumerate(self._old_nodes) if k not in self._drift.onward)
        return sum(quote in node.text for node in gone)

    def stays(self, passage: Passage, spot: Spot) -> bool:
        """Tell whether a spot is in the passage's node, and that node in its old order."""
        is_in = self._drift.onward.get(passage.node) == spot.node
        return is_in and self._drift.is_steady(passage.node)

    def _through(self, passage: Passage, node: int) -> Spot | None:
        """Carry a passage from its node into a new one."""
        old, new = self._old_nodes[passage.node], self._new_nodes[node]
        if old.raw == new.raw:
            return Spot(node, passage.start, passage.end)
        start, end = old.inward(passage.start, passage.end)
        span = image(self._shared(passage.node, node), start, end, len(new.text))
        return Spot(node, *new.outward(*span, passage.quote)) if span else None

    def _shared(self, old: int, new: int) -> tuple[Run, ...]:
        """Give what an old node and a new one have in common."""
        if (old, new) not in self._runs:
            self._runs[old, new] = runs(self._old_nodes[old].text, self._new_nodes[new].text)
        return self._runs[old, new]

    # The search

    def found(self, passage: Passage, *, is_known: bool) -> list[Found]:
        """Search for the quote, best first; leave out what was something else in the old text."""
        parts = (passage.quote, passage.prefix, passage.suffix)
        hits = seek(self._haystack, *(part.translate(self._table) for part in parts))
        if not is_known:
            return [Found(self._spot(hit, passage), hit, False, False) for hit in hits]
        return [self._weighed(hit, passage) for hit in hits if not self._is_another(hit, passage)]

    def _spot(self, hit: Hit, passage: Passage) -> Spot:
        node = self._new_nodes[hit.node]
        return Spot(hit.node, *node.outward(hit.start, hit.end, passage.quote))

    def _weighed(self, hit: Hit, passage: Passage) -> Found:
        low, high = self._drift.between(passage.node)
        is_new = hit.node not in self._drift.back
        beside = self._drift.onward.get(passage.node, -2)
        is_broken_off = is_new and abs(beside - hit.node) == 1
        return Found(self._spot(hit, passage), hit, is_new and low < hit.node < high, is_broken_off)

    def _is_another(self, hit: Hit, passage: Passage) -> bool:
        """Tell whether a hit is old text that was never this passage."""
        node = self._drift.back.get(hit.node)
        if node is None:
            return False
        back = self._shared_back(hit.node, node)
        origin = image(back, hit.start, hit.end, len(self._old_nodes[node].text))
        if origin is None:
            return False
        start, end = self._old_nodes[passage.node].inward(passage.start, passage.end)
        return not Spot(node, *origin).meets(Spot(passage.node, start, end))

    def _shared_back(self, new: int, old: int) -> tuple[Run, ...]:
        if (new, old) not in self._runs_back:
            flipped = (Run(run.new, run.old, run.size) for run in self._shared(old, new))
            self._runs_back[new, old] = tuple(flipped)
        return self._runs_back[new, old]

    # What stands at a spot

    def is_quoted(self, passage: Passage, spot: Spot) -> bool:
        """Tell whether the quote stands at a spot, but for what folding takes away."""
        text = self._new.nodes[spot.node].text[spot.start : spot.end]
        return text.translate(self._table) == passage.quote.translate(self._table)

    def keeps_figures(self, passage: Passage, spot: Spot) -> bool:
        """Tell whether the figures at a spot are those of the quote."""
        text = self._new.nodes[spot.node].text
        around = text[max(0, spot.start - CONTEXT) : spot.start], text[spot.end :][:CONTEXT]
        is_as_before = text[spot.start : spot.end] == passage.quote
        if is_as_before and around == (passage.prefix, passage.suffix):
            return True
        return figures(*_in_context(passage)) == figures(text, spot.start, spot.end)

    def is_renumbered(self, passage: Passage, spot: Spot) -> bool:
        """Tell whether a node elsewhere is the old one but for its numbers: it is another then."""
        if passage.edition != self._old.id:
            return False
        old, new = self._old.nodes[passage.node].text, self._new.nodes[spot.node].text
        return _NUMBERS.split(old) == _NUMBERS.split(new) and old != new

    def keeps_names(self, passage: Passage, spot: Spot) -> bool:
        """Tell whether what a spot names is what the quote names, or less, or more."""
        text = self._new.nodes[spot.node].text
        return names.keep(_in_context(passage), (text, spot.start, spot.end))

    def keeps_names_about(self, passage: Passage, spot: Spot, *, moved: bool) -> bool:
        """Tell whether what stands about a spot names no other thing than about the quote.

        Words that are elsewhere now may be of another claim, all of which is asked then.
        """
        if moved and passage.edition == self._old.id:
            claims = self._old.nodes[passage.node].text, self._new.nodes[spot.node].text
            if not names.keep(*((text, 0, len(text)) for text in claims)):
                return False
        text = self._new.nodes[spot.node].text
        before, after = text[max(0, spot.start - CONTEXT) : spot.start], text[spot.end :][:CONTEXT]
        if (before, after) == (passage.prefix, passage.suffix):
            return True
        old, *_ = _in_context(passage)
        new = before + text[spot.start : spot.end] + after
        return names.keep((old, 0, len(old)), (new, 0, len(new)))


def _in_context(passage: Passage) -> tuple[str, int, int]:
    """Give a quote with what stood around it, and where it begins and ends there."""
    start = len(passage.prefix)
    text = passage.prefix + passage.quote + passage.suffix
    return text, start, start + len(passage.quote)
