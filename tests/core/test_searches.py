"""Searches that a reader keeps: named, mended, forgotten, undone, and joined with another's."""

from pathlib import Path

import pytest

from core import annotate
from core.check import check
from core.errors import Refused
from core.library import Library
from tests.given import ANNA


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
