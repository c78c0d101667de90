"""The panes beside one another: what is read has room, in windows and letters of any size."""

import pytest
from PySide6.QtWidgets import QApplication

from gui.look import sizing
from gui.parts.row import KEPT, LEAST, READ
from gui.window import Window

WIDTHS = (640, 800, 900, 1024, 1280, 1920, 2560)


def show(window: Window, width: int) -> None:
    window.resize(width, 700)
    QApplication.processEvents()


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_the_text_has_room_to_be_read_in(window: Window, percent: int) -> None:
    window.dressing.size_text(percent)
    for width in (*WIDTHS, *WIDTHS[::-1]):
        show(window, width)
        assert window.insights.width() >= min(sizing.px(READ), width - 1 - window.articles.width())
        assert window.insights.width() >= window.articles.width() or width < sizing.px(800)


def test_the_inspector_goes_first_and_the_side_bar_next(window: Window) -> None:
    inspector, side = window.inspector, window.shelving.place
    seen = []
    for width in WIDTHS[::-1]:
        show(window, width)
        seen.append((inspector.isVisible(), side.isVisible()))
    assert seen[0] == (True, True)
    assert seen[-1] == (False, False)
    assert seen == sorted(seen, reverse=True)
    show(window, 1280)
    assert inspector.isVisible()
    assert side.isVisible()


def test_a_wide_window_becomes_narrow_in_one_step(window: Window) -> None:
    show(window, 1366)
    assert window.inspector.isVisible()
    show(window, 514)
    assert window.width() == 514
    assert (window.inspector.isVisible(), window.shelving.place.isVisible()) == (False, False)
    assert sum(window.split.sizes()) <= window.split.width()


@pytest.mark.parametrize("way", ["by its key", "for want of room"])
@pytest.mark.parametrize("side", [False, True])
def test_a_pane_that_goes_gives_its_keys_to_the_text(window: Window, way: str, side: bool) -> None:
    show(window, 1366)
    window.shelving.fill()
    assert window.shelving.bar is not None
    window.actions_["highlight"].trigger()
    if side:
        window.shelving.bar.setFocus()
    else:
        window.inspector.focus_note()
    assert QApplication.focusWidget() is not window.insights.view
    if way == "by its key":
        window.actions_["show_sidebar" if side else "show_inspector"].trigger()
    else:
        show(window, 514)
    assert not (window.shelving.bar if side else window.inspector).isVisible()
    assert QApplication.focusWidget() is window.insights.view


def test_what_the_reader_asks_for_stays(window: Window) -> None:
    show(window, 900)
    assert window.inspector.isHidden()
    window.actions_["show_inspector"].trigger()
    assert window.inspector.isVisible()
    show(window, 880)
    assert window.inspector.isVisible()
    window.actions_["show_inspector"].trigger()
    show(window, 1600)
    assert window.inspector.isHidden()


def test_panes_become_as_wide_again_as_they_were(window: Window) -> None:
    show(window, 1280)
    before = window.split.sizes()
    show(window, 900)
    show(window, 1280)
    assert window.split.sizes() == before


def test_what_was_made_out_of_sight_in_large_letters_takes_no_room_in_usual_ones(
    window: Window,
) -> None:
    show(window, 1380)
    before = window.split.sizes()
    window.dressing.size_text(200)
    QApplication.processEvents()
    assert window.inspector.isHidden()
    window.actions_["highlight"].trigger()
    window.dressing.size_text(sizing.USUAL)
    QApplication.processEvents()
    assert window.inspector.isVisible()
    assert window.split.sizes() == before


def test_two_articles_beside_one_another_have_room_each(window: Window) -> None:
    show(window, 1280)
    window.actions_["open_beside"].trigger()
    QApplication.processEvents()
    assert all(pane.width() >= READ - 1 for pane in window.panes.all())
    window.actions_["open_beside"].trigger()
    QApplication.processEvents()
    assert window.inspector.isVisible()


def test_a_second_article_has_the_room_of_what_was_asked_for_before(window: Window) -> None:
    show(window, 900)
    window.actions_["show_inspector"].trigger()
    window.actions_["open_beside"].trigger()
    QApplication.processEvents()
    assert window.inspector.isHidden()
    window.actions_["show_inspector"].trigger()
    assert window.inspector.isVisible(), "the newest wish is the one that counts"
    window.actions_["show_inspector"].trigger()
    window.actions_["show_inspector"].trigger()
    window.actions_["open_beside"].trigger()
    QApplication.processEvents()
    assert window.inspector.isVisible()


def test_what_was_asked_for_before_has_room_first_beside_two_articles(window: Window) -> None:
    show(window, 1280)
    window.actions_["show_inspector"].trigger()
    window.actions_["show_inspector"].trigger()
    window.actions_["open_beside"].trigger()
    QApplication.processEvents()
    assert window.inspector.isVisible()
    assert all(pane.width() >= READ - 1 for pane in window.panes.all())


def test_the_inspector_comes_back_after_a_start_in_a_narrow_window(
    window: Window, open_window, library
) -> None:
    show(window, 900)
    window.close()
    again = open_window(library)
    show(again, 1280)
    assert again.inspector.isVisible()


def test_a_library_that_is_emptied_in_focus_mode_shows_its_welcome_and_the_menus(
    window: Window,
) -> None:
    show(window, 1380)
    window.actions_["focus_mode"].trigger()
    while article := window.articles.current():
        window.desk.take_away([article])
    assert window._middle.currentIndex() == 1
    assert window.menuBar().isVisible()
    assert window.inspector.isHidden()
    window.actions_["undo"].trigger()
    assert window.inspector.isVisible()
    assert not window.actions_["focus_mode"].isChecked()


@pytest.fixture
def large(window: Window) -> Window:
    """The window in the largest letters, with a highlight shown in the inspector."""
    window.dressing.size_text(200)
    show(window, 1024)
    window.actions_["highlight"].trigger()
    QApplication.processEvents()
    return window


def test_the_list_goes_where_it_would_leave_the_text_a_word_in_a_line(large: Window) -> None:
    large.actions_["show_inspector"].trigger()
    QApplication.processEvents()
    assert (large.inspector.isVisible(), large.articles.isVisible()) == (True, False)
    assert large.insights.width() >= sizing.px(LEAST)
    assert large.split.wants(large.articles)
    large.actions_["show_inspector"].trigger()
    assert (large.inspector.isVisible(), large.articles.isVisible()) == (False, True)


def test_the_list_comes_back_once_there_is_room(large: Window) -> None:
    large.actions_["show_inspector"].trigger()
    show(large, 1366)
    assert (large.inspector.isVisible(), large.articles.isVisible()) == (True, True)
    show(large, 1024)
    assert not large.articles.isVisible()
    large.dressing.size_text(100)
    QApplication.processEvents()
    assert large.articles.isVisible()


def test_the_list_comes_back_for_a_search_and_the_inspector_goes(large: Window) -> None:
    large.actions_["show_inspector"].trigger()
    large.actions_["search"].trigger()
    assert QApplication.focusWidget() is large.articles.search
    assert (large.inspector.isVisible(), large.articles.isVisible()) == (False, True)


def test_a_shelf_that_is_asked_for_shows_the_list(window: Window) -> None:
    window.dressing.size_text(200)
    show(window, 640)
    window.actions_["show_sidebar"].trigger()
    assert window.shelving.bar is not None
    assert not window.articles.isVisible()
    window.shelving.bar.asked.emit("is:unread")
    assert window.articles.isVisible()
    assert not window.shelving.bar.isVisible()


def test_a_search_in_focus_mode_leaves_it(window: Window) -> None:
    window.actions_["focus_mode"].trigger()
    window.actions_["search"].trigger()
    assert not window.focusing.is_on
    assert QApplication.focusWidget() is window.articles.search


def test_focus_mode_leaves_what_gave_way_as_it_was(large: Window) -> None:
    large.actions_["show_inspector"].trigger()
    for visible in (False, True):
        large.actions_["focus_mode"].trigger()
        QApplication.processEvents()
        assert large.inspector.isVisible() is visible
        assert not large.articles.isVisible()


def test_a_list_that_is_seen_can_be_read(window: Window) -> None:
    window.actions_["highlight"].trigger()
    window.actions_["show_inspector"].trigger()
    window.actions_["show_inspector"].trigger()
    for percent in (100, 150, 200):
        window.dressing.size_text(percent)
        for width in (640, 800, 1024, 1280, 1366):
            show(window, width)
            seen = window.articles.isVisible()
            assert not seen or window.articles.width() >= min(sizing.px(KEPT), width * 0.35) - 1
            assert seen or window.inspector.isVisible()
