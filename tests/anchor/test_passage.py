"""A passage is described whole: no grapheme is cut, and quote and context are the text's own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.anchor import CONTEXT, describe, snap
from core.model import Article
from tests.bench.anchors import edition_of

GRAPHEMES = (
    "é",
    "ṩ̂",
    "❤️",
    "葛\U000e0100",
    "👩‍👩‍👧",
    "🏳️‍🌈",
    "👍🏻",
    "👍🏽",
    "👍🏿",
    "🇨🇳",
    "🇨",
    "1️⃣",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "각",
    "की",
    "\r\n",
)
PLAIN = ("a", "稀", "𠮷", " ", "。", "9")
graphemes = st.lists(st.sampled_from(GRAPHEMES + PLAIN), min_size=1, max_size=12).filter(
    lambda parts: all(a != "🇨" or b[0] != "🇨" for a, b in pairwise(parts))
)


def article(*texts: str) -> Article:
    return edition_of([[(char, None) for char in text] for text in texts])


@given(graphemes, st.data())
def test_snapping_cuts_no_grapheme_and_takes_no_other(parts, data):
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, len(parts) - 1))
    border = [sum(map(len, parts[:k])) for k in range(len(parts) + 1)]
    start = data.draw(st.integers(border[first], border[first + 1] - 1))
    end = data.draw(st.integers(max(start, border[last]) + 1, border[last + 1]))
    assert snap("".join(parts), start, end) == (border[first], border[last + 1])


@given(st.text(min_size=1), st.data())
def test_a_quote_is_what_stands_at_its_offsets(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = describe(article(text), 0, start, end)
    assert found.start <= start < end <= found.end
    assert text[found.start : found.end] == found.quote
    assert snap(text, found.start, found.end) == (found.start, found.end)


def test_context_is_of_the_same_node_only():
    found = describe(article("before", "a rare earth b", "after"), 1, 2, 12)
    assert (found.prefix, found.quote, found.suffix) == ("a ", "rare earth", " b")


def test_context_is_at_most_thirty_two_code_points_either_side():
    found = describe(article("稀" * 100), 0, 50, 51)
    assert len(found.prefix) == len(found.suffix) == CONTEXT == 32


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (4, 2), (0, 99)])
def test_what_is_no_stretch_of_the_text_is_a_bug(start, end):
    with pytest.raises(AssertionError):
        describe(article("rare earth"), 0, start, end)
