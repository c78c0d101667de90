"""Any text is answered: nothing is raised, spans lie inside, and work grows with length only."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.quantity import Kind, horizon, measured, quantities, spoken, times
from core.quantity.plain import wordset

PIECES = sorted(
    wordset(
        """
        1 2025 30 0.5 10,000 % $ ¥ RMB bn million 万 亿 千 百 十 三 两 几 半 成 年 月 日 个 家
        元 吨 前 后 内 以上 至 到 - – ~ to and of a an half third per / over within by since year
        vote ratio 比 票 against for 1:1 8-1 straight respectively and, 213
        years Q4 H1 FY may 或 约 近 翻 番 倍 [1] ( ) . , 、 。
        """
    )
)
ENDLESS = (
    "1", "万", "一", "十", "1,", "12,", "123,", "1-", "1/", "1.", "1 to ", "a", "1 a", "2025-",
    "2025年", "二〇二五年", "$", "¥1", "[1]", "from 1 ", "may ", "half a ", "one hundred ",
    "two and ", "第", "第一", " ", ". ", "1亿", "1-a-", "5% ", "年", "数", "three five", "q1 ",
    "十五五", "５，", "-", "+1", "1:00", "。或",
    ", 213", "1、", "8 to 1 vote ", "1:1 ratio ", "vote ", "1 for, 1 against ", "8比1票",
    "over 5 days ",
    "first 10 months ", "passed by ", "3 straight ",
)  # fmt: skip


def check(text: str) -> None:
    """Read a text, and hold what is promised of every answer."""
    end = 0
    for one in quantities(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        if one.kind is Kind.DATE:
            assert one.since or one.until
        else:
            assert one.low is not None or one.high is not None
            measured(one)
        if one.low is not None and one.high is not None:
            assert one.low <= one.high
        assert spoken(one)
        horizon(one, date(2025, 11, 9))


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_any_text_is_answered(text):
    check(text)
    times(text, date(2025, 11, 9))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
def test_any_heap_of_numbers_and_units_is_answered(pieces, between):
    check(between.join(pieces))


@settings(max_examples=200)
@given(st.integers(1, 10**15), st.sampled_from(["吨", " tons", "元", "%", "家", " years"]))
def test_a_number_in_digits_is_read_as_it_is(number, unit):
    text = f"{number}{unit}"
    found = quantities(text)
    if number > 1 and not (unit in ("家", " years") and number < 2200):
        assert [one.low for one in found] == [number]


@pytest.mark.parametrize("piece", ENDLESS)
def test_work_grows_with_the_length_alone(piece):
    small, large = (_seconds(piece * (size // len(piece))) for size in (1_000, 8_000))
    assert large < small * 24 + 0.05


def _seconds(text: str) -> float:
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        check(text)
        best = min(best, time.process_time() - start)
    return best


def test_a_hundred_thousand_digits_are_no_quantity():
    assert quantities("1" * 100_000 + " tons") == ()
    assert quantities("一" * 100_000 + "吨") == ()
