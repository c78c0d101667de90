"""Find a passage again in another edition of its article.

Two witnesses are heard: what became of the old text, and a search for the quote with its context.
They agree, or one alone speaks clearly; else the passage has no place. A changed figure is a veto,
and so is the name of another thing. What the witnesses say is `witness`'s; what to do about a
passage without a place is the reader's.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.model import Anchoring, Edition, Passage

if TYPE_CHECKING:  # on the way to the window, nothing needs to be found again
    from core.anchor.witness import Found, Spot, Witnesses

_CANDIDATES = 10
_LEAST, _LEAD = 0.72, 0.04  # score of a hit, and by how much it must lead the next
_SURE = 0.88  # least score of a short or reworded quote that no other witness speaks for
_BESIDE = 0.8  # likeness of the context on one side at least, if no other witness speaks
_WORDY = 24  # width of a quote, Han counting double, that is more than a turn of phrase
_BRIEF = 60  # width of a quote that says little without what stands about it
_TELLING = 60  # width of a quote that speaks for itself


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a passage stands in an edition: code points `start` to `end` of `node`.

    Without a node it has no place; then `candidates` are (node, start, end) to offer the reader.
    """

    node: int | None
    start: int
    end: int
    anchoring: Anchoring
    candidates: tuple[tuple[int, int, int], ...] = ()


def locate(passage: Passage, old: Edition, new: Edition) -> Placement:
    """Find a passage of `old` in `new`; for many passages, keep one Locator."""
    return Locator(old, new).locate(passage)


class Locator:
    """Finds passages of one edition in another, and keeps what they have in common."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self._old, self._new = old, new

    def locate(self, passage: Passage) -> Placement:
        """Give the place of a passage, or say why it has none.

        A passage of neither edition is only searched for.
        """
        if passage.edition == self._new.id and _stands(passage, self._new):
            return Placement(passage.node, passage.start, passage.end, Anchoring.SAME)
        if not passage.quote:
            return _nowhere(Anchoring.ORPHAN)
        is_known = passage.edition == self._old.id and _stands(passage, self._old)
        if is_known and (twins := self._witnesses.twins(passage)):
            return _nowhere(Anchoring.AMBIGUOUS, *twins)
        here = self._witnesses.followed(passage) if is_known else None
        found = self._witnesses.found(passage, is_known=is_known)
        if here:
            return self._agree(passage, here, found)
        if found and is_known and self._witnesses.lost(passage) > len(found):
            return _nowhere(Anchoring.AMBIGUOUS, *(one.spot for one in found))  # of which are they?
        return self._alone(passage, found)

    @cached_property
    def _witnesses(self) -> "Witnesses":
        from core.anchor.witness import Witnesses  # where a text has changed

        return Witnesses(self._old, self._new)

    def _agree(self, passage: Passage, here: "Spot", found: "list[Found]") -> Placement:
        """The old text speaks; hear whether the search objects."""
        is_quoted = self._witnesses.is_quoted(passage, here)
        ours = [one for one in found if one.spot.meets(here)]
        others = [one for one in found if not one.spot.meets(here)]
        if not ours:
            if _is_clear(others) and not is_quoted:
                return _nowhere(Anchoring.ORPHAN, here, others[0].spot)
            return self._place(passage, here)
        best = ours[0]
        tied = [one.spot for one in _tied(best, others) if one.spot.node == here.node]
        if tied:
            return _nowhere(Anchoring.AMBIGUOUS, best.spot, *tied)
        return self._place(passage, best.spot if best.hit.is_equal and not is_quoted else here)

    def _alone(self, passage: Passage, found: "list[Found]") -> Placement:
        """The old text is silent; the search must be clear."""
        if not found:
            return _nowhere(Anchoring.ORPHAN)
        best = found[0]
        if best.hit.is_equal and len(found) == 1 and _width(passage.quote) >= _TELLING:
            return self._place(passage, best.spot)
        if not _is_trusted(best, passage):
            return _nowhere(Anchoring.ORPHAN)
        if not _is_clear(found):
            return _nowhere(
                Anchoring.AMBIGUOUS, best.spot, *(o.spot for o in _tied(best, found[1:]))
            )
        return self._place(passage, best.spot)

    def _place(self, passage: Passage, spot: "Spot") -> Placement:
        """Put a passage in its place, unless it has another figure or names another thing."""
        if not self._witnesses.keeps_figures(passage, spot):
            return _nowhere(Anchoring.NUMBER_CHANGED, spot)
        anchoring = Anchoring.REWORDED
        if self._witnesses.is_quoted(passage, spot):
            stays = self._witnesses.stays(passage, spot)
            is_brief = _width(passage.quote) < _BRIEF
            if is_brief and not self._witnesses.keeps_names_about(passage, spot, moved=not stays):
                return _nowhere(Anchoring.NAME_CHANGED, spot)
            if not stays and self._witnesses.is_renumbered(passage, spot):
                return _nowhere(Anchoring.NUMBER_CHANGED, spot)
            anchoring = Anchoring.SAME if stays else Anchoring.MOVED
        elif not self._witnesses.keeps_names(passage, spot):
            return _nowhere(Anchoring.NAME_CHANGED, spot)
        return Placement(spot.node, spot.start, spot.end, anchoring)


def _stands(passage: Passage, edition: Edition) -> bool:
    """Tell whether an edition has a passage as it says."""
    if not 0 <= passage.node < len(edition.nodes):
        return False
    text = edition.nodes[passage.node].text
    is_span = 0 <= passage.start < passage.end <= len(text)
    return is_span and text[passage.start : passage.end] == passage.quote


def _is_clear(found: "list[Found]") -> bool:
    """Tell whether the best hit is good enough and ahead of the next."""
    return bool(found) and found[0].hit.score >= _LEAST and not _tied(found[0], found[1:])


def _tied(best: "Found", others: "list[Found]") -> "list[Found]":
    return [one for one in others if one.hit.score > best.hit.score - _LEAD]


def _is_trusted(best: "Found", passage: Passage) -> bool:
    """Tell whether a hit may be believed alone: its words, its context, and where it is."""
    is_telling = _width(passage.quote) >= _WORDY or best.is_broken_off
    least = _LEAST if best.hit.is_equal and is_telling else _SURE
    is_vouched = best.hit.context >= _BESIDE or (best.hit.is_equal and best.is_here)
    return best.hit.score >= least and is_vouched


def _width(quote: str) -> int:
    return sum(1 if char.isascii() else 2 for char in quote)


def _nowhere(anchoring: Anchoring, *candidates: "Spot") -> Placement:
    offered = tuple((spot.node, spot.start, spot.end) for spot in candidates[:_CANDIDATES])
    return Placement(None, 0, 0, anchoring, offered)
