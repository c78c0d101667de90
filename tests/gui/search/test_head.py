"""What stands over the results: in little room it says less, and wraps, and cuts no word."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.search.head import Head

Shown = Callable[[int], Head]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Give the head so wide, and as high as it asks for then."""
    head = Head(None)  # type: ignore[arg-type]
    qtbot.addWidget(head)
    head.show_count(17, 0, 1)
    head.chips.hide()
    head.hint.hide()
    head.show()

    def sized(width: int) -> Head:
        head.resize(width, head.heightForWidth(width))
        return head

    return sized


def test_what_is_said_last_goes_first_and_no_word_is_cut(shown: Shown) -> None:
    said = [shown(width).count.shown() for width in range(640, 160, -20)]
    whole = "17 articles · 0 places · 1 finding"
    assert {whole, "17 articles"} <= {*said} <= {whole, "17 articles · 0 places", "17 articles"}
    assert said[0] == whole
    assert shown(330).count.text() == whole, "and all of it is told"


@pytest.mark.parametrize("width", [164, 200, 330, 640])
def test_every_button_has_its_room(shown: Shown, width: int) -> None:
    head = shown(width)
    for button in head.findChildren(QToolButton):
        place = button.rect().translated(button.mapTo(head, QPoint()))
        assert button.width() >= button.sizeHint().width(), button.text()
        assert head.rect().contains(place), button.text()
