"""The tour: four real deeds over the sample articles, skipped, ended and repeated."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from core import settings
from core.library import Library
from gui.dialogs.tour import TourCard
from gui.dialogs.welcome import WelcomePane
from gui.window import Window
from tests.gui.window.conftest import Open

Key = Qt.Key


@pytest.fixture
def touring(open_window: Open, library: Library) -> Window:
    """A window over an empty library, and the tour begun from the Help menu."""
    window = open_window(library)
    window.actions_["tour"].trigger()
    return window


def card(window: Window) -> TourCard:
    assert window.touring.card is not None
    return window.touring.card


def is_beside(window: Window) -> bool:
    """Tell whether the card is whole within the window."""
    return window.rect().contains(card(window).geometry())


def test_every_step_is_a_real_deed_by_keyboard_alone(qtbot, touring: Window, library: Library):
    assert library.count() > 1  # the sample articles
    assert card(touring).title.text() == "Open an article"
    assert card(touring).step.text() == "Step 1 of 4"
    assert "Shift+J" in card(touring).told.text()
    assert is_beside(touring)
    touring.articles.list.setFocus()
    QTest.keyClick(touring.articles.list, Key.Key_Down)
    assert card(touring).title.text() == "Highlight what matters"
    tree = touring.insights.view
    tree.setFocus()
    QTest.keyClick(tree, Key.Key_J)
    QTest.keyClick(tree, Key.Key_H)
    assert card(touring).title.text() == "Tag it"
    QTest.keyClick(tree, Key.Key_T)
    field = next(one for one in touring.findChildren(QLineEdit) if one.hasFocus())
    QTest.keyClicks(field, "forecast")
    QTest.keyClick(field, Key.Key_Return)
    assert card(touring).title.text() == "Find it in the other language"
    assert is_beside(touring)
    touring.articles.search.setText("稀土")
    qtbot.waitUntil(touring.touring._found.isActive)
    touring.touring._found.timeout.emit()
    assert card(touring).title.text() == "That is the main job"
    assert not card(touring).skip.isVisible()
    card(touring).end.click()
    assert touring.touring.card is None
    assert [tag.path for tag in library.tags()] == ["forecast"]


def test_it_ends_with_the_articles_it_leads_through(touring: Window, library: Library):
    touring.actions_["undo"].trigger()
    assert library.count() == 0
    assert touring.touring.card is None


def test_steps_can_be_skipped_and_the_tour_repeated(touring: Window):
    for title in ("Highlight what matters", "Tag it", "Find it in the other language"):
        card(touring).skip.click()
        assert card(touring).title.text() == title
    touring.actions_["tour"].trigger()
    assert card(touring).title.text() == "Open an article"
    assert len([one for one in touring.findChildren(TourCard) if one.isVisible()]) == 1
    card(touring).end.click()
    touring.actions_["next_article"].trigger()  # nothing hears of it any more
    assert touring.touring.card is None


@pytest.mark.parametrize("command", ["next_article", "highlight"])
def test_the_last_card_goes_once_the_reader_goes_on(touring: Window, command: str):
    for _ in range(4):
        card(touring).skip.click()
    assert card(touring).title.text() == "That is the main job"
    touring.insights.view.setFocus()
    touring.actions_[command].trigger()
    assert touring.touring.card is None


def test_the_card_takes_no_keys_until_they_are_brought_to_it(qtbot, touring: Window):
    tree = touring.insights.view
    tree.setFocus()
    card(touring).skip.click()
    assert tree.hasFocus() or not card(touring).isAncestorOf(touring.focusWidget())
    card(touring).skip.setFocus()
    QTest.keyClick(card(touring).skip, Key.Key_Escape)
    assert touring.touring.card is None
    assert tree.hasFocus()


def test_a_screen_reader_is_told_the_step(touring: Window):
    one = card(touring)
    assert one.accessibleName() == "Step 1 of 4: Open an article"
    assert one.accessibleDescription() == one.told.text()


@pytest.mark.parametrize("size", [(700, 480), (1280, 800), (1900, 1000)])
def test_the_card_is_whole_in_a_window_of_any_size(touring: Window, size):
    touring.resize(*size)
    for _ in range(4):
        assert is_beside(touring)
        card(touring).skip.click()
    assert is_beside(touring)


def test_in_large_letters_and_little_room_it_does_not_cover_what_one_is_to_type_in(
    touring: Window,
):
    touring.dressing.size_text(200)
    touring.resize(640, 740)
    touring.actions_["tour"].trigger()
    for _ in range(3):
        card(touring).skip.click()
    QApplication.processEvents()
    line = touring.articles.search
    place = QRect(line.mapTo(touring, QPoint()), line.size())
    assert is_beside(touring)
    assert card(touring).geometry().intersected(place).width() <= 2, "the tip of it"


def test_it_begins_by_itself_once_when_the_sample_articles_are_opened(
    open_window: Open, library: Library
):
    window = open_window(library)
    pane = window.findChild(WelcomePane)
    assert pane is not None
    sample = next(one for one in pane.findChildren(QPushButton) if "Sample" in one.text())
    sample.click()
    assert card(window).step.text() == "Step 1 of 4"
    assert settings.load().told == ["tour"]
    card(window).end.click()
    window.touring.begin_once()
    assert window.touring.card is None


def test_where_nothing_can_be_marked_there_is_no_tour(open_window: Open, library, article, path):
    from core.library import Reader

    with Reader(path) as reader:
        window = open_window(reader)
        window.actions_["tour"].trigger()
        assert window.touring.card is None
        assert "can only be read" in window.notice.text()
