"""JSON in a fence of Markdown, or as a chat shows it, is read as the articles that it holds."""

import json
from contextlib import suppress

import pytest

from core.errors import Unreadable
from core.parse import parse_text
from tests.parse.outlined import outlined

DOCUMENT = {
    "title": "稀土的五道关",
    "source": "观察者网",
    "published_at": "2025-11-09T12:46:00+08:00",
    "summary": "### Core Insights\n- Ore is found [1][3].\n### Group 1: Steps\n- Magnets wait [2]",
}
ROWS = [
    "lead: Core Insights",
    "  - Ore is found[1][3]",
    "group: Group 1: Steps",
    "  - Magnets wait[2]",
]
WRITTEN = json.dumps({"docs": [DOCUMENT]}, ensure_ascii=False, indent=2)


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{WRITTEN}\n```",
        f"```\n{WRITTEN}\n```\n",
        f"~~~ JSON\n{WRITTEN}\n~~~",
        f"\ufeff\n````json\n\n{WRITTEN}\n````",
        f"   ```json\n{WRITTEN}\n   ```",
        f"```jsonl\n{json.dumps(DOCUMENT)}\n```",
        f"json\nCopy code\n{WRITTEN}",
        f"JSON\n复制代码\n{WRITTEN}",
        f"```json\r\n{WRITTEN}\r\n```",
    ],
)
def test_json_in_a_fence_is_read_as_json(text):
    (article,) = parse_text(text).articles
    assert (article.title, article.masthead.source) == ("稀土的五道关", "观察者网")
    assert article.masthead.published == "2025-11-09 04:46"
    assert outlined(article) == ROWS


def test_the_words_about_it_stay_with_the_article_beside_them():
    text = f"Here they are:\n\n```json\n{WRITTEN}\n```\n\nShall I look for more?\n"
    (article,) = parse_text(text).articles
    assert outlined(article) == [*ROWS, "| Here they are:", "| Shall I look for more?"]


def test_each_fence_gives_its_articles_in_order():
    one, two = (json.dumps(DOCUMENT | {"title": title}) for title in ("甲", "乙"))
    text = f"# Answer\n```json\n[{one}]\n```\nand\n```json\n{two}\n```"
    assert [article.title for article in parse_text(text).articles] == ["甲", "乙"]


def test_a_page_beside_it_is_read_as_a_page():
    page = "锡价\n雪球· 2025-09-10 08:08\nCore Insights - Tin rose [1] - Zinc fell [2]\n\n"
    told = parse_text(f"{page}```json\n{WRITTEN}\n```").articles
    assert [article.title for article in told] == ["锡价", "稀土的五道关"]
    assert outlined(told[0]) == ["lead: Core Insights", "  - Tin rose[1]", "  - Zinc fell[2]"]


@pytest.mark.parametrize("code", ['{"name": "x", "version": "1"}', "[1, 2]", '{"title": "x"}', "{"])
def test_other_code_in_a_fence_is_text(code):
    (article,) = parse_text(f"How to set it up\n\n```json\n{code}\n```\n").articles
    assert code in "\n".join(node.text for node in article.edition.nodes)


def test_damaged_json_in_a_fence_is_told_with_its_line():
    with pytest.raises(Unreadable, match="damaged in line 10"):
        parse_text(f"Here:\n\n```json\n{WRITTEN[:120]}\n```\n")


def test_damaged_json_that_a_page_shows_is_text():
    page = "锡价\n雪球· 2025-09-10 08:08\nCore Insights - Tin rose [1] - Zinc fell [2]\n\n"
    (article,) = parse_text(f"{page}```json\n{WRITTEN[:120]}\n```\n").articles
    assert outlined(article)[:3] == [
        "lead: Core Insights",
        "  - Tin rose[1]",
        "  - Zinc fell[2]",
    ]


def test_a_fence_over_and_over_ends_soon():
    for unit in ("```json\n{\n", '```json\n{"a": [', "json\n[", '```json\n{"title": "a", '):
        text = unit * (300_000 // len(unit))
        with suppress(Unreadable):
            assert parse_text(text).articles
