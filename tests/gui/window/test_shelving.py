"""The side bar in the window: searches kept, renamed, asked again, counted, exported and undone."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Article, Colour, Passage
from core.query import spelt
from gui.dialogs.exporting import ExportDialog
from gui.parts.drag import ARTICLES, CLAIMS
from gui.sidebar import Sidebar
from gui.window import Window
from tests.given import ANNA, made


@pytest.fixture
def bar(window: Window, library: Library, qtbot: QtBot) -> Sidebar:
    """Give the side bar of a window over three articles, once it has counted."""
    some = (made("铜价上涨", "Copper rose 5%"), made("铜矿减产", "A mine of copper closed"))
    window.desk.add([*some, made("稀土", "Exports of rare earths fell")])
    window.shelving.fill()
    shown = window.shelving.bar
    assert shown is not None
    until_counted(qtbot, shown, "All Articles", library.count())
    return shown


def number(bar: Sidebar, name: str) -> int | None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    words = str(index(bar, name).data(spoken))
    told = re.search(r", (\d+) articles?", words)
    return int(told[1]) if told else None


def until_counted(qtbot: QtBot, bar: Sidebar, name: str, many: int) -> None:
    qtbot.waitUntil(lambda: number(bar, name) == many)


def index(bar: Sidebar, name: str) -> QModelIndex:
    rows = (bar.model.index(row) for row in range(bar.model.rowCount()))
    return next((one for one in rows if one.data() == name), QModelIndex())


def save(window: Window, query: str) -> None:
    window.articles.search.setText(query)
    window.actions_["save_search"].trigger()


def name_it(qtbot: QtBot, bar: Sidebar, name: str) -> None:
    (editor,) = bar.view.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(editor, name)
    with qtbot.waitSignal(bar.renamed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_search_is_saved_named_where_it_stands_and_undone(
    window: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    save(window, "copper")
    name_it(qtbot, bar, "Metals")
    assert [(one.name, one.query) for one in library.searches()] == [("Metals", "copper")]
    until_counted(qtbot, bar, "Metals", 2)
    window.actions_["undo"].trigger()
    assert index(bar, "copper").isValid()
    window.actions_["undo"].trigger()
    assert library.searches() == []
    assert not index(bar, "Saved Searches").isValid()


def test_nothing_is_saved_without_words(window: Window, bar: Sidebar, library: Library) -> None:
    save(window, "  ")
    assert library.searches() == []
    assert "nothing to search for" in window.notice.text()


def test_a_shelf_asks_for_its_articles_and_is_marked(
    window: Window, bar: Sidebar, qtbot: QtBot
) -> None:
    bar.view.chosen.emit(index(bar, "Unread"))
    assert window.articles.search.text() == "is:unread"
    assert bar.current() == "is:unread"
    window.articles.search.clear()
    assert bar.current() == ""


def test_numbers_follow_what_is_done(
    window: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    many = number(bar, "All Articles")
    assert many is not None
    window.desk.add([made("镍", "Nickel fell")])
    until_counted(qtbot, bar, "All Articles", many + 1)
    until_counted(qtbot, bar, "Highlighted", 0)
    window.insights.view.go_to(1)
    window.actions_["highlight"].trigger()
    until_counted(qtbot, bar, "Highlighted", 1)


def test_a_search_that_was_forgotten_elsewhere_is_told_to_be_gone(
    window: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    save(window, "copper")
    name_it(qtbot, bar, "Metals")
    (kept,) = library.searches()
    with Library(library.path, ANNA) as elsewhere:
        elsewhere.commit(annotate.forget_search(kept))
    for asked in (lambda: bar.renamed.emit(kept.id, "Ores"), lambda: bar.exported.emit(kept.id)):
        window.notice.clear()
        asked()
        assert window.notice.text().startswith("This search is no longer there.")
    bar.forgotten.emit(kept.id)
    assert not index(bar, "Metals").isValid()


def test_a_saved_search_is_forgotten_and_comes_back(
    window: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    save(window, "copper")
    name_it(qtbot, bar, "Metals")
    bar.view.setCurrentIndex(index(bar, "Metals"))
    qtbot.keyClick(bar.view, Qt.Key.Key_Delete)
    assert library.searches() == []
    window.actions_["undo"].trigger()
    assert [one.name for one in library.searches()] == ["Metals"]


def test_a_saved_search_can_ask_for_something_else(
    window: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    save(window, "copper")
    name_it(qtbot, bar, "Metals")
    window.articles.search.setText("copper -mine")
    bar.edited.emit(library.searches()[0].id)
    assert library.searches()[0].query == "copper -mine"
    until_counted(qtbot, bar, "Metals", 1)


def test_what_a_search_finds_is_offered_for_export(
    window: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    save(window, "copper")
    bar.exported.emit(library.searches()[0].id)
    qtbot.waitUntil(lambda: bool(window.findChildren(ExportDialog)))
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.these.isChecked()
    assert dialog.these.text() == "The 2 selected"
    dialog.reject()


def test_the_side_bar_hides_and_remembers_it(window: Window, bar: Sidebar) -> None:
    assert window.shelving.place.isVisible()
    window.actions_["show_sidebar"].trigger()
    assert not window.shelving.place.isVisible()
    window.close()
    again = Window(window.desk, window._settings)
    assert again.shelving.place.isHidden()
    again.deleteLater()


def test_tags_and_sources_are_counted_as_a_click_finds_them(
    window: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    window.desk.highlight(passage(library, "稀土"), Colour.YELLOW)
    mark = library.annotated(article_of(library, "稀土")).placed[0].highlight.id
    window.desk.tag(mark, "claim/forecast")
    until_counted(qtbot, bar, "claim", 1)
    until_counted(qtbot, bar, "观察者网", library.count())
    bar.view.chosen.emit(index(bar, "forecast"))
    assert window.articles.search.text() == 'tag:"claim/forecast"'
    qtbot.waitUntil(lambda: len(window.articles.list.articles.rows) == 1)
    assert bar.current() == 'tag:"claim/forecast"'
    window.articles.search.setText("is:unread")
    window.articles.search.setText("标签：claim/Forecast")
    assert bar.current() == 'tag:"claim/forecast"', "typed, it is the same search"


def article_of(library: Library, title: str) -> str:
    return next(card.id for card in library.cards(library.order()) if card.title == title)


def passage(library: Library, title: str) -> Passage:
    article = library.article(article_of(library, title))
    return describe(article, 1, 0, 7)


def test_claims_and_articles_are_taken_to_a_tag(
    window: Window, bar: Sidebar, library: Library, article: Article
) -> None:
    window.insights.view.go_to(2)
    bar.tagged.emit("forecast", CLAIMS)
    assert [one.highlight.passage.node for one in library.annotated(article.id).placed] == [2]
    assert window.notice.text() == "Tagged a claim."
    window.articles.list.selectAll()
    bar.tagged.emit("all", ARTICLES)
    assert window.notice.text() == f"Tagged {library.count()} claims."


def test_what_is_folded_is_remembered(window: Window, bar: Sidebar) -> None:
    bar.view.turn(index(bar, "Sources"))
    window.close()
    again = Window(window.desk, window._settings)
    again.shelving.fill()
    assert again.shelving.bar is not None
    assert again.shelving.bar.model.folds() == ["sources"]
    again.deleteLater()


@pytest.fixture
def claims(window: Window, bar: Sidebar, library: Library, qtbot: QtBot) -> Window:
    """A highlight with a tag, and the tag below it that it stands below in the side bar."""
    window.desk.highlight(passage(library, "稀土"), Colour.YELLOW)
    mark = library.annotated(article_of(library, "稀土")).placed[0].highlight.id
    window.desk.tag(mark, "claim/forecast")
    until_counted(qtbot, bar, "claim", 1)
    return window


def test_a_tag_that_was_clicked_is_renamed_by_its_key_and_asked_for_by_its_name(
    claims: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    left, place = Qt.MouseButton.LeftButton, bar.view.visualRect(index(bar, "claim")).center()
    qtbot.mouseClick(bar.view.viewport(), left, pos=place)
    assert claims.articles.search.text() == 'tag:"claim"'
    qtbot.keyClick(claims.articles.list, Qt.Key.Key_F2)
    (editor,) = bar.view.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(editor, "thesis")
    with qtbot.waitSignal(bar.called):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [tag.path for tag in library.tags()] == ["thesis", "thesis/forecast"]
    qtbot.waitUntil(lambda: claims.articles.search.text() == 'tag:"thesis"')
    qtbot.waitUntil(lambda: len(claims.articles.list.articles.rows) == 1)
    claims.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: claims.articles.search.text() == 'tag:"claim"')


def test_where_no_row_or_one_without_a_name_is_chosen_nothing_is_renamed(
    claims: Window, bar: Sidebar, qtbot: QtBot
) -> None:
    for words in ("copper", "is:unread"):
        claims.articles.search.setText(words)
        claims.articles.name_asked.emit()
        assert not bar.view.viewport().findChildren(QLineEdit)
    claims.articles.search.setText("tag:claim")
    claims.actions_["show_sidebar"].trigger()
    claims.articles.name_asked.emit()
    assert not bar.view.viewport().findChildren(QLineEdit), "it is not seen"


def test_a_tag_stays_folded_wherever_it_is_renamed(
    claims: Window, bar: Sidebar, library: Library, qtbot: QtBot
) -> None:
    bar.view.turn(index(bar, "claim"))
    (claim,) = (tag.id for tag in library.tags() if tag.path == "claim")
    claims.tagging._rename(claim, "view/thesis")
    qtbot.waitUntil(lambda: index(bar, "thesis").isValid())
    assert not index(bar, "forecast").isValid()
    claims.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: index(bar, "claim").isValid())
    assert not index(bar, "forecast").isValid()


def test_a_page_of_an_outlet_is_called_as_the_outlet_is(
    qtbot: QtBot, window: Window, bar: Sidebar
) -> None:
    window.desk.add([replace(made("一", "Copper rose"), page="Guan Cha Zhe Wang")])
    qtbot.waitUntil(lambda: bool(bar.name(spelt("page", "Guan Cha Zhe Wang"))))
    assert bar.name(spelt("page", "Guan Cha Zhe Wang")) == "观察者网"


def test_pages_are_shelved_counted_and_asked_for(
    qtbot: QtBot, window: Window, bar: Sidebar, library: Library
) -> None:
    window.desk.add([replace(made(title, "Copper rose"), page="镍") for title in ("一", "二")])
    until_counted(qtbot, bar, "镍", 2)
    assert number(bar, "No page") == library.count() - 2
    bar.view.chosen.emit(index(bar, "镍"))
    assert window.articles.search.text() == 'page:"镍"'
    qtbot.waitUntil(lambda: len(window.articles.list.articles.rows) == 2)
    window.articles.search.clear()
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not index(bar, "No page").isValid())
