"""Quantities on the calendar, in base units, and in words."""

from datetime import date

import pytest

from core.quantity import Precision, horizon, measured, meet, spoken, times
from tests.quantity.given_text import only

PUBLISHED = date(2025, 11, 9)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("10 to 20 years", date(2035, 11, 9), date(2045, 11, 9)),
        ("十到二十年", date(2035, 11, 9), date(2045, 11, 9)),
        ("within a year", PUBLISHED, date(2026, 11, 9)),
        ("at least 18 months", date(2027, 5, 9), None),
        ("by the end of 2026", PUBLISHED, date(2026, 12, 31)),
        ("2030年前", PUBLISHED, date(2029, 12, 31)),
        ("半年后", date(2026, 5, 9), date(2026, 5, 9)),
        ("Q4 2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("since 2022", date(2022, 1, 1), None),
        ("within the next 18 months", PUBLISHED, date(2027, 5, 9)),
        ("until at least 2027", date(2027, 1, 1), None),
        ("90 days", date(2026, 2, 7), date(2026, 2, 7)),
        ("early 2030", date(2030, 1, 1), date(2030, 4, 30)),
        ("mid-2030", date(2030, 5, 1), date(2030, 8, 31)),
        ("late 2030", date(2030, 9, 1), date(2030, 12, 31)),
    ],
)
def test_a_horizon_is_counted_from_the_day_of_publishing(text, earliest, latest):
    found = horizon(only(text), PUBLISHED)
    assert found
    assert (found.earliest, found.latest) == (earliest, latest)


def test_a_horizon_knows_how_exactly_it_was_said():
    found = horizon(only("10 to 20 years"), PUBLISHED)
    assert found
    assert found.precision is Precision.YEAR


@pytest.mark.parametrize("text", ["three years ago", "$3 million", "the past 5 years"])
def test_what_is_past_or_no_time_has_no_horizon(text):
    assert horizon(only(text), PUBLISHED) is None


def test_a_leap_day_a_year_later_is_the_last_of_february():
    found = horizon(only("in one year"), date(2024, 2, 29))
    assert found
    assert found.latest == date(2025, 2, 28)


def test_a_horizon_beyond_the_calendar_is_open():
    found = horizon(only("9,000 years"), PUBLISHED)
    assert found
    assert found.latest is None


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("this year", date(2025, 1, 1), date(2025, 12, 31)),
        ("明年", date(2026, 1, 1), date(2026, 12, 31)),
        ("by next year", None, date(2026, 12, 31)),
        ("明年底前", None, date(2026, 12, 31)),
        ("next quarter", date(2026, 1, 1), date(2026, 3, 31)),
        ("上个月", date(2025, 10, 1), date(2025, 10, 31)),
        ("in the next decade", PUBLISHED, date(2035, 11, 9)),
        ("by the end of the decade", None, date(2029, 12, 31)),
        ("by year-end", None, date(2025, 12, 31)),
        ("年内", None, date(2025, 12, 31)),
        ("the 15th Five-Year Plan", date(2026, 1, 1), date(2030, 12, 31)),
        ("十五五时期", date(2026, 1, 1), date(2030, 12, 31)),
        ("第十四个五年规划", date(2021, 1, 1), date(2025, 12, 31)),
        ("by the end of the 15th Five-Year Plan", None, date(2030, 12, 31)),
        ("到“十五五”末", None, date(2030, 12, 31)),
        ("Q3 next year", date(2026, 7, 1), date(2026, 9, 30)),
        ("the second half of last year", date(2024, 7, 1), date(2024, 12, 31)),
        ("by the end of the first quarter of next year", None, date(2026, 3, 31)),
        ("March next year", date(2026, 3, 1), date(2026, 3, 31)),
        ("early next year", date(2026, 1, 1), date(2026, 4, 30)),
        ("before the decade is out", None, date(2029, 12, 31)),
        ("within the decade", None, date(2029, 12, 31)),
        ("明年三季度", date(2026, 7, 1), date(2026, 9, 30)),
        ("去年前三季度", date(2024, 1, 1), date(2024, 9, 30)),
        ("明年下半年", date(2026, 7, 1), date(2026, 12, 31)),
        ("今年四季度末", date(2025, 12, 31), date(2025, 12, 31)),
        ("明年3月前", None, date(2026, 2, 28)),
        ("后年年中", date(2027, 5, 1), date(2027, 8, 31)),
    ],
)
def test_a_time_without_its_year_is_read_as_of_a_day(text, since, until):
    (one,) = times(text, PUBLISHED)
    assert (one.since, one.until) == (since, until)


def test_a_years_end_is_told_of_in_january_and_foreseen_in_november():
    (told,) = times("年末人口140489万人", date(2026, 1, 19))
    assert told.until == date(2025, 12, 31)
    (foreseen,) = times("年末人口将达14亿", PUBLISHED)
    assert foreseen.until == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2 Mt", "200万吨"),
        ("three fifths", "60%"),
        ("六成", "60%"),
        ("2,000 MW", "2 GW"),
        ("5 kWh", "5度电"),
        ("50 bps", "0.5个百分点"),
        ("8 yuan/kg", "8000元/吨"),
        ("10 km", "10公里"),
        ("3,000 companies", "3000家"),
    ],
)
def test_the_same_in_other_units_is_the_same(one, other):
    assert measured(only(one)) == measured(only(other))


def test_quantities_meet_if_both_can_be_true():
    assert meet(only("10 to 20 years"), only("at least 15 years"))
    assert meet(only("within a year"), only("10 to 20 years")) is False
    assert meet(only("30%"), only("30 tons")) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("10 to 20 years", "10–20 years"),
        ("187.4万亿元", "CNY 187.4 trillion"),
        ("eight out of nine minerals", "8 of 9 minerals"),
        ("within a year", "up to 1 year"),
        ("within 45 days", "up to 45 days"),
        ("60 tons", "60 t"),
        ("about 30%", "about 30%"),
        ("超过三成", "over 30%"),
        ("fell 20.3% year-on-year", "down 20.3% year-on-year"),
        ("$70 a barrel", "USD 70 per barrel"),
        ("by the end of 2026", "by 2026-12-31"),
        ("2030年前", "before 2030"),
        ("Q4 2024", "Q4 2024"),
        ("2025-2026", "2025–2026"),
        ("19x", "19×"),
        ("17家", "17 家"),
        ("1.4 billion people", "1.4 billion people"),
        ("0.5%", "0.5%"),
    ],
)
def test_a_quantity_is_told_in_a_few_words(text, words):
    assert spoken(only(text)) == words
