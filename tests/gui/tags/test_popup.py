"""Giving a tag from a small page over the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.model import Tag
from gui.tags import TagPopup
from gui.tags.popup import AmongPopup

ROW = QRect(20, 20, 300, 30)


@pytest.fixture
def popup(qtbot: QtBot, tags: list[Tag]) -> Iterator[TagPopup]:
    window = QWidget()
    window.resize(640, 480)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    popup = TagPopup(window)
    popup.open_beside(ROW, tags)
    yield popup
    window.close()


def test_it_opens_with_everything_there_is(popup: TagPopup, tags: list[Tag]) -> None:
    assert popup.isVisible()
    assert popup.field.offers.offers.rowCount() == len(tags)


def test_enter_gives_and_closes(qtbot: QtBot, popup: TagPopup) -> None:
    qtbot.keyClicks(popup.field, "fore")
    qtbot.keyClick(popup.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.given) as told:
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert told.args == ["claim/forecast"]
    assert not popup.isVisible()


def test_esc_closes_and_gives_nothing(qtbot: QtBot, popup: TagPopup) -> None:
    with qtbot.assertNotEmitted(popup.given):
        qtbot.keyClick(popup.field, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_it_is_seen_whole_at_the_edge_of_the_window(popup: TagPopup, tags: list[Tag]) -> None:
    window = popup.window()
    popup.close()
    corner = window.mapToGlobal(window.rect().bottomRight())
    popup.open_beside(QRect(corner, QSize(1, 1)), tags)
    assert window.rect().contains(popup.geometry())


def test_it_stays_above_a_row_that_has_no_room_below(
    qtbot: QtBot, popup: TagPopup, tags: list[Tag]
) -> None:
    window = popup.window()
    popup.close()
    row = QRect(40, window.height() - 60, 300, 30)
    popup.open_beside(row.translated(window.mapToGlobal(QPoint())), tags)
    for typed in ("", "fore", "none is called so"):
        qtbot.keyClicks(popup.field, typed)
        assert 0 < row.top() - popup.geometry().bottom() < 5
        popup.field.clear()


def test_it_is_as_high_as_what_there_is_to_choose_from(qtbot: QtBot, popup: TagPopup) -> None:
    before = popup.height()
    qtbot.keyClicks(popup.field, "fore")
    assert popup.height() < before


def test_it_opens_empty_again(qtbot: QtBot, popup: TagPopup, tags: list[Tag]) -> None:
    qtbot.keyClicks(popup.field, "fore")
    popup.close()
    popup.open_beside(ROW, tags)
    assert popup.field.text() == ""


def test_to_choose_one_of_the_tags_no_new_one_is_offered(qtbot: QtBot, tags: list[Tag]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    among = AmongPopup(window)
    among.open_beside(ROW, tags)
    offers = among.field.offers.offers
    qtbot.keyClicks(among.field, "forec")
    assert offers.rowCount() == 1
    first = offers.offer(0)
    assert first
    assert first.meant
    with qtbot.waitSignal(among.given) as told:
        qtbot.keyClick(among.field, Qt.Key.Key_Return)
    assert told.args == ["claim/forecast"]
