"""Icons are drawn for the room that there is."""

import pytest
from PySide6.QtCore import QSize

from gui.theme import icon


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [QSize(0, 0), QSize(0, 16)])
def test_an_icon_without_room_is_empty_and_qt_does_not_complain(size: QSize) -> None:
    assert icon("tag").pixmap(size).isNull()


@pytest.mark.usefixtures("qapp")
def test_an_icon_with_room_is_drawn() -> None:
    assert not icon("tag").pixmap(QSize(16, 16)).isNull()
