"""JSON of others, who call a title, a source, a time and a text by other names."""

import json

import pytest

from core.errors import Unreadable
from core.model import Article
from core.parse import parse_text
from tests.parse.outlined import outlined

FLAT = "Core Viewpoint - Tin rose [1]. Group 1: Stocks - They fell [2]."
ROWS = ["lead: Core Viewpoint", "  - Tin rose[1]", "group: Group 1: Stocks", "  - They fell[2]"]
OURS = ("锡价", "Bei Jing Shang Bao", "2025-11-09 04:46", "https://example.org/1")


def only(document: dict[str, object]) -> Article:
    (article,) = parse_text(json.dumps({"data": {"list": [document]}})).articles
    return article


def head(article: Article) -> tuple[str, str | None, str | None, str | None]:
    top = article.masthead
    return top.title, top.source, top.published, top.url


@pytest.mark.parametrize(
    "names",
    [
        ("headline", "media", "pubDate", "link", "content"),
        ("标题", "来源", "发布时间", "链接", "摘要"),
        ("Title", "Publisher", "Publish Date", "URL", "Summary"),
        ("title", "source", "date", "href", "body"),
    ],
)
def test_other_names_are_known(names):
    article = only(dict(zip(names, (*OURS, FLAT), strict=True)))
    assert head(article) == OURS
    assert outlined(article) == ROWS


def test_its_own_name_comes_first():
    article = only(
        {"headline": "b", "title": "锡价", "date": "2024", "published_at": 1762663560000}
    )
    assert (article.title, article.masthead.published) == ("锡价", "2025-11-09 04:46")


@pytest.mark.parametrize(
    ("said", "published"),
    [
        (1762663560, "2025-11-09 04:46"),
        ("1762663560", "2025-11-09 04:46"),
        (1762663560000, "2025-11-09 04:46"),
        (1762663560.5, "2025-11-09 04:46"),
        (1762663560000000, None),
        (20251109, None),
        (-1762663560, None),
        (float("nan"), None),
        (float("-inf"), None),
    ],
)
@pytest.mark.parametrize("name", ["published_at", "date"])
def test_a_count_since_1970_is_of_seconds_or_milliseconds_or_no_time(name, said, published):
    assert only({"title": "锡价", "summary": FLAT, name: said}).masthead.published == published


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("2025-11-09", "2025-11-09"),
        ("2025/11/09 04:46", "2025-11-09 04:46"),
        ("2025年11月9日", "2025-11-09"),
        ("2025-11-09T12:46:00+08:00", "2025-11-09 04:46"),
        ("Sun, 09 Nov 2025 12:46:00 +0800", "2025-11-09 04:46"),
    ],
)
@pytest.mark.parametrize("name", ["published_at", "date"])
def test_a_time_is_read_as_it_is_written_and_a_day_stays_one(name, said, published):
    assert only({"title": "锡价", "summary": FLAT, name: said}).masthead.published == published


def test_a_date_in_words_of_its_own_is_no_time():
    article = only({"title": "锡价", "summary": FLAT, "date": "last week"})
    assert article.masthead.published is None


def test_an_article_s_own_words_are_no_summary():
    words = "# Tin\n- rose\n- fell\n\nMore on page [2]."
    assert outlined(only({"title": "锡价", "content": words})) == [f"| {words}"]


@pytest.mark.parametrize("name", ["content", "body", "正文", "full_text"])
@pytest.mark.parametrize("more", [{}, {"abstract": FLAT}, {"summary": FLAT}])
def test_an_article_s_own_words_are_kept_whatever_they_are_called(name, more):
    words = "It is said that tin rose."
    article = only({"title": "锡价", "source": "雪球", **more, name: words})
    assert outlined(article) == [*(ROWS if more else ()), f"{'  ' * bool(more)}| {words}"]


def test_what_stands_beside_a_summary_of_another_name_is_kept():
    found = outlined(only({"title": "锡价", "content": FLAT, "text": "It is said."}))
    assert found == [*ROWS, "  | It is said."]
    found = outlined(only({"title": "锡价", "body": FLAT, "description": "It is said."}))
    assert found == [*ROWS, "  | It is said."]


def test_an_object_of_other_things_is_no_article():
    with pytest.raises(Unreadable, match="no article in this JSON"):
        only({"date": "2025-11-09", "author": "Anna", "rank": 1})
