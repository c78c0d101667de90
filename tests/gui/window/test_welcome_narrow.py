"""The welcome of an empty library fits a half of a screen, in letters of any size."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton

from core.library import Library
from gui.dialogs.welcome import WelcomePane
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import Open


def narrow(open_window: Open, library: Library, percent: int) -> Window:
    window = open_window(library)
    window.dressing.size_text(percent)
    window.resize(640, 700)
    QApplication.processEvents()
    return window


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_its_buttons_stand_below_one_another_as_wide_as_the_others_in_the_middle(
    open_window: Open, library: Library, percent: int
) -> None:
    window = narrow(open_window, library, percent)
    assert window.width() == 640
    (pane,) = window.findChildren(WelcomePane)
    ways = pane.findChildren(QPushButton)
    places = [QRect(way.mapTo(pane, QPoint()), way.size()) for way in ways]
    assert all(pane.rect().contains(place) for place in places)
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert all(abs(place.center().x() - pane.rect().center().x()) <= 2 for place in places)
    assert all(way.minimumSizeHint().width() <= way.width() for way in ways)


@pytest.mark.parametrize("percent", [100, 200])
def test_what_is_read_needs_no_more_room_for_the_welcome_that_was_there(
    open_window: Open, library: Library, percent: int
) -> None:
    window = narrow(open_window, library, percent)
    before = window._middle.minimumSizeHint().width()
    window.desk.add([made("稀土", "A claim")])
    QApplication.processEvents()
    assert window._middle.minimumSizeHint().width() < before
