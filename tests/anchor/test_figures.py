"""Figures are equal when their numbers, scales and units are, however they are written."""

import pytest

from core.anchor.figures import figures

EQUAL = [
    ("20%", "20 percent"),
    ("20%", "20%"),
    ("10–20 years", "10-20 years"),
    ("$5 billion", "US$5bn"),
    ("1,000 tons", "1000 tonnes"),
    ("二十年", "20年"),
    ("第二季度", "第2季度"),
    ("1.5億噸", "1.5 亿 吨"),
    ("eight out of nine", "8 out of 9"),
    ("下滑一个百分点", "下滑1个百分点"),
    ("进一步统一", "逐步整合"),
    ("one of the reasons", "a reason"),
    ("2 percentage points", "2pp"),
    ("10兆瓦", "10 MW"),
    ("增速为负5%", "增速为-5%"),
    ("5%-10%", "5%至10%"),
    ("2025年-2027年", "2025年至2027年"),
]
CHANGED = [
    ("10 years", "12 years"),
    ("10 years", "10 months"),
    ("1.5%", "15%"),
    ("5%", "-5%"),
    ("5%", "5 percentage points"),
    ("5 million", "5 billion"),
    ("几亿元", "几万元"),
    ("十年", "二十年"),
    ("from 10 to 20", "from 20 to 10"),
    ("$5", "¥5"),
    ("Q1", "Q2"),
    ("ten buyers", "nine buyers"),
    ("5万吨", "5吨"),
    ("12 consecutive weeks", "12 consecutive days"),
    ("10兆瓦", "10吉瓦"),
    ("30 barrels", "30 ounces"),
    ("10多年", "10多个月"),
    ("增速为-5%", "增速为5%"),
    ("minus 5%", "5%"),
    ("三分之一", "三分之二"),
    ("千余家", "百余家"),
    ("上半年", "下半年"),
    ("翻倍", "减半"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_one_figure_may_be_written_in_several_ways(one, other):
    assert figures(one, 0, len(one)) == figures(other, 0, len(other))


@pytest.mark.parametrize(("one", "other"), CHANGED)
def test_another_number_scale_or_unit_is_another_figure(one, other):
    assert figures(one, 0, len(one)) != figures(other, 0, len(other))


def test_a_figure_that_a_span_cuts_is_read_to_its_end():
    assert figures("rise 20% soon", 5, 6) == figures("rise 20% soon", 5, 8)
    assert figures("rise 20 soon", 5, 7) != figures("rise 205 soon", 5, 7)


def test_a_figure_beside_a_span_is_not_in_it():
    assert figures("rise 20% soon", 9, 13).numbers == ()


def test_a_unit_in_a_span_does_not_bring_its_number():
    text = "10 million years"
    assert figures(text, 3, len(text)).numbers == ("million",)
