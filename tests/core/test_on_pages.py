"""The pages that an article came from: kept with every import, and found by."""

from dataclasses import replace
from pathlib import Path

import pytest

from core import annotate
from core.check import check, rebuild
from core.library import Library
from core.model import Article
from core.parse import parse_text
from core.query import spelt
from core.search import arranged, rows, shelved
from core.share.guard import open_guarded
from core.share.make import Choice, make
from tests.generate import articles, page
from tests.given import ANNA, BEN, made

ONE, TWO, LOOSE = (made(title, "Output is small") for title in ("一", "二", "三"))


def bring(library: Library, *texts: tuple[Article, str]) -> None:
    library.commit(library.add([replace(one, page=name) for one, name in texts]).change)


def names(library: Library, one: Article = ONE) -> list[str]:
    return [page.name for page in library.pages_of([one.id]).get(one.id, ())]


def titles(library: Library, query: str) -> list[str]:
    return sorted(card.title for card in library.cards(rows(library, query)))


@pytest.fixture
def shelf(library: Library) -> Library:
    bring(library, (ONE, "稀土矿产"), (TWO, "稀土矿产"), (LOOSE, ""))
    bring(library, (ONE, "Rare Earth"))
    return library


def test_an_article_is_on_every_page_that_it_was_seen_on(shelf):
    first, then = shelf.pages_of([ONE.id])[ONE.id]
    assert (first.name, then.name) == ("稀土矿产", "Rare Earth")
    assert first.seen < then.seen
    assert names(shelf, TWO) == ["稀土矿产"]
    assert names(shelf, LOOSE) == []
    assert not shelf.add([replace(ONE, page="RARE  EARTH")]).change
    assert check(shelf.path).findings == ()


def test_undo_takes_the_page_back_and_redo_brings_it(shelf):
    shelf.undo()
    assert names(shelf) == ["稀土矿产"]
    shelf.undo()
    assert shelf.count() == 0
    assert shelf.pages() == []
    shelf.redo()
    shelf.redo()
    assert names(shelf) == ["稀土矿产", "Rare Earth"]
    assert check(shelf.path).findings == ()


def test_a_page_that_was_taken_back_comes_again_with_another_import(shelf):
    shelf.undo()
    bring(shelf, (ONE, "Rare Earth"))
    assert names(shelf) == ["稀土矿产", "Rare Earth"]


def test_an_article_taken_away_is_on_no_page_until_it_is_back(shelf):
    shelf.commit(annotate.take_away([TWO.id]))
    assert shelf.pages_of([TWO.id]) == {}
    bring(shelf, (TWO, "稀土矿产"))
    assert names(shelf, TWO) == ["稀土矿产"]
    assert check(shelf.path).findings == ()


def test_pages_are_searched_shelved_and_put_together_by(shelf):
    assert titles(shelf, "page:稀土") == ["一", "二"]
    assert titles(shelf, 'page:"rare earth"') == ["一"]
    assert titles(shelf, "页面:earth") == ["一"]
    assert titles(shelf, "-has:page") == ["三"]
    assert titles(shelf, "page:铜") == []
    found = shelved(shelf).pages
    assert [(one.name, one.count) for one in found] == [("稀土矿产", 2), ("Rare Earth", 1), ("", 1)]
    for one in found:
        assert len(rows(shelf, one.query)) == one.count
    order = arranged(shelf, "page", "title")
    under = [order.names.get(row, "") for row in order.rows]
    assert under == ["Rare Earth", "稀土矿产", ""]


def test_a_page_in_the_name_of_another_is_one_of_its_own(shelf):
    bring(shelf, (LOOSE, "稀土"))
    for one in shelved(shelf).pages:
        assert len(rows(shelf, one.query)) == one.count


@pytest.mark.parametrize("name", ["★★★", "💎", "👨\u200d👩\u200d👧 家庭", "a\u200db", "...", "a*"])
def test_a_page_of_any_name_is_found_by_its_query(shelf, name):
    bring(shelf, (LOOSE, name))
    assert titles(shelf, spelt("page", name)) == ["三"]
    assert titles(shelf, f"-{spelt('page', name)}") == ["一", "二"]


def test_many_articles_at_once_are_kept_as_few_are(library):
    made_ = list(articles(300))
    bring(library, *((one, f"page {number % 3}") for number, one in enumerate(made_)))
    assert {len(pages) for pages in library.pages_of(one.id for one in made_).values()} == {1}
    assert check(library.path).findings == ()
    rebuild(library.path)
    assert len(library.pages_of(one.id for one in made_)) == 300
    library.undo()
    assert library.pages() == []
    assert check(library.path).findings == ()


def test_pages_go_along_in_a_share_and_a_merge_is_their_union(shelf, tmp_path: Path):
    made_ = make(shelf.path, tmp_path / "share.meipi", Choice(), ANNA)
    clean = open_guarded(made_.path, tmp_path / "clean.meipi")
    assert clean.refused == ()
    with Library(tmp_path / "ben.meipi", BEN) as ben:
        bring(ben, (ONE, "关键矿产"))
        ben.merge(clean.path)
        assert set(names(ben)) == {"关键矿产", "稀土矿产", "Rare Earth"}
        assert ben.contested() == ()
        ben.undo()
        assert names(ben) == ["关键矿产"]
        assert check(ben.path).findings == ()


def test_each_of_several_pages_pasted_in_a_row_names_its_own_articles():
    both = f"{page(2, seed=0)}\n{page(2, seed=1)}"
    assert [one.page for one in parse_text(both).articles] == ["稀土永磁"] * 2 + ["锂电池"] * 2
    after = f"{page(1)}\nWorkflow\n铜\n雪球·2025-09-10 08:08\nCore Points - Ore fell 3% [2]."
    assert [one.page for one in parse_text(after).articles] == ["稀土永磁", ""]


def test_what_cannot_be_seen_in_the_name_of_a_page_is_not_kept(library):
    bring(library, (ONE, "稀\u202e土 \n 矿\ud800" + "x" * 300))
    (name,) = names(library)
    assert name.startswith("稀 土 矿")
    assert len(name) <= 200
