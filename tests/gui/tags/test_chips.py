"""The tags a highlight has."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.model import Tag
from gui.tags import TagChips
from gui.tags.chips import Chip, Cross


@pytest.fixture
def chips(qtbot: QtBot, tags: list[Tag]) -> TagChips:
    """Chips above another control, in a window of 300 pixels."""
    window, chips = QWidget(), TagChips()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(chips)
    layout.addWidget(QLineEdit())
    window.resize(300, 300)
    chips.show_tags(tags)
    with qtbot.waitActive(window):
        window.show()
    chips.window_ = window  # type: ignore[attr-defined]  # kept alive with them
    return chips


def shown(chips: TagChips) -> list[Chip]:
    return [chip for chip in chips.findChildren(Chip) if chip.isVisible()]


def test_every_tag_has_its_chip(chips: TagChips, tags: list[Tag]) -> None:
    assert [chip.tag for chip in shown(chips)] == tags


def test_chips_wrap_within_the_width(chips: TagChips) -> None:
    assert all(chips.rect().contains(chip.geometry()) for chip in shown(chips))
    assert len({chip.y() for chip in shown(chips)}) > 1


def test_chips_do_not_lie_over_one_another(chips: TagChips) -> None:
    boxes = [chip.geometry() for chip in shown(chips)]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_a_name_longer_than_the_pane_is_shortened(chips: TagChips) -> None:
    chips.show_tags([Tag("x", "长" * 400, None, "长" * 400)])
    assert shown(chips)[0].width() <= chips.width()
    assert not chips.grab().isNull()


def test_the_cross_drops_a_tag(qtbot: QtBot, chips: TagChips, tags: list[Tag]) -> None:
    cross = shown(chips)[1].findChild(Cross)
    with qtbot.waitSignal(chips.dropped) as told:
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert told.args == [tags[1].id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_drops_the_focused_tag(
    qtbot: QtBot, chips: TagChips, tags: list[Tag], key: Qt.Key
) -> None:
    shown(chips)[2].setFocus()
    with qtbot.waitSignal(chips.dropped) as told:
        qtbot.keyClick(shown(chips)[2], key)
    assert told.args == [tags[2].id]


def test_the_next_chip_has_the_focus_when_one_goes(chips: TagChips, tags: list[Tag]) -> None:
    shown(chips)[2].setFocus()
    chips.show_tags([*tags[:2], *tags[3:]])
    assert [chip.hasFocus() for chip in shown(chips)].index(True) == 2


def test_the_focus_goes_on_when_the_last_chip_goes(chips: TagChips, tags: list[Tag]) -> None:
    chips.show_tags(tags[:1])
    shown(chips)[0].setFocus()
    chips.show_tags([])
    assert isinstance(chips.window().focusWidget(), QLineEdit)


def test_arrows_walk_from_chip_to_chip(qtbot: QtBot, chips: TagChips) -> None:
    shown(chips)[0].setFocus()
    qtbot.keyClick(shown(chips)[0], Qt.Key.Key_Right)
    assert shown(chips)[1].hasFocus()


def test_no_tags_take_no_room(chips: TagChips) -> None:
    chips.show_tags([])
    assert not chips.isVisible()


def test_a_name_is_shown_as_text_in_the_tooltip(chips: TagChips) -> None:
    chips.show_tags([Tag("x", "<img src=x>", None, "<img src=x>", zh="<b>")])
    assert shown(chips)[0].toolTip() == "<qt>&lt;img src=x&gt; · &lt;b&gt;</qt>"


def test_chips_speak(chips: TagChips) -> None:
    chip = shown(chips)[0]
    cross = chip.findChild(Cross)
    assert isinstance(cross, Cross)
    assert chip.accessibleName() == "Tag claim"
    assert cross.accessibleName() == "Drop the tag claim"


@pytest.mark.parametrize("colour", ["", "red", "#123456", "no such", "#zz", "url(file:///x)"])
def test_any_colour_can_be_painted(chips: TagChips, colour: str) -> None:
    chips.show_tags([Tag("x", "a", None, "a", colour=colour)])
    assert not chips.grab().isNull()
