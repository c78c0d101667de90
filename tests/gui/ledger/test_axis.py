"""Ticks: few enough, within the axis, in order, and said in few letters."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from gui.ledger.axis import day_ticks, log_ticks, number_ticks, short

DAYS = st.integers(min_value=1, max_value=date.max.toordinal())


@given(DAYS, DAYS, st.integers(min_value=1, max_value=20))
def test_days_have_few_ticks_in_order_and_in_range(one: int, other: int, most: int) -> None:
    first, last = sorted((one, other))
    places = [tick.at for tick in day_ticks(first, last, most)]
    assert places == sorted(set(places))
    assert all(first <= at <= last for at in places)
    assert len(places) <= max(most, 6) + 3


@example(low=5443434375.0, span=1e-06, most=5)
@given(
    st.floats(min_value=-1e12, max_value=1e12),
    st.floats(min_value=1e-6, max_value=1e12),
    st.integers(min_value=1, max_value=20),
)
def test_numbers_have_few_round_ticks(low: float, span: float, most: int) -> None:
    ticks = number_ticks(low, low + span, most)
    assert len(ticks) <= most + 2


def words(first: date, last: date, most: int) -> list[str]:
    return [tick.words for tick in day_ticks(first.toordinal(), last.toordinal(), most)]


def test_far_away_ticks_are_years_and_near_by_days() -> None:
    assert words(date(2026, 1, 1), date(2056, 1, 1), 8)[:3] == ["2030", "2035", "2040"]
    assert words(date(2026, 1, 1), date(2027, 2, 1), 6) == ["2026", "Apr", "Jul", "Oct", "2027"]
    assert words(date(2026, 1, 1), date(2026, 1, 4), 6) == ["1 Jan", "2 Jan", "3 Jan", "4 Jan"]


def test_an_axis_of_powers_says_only_these() -> None:
    said = [tick.words for tick in log_ticks(1, 1e6)]
    assert [word for word in said if word] == [
        *("1", "10", "100", "1,000", "10,000", "100,000", "1 m"),
    ]


def test_numbers_are_said_shortly() -> None:
    assert [short(n) for n in (0, 0.5, 1500, 8.5e9, 1.874e14, -2e6)] == [
        *("0", "0.5", "1,500", "8.5 bn", "187.4 tn", "-2 m"),
    ]
