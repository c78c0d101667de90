"""Quantities in the text: underlined when asked for, told by a card, in no damaged article."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article, Body, Kind, Masthead, Node
from core.outline import compose
from core.settings import load
from gui.parts.card import Card
from gui.window import Window
from tests.given import YEARS, made
from tests.gui.mouse import point, words_rect
from tests.gui.window.conftest import Open, settings_of_anna


def turn_on(window: Window, qtbot: QtBot) -> None:
    window.concluding.fill()
    QTest.keyClick(window.insights.view, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: window.insights.view._drawn.counted is not None)


def point_at(window: Window, position: int, offset: int) -> list[str]:
    """Rest the mouse on a letter; give what the card says, line by line."""
    view = window.insights.view
    spot = point(view, position, offset)
    event = QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), event)
    cards = [card for card in window.findChildren(Card) if card.isVisible()]
    return [label.text() for card in cards for label in card.findChildren(QLabel)]


def picture(window: Window, position: int, span: tuple[int, int]) -> QImage:
    view = window.insights.view
    area = words_rect(view, position, *span).adjusted(0, 0, 0, 3)
    return view.viewport().grab(area).toImage()


def test_a_key_underlines_quantities_and_takes_the_line_away(
    window: Window, qtbot: QtBot, span: tuple[int, int]
) -> None:
    bare = picture(window, 2, span)
    turn_on(window, qtbot)
    assert picture(window, 2, span) != bare
    assert window.actions_["show_quantities"].isChecked()
    QTest.keyClick(window.insights.view, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: window.insights.view._drawn.counted is None)
    assert picture(window, 2, span) == bare


def test_the_switch_is_remembered(
    window: Window, qtbot: QtBot, open_window: Open, library: Library
) -> None:
    turn_on(window, qtbot)
    assert load().quantities
    settings = settings_of_anna()
    settings.quantities = True
    again = open_window(library, settings)
    again.concluding.fill()
    qtbot.waitUntil(lambda: again.insights.view._drawn.counted is not None)
    assert again.actions_["show_quantities"].isChecked()


def test_a_card_tells_how_a_quantity_is_read(
    window: Window, qtbot: QtBot, span: tuple[int, int]
) -> None:
    assert point_at(window, 2, span[0] + 4) == []
    turn_on(window, qtbot)
    heading, horizon, hint = point_at(window, 2, span[0] + 4)
    assert heading == "10–20 years · duration, hedged"
    assert horizon == "→ 2035–2045, counted from 9 Nov 2025"
    assert hint == "F makes a finding of it"


def test_the_card_stands_beside_the_words_it_tells_of(
    window: Window, qtbot: QtBot, span: tuple[int, int]
) -> None:
    turn_on(window, qtbot)
    assert point_at(window, 2, span[0] + 1)
    (card,) = (card for card in window.findChildren(Card) if card.isVisible())
    view = window.insights.view
    words = words_rect(view, 2, *span).translated(view.viewport().mapToGlobal(QPoint()))
    place = card.rect().translated(card.mapToGlobal(QPoint()))
    assert not place.intersects(words)
    assert place.intersects(words.adjusted(-8, -24, 8, 24))


def test_the_card_goes_with_the_mouse_and_with_a_key(
    window: Window, qtbot: QtBot, span: tuple[int, int]
) -> None:
    view = window.insights.view
    turn_on(window, qtbot)
    assert point_at(window, 2, span[0] + 4)
    assert view.counting() is not None
    QTest.mouseMove(view.viewport(), point(view, 1, 3))
    qtbot.waitUntil(lambda: view.counting() is None)
    assert point_at(window, 2, span[0] + 4)
    QTest.keyClick(view, Qt.Key.Key_K)
    assert view.counting() is None


def test_the_caret_stands_in_a_quantity(
    window: Window, qtbot: QtBot, span: tuple[int, int]
) -> None:
    view = window.insights.view
    turn_on(window, qtbot)
    view.choose_words(2, span[0] - 3, span[0] - 3)
    assert view.counting() is None
    view.choose_words(2, span[0] + 3, span[0] + 3)
    counting = view.counting()
    assert counting is not None
    assert (counting.quantity.start, counting.quantity.end) == span


@pytest.mark.parametrize(
    ("text", "words"),
    [("自给自足需要10至20年，𠮷😀", "10至20年"), ("看😀𠮷 then 10 to 20 years", YEARS)],
)
def test_no_script_shifts_the_line_or_the_card(
    window: Window, qtbot: QtBot, text: str, words: str
) -> None:
    window.desk.add([made("难", text)])
    window.articles.choose(made("难", text).id)
    start, end = text.index(words), text.index(words) + len(words)
    bare = [picture(window, 1, span) for span in ((0, start - 1), (start, end))]
    turn_on(window, qtbot)
    assert picture(window, 1, (0, start - 1)) == bare[0]
    assert picture(window, 1, (start, end)) != bare[1]
    assert point_at(window, 1, start + 1)[0].startswith("10–20 years")


def test_a_damaged_article_counts_nothing(window: Window, qtbot: QtBot) -> None:
    rows = [Node(0, 0, Kind.BLOCK, "It takes 10 to 20 years")]
    damaged: Article = compose(Masthead("损", "x", "2025-11-09"), rows, "x", Body.DAMAGED)
    window.desk.add([damaged])
    window.articles.choose(damaged.id)
    bare = picture(window, 0, (9, 23))
    turn_on(window, qtbot)
    assert point_at(window, 0, 12) == []
    assert picture(window, 0, (9, 23)) == bare
