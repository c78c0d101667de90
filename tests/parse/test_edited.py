"""A page that was changed in one place is read as before in all others."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Kind
from core.parse import parse_text
from core.samples import sample_texts
from tests.parse.test_nothing_is_lost import shown, written

SAMPLES = sample_texts()


def dropped(lines: list[str], at: int, place: int) -> list[str]:
    return [*lines[:at], *lines[at + 1 :]]


def doubled(lines: list[str], at: int, place: int) -> list[str]:
    return [*lines[: at + 1], *lines[at:]]


def swapped(lines: list[str], at: int, place: int) -> list[str]:
    return [*lines[:at], *lines[at : at + 2][::-1], *lines[at + 2 :]]


def unbracketed(lines: list[str], at: int, place: int) -> list[str]:
    brackets = [where for where, char in enumerate(lines[at]) if char in "[]"]
    if not brackets:
        return lines
    gone = brackets[place % len(brackets)]
    return [*lines[:at], lines[at][:gone] + lines[at][gone + 1 :], *lines[at + 1 :]]


def parted(lines: list[str], at: int, place: int) -> list[str]:
    words = lines[at].split(" ")
    here = place % len(words)
    halves = [" ".join(words[:here]), " ".join(words[here:])]
    return [*lines[:at], *halves, *lines[at + 1 :]]


EDITS = (dropped, doubled, swapped, unbracketed, parted)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SAMPLES), st.sampled_from(EDITS), st.integers(0, 999), st.integers(0, 999))
def test_a_page_edited_in_one_place_is_the_same_in_all_others(text, edit, at, place):
    lines = text.split("\n")
    at %= len(lines)
    edited = edit(lines, at, place)
    page = parse_text("\n".join(edited))
    assert written("\n".join(edited)) - shown(page) == Counter()
    touched = " ".join([*lines[at : at + 2], *edited[at : at + 2]])
    assert not [one for one in claims(text) - claims("\n".join(edited)) if one[0] not in touched]
    assert not [one for one in claims("\n".join(edited)) - claims(text) if not near(one[0], edited)]


def near(said: str, lines: list[str]) -> bool:
    """Tell whether a claim that was not there before stands so in the page."""
    return said in " ".join(lines)


def claims(text: str) -> Counter[tuple[str, tuple[int, ...]]]:
    nodes = (node for one in parse_text(text).articles for node in one.edition.nodes)
    return Counter((node.text, node.citations) for node in nodes if node.kind is Kind.CLAIM)
