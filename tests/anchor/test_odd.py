"""Odd and hostile texts are answered, if only by an orphan."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.anchor import describe, locate
from tests.bench.anchors import edition_of

HAN = [chr(code) for code in range(0x4E00, 0x5200)]


def place_of(old: list[str], new: list[str], start: int, end: int) -> tuple[int | None, int, int]:
    before, after = (edition_of([[(c, None) for c in text] for text in ts]) for ts in (old, new))
    placement = locate(describe(before, 0, start, end), before.edition, after.edition)
    return placement.node, placement.start, placement.end


def test_describing_a_passage_loads_nothing_that_searches():
    code = "import sys, core.anchor; print({'rapidfuzz', 'opencc'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_a_node_of_three_hundred_thousand_characters():
    text = "".join(random.Random(1).choices(HAN, k=300_000))
    new = f"{text[:5000]}稀土{text[5000:200_000]}{text[200_100:]}"
    assert place_of([text], [new], 150_000, 150_040) == (0, 150_002, 150_042)


def test_a_hundred_thousand_equal_characters():
    assert place_of(["a" * 100_000], ["ab" * 50_000], 5000, 5040)[0] is None


def test_ten_thousand_equal_claims():
    assert place_of(["稀土"] * 10_000, ["稀土"] * 10_001, 0, 2)[0] is None


@pytest.mark.parametrize("text", ["   ", "——", "\u200b\u200b", "👩‍👩‍👧", "\ud800\udc00"])
def test_a_text_without_words_is_found_where_it_stays(text):
    assert place_of([text, "rare earth"], [text, "copper"], 0, len(text)) == (0, 0, len(text))


texts = st.lists(
    st.text(st.sampled_from("ab1 .é\u0301稀万萬👍🏽\u200d㎏ß")), min_size=1, max_size=4
)


@settings(max_examples=150)
@given(st.text(st.sampled_from("ab1 .é\u0301稀万萬👍🏽\u200d㎏ß"), min_size=1), texts, texts)
def test_any_answer_is_inside_its_node(first, old, new):
    node, start, end = place_of([first, *old], new, 0, len(first))
    assert node is None or 0 <= start < end <= len(new[node])
