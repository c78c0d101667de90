"""Shift+N goes to the next article that is left to read, in the list and among results."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library import Library
from core.search import search as everything
from gui.window import Window
from tests.given import made
from tests.gui.searched import search
from tests.gui.window.conftest import Open

TITLES = ("甲", "乙", "丙", "丁", "戊")


@pytest.fixture
def five(library: Library, open_window: Open) -> Window:
    """A window over five articles, none of which is read."""
    some = (
        made(title, "Copper rose", published=f"2025-11-0{9 - n} 04:46")
        for n, title in enumerate(TITLES)
    )
    library.commit(library.add(some).change)
    return open_window(library)


def press(window: Window) -> str:
    """Press Shift+N; give the title of the article that is current then."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    return title(window)


def title(window: Window) -> str:
    current = window.articles.current()
    assert current is not None
    return window.desk.reader.article(current).masthead.title


def read(window: Window, *titles: str) -> None:
    cards = window.desk.reader.cards(window.desk.reader.order())
    window.desk.read({card.id: card.read for card in cards if card.title in titles}, now=True)


def test_it_passes_over_what_is_read_and_goes_on_at_the_top(five: Window) -> None:
    read(five, "乙", "丁")
    assert title(five) == "甲"
    assert [press(five) for _ in range(3)] == ["丙", "戊", "甲"]


def test_where_all_else_is_read_it_stays_and_says_so(five: Window) -> None:
    read(five, *TITLES[1:])
    assert press(five) == "甲"
    assert five.notice.text() == "Nothing else is left to read here."


def test_what_is_counted_does_not_keep_new_articles_from_being_found(
    five: Window, qtbot: QtBot
) -> None:
    five.shelving.fill()
    qtbot.waitUntil(lambda: five.articles._unread is not None)
    read(five, *TITLES)
    five.desk.add([made("己", "Copper fell", published="2025-11-01 04:46")])
    assert press(five) == "己"


def test_it_goes_from_article_to_article_of_a_search(five: Window, qtbot: QtBot) -> None:
    read(five, "丙", "戊")
    found = search(five.articles, qtbot, "copper")
    assert len(found.results.articles()) == len(TITLES)
    found.enter()
    round_ = [press(five) for _ in range(3)]
    assert sorted(round_) == sorted(["甲", "乙", "丁"])
    assert press(five) == round_[0]


def test_it_looks_through_all_that_was_found_before_it_says_that_nothing_is_left(
    library: Library, open_window: Open, qtbot: QtBot
) -> None:
    some = [made(f"Nr {n}", "Copper rose", published="2025-11-01 04:46") for n in range(70)]
    library.commit(library.add(some).change)
    window = open_window(library)
    found = search(window.articles, qtbot, "copper")
    assert len(found.results.articles()) < found.results.total == len(some)
    order = [hit.article for hit in everything(library, "copper", limit=len(some)).hits]
    window.desk.read(dict.fromkeys({*order} - {order[65]}, False), now=True)
    found.enter()
    press(window)
    qtbot.waitUntil(lambda: found.current() == order[65])
    window.desk.read({order[65]: False}, now=True)
    press(window)
    qtbot.waitUntil(lambda: window.notice.text() == "Nothing else is left to read here.")
    assert found.results.given() == len(some)
    assert found.current() == order[65]
