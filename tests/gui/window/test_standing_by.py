"""What stands by words of the text goes with them, or goes, once the text is laid out anew."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.settings import Settings
from gui.insights.bar import WordsBar
from gui.look import sizing
from gui.panes import NARROW
from gui.parts import chinese
from gui.window import Window
from tests.gui.mouse import drag, words_rect
from tests.gui.pointed import card, press
from tests.gui.window.test_counting import point_at, turn_on

Key = Qt.Key


@pytest.fixture(autouse=True)
def as_usual() -> Iterator[None]:
    yield
    sizing.apply(sizing.USUAL)
    chinese.apply(Settings())


@pytest.mark.parametrize("command", ["larger", "show_inspector", "focus_mode", "lines_narrow"])
def test_the_bar_stands_by_the_words_wherever_they_go(
    window: Window, span: tuple[int, int], command: str
) -> None:
    view = window.insights.view
    drag(view, 2, *span)
    bar = view.findChild(WordsBar)
    assert bar
    assert bar.isVisible()
    window.actions_[command].trigger()
    QApplication.processEvents()
    words = words_rect(view, 2, *span)
    assert bar.isVisible()
    assert bar.geometry().intersects(words.adjusted(0, -24, 0, 24))
    assert not bar.geometry().intersects(words)


@pytest.mark.parametrize("text", [80, 100, 200])
def test_the_bar_is_whole_in_the_narrowest_pane(
    window: Window, span: tuple[int, int], text: int
) -> None:
    sizing.apply(text)
    window.actions_["open_beside"].trigger()
    view = window.insights.view
    view.setFixedWidth(NARROW)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(words_rect(view, 2, *span).top() - 200)
    drag(view, 2, *span)
    bar = view.findChild(WordsBar)
    assert bar
    assert view.viewport().rect().contains(bar.geometry())
    assert not bar.geometry().intersects(words_rect(view, 2, *span))


@pytest.mark.parametrize("command", ["fold", "show_pinyin", "focus_mode", "show_quantities"])
def test_the_card_of_a_quantity_goes_where_that_goes(
    window: Window, qtbot: QtBot, span: tuple[int, int], command: str
) -> None:
    turn_on(window, qtbot)
    assert point_at(window, 2, span[0] + 1)
    window.actions_[command].trigger()
    qtbot.waitUntil(lambda: window.insights.view.pointed() is None)


@pytest.mark.parametrize("command", ["show_pinyin", "show_inspector", "larger"])
def test_the_card_of_a_word_goes_where_that_goes(window: Window, command: str) -> None:
    press(window, Key.Key_L)
    assert card(window)
    window.actions_[command].trigger()
    QApplication.processEvents()
    assert card(window) is None
    assert window.insights.view.hasFocus()
    QTest.keyClick(window.insights.view, Key.Key_L)
    assert card(window)
