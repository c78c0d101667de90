"""Whose marks are seen, who is hidden, and what is kept private."""

from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.library import Library
from core.model import Article, Author
from gui.highlights.sayings import told
from gui.parts.people import people
from gui.window import Window
from tests.given import ANNA, BEN, YEARS
from tests.gui.window.readers.conftest import mark, press

Key: TypeAlias = Qt.Key
LEFT = Qt.MouseButton.LeftButton
Spoken = Qt.ItemDataRole.AccessibleTextRole


def quotes(window: Window) -> list[str]:
    shown = window.insights.view.annotated
    assert shown is not None
    return [one.highlight.passage.quote for one in shown.placed]


def tick(window: Window, name: str) -> None:
    """Tick a reader in the menu, or take the tick away."""
    menu = window.insights.heading.readers.menu_of_people()
    next(action for action in menu.actions() if action.text() == name).trigger()
    menu.close()


@pytest.mark.usefixtures("merged")
def test_everybodys_marks_show_and_say_whose_they_are(reading) -> None:
    window = reading()
    assert quotes(window) == ["separated oxides", YEARS]
    assert window.insights.heading.readers.isVisible()
    assert not window.insights.hidden_line.isVisible()
    rows = window.inspector.page.list.marks
    spoken = [rows.index(row).data(Spoken) for row in range(rows.rowCount())]
    assert ["Ben" in words for words in spoken] == [True, False]
    tree = window.insights.view.model()
    assert "highlighted red by Ben" in tree.at(1).data(Spoken)


@pytest.mark.usefixtures("merged")
def test_an_edge_in_the_tree_has_the_ink_of_the_reader(reading, library: Library) -> None:
    window = reading()
    view = window.insights.view
    place = view.visualRect(view.model().at(1))
    edge = view.viewport().grab().toImage().pixelColor(place.left() - 3, place.center().y())
    assert edge == people(library.authors())[BEN.id].colour


@pytest.mark.usefixtures("years")
def test_one_reader_alone_sees_no_edge_and_no_menu(reading) -> None:
    window = reading()
    assert not window.insights.heading.readers.isVisible()
    assert window.insights.view._rows.row(2).hands == ()
    press(
        window, Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert "no marks of several readers" in window.notice.text()


@pytest.mark.usefixtures("merged")
def test_once_the_merge_is_undone_nobody_but_the_reader_is_left(reading) -> None:
    window = reading()
    press(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert quotes(window) == [YEARS]
    assert not window.insights.heading.readers.isVisible()
    assert window.insights.view._rows.row(2).hands == ()


def counted(window: Window) -> int:
    """Give how many highlights the list tells of the article shown."""
    position = window.articles.list.position()
    assert position is not None
    card = window.articles.list.articles.card(position)
    assert card is not None
    return card.highlights


@pytest.mark.usefixtures("merged")
def test_a_readers_marks_are_hidden_and_shown_again(reading, article: Article) -> None:
    window = reading()
    tick(window, "Ben")
    assert quotes(window) == [YEARS]
    assert window.inspector.page.list.marks.rowCount() == 1
    assert window.insights.hidden_line.words.text() == "Marks of Ben are hidden"
    assert counted(window) == 1
    assert window.insights.heading.readers.text() == "Readers: 1 of 2"
    window.articles.step(1)
    assert not window.insights.hidden_line.isVisible()
    window.articles.choose(article.id)
    assert quotes(window) == [YEARS]
    QTest.mouseClick(window.insights.hidden_line.show_button, LEFT)
    assert quotes(window) == ["separated oxides", YEARS]
    assert counted(window) == 2
    assert not window.insights.hidden_line.isVisible()


@pytest.mark.usefixtures("merged")
def test_the_menu_of_readers_works_by_keyboard(reading) -> None:
    window = reading()
    press(
        window, Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Key.Key_Space)
    assert quotes(window) == ["separated oxides"]
    assert menu.isVisible()
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Space)
    assert quotes(window) == []
    assert window.inspector.page.hint.text() == "Marks of Anna and Ben are hidden"
    menu.close()


@pytest.mark.usefixtures("merged")
def test_what_i_mark_is_seen_although_my_marks_were_hidden(reading, library: Library) -> None:
    window = reading()
    window.readers.hide(frozenset({ANNA.id}))
    window.insights.view.go_to(1)
    press(window, Key.Key_H)
    assert len(library.annotated(window.articles.current() or "").placed) == 3
    assert YEARS in quotes(window)
    assert window.inspector.current()


def test_a_hostile_name_is_shown_as_text_on_one_line(hear_ben, reading, article: Article) -> None:
    hear_ben(lambda ben: mark(ben, article, "separated oxides"))
    evil = Author("0e", "\u202e<b>&x</b>\n" * 2000)
    (shown,) = people([evil]).values()
    assert shown.name.startswith("<b>&x</b> <b>")
    assert len(shown.name) < 60
    window = reading()
    menu = window.insights.heading.readers.menu_of_people()
    assert menu.sizeHint().width() < 600
    menu.close()


# Private


def test_p_keeps_a_highlight_private_and_undo_lets_it_go(
    reading, library: Library, years: str
) -> None:
    window = reading()
    window.choose_highlight(years)
    window.insights.view.setFocus()
    press(window, Key.Key_P)
    assert library.highlight(years).private
    button = window.inspector.detail().private_button
    assert (button.isChecked(), button.text()) == (True, "Private")
    rows = window.inspector.page.list.marks
    assert "Private" in rows.index(0).data(Spoken)
    assert window.notice.text() == "Kept private."
    assert window.actions_["keep_private"].text() == "Share Again"
    assert told(library.sayings(years), {})[0][2] == "Kept private"
    window.actions_["undo"].trigger()
    assert not library.highlight(years).private
    assert not button.isChecked()
    assert window.actions_["keep_private"].text() == "Keep Private"
    assert told(library.sayings(years), {})[0][2] == "May be shared again"


def test_the_switch_keeps_private_and_lets_share(reading, library: Library, years: str) -> None:
    window = reading()
    window.choose_highlight(years)
    button = window.inspector.detail().private_button
    for private in (True, False):
        QTest.mouseClick(button, LEFT)
        assert library.highlight(years).private is private
        assert button.isChecked() is private
    assert library.history()[0].name == "let share"
