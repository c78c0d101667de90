"""The list in other orders: put together by day, source or tag, and sorted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Colour
from core.settings import load
from gui.window import Window
from tests.generate import mark
from tests.given import made
from tests.gui.window.conftest import Open


@pytest.fixture
def some(window: Window, library: Library) -> Window:
    window.desk.add(
        [
            made("C 铜", "Copper rose", source="ZACKS"),
            made("A 铝", "Aluminium fell", source="ZACKS"),
            made("B 镍", "Nickel is calm", source="Bao Cheng Qi Huo"),
        ]
    )
    return window


def titles(window: Window) -> list[str]:
    articles = window.articles.list.articles
    cards = (articles.card(position) for position in range(len(articles.rows)))
    return [card.title for card in cards if card]


def headings(window: Window) -> list[str]:
    articles = window.articles.list.articles
    return [
        articles.heading(position)
        for position in range(len(articles.rows))
        if articles.begins(position)
    ]


def test_articles_are_sorted_by_title_and_that_is_remembered(some: Window, qtbot: QtBot) -> None:
    some.actions_["sort_title"].trigger()
    qtbot.waitUntil(lambda: titles(some)[:3] == ["A 铝", "B 镍", "C 铜"])
    assert some.articles.head.order.text() == "Sorted by Title ▾"
    assert load().sort == "title"
    some.desk.add([made("AA", "Another")])
    qtbot.waitUntil(lambda: titles(some)[:4] == ["A 铝", "AA", "B 镍", "C 铜"])
    some.actions_["sort_date"].trigger()
    qtbot.waitUntil(lambda: titles(some)[0] != "A 铝")


def test_the_oldest_come_first_their_days_too_and_last_what_has_no_date(
    library: Library, open_window: Open, qtbot: QtBot
) -> None:
    when = {"三": "2025-11-09 04:46", "一": "2024-02-29 23:10", "二": "2025-11-09 00:05", "无": ""}
    some = (made(title, "Copper rose", published=day) for title, day in when.items())
    library.commit(library.add(some).change)
    window = open_window(library)
    assert titles(window) == ["三", "二", "一", "无"]
    window.actions_["sort_oldest"].trigger()
    qtbot.waitUntil(lambda: titles(window) == ["一", "二", "三", "无"])
    assert load().sort == "oldest"
    window.actions_["group_day"].trigger()
    days = ["29 Feb 2024", "9 Nov 2025", "Without a date"]
    qtbot.waitUntil(lambda: headings(window) == days)
    assert titles(window) == ["一", "二", "三", "无"]


def test_articles_of_a_source_stand_under_its_name(some: Window, qtbot: QtBot) -> None:
    some.actions_["group_source"].trigger()
    some.actions_["sort_title"].trigger()
    qtbot.waitUntil(lambda: headings(some) == ["宝城期货", "观察者网", "ZACKS"])
    assert titles(some)[-2:] == ["A 铝", "C 铜"]


def test_articles_stand_under_their_tags_and_follow_them(
    some: Window, library: Library, qtbot: QtBot
) -> None:
    some.actions_["group_tag"].trigger()
    qtbot.waitUntil(lambda: headings(some) == ["Without a tag"])
    passage = some.insights.view.passage()
    assert passage is not None
    mark = some.desk.highlight(passage, Colour.GREEN)
    assert mark is not None
    some.desk.tag(mark, "claim/forecast")
    qtbot.waitUntil(lambda: headings(some) == ["claim/forecast", "Without a tag"])


def test_what_has_several_tags_stands_under_the_first_and_week_2_before_week_10(
    some: Window, library: Library, qtbot: QtBot
) -> None:
    weeks = (("week 10",), ("week 10", "week 9"), ("week 2",))
    for card, paths in zip(library.cards(library.order()), weeks, strict=False):
        for path in paths:
            marked = library.commit(mark(library.article(card.id))).edits[0].record
            some.desk.tag(marked, path)
    some.actions_["group_tag"].trigger()
    found = ["week 2", "week 9", "week 10", "Without a tag"]
    qtbot.waitUntil(lambda: headings(some) == found)


def test_days_are_headed_and_the_heading_stays_at_the_top(some: Window) -> None:
    list_ = some.articles.list
    some.actions_["group_day"].trigger()
    assert headings(some) == ["9 Nov 2025"]
    bar = list_.verticalScrollBar()
    bar.setValue(bar.maximum())
    band = list_.viewport().grab().toImage().copy(0, 0, 200, list_.painter.measures.band)
    bar.setValue(0)
    top = list_.viewport().grab().toImage().copy(0, 0, 200, list_.painter.measures.band)
    assert band.copy(0, 0, 200, 10) == top.copy(0, 0, 200, 10)


def test_a_heading_takes_no_room_of_the_articles_that_it_does_not_stand_over(some: Window) -> None:
    list_ = some.articles.list

    def picture(row: int) -> QImage:
        return list_.viewport().grab(list_.visualRect(list_.articles.index(row))).toImage()

    list_.resize(list_.width(), 2_000)
    list_.leave()
    (first, high), second = (picture(0), list_.painter.measures.height), picture(1)
    some.actions_["group_day"].trigger()
    list_.leave()
    assert list_.painter.measures.height == high
    assert picture(1) == second
    assert picture(0) != first


def test_a_row_gone_to_stands_below_the_heading_at_the_top(some: Window) -> None:
    list_ = some.articles.list
    some.desk.add([made(f"文 {n}", "A claim", source="ZACKS") for n in range(20)])
    some.actions_["group_day"].trigger()
    list_.verticalScrollBar().setValue(list_.verticalScrollBar().maximum())
    list_.go(10)
    assert list_.visualRect(list_.currentIndex()).top() == list_.painter.measures.band
    list_.go(0)
    assert list_.visualRect(list_.currentIndex()).top() == 0


@pytest.mark.parametrize("group", ["none", "day", "source", "tag", "page"])
def test_what_has_no_date_comes_last(some: Window, qtbot: QtBot, group: str) -> None:
    some.actions_[f"group_{group}"].trigger()
    some.desk.add([made("无日期", "Nobody knows when", published="", source="ZACKS")])
    some.desk.add([made("更无", "Nor this", published="", source="ZACKS")])
    some.desk.add([made("新", "New", published="2026-01-01 08:00", source="ZACKS")])
    qtbot.waitUntil(lambda: "新" in titles(some) and titles(some)[-2:] == ["无日期", "更无"])
    if group == "day":
        assert len(headings(some)) == 3
        assert headings(some)[-1] == "Without a date"


@pytest.mark.parametrize("group", ["none", "day"])
def test_what_has_words_for_a_date_comes_last(some: Window, qtbot: QtBot, group: str) -> None:
    some.actions_[f"group_{group}"].trigger()
    some.desk.add([made("无日期", "Nobody knows when", published="soon", source="ZACKS")])
    some.desk.add([made("新", "New", published="2026-01-01 08:00", source="ZACKS")])
    qtbot.waitUntil(lambda: titles(some)[0] == "新" and titles(some)[-1] == "无日期")


def test_what_a_search_leaves_keeps_the_order(some: Window, qtbot: QtBot) -> None:
    some.actions_["sort_title"].trigger()
    qtbot.waitUntil(lambda: titles(some)[0] == "A 铝")
    some.articles.search.setText("source:ZACKS")
    qtbot.waitUntil(lambda: titles(some) == ["A 铝", "C 铜"])


def test_what_is_left_to_read_is_told_and_counted_down(
    some: Window, library: Library, qtbot: QtBot
) -> None:
    some.shelving.fill()
    many = library.count()
    qtbot.waitUntil(lambda: some.articles.head.left.text() == f"{many} left to read")
    some.actions_["turn_unread"].trigger()
    qtbot.waitUntil(lambda: some.articles.head.left.text() == f"{many - 1} left to read")


def test_what_an_article_stands_below_is_read_aloud_unless_it_says_so_itself(
    some: Window, library: Library, qtbot: QtBot
) -> None:
    first = next(iter(library.cards(library.order())))
    some.desk.tag(library.commit(mark(library.article(first.id))).edits[0].record, "claim")
    rows = some.articles.list.articles

    def aloud() -> str:
        place = rows.position(library.row(first.id))
        return str(rows.index(place or 0).data(Qt.ItemDataRole.AccessibleTextRole))

    some.actions_["group_source"].trigger()
    qtbot.waitUntil(lambda: rows.headed is not None)
    assert "below" not in aloud(), "its source is said already"
    some.actions_["group_tag"].trigger()
    qtbot.waitUntil(lambda: aloud().endswith(", 1 highlight, below claim"))


def test_the_order_is_asked_for_at_the_head_of_the_list(some: Window) -> None:
    some.articles.head.order.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert some.actions_["group_day"] in menu.actions()
    menu.close()


def test_articles_stand_under_the_page_they_came_from(some: Window, qtbot: QtBot) -> None:
    some.actions_["group_page"].trigger()
    qtbot.waitUntil(lambda: headings(some) == ["No page"])
    some.desk.add([replace(made("C 铜", "Copper rose", source="ZACKS"), page="铜")])
    qtbot.waitUntil(lambda: headings(some) == ["铜", "No page"])
    some.desk.undo()
    qtbot.waitUntil(lambda: headings(some) == ["No page"])
