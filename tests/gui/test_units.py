"""Offsets in code points and in UTF-16 units, for any text that Python can hold."""

from hypothesis import given
from hypothesis import strategies as st

from gui.units import Units, length

TEXTS = st.text(st.sampled_from("aé稀😀𠮷\ud83d\u200d"), max_size=12)


def coded(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_units_are_counted_as_they_are_coded(text: str) -> None:
    units = Units(text)
    assert [units.to_qt(n) for n in range(len(text) + 1)] == [
        coded(text[:n]) for n in range(len(text) + 1)
    ]
    assert length(text) == coded(text)


@given(TEXTS)
def test_a_place_comes_back_as_itself(text: str) -> None:
    units = Units(text)
    for place in range(len(text) + 1):
        assert units.to_core(units.to_qt(place)) == place == units.ceiling(units.to_qt(place))


def test_what_is_within_a_character_belongs_to_it() -> None:
    units = Units("a😀b")
    assert (units.to_core(2), units.ceiling(2)) == (1, 2)
