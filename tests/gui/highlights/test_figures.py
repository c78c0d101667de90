"""What a field of a finding says can be typed back: the same days, per cent and amount."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from core.finding import Due
from core.quantity import quantities
from gui import tongue
from gui.highlights.finding.figures import (
    due_words,
    figure_in,
    figure_words,
    percent_words,
    typed_due,
    typed_figure,
    typed_percent,
)

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
years = st.integers(1990, 2090)


def period(precision: str, year: int, month: int) -> tuple[date, date]:
    """Give the first and last day of the month, quarter, half-year or year that holds a month."""
    first = (month - 1) // MONTHS[precision] * MONTHS[precision] + 1
    last = first + MONTHS[precision] - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


@given(
    st.sampled_from(sorted(MONTHS)),
    st.tuples(years, st.integers(1, 12)),
    st.tuples(years, st.integers(1, 12)),
    st.sampled_from(["both", "from", "by"]),
)
def test_a_horizon_reads_back_as_it_is_said(
    precision: str, one: tuple[int, int], other: tuple[int, int], ends: str
) -> None:
    first, last = sorted((one, other))
    earliest, latest = period(precision, *first)[0], period(precision, *last)[1]
    due = Due(None if ends == "by" else earliest, None if ends == "from" else latest, precision)
    assert typed_due(due_words(due), None) == due


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_days_read_back_as_they_are_said(one: date, other: date) -> None:
    first, last = sorted((one, other))
    due = Due(first, last, "day")
    assert typed_due(due_words(due), None) == due


@given(st.integers(0, 100))
def test_a_confidence_reads_back(percent: int) -> None:
    assert typed_percent(percent_words(percent)) == percent


@pytest.mark.parametrize("typed", ["", "-1", "101", "half", "7.5", "1e1", "²", "9" * 5000])
def test_what_is_no_confidence_is_none(typed: str) -> None:
    assert typed_percent(typed) is None


@pytest.mark.parametrize(
    "text",
    [
        *("10 to 20 years", "$8.5 billion", "85%", "187.4万亿元", "三成", "at least 8 years"),
        *("Eight out of nine buyers", "two thirds", "三分之二"),
    ],
)
def test_an_amount_reads_back_as_it_is_said(text: str) -> None:
    figure = typed_figure(text)
    assert figure is not None
    again = typed_figure(figure_words(figure))
    assert again is not None
    assert (again.kind, again.low, again.high) == (figure.kind, figure.low, figure.high)


def test_an_amount_that_nobody_could_keep_is_no_figure() -> None:
    (one,) = quantities("8 tons")
    assert figure_in(one, "8 tons") is not None
    huge = type(one)(0, 6, one.kind, Decimal("1e40"), Decimal("1e40"), "t")
    assert figure_in(huge, "8 tons") is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_and_a_month_are_said_in_chinese_and_read_back(qapp: QApplication, day: date) -> None:
    first, last = period("month", day.year, day.month)
    tongue.wear(qapp, "zh")
    said = {due: due_words(due) for due in (Due(day, day, "day"), Due(first, last, "month"))}
    tongue.wear(qapp, "en")
    assert [*said.values()] == [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month}月",
    ]
    assert all(typed_due(words, None) == due for due, words in said.items())


def test_other_horizons_are_said_as_they_are_typed(qapp: QApplication) -> None:
    tongue.wear(qapp, "zh")
    by, years = (
        Due(None, date(2030, 12, 31), "year"),
        Due(date(2035, 1, 1), date(2045, 12, 31), "year"),
    )
    said = due_words(by), due_words(years)
    tongue.wear(qapp, "en")
    assert said == ("by 2030", "2035–2045")
