"""What is read out of a claim: values, bounds, direction, and what is left outside."""

from datetime import date
from decimal import Decimal

import pytest

from core.quantity import Bound, Direction, Kind, Precision, quantities, spoken
from tests.quantity.given_text import only, said


def test_a_range_of_years_has_both_ends_and_its_span():
    text = "A secure chain could take 10 to 20 years [3][5]."
    one = only(text)
    assert (one.kind, one.unit) == (Kind.DURATION, "year")
    assert (one.low, one.high) == (Decimal(10), Decimal(20))
    assert text[one.start : one.end] == "10 to 20 years"


def test_money_is_in_whole_units_of_an_iso_currency():
    one = only("总额达187.4万亿元")
    assert (one.kind, one.low, one.currency, one.unit) == (
        Kind.MONEY,
        Decimal("1.874e14"),
        "CNY",
        "",
    )


@pytest.mark.parametrize(
    ("text", "zeros"),
    [
        ("$2k", 3),
        ("$2m", 6),
        ("$2mn", 6),
        ("$2bn", 9),
        ("$2b", 9),
        ("$2t", 12),
        ("$2 trillion", 12),
    ],
)
def test_a_scale_stands_for_its_zeros(text, zeros):
    assert only(text).low == 2 * 10**zeros


def test_two_years_that_something_stands_between_are_one_time_from_that_word_on():
    assert said("As was said in Beijing, between 2025 and 2030 output doubles") == [
        "between 2025 and 2030"
    ]


def test_a_comma_before_a_year_is_no_part_of_a_number():
    assert said("产量增长,2025年见顶") == ["2025年"]
    assert said("1,2025") == []


@pytest.mark.parametrize("text", ["by the 2030s", "2030年代"])
def test_a_decade_is_no_more_exact_than_that(text):
    assert only(text).precision is Precision.DECADE


def test_a_yen_sign_is_yuan_unless_japan_is_spoken_of():
    assert only("It paid ¥500 million").currency == "CNY"
    assert only("Tokyo paid ¥500 million").currency == "JPY"


def test_a_ratio_keeps_its_parts_and_what_they_count():
    one = only("for eight out of nine minerals")
    assert (one.low, one.noun) == (Decimal("0.888889"), "mineral")
    assert one.parts == (Decimal(8), Decimal(9))


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("at least 5 years", Bound.AT_LEAST, 5, None),
        ("more than 5 years", Bound.OVER, 5, None),
        ("逾5年", Bound.OVER, 5, None),
        ("up to 5 years", Bound.UP_TO, None, 5),
        ("within 5 years", Bound.UP_TO, None, 5),
        ("fewer than 5 years", Bound.UNDER, None, 5),
        ("不足5年", Bound.UNDER, None, 5),
        ("5年以上", Bound.AT_LEAST, 5, None),
        ("5年以内", Bound.UP_TO, None, 5),
        ("no more than 5 years", Bound.UP_TO, None, 5),
    ],
)
def test_a_bound_leaves_one_end_open_and_is_part_of_the_span(text, bound, low, high):
    one = only(text)
    assert (one.bound, one.low, one.high) == (bound, low, high)
    assert (one.start, one.end) == (0, len(text))


@pytest.mark.parametrize(
    "text", ["about 30%", "nearly 30%", "roughly 30%", "约30%", "30%左右", "近30%"]
)
def test_about_stays_outside_of_the_span(text):
    one = only(text)
    assert one.approximate
    assert text[one.start : one.end] == "30%"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Exports fell 20.3%", Direction.FELL),
        ("出口同比下降20.3%", Direction.FELL),
        ("Output rose by 5%", Direction.ROSE),
        ("产量增长5%", Direction.ROSE),
        ("a 25 basis point cut", Direction.FELL),
        ("+57.38%", Direction.ROSE),
        ("产量减半", Direction.FELL),
        ("Prices, up on costs, are a third lower", Direction.FELL),
        ("The crop is 13 per cent up on the year", Direction.ROSE),
        ("It put 20% down on a house", Direction.NONE),
        ("降水量较常年偏多三成", Direction.ROSE),
        ("增速比上月末低0.2个百分点", Direction.FELL),
        ("跌幅扩大至12%", Direction.FELL),
        ("涨幅收窄至3%", Direction.ROSE),
        ("累计下行约60BP", Direction.FELL),
        ("占一半", Direction.NONE),
        ("It holds 30%", Direction.NONE),
        ("It cut costs, 30% of them fixed", Direction.NONE),
    ],
)
def test_direction_is_told_by_the_nearest_word_of_the_clause(text, way):
    assert only(text).direction is way


def test_a_move_from_one_value_to_another_is_two_values():
    assert said("The share rose from 25% to 100%") == ["25%", "100%"]
    assert said("Margins range from 25% to 30%") == ["25% to 30%"]


def test_a_comparison_is_told_by_its_unit():
    assert [one.against for one in quantities("同比增长5%,环比下降2%")] == ["year", "period"]
    assert only("It rose 5% year-on-year").against == "year"
    assert only("A month - on - month rise of 5%").against == "month"
    both = quantities("Prices rose 0.1% year-on-year and fell 0.1% month-on-month")
    assert [one.against for one in both] == ["year", "month"]


def test_money_that_is_raised_did_not_rise():
    assert only("Firms raised 927 billion yuan").direction is Direction.NONE


def test_hedges_are_told_for_the_whole_sentence_and_no_other():
    first, second = quantities("It may take 5 years. It cost $3 million.")
    assert first.hedged
    assert not second.hedged


@pytest.mark.parametrize("text", ["It is unlikely to end within a year", "一年内难以实现"])
def test_what_is_unlikely_is_hedged_as_well(text):
    assert only(text).unlikely
    assert only(text).hedged


def test_somebody_projects_and_projects_are_built():
    assert only("Goldman projects growth of 4.5%").hedged
    assert not only("The first batch of 17 projects was approved").hedged
    assert not only("Projects in 12 countries, among them dams, closed").hedged


def test_what_makes_up_a_share_did_not_rise():
    assert only("China makes up 10% of demand").direction is Direction.NONE
    assert only("Magnets took up 2% of it").direction is Direction.NONE
    assert only("Demand is up 4%").direction is Direction.ROSE


def test_a_price_per_ton_is_one_also_before_a_word_of_time():
    assert only("It rose above $11000 a ton after a strike").unit == "USD/t"
    assert only("They paid $500 a year after the ban").unit == ""


def test_a_month_is_no_hedge():
    assert not only("In May 2025 it closed").hedged


def test_a_date_is_a_period_with_its_precision():
    one = only("Sales peaked in Q4 2024")
    assert (one.since, one.until) == (date(2024, 10, 1), date(2024, 12, 31))
    assert (one.precision, one.low) == (Precision.QUARTER, None)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("by the end of 2026", None, date(2026, 12, 31)),
        ("before 2030", None, date(2029, 12, 31)),
        ("2030年前", None, date(2029, 12, 31)),
        ("since 2022", date(2022, 1, 1), None),
        ("after 2030", date(2031, 1, 1), None),
        ("2026年底前", None, date(2026, 12, 31)),
    ],
)
def test_the_bound_of_a_date_leaves_one_end_open(text, since, until):
    one = only(text)
    assert (one.since, one.until) == (since, until)
    assert (one.start, one.end) == (0, len(text))


def test_a_duration_that_is_over_is_past():
    assert only("the past three years").past
    assert only("近五年来").past
    assert not only("the next three years").past


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("19,109 yuan/ton", "CNY/t"),
        ("每吨8000元", "CNY/t"),
        ("$70 a barrel", "USD/barrel"),
        ("300万吨/年", "t/year"),
        ("2.3 TWh a year", "TWh/year"),
        ("0.5元/股", "CNY/share"),
    ],
)
def test_a_rate_is_named_in_english_in_both_languages(text, unit):
    one = only(text)
    assert (one.kind, one.unit) == (Kind.RATE, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567 tons", 1234567),
        ("12,34,567 tons", 1234567),
        ("1'234'567 tons", 1234567),
        ("1.234.567 tons", 1234567),
        ("1.234,5 tons", Decimal("1234.5")),
        ("10 000 tons", 10000),
        ("10\u202f500 tons", 10500),
        ("１，２００吨", 1200),
        ("1亿2000万吨", 120_000_000),
        ("三千五百吨", 3500),
        ("一万零五百吨", 10500),
        ("two and a half tons", Decimal("2.5")),
        ("one hundred and twenty tons", 120),
        (".5 tons", Decimal("0.5")),
    ],
)
def test_numbers_are_read_in_every_spelling(text, value):
    assert only(text).low == only(text).high == value


def test_traditional_characters_are_read_as_simplified():
    assert only("增長3.5億港元").low == 350_000_000


def test_a_text_that_lost_its_spaces_gives_nothing():
    assert quantities("adding 2.3trillionsincethestartof2023, 5% of it") == ()


def test_a_letter_alone_is_a_scale_only_of_money_or_of_things():
    assert only("$20m").low == 20_000_000
    assert only("20m users").low == 20_000_000
    assert (only("a 20m wall").kind, only("5t of ore").unit) == (Kind.LENGTH, "t")


def test_nothing_is_read_from_the_names_that_hold_numbers():
    assert said("JM2601, COVID-19, Boeing 737 jets, the CSI 300 and Article 301 [3]") == []
    assert said("十五五规划、一带一路、沪深300、第3次会议、三星、百度") == []
    assert said("三元锂电池一天天涨价") == []


@pytest.mark.parametrize("text", ["比例 ratio 3:1", "赔率(odds) 3:1 ok"])
def test_a_ratio_that_both_languages_name_is_one(text):
    assert only(text).low == Decimal(3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3 million people moved", "3 million people"),
        ("It cost $5 billion USD", "USD 5 billion"),
        ("HK$5 dollars a share", "HKD 5 per share"),
        ("70 dollars per annum", "USD 70 per year"),
        ("It took 300 yr", "300 years"),
        ("It takes 3 and a half years", "3.5 years"),
        ("3 1/2 million tons", "3.5 million t"),
        ("two and a half million tons", "2.5 million t"),
        (".5 percent of it", "0.5%"),
        ("two or three years", "2–3 years"),
        ("三亿元", "CNY 300 million"),
        ("一亿二千万元", "CNY 120 million"),
        ("三点五万吨", "35,000 t"),
        ("二十多万吨", "over 200,000 t"),
        ("持续了3个多月", "over 3 months"),
        ("毛利率负5%", "-5%"),
        ("毛利率提升2.3个pct", "up 2.3 pps"),
        ("in 2025Q3", "Q3 2025"),
        ("in 1H2025", "H1 2025"),
        ("in 2024-25", "2024–2025"),
        ("on 2025-09", "2025-09"),
        ("2025年1-9月", "2025-01–2025-09"),
        ("2025年前两个月", "2025-01–2025-02"),
        ("2025年头两个月", "2025-01–2025-02"),
        ("20世纪90年代", "1990–1999"),
    ],
)
def test_rarer_ways_to_write_are_read_as_well(text, told):
    assert spoken(only(text)) == told


def test_two_that_are_far_apart_or_turned_round_are_no_range():
    assert said("two or thirty tons") == ["thirty tons"]
    assert said("from March 2025 to May 2024") == ["March 2025", "May 2024"]


def test_the_first_months_of_a_year_without_a_name_count_nothing():
    assert said("前10个月进口增长5%") == ["5%"]
    assert said("In the first 10 months imports rose 5%") == ["5%"]


def test_a_year_or_a_patent_is_no_quantity_of_the_word_behind_it():
    assert said("In 2025 and a half year later") == ["2025", "half year"]
    assert said("拥有5个PCT专利") == []
