"""Searches that a reader keeps: named, mended, forgotten, undone, and joined with another's."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import annotate
from core.annotate import vocabulary
from core.check import check
from core.errors import Refused
from core.library import Library
from core.model import Tag
from core.query import parse, renamed
from tests.generate import mark
from tests.given import ANNA, made


def kept(library: Library) -> list[tuple[str, str]]:
    return [(one.name, one.query) for one in library.searches()]


def test_a_search_is_kept_under_its_name_or_its_own_words(library: Library) -> None:
    library.commit(annotate.keep_search("Critical minerals", "稀土 OR  镓"))
    library.commit(annotate.keep_search("", "tag:forecast"))
    assert kept(library) == [("Critical minerals", "稀土 OR 镓"), ("tag:forecast", "tag:forecast")]
    assert check(library.path).findings == ()


def test_a_search_is_mended_forgotten_and_brought_back(library: Library) -> None:
    library.commit(annotate.keep_search("Minerals", "稀土"))
    (one,) = library.searches()
    library.commit(annotate.mend_search(one, name="矿产", query="稀土 -镓"))
    assert kept(library) == [("矿产", "稀土 -镓")]
    (one,) = library.searches()
    assert not annotate.mend_search(one, name=" ", query=one.query)
    library.commit(annotate.forget_search(one))
    assert kept(library) == []
    library.undo()
    library.undo()
    assert kept(library) == [("Minerals", "稀土")]


def test_a_search_without_a_name_can_be_given_one(library: Library) -> None:
    library.commit(annotate.keep_search("", "稀土 " * 100))
    (one,) = library.searches()
    assert len(one.name) == 80
    library.commit(annotate.mend_search(one, name="Minerals"))
    assert [one.name for one in library.searches()] == ["Minerals"]


def test_an_empty_search_and_one_without_end_are_refused() -> None:
    with pytest.raises(Refused, match="nothing to search"):
        annotate.keep_search("Nothing", "  ")
    with pytest.raises(Refused, match="at most"):
        annotate.keep_search("Much", "x" * 2_001)


def test_searches_come_along_when_libraries_are_joined(library: Library, tmp_path: Path) -> None:
    with Library(tmp_path / "laptop.meipi", ANNA) as other:
        other.commit(annotate.keep_search("Chips", "芯片"))
        library.commit(annotate.keep_search("Minerals", "稀土"))
        library.merge(other.path)
    assert kept(library) == [("Chips", "芯片"), ("Minerals", "稀土")]
    assert check(library.path).findings == ()
    library.undo()
    assert kept(library) == [("Minerals", "稀土")]


def tagged(library: Library, *paths: str) -> dict[str, Tag]:
    article = made("稀土", "Output stays small", "A chain takes 10 to 20 years")
    library.commit(library.add([article]).change)
    one = library.commit(mark(article)).edits[0].record
    for path in paths:
        library.commit(annotate.tag([library.highlight(one)], path, library.tags()))
    return {tag.path: tag for tag in library.tags()}


@pytest.mark.parametrize(
    ("asked", "new"),
    [
        ('tag:"claim/forecast"', "tag:plan/outlook"),
        ("稀土 -标签：claim/forecast OR is:unread", "稀土 -tag:plan/outlook OR is:unread"),
        ("tag:Forecast copper*", "tag:outlook copper*"),
        ("tag:claim/forecast/energy", "tag:plan/outlook/energy"),
        ("tag:forecasts forecast “claim/forecast”", "tag:forecasts forecast “claim/forecast”"),
    ],
)
def test_a_search_asks_for_a_tag_whatever_it_is_called_now(
    library: Library, asked: str, new: str
) -> None:
    tags = tagged(library, "claim/forecast/energy", "risk")
    library.commit(annotate.keep_search("", asked))
    library.commit(annotate.keep_search("Mine", asked))
    library.commit(
        vocabulary.rename(
            tags["claim/forecast"], "plan/outlook", library.tags(), library.searches()
        )
    )
    assert dict(kept(library)) == {"Mine": new, new: new}
    library.undo()
    assert {query for _, query in kept(library)} == {asked}


def test_a_name_that_two_tags_have_is_left_as_it_is_in_a_search(library: Library) -> None:
    tags = tagged(library, "claim/forecast", "other/forecast")
    library.commit(annotate.keep_search("Mine", "tag:forecast"))
    library.commit(
        vocabulary.rename(tags["claim/forecast"], "outlook", library.tags(), library.searches())
    )
    assert kept(library) == [("Mine", "tag:forecast")]


@given(st.text('ab/ "-:|稀tag', max_size=40), st.sampled_from(["a", "a/b", "稀"]))
def test_a_query_that_names_no_such_tag_is_not_touched(text: str, was: str) -> None:
    now = renamed(text, was, "new")
    if now != text:
        assert any(atom.field == "tag" for clause in parse(text).all for atom in clause.options)
        assert renamed(now, "new", was) == renamed(text, was, was)
