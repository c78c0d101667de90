"""Shares as they come: made by a colleague, looked through by the guard, and merged."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core import annotate
from core.change import Take
from core.check import check
from core.library import Library, Reader
from core.merge import plan
from core.model import Article
from core.share.guard import open_guarded
from core.share.make import Choice, make
from tests.given import ANNA, made, passage
from tests.merge.told import conflicts, seen

Sent = Callable[..., Path]


@pytest.fixture
def sent(ben: Library, tmp_path: Path) -> Sent:
    """Have Ben share what he has; give the clean library that the guard makes of it."""

    def send(**choice: Any) -> Path:
        name = "-".join(choice) or "all"
        make(ben.path, tmp_path / f"{name}.share", Choice(**choice), ben.author)
        return open_guarded(tmp_path / f"{name}.share", tmp_path / f"{name}.meipi").path

    return send


def test_a_share_is_merged_as_the_library_that_it_was_made_of(
    anna: Library, ben: Library, mark: str, rare_earths: Article, sent: Sent, tmp_path: Path
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    ben.commit(annotate.highlight(passage(rare_earths, "oxides"), tags=["矿产/稀土"]))
    ben.commit(ben.add([made("另一篇", "Something else")]).change)
    shutil.copy(anna.path, tmp_path / "other.meipi")
    anna.merge(sent())
    with Library(tmp_path / "other.meipi", ANNA) as other:
        other.merge(ben.path)
    assert seen(anna.path) == seen(tmp_path / "other.meipi")
    assert check(anna.path).findings == ()


def test_the_present_state_first_and_the_past_later_are_as_all_at_once(
    anna: Library, ben: Library, mark: str, sent: Sent, tmp_path: Path
) -> None:
    for text in ("one", "two", "three"):
        ben.commit(annotate.note(ben.highlight(mark), text))
    other = tmp_path / "other.meipi"
    with Library(other, ANNA) as empty:
        empty.merge(sent(history="current"))
        assert empty.highlight(mark).note == "three"
        assert check(other).findings == ()
        empty.merge(sent())
        assert empty.highlight(mark).note == "three"
        assert empty.contested() == ()
    assert check(other).findings == ()
    anna.merge(ben.path)
    assert seen(other)["highlights"] == seen(anna.path)["highlights"]
    assert conflicts(other) == conflicts(anna.path)


def test_what_is_private_stays_home_unless_it_is_asked_for(
    anna: Library, ben: Library, mark: str, rare_earths: Article, sent: Sent
) -> None:
    change = ben.commit(annotate.highlight(passage(rare_earths, "oxides"), note="for me"))
    own = change.edits[0].record
    ben.commit(annotate.keep_private([ben.highlight(own)], private=True))
    assert not anna.merge(sent()).edits or own not in _marks(anna, rare_earths)
    anna.merge(sent(include_private=True))
    assert own in _marks(anna, rare_earths)
    assert anna.highlight(own).private


def _marks(library: Library, article: Article) -> set[str]:
    return {one.highlight.id for one in library.annotated(article.id).placed}


def test_marks_without_their_text_are_there_when_the_text_comes(
    anna: Library, ben: Library, sent: Sent
) -> None:
    other = made("另一篇", "Something else")
    ben.commit(ben.add([other]).change)
    ben.commit(annotate.highlight(passage(other, "else"), note="his"))
    anna.merge(sent(without_texts=True))
    assert anna.row(other.id) is None
    anna.commit(anna.add([other]).change)
    (placed,) = anna.annotated(other.id).placed
    assert (placed.highlight.note, placed.node) == ("his", 1)
    assert check(anna.path).findings == ()


@pytest.mark.parametrize("known", [True, False])
def test_marks_on_what_only_its_text_tells_apart_are_told_and_taken_without_it(
    anna: Library, ben: Library, sent: Sent, known: bool
) -> None:
    """The guard takes no masthead on trust that it cannot make the id of."""
    other = made("无日期", "Something else", published="")
    ben.commit(ben.add([other]).change)
    ben.commit(annotate.highlight(passage(other, "else"), note="his"))
    if known:
        anna.commit(anna.add([other]).change)
    clean = sent(without_texts=True)
    look = plan(anna.path, clean)
    (one,) = (article for article in look.articles if article.id == other.id)
    assert (one.title, one.counts.new) == ("无日期" if known else "", 1)
    (mark,) = look.article(other.id)
    anna.merge(clean, Take(frozenset(), frozenset({mark.id})))
    anna.commit(anna.add([other]).change)
    (placed,) = anna.annotated(other.id).placed
    assert (placed.highlight.note, placed.node) == ("his", 1)
    assert check(anna.path).findings == ()


def test_a_mark_whose_text_is_not_here_is_looked_for_in_the_text_that_is(
    ben: Library, mark: str, rare_earths: Article, sent: Sent, tmp_path: Path
) -> None:
    newer = made(
        rare_earths.title, "A secure supply chain could take 10 to 20 years to build, they say"
    )
    with Library(tmp_path / "other.meipi", ANNA) as other:
        other.commit(other.add([newer]).change)
        assert newer.id == rare_earths.id
        other.merge(sent(without_texts=True))
        (placed,) = other.annotated(newer.id).placed
        assert placed.highlight.id == mark
        quote = placed.highlight.passage.quote
        shown = other.article(newer.id).edition.nodes[placed.node or 0].text
        assert placed.node is None or shown[placed.start : placed.end] == quote


@pytest.mark.parametrize("history", ["full", "current"])
def test_an_article_that_came_back_by_a_mark_that_stays_home_is_there_in_the_share(
    anna: Library, ben: Library, mark: str, rare_earths: Article, sent: Sent, history: str
) -> None:
    ben.commit(annotate.take_away([rare_earths.id]))
    anna.commit(annotate.highlight(passage(rare_earths, "oxides"), note="hers"))
    ben.merge(anna.path)
    assert _marks(ben, rare_earths) > {mark}
    with Reader(sent(history=history, author=ANNA.id, tags=[ben.tags()[0].id])) as share:
        (placed,) = share.annotated(rare_earths.id).placed
        assert placed.highlight.id == mark
