"""Letters are found in a text whatever their case, width, accents and script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.words import fold
from core.words.within import within


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Rare Earths, rare earth", "RARE earth", ["Rare Earth", "rare earth"]),
        ("稀土與磁體", "磁体", ["磁體"]),
        ("Société Générale", "generale", ["Générale"]),
        ("２８nm 和 ﬁnal", "28nm", ["２８nm"]),
        ("ﬁnal", "fin", ["ﬁn"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("ﬀ", "f", ["ﬀ"]),
        ("nothing", "  ", []),
        ("gain\u0307", "n", ["n"]),
    ],
)
def test_words_are_found(text: str, wanted: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in within(text, wanted)] == found


@given(st.text(max_size=40), st.text(min_size=1, max_size=4))
def test_what_is_found_holds_what_was_wanted(text: str, wanted: str) -> None:
    needle = fold(" ".join(wanted.split()))
    places = within(text, wanted)
    assert all(needle in fold(text[start:end]) for start, end in places)
    assert list(places) == sorted(set(places))
