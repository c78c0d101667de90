"""The head of a mail that was forwarded is no article, nor are the words somebody put over it."""

from contextlib import suppress

import pytest

from core.errors import Unreadable
from core.parse import parse_text
from tests.parse.outlined import outlined

PAGE = """锂价
Hua Er Jie Jian Wen· 2025-11-08 23:50
Core Insights - Spot rose 11% [1][2] - Stocks fell [3]
"""
ROWS = ["lead: Core Insights", "  - Spot rose 11%[1][2]", "  - Stocks fell[3]"]
NOTE = "Hi Bo, see below.\n\nAnna\n\n"
ENGLISH = """From: Daily <daily@example.org>
Date: Sun, Nov 9, 2025 at 8:15 AM
Subject: Lithium
To: Anna <anna@example.org>
"""
CHINESE = "发件人: 研究部\n发送时间: 2025年11月9日 12:46\n收件人: Bo\n主题: 锂\n"


@pytest.mark.parametrize("note", ["", NOTE])
@pytest.mark.parametrize(
    "rule", ["", "---------- Forwarded message ---------\n", "Begin forwarded message:\n\n"]
)
@pytest.mark.parametrize(
    "head", [ENGLISH, CHINESE, ENGLISH.replace("From", "**From").replace("m:", "m:**")]
)
def test_a_forwarded_page_is_the_page_alone(note, rule, head):
    (article,) = parse_text(f"{note}{rule}{head}\n{PAGE}").articles
    assert (article.title, article.masthead.published) == ("锂价", "2025-11-08 23:50")
    *told, kept = outlined(article)
    assert told == ROWS
    assert all(line in kept for line in f"{note}{rule}{head}".split("\n") if line)


def test_each_of_several_forwarded_pages_is_one():
    second = PAGE.replace("锂价", "镍价")
    text = f"{NOTE}{ENGLISH}\n{PAGE}\n-----Original Message-----\n{CHINESE}\n{second}"
    first, other = parse_text(text).articles
    assert (first.title, other.title) == ("锂价", "镍价")
    assert outlined(other) == ROWS


def test_words_over_a_page_that_no_head_parts_are_left_where_they_are():
    text = f"{PAGE}\nFrom: the mine\nTo: the mill\n\n{PAGE.replace('锂价', '镍价')}"
    assert [article.title for article in parse_text(text).articles] == ["锂价", "镍价"]
    assert "From: the mine" in "\n".join(outlined(parse_text(text).articles[0]))


def test_a_head_without_a_page_is_kept():
    (article,) = parse_text(ENGLISH).articles
    assert "daily@example.org" in outlined(article)[0]


def test_heads_over_and_over_end_soon():
    for unit in ("From: a\n", "From: a\nTo: b\nDate: c\n", "wrote:\nFrom: a\nTo: b\nTo: c\n\n"):
        with suppress(Unreadable):
            assert parse_text(unit * 30_000).articles
