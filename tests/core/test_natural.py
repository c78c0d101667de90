"""Tags stand by letter, numbers in them by their value, and each right above what is below it."""

from hypothesis import given
from hypothesis import strategies as st

from core.natural import natural

NAMES = st.text("ab 29０.-（", max_size=6)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
NUMBERS = st.integers(0, 10**12)


def in_order(*paths: str) -> list[str]:
    return sorted(paths, key=natural)


def test_numbers_go_by_their_value_and_all_else_by_letter() -> None:
    assert in_order("Q10", "Q2", "b", "B", "10", "9", "稀土", "第10章", "第9章", "") == [
        *("", "9", "10", "B", "Q2", "Q10", "b", "稀土", "第9章", "第10章")
    ]
    assert in_order("2024/12", "2024/3", "2024", "2024-1") == [
        *("2024", "2024/3", "2024/12", "2024-1")
    ]


@given(NUMBERS, NUMBERS, st.text("0", max_size=3))
def test_a_larger_number_is_behind_however_it_is_filled_up(one: int, other: int, noughts: str):
    assert (natural(f"n{one}") < natural(f"n{other}")) is (one < other)
    if one < other:
        assert natural(f"n{noughts}{one} x") < natural(f"n{other}")


@given(PATHS, PATHS)
def test_two_tags_are_never_alike(one: str, other: str) -> None:
    assert (natural(one) == natural(other)) is (one == other)


@given(PATHS, NAMES, PATHS)
def test_nothing_stands_between_a_tag_and_what_is_below_it(above: str, name: str, other: str):
    below = f"{above}/{name}"
    if natural(above) < natural(other) < natural(below):
        assert other.startswith(f"{above}/")
