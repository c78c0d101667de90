"""Numbers with what they count, as they are written elsewhere."""

import pytest

from core.glossary import cut, expand
from core.glossary.figure import spellings


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("10-20 years", "10至20年"),
        ("10–20 years", "10 to 20 years"),
        ("10到20年", "10 to 20 years"),
        ("28nm", "28纳米"),
        ("28 纳米", "28 nm"),
        ("96,600 tons", "96600吨"),
        ("$6.4bn", "6.4 billion"),
        ("6.4 billion", "64亿"),
        ("64亿美元", "6.4 billion"),
        ("1.2 trillion", "1.2万亿"),
        ("7万元", "70000 yuan"),
        ("3.5kg", "3.5公斤"),
        ("5 percent", "5%"),
        ("3.0%", "3 per cent"),
        ("4%", "4.00%"),
        ("50bps", "50 basis points"),
        ("4%-4.25%", "4.00% to 4.25%"),
        ("三十年", "30 years"),
        ("25年", "二十五年"),
        ("两年", "two years"),
        ("三至五年", "3 to 5 years"),
        ("3-5 years", "three to five years"),
        ("73,000", "7.3万"),
        ("7.3万辆", "73000"),
        ("十万", "100000"),
        ("1650亿港元", "165 billion"),
        ("2030年", "2030"),
    ],
)
def test_a_figure_is_looked_for_as_others_write_it(typed, other):
    assert other in spellings(typed)
    assert other in [one.text for one in expand(typed)]


@pytest.mark.parametrize(
    "text", ["2025", "8.5", "one year", "10 lemons", "1" * 50, "", "-", "三五年", "2020-2025年"]
)
def test_what_is_no_figure_is_left_alone(text):
    assert spellings(text) == ()


def test_a_figure_stays_whole_in_a_question():
    assert cut("cobalt 96600 tons a year") == ("cobalt", "96600 tons", "a", "year")
