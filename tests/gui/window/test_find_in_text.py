"""Words are looked for in the text that is read: lit, gone through, and ready to be marked."""

from runpy import run_path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article
from gui import commands as every
from gui.commands import commands
from gui.insights.find_bar import FindBar
from gui.insights.view import InsightView
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import Open

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def article(library: Library) -> Article:
    """An article in which three claims speak of one thing, among others."""
    claims = ("Rare earths are mined", "Rare Earth magnets need rare earths", "Copper is not")
    one = made("五道关", *claims)
    others = [made(f"另一篇 {n}", f"Something else {n}", "And more") for n in range(3)]
    library.commit(library.add([one, *others]).change)
    return one


@pytest.fixture
def view(window: Window) -> InsightView:
    window.insights.view.go_to(0)
    return window.insights.view


@pytest.fixture
def bar(window: Window, view: InsightView) -> FindBar:
    QTest.keyClick(view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    return window.insights.find_bar


def found(view: InsightView) -> list[str]:
    texts = view.texts()
    lit = sorted(view._drawn.lit.items())
    return [texts[row][start:end] for row, spans in lit for start, end in spans]


def chosen(view: InsightView) -> str:
    row, start, end = view.standing()
    return view.texts()[row][start:end] if start >= 0 else ""


def test_what_is_typed_is_lit_and_the_first_is_chosen(bar: FindBar, view: InsightView) -> None:
    QTest.keyClicks(bar.field, "EARTH")
    assert found(view) == ["earth", "Earth", "earth"]
    assert (bar.told.text(), chosen(view)) == ("1 of 3", "earth")


def test_enter_goes_on_and_round_and_shift_goes_back(bar: FindBar, view: InsightView) -> None:
    QTest.keyClicks(bar.field, "earth")
    first = view.standing()
    QTest.keyClick(bar.field, Key.Key_Return)
    assert (bar.told.text(), chosen(view)) == ("2 of 3", "Earth")
    QTest.keyClick(bar.field, Key.Key_Return, Shift)
    QTest.keyClick(bar.field, Key.Key_Return, Shift)
    assert bar.told.text() == "3 of 3"
    QTest.keyClick(bar.field, Key.Key_Return)
    assert view.standing() == first


def test_words_of_the_other_language_are_found_where_there_are_none_of_this(
    bar: FindBar, view: InsightView
) -> None:
    bar.field.setText("稀土")
    assert found(view) == ["Rare earths", "Rare Earth", "rare earths"]


def test_words_that_are_found_side_by_side_are_one_place(bar: FindBar, view: InsightView) -> None:
    bar.field.setText("magnets rare earth")
    assert found(view) == ["Rare earths", "Rare Earth magnets", "rare earths"]


def test_what_is_nowhere_is_said_to_be(bar: FindBar, view: InsightView) -> None:
    bar.field.setText("earth")
    bar.field.setText("earthz")
    assert chosen(view) == ""
    bar.field.setText("zzz")
    assert (bar.told.text(), found(view), bar.on.isEnabled()) == ("Not found", [], False)
    bar.field.clear()
    assert bar.told.text() == ""


def test_escape_leaves_the_words_chosen_to_be_marked(
    bar: FindBar, view: InsightView, library: Library, article: Article
) -> None:
    QTest.keyClicks(bar.field, "earth")
    words = chosen(view)
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert (bar.isHidden(), found(view)) == (True, [])
    QTest.keyClick(view, Key.Key_H)
    assert words in [one.highlight.passage.quote for one in library.annotated(article.id).placed]


def test_chosen_words_are_looked_for(window: Window, view: InsightView) -> None:
    row = next(n for n, text in enumerate(view.texts()) if "magnets" in text)
    start = view.texts()[row].index("rare")
    view.choose_span(row, start, start + 4)
    QTest.keyClick(view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.insights.find_bar
    assert (bar.field.text(), bar.told.text()) == ("rare", "3 of 3")
    assert view.standing() == (row, start, start + 4)


def test_another_text_is_looked_through_and_stays_where_it_is(
    bar: FindBar, view: InsightView, window: Window
) -> None:
    QTest.keyClicks(bar.field, "e")
    window.articles.step(1)
    assert "Something else" in "".join(view.texts())
    letters = sum(text.lower().count("e") for text in view.texts())
    assert bar.told.text() == f"0 of {letters}"
    assert len(found(view)) == letters


def test_an_edition_that_comes_meanwhile_is_looked_through(
    bar: FindBar, view: InsightView, window: Window, library: Library
) -> None:
    QTest.keyClicks(bar.field, "earth")
    library.commit(library.add([made("五道关", "Copper is not", "Earth is one")]).change)
    window.desk.look_again()
    assert (bar.told.text(), found(view)) == ("0 of 1", ["Earth"])
    QTest.keyClick(bar.field, Key.Key_Return)
    assert (bar.told.text(), chosen(view)) == ("1 of 1", "Earth")


def test_claims_that_come_among_others_are_looked_through(
    bar: FindBar, view: InsightView, window: Window, library: Library, qtbot: QtBot
) -> None:
    window.collecting.show("earth")
    qtbot.waitUntil(lambda: view.is_together)
    bar.field.setFocus()
    bar.field.setText("earth")
    assert (bar.told.text(), chosen(view)) == ("1 of 3", "earth")
    above = made("再一篇", "Earth, above", published="2026-01-01 08:00")
    library.commit(library.add([above]).change)
    window.desk.look_again()
    qtbot.waitUntil(lambda: len(view.parts()) == 2)
    assert found(view) == ["Earth", "earth", "Earth", "earth"]
    assert (bar.told.text(), chosen(view)) == ("2 of 4", "earth")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert (bar.told.text(), chosen(view)) == ("3 of 4", "Earth")


def test_a_pane_that_is_closed_is_looked_through_no_longer(
    window: Window, view: InsightView
) -> None:
    window.actions_["open_beside"].trigger()
    first, second = window.panes.in_order()
    window.panes.activate(first)
    window.actions_["find_words"].trigger()
    first.find_bar.field.setText("earth")
    window.panes.activate(second)
    window.actions_["open_beside"].trigger()
    QApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    window.actions_["find_next"].trigger()
    assert not second.find_bar.isHidden()


def test_f3_goes_on_in_the_pane_that_is_read(window: Window, view: InsightView) -> None:
    window.actions_["open_beside"].trigger()
    first, second = window.panes.in_order()
    second.view.go_to(0)
    QTest.keyClick(second.view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(second.find_bar.field, "earth")
    first.view.setFocus()
    QTest.keyClick(first.view, Key.Key_F3)
    assert (window.insights, second.find_bar.isHidden()) == (first, True)
    assert (first.find_bar.told.text(), chosen(first.view)) == ("1 of 3", "earth")
    assert (found(second.view), first.find_bar.field.hasFocus()) == ([], True)


def test_the_keys_in_a_line_of_words_are_in_its_pane(window: Window, view: InsightView) -> None:
    window.actions_["open_beside"].trigger()
    first, second = window.panes.in_order()
    QTest.keyClick(second.view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(second.find_bar.field, "earth")
    first.view.setFocus()
    QTest.mouseClick(second.find_bar.field, Qt.MouseButton.LeftButton)
    assert window.insights is second
    QTest.keyClick(second.find_bar.field, Key.Key_F3)
    assert second.find_bar.told.text() == "2 of 3"


def test_escape_in_the_other_pane_leaves_what_is_looked_for(
    window: Window, view: InsightView
) -> None:
    window.actions_["open_beside"].trigger()
    first, second = window.panes.in_order()
    for pane in (first, second):
        pane.view.setFocus()
        QTest.keyClick(pane.view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        pane.find_bar.field.setText("earth")
    first.view.setFocus()
    QTest.keyClick(first.view, Key.Key_Escape)
    QTest.keyClick(first.view, Key.Key_Escape)
    assert (window.insights, second.find_bar.isHidden()) == (first, False)


def test_f3_asks_for_words_and_then_goes_on(window: Window, view: InsightView) -> None:
    QTest.keyClick(view, Key.Key_F3)
    bar = window.insights.find_bar
    assert not bar.isHidden()
    QTest.keyClicks(bar.field, "earth")
    QTest.keyClick(bar.field, Key.Key_F3)
    assert bar.told.text().startswith("2 of")


def test_escape_in_the_text_puts_the_line_away_with_what_is_lit(
    bar: FindBar, view: InsightView
) -> None:
    QTest.keyClicks(bar.field, "earth")
    view.setFocus()
    QTest.keyClick(view, Key.Key_Escape)
    assert (bar.isHidden(), found(view)) == (True, [])


def test_where_there_is_no_text_it_says_so(open_window: Open, library: Library) -> None:
    window = open_window(library)
    window.actions_["find_words"].trigger()
    assert window.notice.text() == "There is no text here to find words in."


def test_f3_goes_on_from_the_words_that_were_found_last(bar: FindBar, view: InsightView) -> None:
    QTest.keyClicks(bar.field, "earth")
    QTest.keyClick(bar.field, Key.Key_Escape)
    QTest.keyClick(view, Key.Key_F3)
    assert (bar.isHidden(), bar.told.text()) == (False, "2 of 3")
    QTest.keyClick(bar.field, Key.Key_Escape)
    QTest.keyClick(view, Key.Key_F3, Shift)
    assert bar.told.text() == "1 of 3"


def test_f3_goes_on_from_the_claim_where_no_words_are_chosen(
    bar: FindBar, view: InsightView
) -> None:
    QTest.keyClicks(bar.field, "earth")
    QTest.keyClick(bar.field, Key.Key_Escape)
    copper = next(row for row, text in enumerate(view.texts()) if "Copper" in text)
    view.go_to(copper)
    QTest.keyClick(view, Key.Key_F3)
    assert bar.told.text() == "1 of 3"
    QTest.keyClick(bar.field, Key.Key_Escape)
    view.go_to(copper)
    QTest.keyClick(view, Key.Key_F3, Shift)
    assert bar.told.text() == "3 of 3"


def test_it_goes_on_by_the_keys_that_it_has_in_other_programs(
    bar: FindBar, view: InsightView
) -> None:
    QTest.keyClicks(bar.field, "earth")
    view.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Key.Key_G, control)
    assert bar.told.text() == "2 of 3"
    QTest.keyClick(view, Key.Key_G, control | Shift)
    assert bar.told.text() == "1 of 3"


def test_words_are_gone_through_by_the_keys_that_qt_names(monkeypatch: pytest.MonkeyPatch) -> None:
    named = {
        "find_next": QKeySequence.StandardKey.FindNext,
        "find_previous": QKeySequence.StandardKey.FindPrevious,
    }
    here = {command.name: command.keys for command in commands()}
    monkeypatch.setattr("sys.platform", "darwin")
    mac = {command.name: command.keys for command in run_path(every.__file__)["commands"]()}
    for name, standard in named.items():
        keys = {one.toString() for one in QKeySequence.keyBindings(standard)}
        assert keys <= set(here[name]) == set(mac[name])
    assert (mac["find_next"][0], mac["find_previous"][0]) == ("Ctrl+G", "Ctrl+Shift+G")
