"""Highlights over one another in pieces: character by character what the newest two say."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.model import Anchoring, Colour, Highlight, Passage, Placed, Stance
from gui.insights.pieces import Way, pieces

ONE = Highlight("", Passage("a", "e", 0, 0, 1, "x"), Colour.RED, "", Stance.NONE, (), "me", 0, 0)
LONG = 12


@st.composite
def _marks(draw: st.DrawFn) -> list[Placed]:
    spans = st.tuples(st.integers(0, LONG), st.integers(0, LONG), st.integers(0, 3))
    colours = st.sampled_from([Colour.RED, Colour.BLUE])
    made = []
    for number, (one, other, created) in enumerate(draw(st.lists(spans, max_size=8))):
        mark = replace(ONE, id=str(number), colour=draw(colours), created=created)
        made.append(Placed(mark, 0, min(one, other), max(one, other), Anchoring.SAME))
    return made


def _told(marks: list[Placed], at: int, chosen: str | None) -> Way | None:
    """Tell how a character is painted, asking every highlight."""
    here = sorted((m for m in marks if m.start <= at < m.end), key=lambda m: m.highlight.created)
    if not here:
        return None
    *others, newest = (mark.highlight for mark in here)
    picked = next((one for one in others if one.id == chosen), None)
    if picked:
        return Way(picked.colour, newest.colour, chosen=True)
    below = others[-1].colour if others else None
    return Way(newest.colour, below, chosen=newest.id == chosen)


@given(_marks(), st.sampled_from([None, "0", "1", "5"]))
def test_every_character_is_painted_as_its_newest_highlights_say(
    marks: list[Placed], chosen: str | None
) -> None:
    found = list(pieces(marks, chosen))
    for at in range(LONG):
        here = [way for start, end, way in found if start <= at < end]
        told = _told(marks, at, chosen)
        assert here == ([told] if told else [])
    assert all(a[1] < b[0] or (a[1] == b[0] and a[2] != b[2]) for a, b in pairwise(found))
