"""Pages with more around them than themselves: clipped, mailed, saved in other ways, on a phone."""

import json

import pytest

from core.errors import Unreadable
from core.model import Article
from core.parse import parse_text
from tests.parse.outlined import outlined

BODY = "### Core Insights\n- Zinc fell [1]\n- Lead rose [2][3]"
ROWS = ["lead: Core Insights", "  - Zinc fell[1]", "  - Lead rose[2][3]"]


def only(text: str) -> Article:
    (article,) = parse_text(text).articles
    return article


def head(article: Article) -> tuple[str, str | None, str | None]:
    told = article.masthead
    return told.title, told.source, told.published


def of_lists(article: Article) -> list[str]:
    return [row for row in outlined(article) if not row.startswith("  |")]


@pytest.mark.parametrize(
    "items",
    [
        "<li><p>Zinc fell [1]</p></li><li>\n<div><p>Lead rose [2][3]</p></div>\n</li>",
        "<li></li><li><p>Zinc fell [1]<li><li><span>Lead rose</span> [2][3]",
    ],
)
def test_a_mark_is_not_parted_from_its_words_by_a_paragraph(items):
    page = (
        f"<html><body><p>锌</p><p>雪球·2025-01-02 03:04</p><h3><div>Core Insights</div></h3>{items}"
    )
    assert outlined(only(page)) == ROWS
    assert head(only(page)) == ("锌", "雪球", "2025-01-02 03:04")


def test_how_long_the_reading_takes_is_no_title():
    article = only(f"reportify.ai\nNickel slips\n5-6 minutes\n\nZACKS·2025-01-02 03:04\n{BODY}")
    assert head(article) == ("Nickel slips", "ZACKS", "2025-01-02 03:04")


CLIPPED = """---
title: "锌价"
source: "https://example.org/1"
author:
  - "[[雪球]]"
published: 2025-01-02
tags:
  - "clippings"
---
"""


def test_what_a_clipped_page_tells_of_itself_is_kept_beside_its_article():
    article = only(f"{CLIPPED}# Zinc\n\nZACKS · 2025-03-04 05:06\n\n{BODY}\n")
    assert head(article) == ("Zinc", "ZACKS", "2025-03-04 05:06")
    assert outlined(article)[:3] == ROWS
    assert "https://example.org/1" in outlined(article)[3]


def test_title_source_and_day_are_taken_from_there_if_the_text_has_none():
    assert head(only(CLIPPED + BODY)) == ("锌价", "雪球", "2025-01-02")


def test_a_title_that_is_a_link_is_its_words_and_its_address():
    article = only(f"## [锌价 (上)](https://example.org/1)\n**雪球** · 2025-01-02 03:04\n\n{BODY}")
    assert head(article) == ("锌价 (上)", "雪球", "2025-01-02 03:04")
    assert article.masthead.url == "https://example.org/1"


def test_a_feed_in_json_is_a_feed():
    item = {
        "title": "锌价",
        "url": "https://example.org/1",
        "content_html": "<h3>Core Insights</h3><ul><li>Zinc fell [1]<li>Lead rose [2][3]</ul>",
        "date_published": "2025-01-02T11:04:00+08:00",
    }
    version = "https://jsonfeed.org/version/1.1"
    page = parse_text(json.dumps({"version": version, "title": "有色", "items": [item, None]}))
    assert page.name == "有色"
    assert outlined(page.articles[0]) == ROWS
    assert head(page.articles[0]) == ("锌价", "有色", "2025-01-02 03:04")
    assert page.articles[0].masthead.url == "https://example.org/1"


def test_a_crowd_in_a_feed_in_json_gets_one_sentence(monkeypatch):
    monkeypatch.setattr("core.parse.text.MOST", 2)
    feed = {"version": "https://jsonfeed.org/version/1", "items": [{"title": "锌价"}] * 3}
    with pytest.raises(Unreadable, match="more than 2 articles"):
        parse_text(json.dumps(feed))


def test_bullets_copied_out_of_a_word_processor_are_no_text():
    lines = ("锌价", "雪球·2025-01-02 03:04", "Core Insights", "\uf0b7\tZinc fell [1]")
    text = "\v".join((*lines, "\uf0a7\tLead rose [2][3]"))
    assert outlined(only(text)) == ROWS


def test_a_page_that_a_mail_quotes_is_the_page():
    page = f"锌价\n雪球· 2025-01-02 03:04\n{BODY}"
    quoted = "".join(f"> {line}\n" for line in page.split("\n"))
    article = only(f"Anna, see below.\nFrom: Ben\n\n{quoted}\nBest, Ben")
    assert head(article) == ("锌价", "雪球", "2025-01-02 03:04")
    assert of_lists(article)[:3] == ROWS
    assert head(only(quoted.replace("> ", ">> "))) == head(article)


def test_a_line_that_tells_of_more_than_something_keeps_its_sign():
    assert "  - Zinc > 5%[1]" in outlined(only("Core Insights\n> 5% of zinc [2]\n- Zinc > 5% [1]"))
    assert "> 5% of zinc" in outlined(only("Core Insights\n> 5% of zinc [2]\n- Zinc > 5% [1]"))[1]


@pytest.mark.parametrize("between", ["", "Share\nSave\n"])
def test_source_and_time_may_stand_on_lines_of_their_own(between):
    text = f"锌价\nGuan Cha Zhe Wang\n2025-01-02 03:04\n{between}{BODY}"
    article = only(text)
    assert head(article) == ("锌价", "Guan Cha Zhe Wang", "2025-01-02 03:04")
    assert of_lists(article)[:3] == ROWS


def test_a_time_may_stand_over_the_title():
    text = f"雪球·2025-01-02 03:04\n锌价\n\n{BODY}"
    assert head(only(text)) == ("锌价", "雪球", "2025-01-02 03:04")
    assert [one.title for one in parse_text(f"{text}\n{text}").articles] == ["锌价", "锌价"]


def test_digits_and_signs_of_full_width_are_those_of_a_time():
    article = only(f"锌价\n雪球· ２０２５－０１－０２　０３：０４\n{BODY}")
    assert head(article) == ("锌价", "雪球", "2025-01-02 03:04")


def test_spaces_that_have_no_width_part_nothing():
    text = "锌价\n雪球·2025-01-02 03:04\nCore\u200b Insights\u200b -\u200bZinc fell [1\u200b] [ 4 ]"
    assert outlined(only(text))[0] == "lead: Core\u200b Insights"
    assert only(text).edition.nodes[1].citations == (1, 4)


@pytest.mark.parametrize("space", ["\u200b", "\u200b ", " \u2060", "\u202f", "\ufeff", "\u2009"])
def test_no_space_is_left_between_a_claim_and_its_citations(space):
    text = (
        f"锌价\n雪球·2025-01-02 03:04\nCore Insights\n- Zinc fell{space}[1]\n- And rose{space}[2]."
    )
    assert [node.text for node in only(text).edition.nodes[1:]] == ["Zinc fell", "And rose"]


@pytest.mark.parametrize(
    "form", [r"[\[{}\]](https://example.org/1#c{})", "[[{}]](#c{})", "[{}](#c)"]
)
def test_citations_that_are_links_name_the_same_passages(form):
    body = BODY.replace("[3]", form.format(3, 3)).replace("[1]", form.format(1, 1))
    assert outlined(only(body)) == ROWS


def test_a_stroke_parts_source_and_time_where_the_hour_is_told():
    assert head(only(f"锌价\n雪球 | 2025-01-02 03:04\n{BODY}")) == (
        "锌价",
        "雪球",
        "2025-01-02 03:04",
    )
    assert head(only(f"早报 | 2025-01-02\n{BODY}")) == ("早报 | 2025-01-02", None, None)


def test_what_kind_of_quotation_it_is_is_no_title():
    page = f"[!quote]- 锌价\n雪球·2025-01-02 03:04\n{BODY}".replace("\n", "\n> ")
    assert head(only(f"> {page}")) == ("锌价", "雪球", "2025-01-02 03:04")


@pytest.mark.parametrize(
    "names",
    [
        "**来源：** 雪球\n**时间：** 2025-01-02 03:04",
        "**Date:** 2025-01-02 03:04\n**Source:** 雪球",
        "- **来源**：雪球\n- **时间**：2025-01-02 03:04",
        "Source: 雪球 | Date: 2025-01-02 03:04",
        "来源：雪球 · 发布时间：2025-01-02 03:04",
    ],
)
@pytest.mark.parametrize("title", ["## 锌价", "**锌价**", "*锌价*", "# **锌价**"])
def test_what_a_chat_says_of_an_article_may_be_bold(title, names):
    article = only(f"{title}\n\n{names}\n\n{BODY}")
    assert head(article) == ("锌价", "雪球", "2025-01-02 03:04")
    assert outlined(article) == ROWS


@pytest.mark.parametrize("title", ["*ST 锌业复牌", "**锌**价与**铅**价", "_a_ 与 _b_"])
def test_a_title_of_which_a_part_is_bold_keeps_its_stars(title):
    assert only(f"{title}\n雪球·2025-01-02 03:04\n{BODY}").title == title


def test_linked_citations_in_one_bracket_are_all_told():
    cited = "- Zinc fell ([1](https://example.org/1))\n- Lead rose ([2](#a), [3](#b))"
    assert outlined(only(f"锌\n雪球·2025-01-02 03:04\n### Core Insights\n{cited}")) == ROWS


def test_the_number_of_a_page_out_of_how_many_parts_no_claim():
    body = BODY.replace("fell", "fell\n\n1 / 2\n\nagain")
    article = only(f"锌\n雪球·2025-01-02 03:04\n{body}")
    assert outlined(article)[1:] == ["  - Zinc fell again[1]", ROWS[2], "  | 1 / 2"]
