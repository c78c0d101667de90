"""The panes beside one another: what is read has room, in windows and letters of any size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

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


def test_where_two_would_be_too_narrow_they_stand_one_above_the_other(window: Window) -> None:
    window.dressing.size_text(150)
    window.resize(800, 900)
    window.actions_["open_beside"].trigger()
    QApplication.processEvents()
    first, second = window.panes.in_order()
    assert first.width() == second.width() > sizing.px(LEAST)
    assert first.geometry().bottom() < second.geometry().top()
    assert abs(first.height() - second.height()) <= 1
    window.dressing.size_text(100)
    window.resize(1920, 900)
    QApplication.processEvents()
    assert first.geometry().right() < second.geometry().left()
    assert abs(first.width() - second.width()) <= 1


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


def test_a_shelf_that_is_asked_for_shows_the_list(small: Window) -> None:
    small.actions_["show_sidebar"].trigger()
    assert small.shelving.bar is not None
    assert in_front(small) is small.shelving.place
    small.shelving.bar.asked.emit("is:unread")
    assert in_front(small) is small.articles
    assert not small.shelving.bar.isVisible()


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
            if window.split.is_single:
                assert has_all_room(window, in_front(window))
                continue
            seen = window.articles.isVisible()
            assert not seen or window.articles.width() >= min(sizing.px(KEPT), width * 0.35) - 1
            assert seen or window.inspector.isVisible()


# One pane at a time


@pytest.fixture
def small(window: Window) -> Window:
    """The window as narrow as it is on a small screen, in the largest letters."""
    window.articles.list.setFocus()
    window.dressing.size_text(200)
    show(window, 640)
    return window


def in_front(window: Window) -> QWidget:
    """Give the one pane that is seen."""
    (place,) = [number for number, wide in enumerate(window.split.sizes()) if wide]
    one = window.split.widget(place)
    assert one
    assert window.split.rect().contains(one.geometry())
    return one


def has_all_room(window: Window, pane: QWidget) -> bool:
    return pane.width() >= window.split.width() - window.split.count()


def is_text_in_front(window: Window) -> bool:
    return in_front(window).isAncestorOf(window.insights)


def test_where_there_is_no_room_for_two_the_pane_with_the_keys_has_all(small: Window) -> None:
    assert in_front(small) is small.articles
    assert has_all_room(small, small.articles)
    QTest.keyClick(small.articles.list, Qt.Key.Key_Return)
    assert is_text_in_front(small)
    assert has_all_room(small, small.insights)


def test_the_claim_that_one_is_at_is_seen_when_the_text_comes(small: Window) -> None:
    small.panes.take_keys()
    QTest.keyClick(small.insights.view, Qt.Key.Key_End)
    small.one_pane.go_to_list()
    small.panes.take_keys()
    tree = small.insights.view
    assert tree.viewport().rect().contains(tree.visualRect(tree.currentIndex()))


def test_a_click_on_an_article_goes_on_to_its_text_and_escape_back(small: Window) -> None:
    rows = small.articles.list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert is_text_in_front(small)
    QTest.keyClick(small.insights.view, Qt.Key.Key_Escape)
    assert in_front(small) is small.articles
    assert rows.hasFocus()


def test_several_articles_can_be_clicked_without_leaving_the_list(small: Window) -> None:
    rows = small.articles.list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, control, place)
    assert in_front(small) is small.articles


def test_the_next_claim_is_seen(small: Window) -> None:
    QTest.keyClick(small.articles.list, Qt.Key.Key_J)
    assert is_text_in_front(small)


def _leads_to_list(button: QToolButton) -> bool:
    action = button.defaultAction()
    return action is not None and action.objectName() == "go_to_list"


def test_a_button_leads_to_the_list_as_long_as_there_is_one_pane(small: Window) -> None:
    small.panes.take_keys()
    (button,) = [one for one in small.findChildren(QToolButton) if _leads_to_list(one)]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert in_front(small) is small.articles
    small.dressing.size_text(100)
    QApplication.processEvents()
    assert not button.isVisible()


def test_a_note_has_all_the_room_until_it_is_left(small: Window) -> None:
    small.panes.take_keys()
    small.actions_["note"].trigger()
    assert in_front(small) is small.inspector
    field = QApplication.focusWidget()
    assert field
    assert small.inspector.isAncestorOf(field)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert is_text_in_front(small)
    small.actions_["show_inspector"].trigger()
    assert in_front(small) is small.inspector
    small.actions_["show_inspector"].trigger()
    assert is_text_in_front(small)


def test_a_wide_window_shows_again_what_it_showed(small: Window) -> None:
    small.panes.take_keys()
    show(small, 1920)
    assert small.insights.width() > sizing.px(LEAST)
    assert small.articles.width() == sizing.px(330)


def test_the_text_alone_has_the_room_in_focus_mode(small: Window) -> None:
    small.actions_["focus_mode"].trigger()
    assert has_all_room(small, small.insights)
    small.actions_["focus_mode"].trigger()
    assert is_text_in_front(small)
