"""What a screen reader is told of the small lists whose field has the keys."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

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


def test_each_row_is_told_as_it_is_chosen(qtbot: QtBot, heard: list[str]) -> None:
    rows, field = QListWidget(), QLineEdit()
    for one in (rows, field):
        qtbot.addWidget(one)
    rows.addItems(["稀土", "rare earths"])
    aloud.follow(rows, field)
    for row in (0, 1, -1):
        rows.setCurrentRow(row)
    assert heard == ["稀土", "rare earths"]
