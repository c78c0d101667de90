"""A span of days in words: no finer than it was said."""

from datetime import date

import pytest

from core.quantity import day_words, when

NOVEMBER = date(2025, 11, 9)


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "said"),
    [
        (date(2035, 11, 9), date(2045, 11, 9), "year", "2035–2045"),
        (NOVEMBER, NOVEMBER, "day", "9 Nov 2025"),
        (NOVEMBER, date(2025, 12, 1), "day", "9 Nov 2025 – 1 Dec 2025"),
        (NOVEMBER, date(2026, 2, 9), "month", "Nov 2025 – Feb 2026"),
        (NOVEMBER, date(2026, 2, 9), "quarter", "Q4 2025 – Q1 2026"),
        (NOVEMBER, date(2025, 12, 31), "half-year", "H2 2025"),
        (None, date(2029, 12, 31), "year", "by 2029"),
        (date(2031, 1, 1), None, "decade", "from 2031"),
        (None, NOVEMBER, "a word nobody knows", "by 9 Nov 2025"),
        (None, None, "year", ""),
    ],
)
def test_a_span_is_said(
    earliest: date | None, latest: date | None, precision: str, said: str
) -> None:
    assert when(earliest, latest, precision) == said


def test_a_day_is_said() -> None:
    assert day_words(date(2026, 1, 31)) == "31 Jan 2026"
