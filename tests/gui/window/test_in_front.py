"""A window that stands behind another looks as it did, and nothing in it is painted for that."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog
from pytestqt.qtbot import QtBot

from gui import work
from gui.look.tones import ALL, Tones
from gui.theme import palette
from gui.window import Window

Put = Callable[[], QDialog]


class Painted(QObject):
    """Counts how often a list is painted."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.times = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        self.times += event.type() == QEvent.Type.Paint
        return False


def settle() -> None:
    work.end()
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def in_front(qtbot: QtBot) -> Put:
    def put() -> QDialog:
        dialog = QDialog()
        qtbot.addWidget(dialog)
        dialog.open()
        settle()
        return dialog

    return put


def test_lists_are_not_painted_anew_when_a_dialog_comes_and_goes(
    window: Window, in_front: Put
) -> None:
    window.shelving.fill()
    settle()
    window.shelving._soon.stop()  # nothing is counted, nor read, by the way
    window._reading.setInterval(10**8)
    bar = window.shelving.bar
    assert bar
    lists = [Painted(window.articles.list), Painted(bar.view)]
    dialog = in_front()
    assert QApplication.activeWindow() is dialog
    dialog.close()
    window.activateWindow()
    settle()
    assert QApplication.activeWindow() is window
    assert [one.times for one in lists] == [0, 0]


def test_the_list_that_has_the_keys_shows_when_it_has_them_no_longer(
    window: Window, in_front: Put
) -> None:
    window.articles.list.setFocus()
    settle()
    painted = Painted(window.articles.list)
    in_front()
    assert painted.times


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("tones", ALL)
def test_colours_are_the_same_in_a_window_behind(tones: Tones) -> None:
    made = palette(tones)
    assert made.isEqual(QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
