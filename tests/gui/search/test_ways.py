"""Where keys, mouse and commands lead from what a search found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library import Library
from gui.window import Window
from tests.generate import articles
from tests.given import made
from tests.gui.keys import press
from tests.gui.search.conftest import LATE, MAGNETS
from tests.gui.searched import heads, lines, results, search, settle

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN, KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


def shown(window: Window) -> str:
    assert window.insights.view.annotated is not None
    return window.insights.view.annotated.article.title


def where(window: Window) -> str | None:
    line = results(window.articles).view.line()
    return line.text if line else None


# Going about


def test_keys_lead_through_places_to_the_claim_and_back(window: Window, qtbot: QtBot) -> None:
    window.articles.list.setFocus()
    press(Key.Key_Slash)
    found = search(window.articles, qtbot, "rare earths")
    press(Key.Key_Return)
    assert QApplication.focusWidget() is found.view
    assert window.articles.current() is not None
    seen = [where(window)]
    for _ in range(3):
        press(Key.Key_Down)
        seen.append(where(window))
    assert set(seen) >= {MAGNETS, LATE, "Motors need rare earths"}
    press(Key.Key_Return)
    assert QApplication.focusWidget() is window.insights.view
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is window.articles.search
    press(Key.Key_Escape)
    assert window.articles.search.text() == ""
    assert window.articles.list.isVisible()
    (card,) = window.desk.reader.cards(window.articles.selected_rows())
    assert shown(window) == card.title


def test_far_keys_stop_where_something_was_found(window: Window, qtbot: QtBot) -> None:
    view = search(window.articles, qtbot, "rare earths").view
    view.setFocus()
    stops = [n for n, line in enumerate(view.results.lines) if line.is_stop]
    assert len(stops) > 2
    for key, stop in ((Key.Key_End, -1), (Key.Key_Home, 0), (Key.Key_PageDown, -1)):
        press(key)
        assert view.currentIndex().row() == stops[stop]


def test_the_words_are_lit_in_the_tree_until_escape(window: Window, qtbot: QtBot) -> None:
    search(window.articles, qtbot, "motors need")
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert where(window) == "Motors need rare earths"
    tree = window.insights.view
    assert tree.position() == 1
    assert tree._drawn.lit == {1: ((0, 11),)}
    press(Key.Key_Return)
    lit = tree.viewport().grab().toImage()
    press(Key.Key_Escape)
    assert tree._drawn.lit == {}
    assert tree.viewport().grab().toImage() != lit


def test_each_claim_with_the_words_is_lit_and_not_the_best_alone(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    said = [f"Claim {number} speaks of gallium" for number in range(8)]
    library.commit(library.add([made("Gallium", *said)]).change)
    window.articles.reload()
    search(window.articles, qtbot, "gallium")
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert sorted(window.insights.view._drawn.lit) == list(range(1, 9))


def test_the_light_means_what_was_read_of_a_word_half_typed(window: Window, qtbot: QtBot) -> None:
    search(window.articles, qtbot, "magn")
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert window.insights.view._drawn.lit


def test_other_words_and_another_article_put_the_light_out(window: Window, qtbot: QtBot) -> None:
    tree = window.insights.view
    search(window.articles, qtbot, "smelters wait")
    press(Key.Key_Down)
    assert tree._drawn.lit
    window.articles.search.setText("copper")
    assert not tree._drawn.lit
    settle(window.articles, qtbot)
    press(Key.Key_Down)
    assert tree._drawn.lit
    window.articles.search.clear()
    window.articles.step(1)
    window.articles.step(-2)
    assert not tree._drawn.lit


def test_a_click_on_a_place_opens_it(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "rare earths")
    place = next(i for i, line in enumerate(lines(window)) if line.text == LATE)
    there = found.view.visualRect(found.results.index(place)).center()
    qtbot.mouseClick(found.view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert shown(window) == "中国稀土替代品要找多久"
    assert window.insights.view.position() == 3
    qtbot.mouseDClick(found.view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert QApplication.focusWidget() is window.insights.view


def test_keys_for_articles_go_from_article_to_article(window: Window, qtbot: QtBot) -> None:
    search(window.articles, qtbot, "rare earths")
    press(Key.Key_Down)
    first = window.articles.current()
    press(Key.Key_Down, CONTROL)
    second = window.articles.current()
    assert {first, second} == {line.card.id for line in lines(window)}
    press(Key.Key_Up, CONTROL)
    assert window.articles.current() == first


@pytest.mark.parametrize("arrow", [PLAIN, KEYPAD], ids=["plain", "as on a Mac"])
def test_upwards_from_the_first_place_are_the_words(
    window: Window, qtbot: QtBot, arrow: Qt.KeyboardModifier
) -> None:
    search(window.articles, qtbot, "copper")
    press(Key.Key_Down, arrow)
    press(Key.Key_Up, arrow)
    assert QApplication.focusWidget() is window.articles.search


def test_the_list_comes_back_at_its_old_place(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    window.desk.add(list(articles(200)))
    listed = window.articles.list
    listed.verticalScrollBar().setValue(2345)
    chosen = window.articles.current()
    search(window.articles, qtbot, "lithium")
    assert not listed.isVisible()
    press(Key.Key_Escape)
    assert listed.isVisible()
    assert (listed.verticalScrollBar().value(), window.articles.current()) == (2345, chosen)


# Commands


def test_commands_work_on_what_is_chosen_among_the_results(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    search(window.articles, qtbot, "copper")
    press(Key.Key_Down)
    article = window.articles.current()
    assert article is not None
    assert window.articles.selected() == [article]
    press(Key.Key_M)
    assert library.annotated(article).read
    assert all(line.card.read for line in lines(window))
    press(Key.Key_Backspace, CONTROL)
    settle(window.articles, qtbot)
    assert library.row(article) is None
    assert heads(window.articles) == []
    press(Key.Key_Z, CONTROL)
    settle(window.articles, qtbot)
    assert heads(window.articles) == ["铜价上涨"]


def test_several_places_of_one_article_are_one_article(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "rare earths")
    found.view.setFocus()
    found.view.selectAll()
    assert len(window.articles.selected()) == 2
    assert len(window.articles.selected_rows()) == 2


def test_space_marks_as_read_and_goes_to_the_next_result(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    search(window.articles, qtbot, "rare earths")
    press(Key.Key_Down)
    first = window.articles.current()
    press(Key.Key_Space)
    assert first is not None
    assert library.annotated(first).read
    assert window.articles.current() not in (first, None)


def test_marking_in_the_tree_leaves_the_results_where_they_are(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    search(window.articles, qtbot, "rare earths")
    press(Key.Key_Down)
    before, place = heads(window.articles), where(window)
    press(Key.Key_H)
    assert (heads(window.articles), where(window)) == (before, place)
