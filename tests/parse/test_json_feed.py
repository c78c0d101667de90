"""A feed in JSON, as its address gives it."""

import json

import pytest

from core.errors import Unreadable
from core.model import Page
from core.parse import jsonfeed
from core.parse.feed import MOST

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "观察者网",
    "items": [
        {
            "id": "1",
            "url": "/a/1",
            "title": "稀土 <b>出口</b>",
            "content_html": "<p>First.</p><p>Second&nbsp;one.</p>",
            "date_published": "2025-11-09T12:46:00+08:00",
        },
        {"id": 2, "external_url": "https://e.example/x", "content_text": "if a < b\nthen c > d"},
        {"id": "3", "title": "锌", "summary": "Zinc", "date_modified": "2025-11-09T04:46:00Z"},
        "no item",
        {"id": "4", "content_text": "- Ore is found [1]\n- Magnets wait [2]"},
    ],
}


def read(feed: object) -> Page:
    return jsonfeed.read_bytes(json.dumps(feed).encode("utf-8-sig"), "http://h.example/feed")


@pytest.mark.parametrize("version", ["1", "1.1"])
def test_an_item_is_an_article_of_its_feed(version):
    page = read(FEED | {"version": f"https://jsonfeed.org/version/{version}"})
    first, second, third, fourth = page.articles
    assert page.name == first.page == first.masthead.source == "观察者网"
    assert (first.title, first.masthead.published) == ("稀土 出口", "2025-11-09 04:46")
    assert first.masthead.url == "http://h.example/a/1"
    assert second.masthead.url == "https://e.example/x"
    assert third.masthead.published == "2025-11-09 04:46"
    assert [[node.text for node in one.edition.nodes] for one in page.articles] == [
        ["First.", "Second one."],
        ["if a < b", "then c > d"],
        ["Zinc"],
        ["Ore is found", "Magnets wait"],
    ]
    assert [node.citations for node in fourth.edition.nodes] == [(1,), (2,)]


def test_a_feed_with_nothing_in_it_is_one():
    assert read(FEED | {"items": []}).articles == ()


def test_of_very_many_items_the_first_are_read():
    assert len(read(FEED | {"items": [{"title": str(n)} for n in range(20_000)]}).articles) == MOST


@pytest.mark.parametrize(
    "feed", [{}, {"version": "https://jsonfeed.org/version/2", "items": []}, FEED | {"items": {}}]
)
def test_other_json_is_no_feed(feed):
    with pytest.raises(Unreadable, match="gives no feed"):
        read(feed)


@pytest.mark.parametrize("text", ["{", '{"a":' * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_damaged_json_is_no_feed(text):
    with pytest.raises(Unreadable, match="gives no feed"):
        jsonfeed.read_bytes(text.encode(), "")


@pytest.mark.parametrize(
    ("told", "known"), [("a", "a"), (2, "2"), (0.5, "0.5"), (None, ""), ([["x"]], ""), ({}, "")]
)
def test_an_item_is_known_by_its_id_which_some_write_as_a_number(told: object, known: str):
    assert read(FEED | {"items": [{"id": told, "title": "x"}]}).entries == (known,)
