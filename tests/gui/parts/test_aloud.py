"""What a screen reader is told of the small lists whose field has the keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.palette import Entry, Palette
from gui.parts import aloud


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that is announced."""
    told: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[QListWidget]:
    """A list under a field."""
    around, rows, field = QWidget(), QListWidget(), QLineEdit()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    for one in (field, rows):
        column.addWidget(one)
    around.show()
    aloud.follow(rows, field)
    yield rows
    around.close()


def fill(rows: QListWidget, *words: str) -> None:
    rows.clear()
    rows.addItems(words)
    rows.setCurrentRow(0)


def test_each_row_is_told_as_it_is_gone_to(
    qtbot: QtBot, heard: list[str], rows: QListWidget
) -> None:
    fill(rows, "稀土", "rare earths")
    qtbot.waitUntil(lambda: heard == ["稀土"])
    rows.setCurrentRow(1)
    assert heard == ["稀土", "rare earths"]
    rows.setCurrentRow(-1)
    assert heard == ["稀土", "rare earths"]


def test_what_fits_is_told_once_typing_rests(
    qtbot: QtBot, heard: list[str], rows: QListWidget
) -> None:
    for words in ("Find", "Find Next", "Find in the Text"):
        fill(rows, words, "Fold")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["Find in the Text"])
    fill(rows, "Fold", "Find")
    rows.setCurrentRow(1)
    rows.setCurrentRow(0)
    assert heard[1:] == ["Find", "Fold"]


def test_of_a_list_that_is_gone_nothing_is_told(
    qtbot: QtBot, heard: list[str], rows: QListWidget
) -> None:
    fill(rows, "稀土")
    rows.hide()
    (rest,) = (one for one in rows.findChildren(QTimer) if one.interval() == aloud.REST)
    with qtbot.waitSignal(rest.timeout):
        pass
    assert heard == []


def test_that_no_command_fits_is_told_once_typing_rests(qtbot: QtBot, heard: list[str]) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    palette = Palette([Entry("find", "Find", "Edit", "", possible=True)], around)
    around.show()
    palette.open_over(around)
    palette.field.setText("f")
    qtbot.waitUntil(lambda: heard == ["Find, Edit"])
    palette.field.setText("fx")
    palette.field.setText("fxy")
    assert heard == ["Find, Edit"]
    qtbot.waitUntil(lambda: heard == ["Find, Edit", "No command is called that."])
