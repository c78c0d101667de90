"""Queries made narrower and wider by clicks, as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.query import parse
from gui.search import refine, sentences


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("is:unread", True),
        ("tag:forecast source:ZACKS", True),
        ("-copper", True),
        ("", True),
        ("copper", False),
        ("title:铜 is:unread", False),
        ("note:why", False),
        ("tag:a OR copper", False),
    ],
)
def test_only_words_have_places(text: str, is_list: bool) -> None:
    assert refine.says_nothing(text) == is_list


def test_parts_that_sift_can_be_taken_off() -> None:
    parts = refine.filters(
        '稀土 tag:"claim/forecast" -tag:old source:"Guan Cha Zhe Wang" is:unread'
    )
    assert [one.name for one in parts] == ["claim/forecast", "-tag:old", "观察者网", "is:unread"]
    assert parts[0].without == '稀土 -tag:old source:"Guan Cha Zhe Wang" is:unread'
    assert refine.filters("rare earth -copper") == ()


def test_a_month_is_two_parts_and_one_filter() -> None:
    text = refine.with_month("稀土", "2025-12")
    assert text == "稀土 after:2025-12 before:2026-01"
    assert [(one.name, one.without) for one in refine.filters(text)] == [("Dec 2025", "稀土")]
    assert [one.name for one in refine.filters("after:2025-11 before:2026-01")] == [
        "after:2025-11",
        "before:2026-01",
    ]


def test_what_a_query_has_is_not_added_twice() -> None:
    once = refine.with_tag("稀土", "claim/forecast")
    assert refine.with_tag(once, "claim/forecast") == once


@pytest.mark.parametrize(
    "name", ['say "so"', "a/b c", "「角」", "-x", "OR", "tag:x", "*", "a" * 500]
)
def test_any_tag_or_source_is_one_part(name: str) -> None:
    for narrowed in (refine.with_tag("稀土", name), refine.with_source("稀土", name)):
        assert parse(narrowed).words == "稀土"
        assert len(refine.filters(narrowed)) <= 1


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    for part in refine.filters(text):
        assert len(parse(part.without).all) < len(parse(text).all)
    assert sentences.nothing(text, literal=False)
    open_ended = refine.with_open_end(text)
    assert not open_ended or open_ended.startswith(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("rare ear", "ear"),
        ("r", ""),
        ("稀土", ""),
        ('"rare ear"', ""),
        ("rare* ", ""),
        ("rare -ear", ""),
        ("tag:ear", ""),
        ("title:ear", "ear"),
        ("ear ", ""),
    ],
)
def test_only_a_word_being_typed_is_left_open(text: str, word: str) -> None:
    assert refine.last_word(text) == word


@pytest.mark.parametrize(
    ("articles", "places", "said"),
    [
        (42, 131, "42 articles · 131 places"),
        (1, 1, "1 article · 1 place"),
        (12345, None, "12,345 articles"),
        (0, 0, "Nothing found"),
    ],
)
def test_what_was_found_is_counted_in_words(articles: int, places: int | None, said: str) -> None:
    assert sentences.counted(articles, places) == said
