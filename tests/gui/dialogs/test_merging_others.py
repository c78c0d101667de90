"""Tags, terms, searches and articles taken away are told in the window, too, and ticked."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QAbstractItemModelTester

from core import annotate
from core.annotate import vocabulary
from core.change import Change, Edit, Record
from core.ident import fresh
from core.library import Library
from core.model import Article, Author, Colour
from core.names import alias_field
from gui.dialogs.merging.dialog import SHOWN
from tests.gui.dialogs.conftest import FATAL, Place, Sent, mark


def test_a_file_with_terms_and_tags_alone_is_told_and_taken(
    place: Place, library: Library, ben: Library
) -> None:
    for kind, said in (
        (Record.TERM, {"zh": "稀土", "en": "rare earth"}),
        (Record.TAG, {"name": "矿产", alias_field("REE"): "REE"}),
        (Record.SEARCH, {"name": "Soon", "query": "稀土 2026"}),
    ):
        record = fresh()
        edits = (Edit(kind, record, field, None, value) for field, value in said.items())
        ben.commit(Change("say", tuple(edits)))
    dialog = place.merge(ben.path)
    page = dialog.page
    assert dialog._pages.currentIndex() == SHOWN
    assert not page.highlights.isVisible()
    rows = [page._others.row(n) for n in range(page._others.rowCount())]
    assert [(row.first, row.second, row.chip) for row in rows] == [
        ("Soon", "Saved search · Search: 稀土 2026", "New"),
        ("矿产", "Tag · Also called: REE", "New"),
        ("稀土", "Term · English: rare earth", "New"),
    ]
    tester = QAbstractItemModelTester(page.other_list.model(), FATAL)
    page._others.turn(0)
    assert dialog.take.text() == "Merge"
    page._others.turn(1)
    assert dialog.take.text() == "Merge 1 term"
    place.take(dialog)
    assert ([term.zh for term in library.terms()], library.searches()) == (["稀土"], [])
    assert place.window.notice.text() == "Merged 1 term from ben.meipi."
    assert tester.model() is not None


def test_an_article_taken_away_there_goes_only_where_that_is_wanted(
    place: Place, library: Library, ben: Library, rare_earths: Article
) -> None:
    ben.commit(annotate.take_away([rare_earths.id]))
    dialog = place.merge(ben.path)
    (row,) = [dialog.page._others.row(n) for n in range(dialog.page._others.rowCount())]
    assert (row.first, row.chip) == (rare_earths.title, "Removed there")
    dialog.page._others.turn(0)
    assert not dialog.take.isEnabled()
    dialog.page._others.turn(0)
    place.take(dialog)
    assert library.count() == 0
    place.window.actions_["undo"].trigger()
    assert library.count() == 1


def test_a_change_signed_with_my_name_that_i_did_not_make_is_told(
    place: Place, library: Library, ben: Library, common: str
) -> None:
    ben.commit(annotate.recolour([ben.highlight(common)], Colour.RED))
    dialog = place.merge(ben.path)
    assert not dialog.page.signed.isVisible()
    dialog.reject()
    with Library(ben.path, library.author) as forger:
        forger.commit(annotate.note(forger.highlight(common), "I never wrote this"))
    page = place.merge(ben.path).page
    assert page.signed.text().startswith("1 change in it is signed with your name")
    assert page.signed.isVisible()


def test_articles_of_mine_that_it_marks_as_read_are_told(
    place: Place, ben: Library, common: str
) -> None:
    mark = ben.highlight(common)
    ben.commit(annotate.recolour([mark], Colour.RED))
    ben.commit(annotate.read({mark.passage.article: False}, now=True))
    page = place.merge(ben.path).page
    assert page.signed.text() == "It marks 1 article of yours as read, or as unread."
    assert page.signed.isVisible()


def test_another_page_of_an_article_is_told_and_taken(
    place: Place, library: Library, ben: Library, rare_earths: Article
) -> None:
    ben.commit(ben.add([replace(rare_earths, page="稀土矿产")]).change)
    dialog = place.merge(ben.path)
    assert dialog._pages.currentIndex() == SHOWN
    assert dialog.page._articles.row(0).chip == "Another page"
    place.take(dialog)
    assert [one.name for one in library.pages_of([rare_earths.id])[rare_earths.id]] == ["稀土矿产"]


def test_what_is_to_settle_is_counted_as_next_conflict_counts_it(
    place: Place, library: Library, ben: Library, rare_earths: Article, common: str, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides", tags=["claim"])
    library.merge(ben.path)
    (tag,) = library.tags()
    for one, zh, note in ((library, "主张", "hers"), (ben, "断言", "his")):
        one.commit(vocabulary.describe(tag, zh=zh))
        one.commit(annotate.note(one.highlight(common), note))
    place.take(place.merge(sent()))
    assert "2 conflicts to settle" in place.window.notice.text()
    place.qtbot.waitUntil(lambda: len(place.window.readers.contested.spots) == 2)
    place.window.actions_["next_conflict"].trigger()
    assert place.window.notice.text() == "1 of 2 to settle."


def test_articles_that_both_imported_are_not_said_to_be_merged(
    place: Place, rare_earths: Article, tmp_path: Path
) -> None:
    with Library(tmp_path / "carla.meipi", Author(fresh(), "Carla")) as carla:
        carla.commit(carla.add([rare_earths]).change)
        mark(carla, rare_earths, "separated oxides")
    place.take(place.merge(carla.path))
    assert place.window.notice.text() == "Merged 1 highlight from carla.meipi."


def test_of_a_whole_library_the_file_is_named_once(
    place: Place, ben: Library, rare_earths: Article
) -> None:
    mark(ben, rare_earths, "separated oxides")
    page = place.merge(ben.path).page
    assert page.maker.text() == "From another library"
    assert page.told.text().startswith(f"{ben.path.name}. In it: ")
