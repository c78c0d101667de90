"""Giving a tag by typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.model import Tag
from gui.tags import TagField

Key = Qt.Key


def told(field: TagField) -> list[str]:
    given: list[str] = []
    field.given.connect(given.append)
    return given


def rows(field: TagField) -> list[str]:
    model = field.offers.offers
    return [model.index(row).data() for row in range(model.rowCount())]


def test_typing_offers_what_fits_and_a_new_tag_last(qtbot: QtBot, field: TagField) -> None:
    qtbot.keyClicks(field, "fore")
    assert field.offers.isVisible()
    assert rows(field) == ["claim/forecast", "New tag “fore”"]


def test_no_new_tag_is_offered_where_there_is_one(qtbot: QtBot, field: TagField) -> None:
    qtbot.keyClicks(field, "Claim/Forecast")
    assert rows(field) == ["claim/forecast"]


def test_enter_gives_what_is_typed_when_no_row_is_chosen(qtbot: QtBot, field: TagField) -> None:
    given = told(field)
    qtbot.keyClicks(field, " price / soon ")
    qtbot.keyClick(field, Key.Key_Return)
    assert given == ["price/soon"]
    assert field.text() == ""
    assert not field.offers.isVisible()


@pytest.mark.parametrize("typed", ["fore", "forecast", "claim/forecast"])
def test_the_row_that_enter_gives_is_told_from_the_others(
    qtbot: QtBot, field: TagField, typed: str
) -> None:
    given = told(field)
    qtbot.keyClicks(field, typed)
    (meant,) = (row.path for row in field.offers.offers._rows if row.meant)
    qtbot.keyClick(field, Key.Key_Return)
    assert given == [meant]


@pytest.mark.parametrize("enter", [Key.Key_Return, Key.Key_Enter])
def test_enter_gives_the_chosen_row(qtbot: QtBot, field: TagField, enter: Qt.Key) -> None:
    given = told(field)
    qtbot.keyClicks(field, "f")
    for _ in range(2):
        qtbot.keyClick(field, Key.Key_Down)
    keypad = Qt.KeyboardModifier.KeypadModifier
    qtbot.keyClick(field, enter, keypad if enter == Key.Key_Enter else Qt.KeyboardModifier(0))
    assert given == ["claim/forecast"]


def test_up_from_the_field_chooses_the_new_tag(qtbot: QtBot, field: TagField) -> None:
    given = told(field)
    qtbot.keyClicks(field, "fore")
    qtbot.keyClick(field, Key.Key_Up)
    qtbot.keyClick(field, Key.Key_Return)
    assert given == ["fore"]


def test_the_rows_go_round_by_way_of_the_field(qtbot: QtBot, field: TagField) -> None:
    qtbot.keyClicks(field, "fore")
    for _ in range(3):
        qtbot.keyClick(field, Key.Key_Down)
    assert field.offers.chosen() is None


def test_a_click_gives_a_row(qtbot: QtBot, field: TagField) -> None:
    given = told(field)
    qtbot.keyClicks(field, "fore")
    place = field.offers.visualRect(field.offers.offers.index(0)).center()
    qtbot.mouseClick(field.offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert given == ["claim/forecast"]


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Right])
def test_tab_and_right_complete_and_a_slash_goes_on(
    qtbot: QtBot, field: TagField, key: Qt.Key
) -> None:
    _commit(field, "论断")
    qtbot.keyClick(field, key)
    assert field.text() == "claim"
    qtbot.keyClicks(field, "/")
    assert rows(field)[:2] == ["claim/figure", "claim/forecast"]


def test_right_within_the_text_only_moves_the_caret(qtbot: QtBot, field: TagField) -> None:
    qtbot.keyClicks(field, "fo")
    qtbot.keyClick(field, Key.Key_Home)
    qtbot.keyClick(field, Key.Key_Right)
    assert (field.text(), field.cursorPosition()) == ("fo", 1)


def test_tab_in_an_empty_field_goes_on(qtbot: QtBot, field: TagField) -> None:
    assert not field._obey(Key.Key_Tab)


def test_another_name_typed_out_gives_the_tag_there_is(qtbot: QtBot, field: TagField) -> None:
    given = told(field)
    _commit(field, "稀土")
    qtbot.keyClick(field, Key.Key_Return)
    assert given == ["rare earth"]


def test_an_input_method_completes_when_it_commits(qtbot: QtBot, field: TagField) -> None:
    QApplication.sendEvent(field, QInputMethodEvent("yuce", []))
    assert field.text() == ""
    _commit(field, "预测")
    assert rows(field) == ["claim/forecast", "New tag “预测”"]


def _commit(field: TagField, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def test_esc_clears_and_leaves(qtbot: QtBot, field: TagField) -> None:
    qtbot.keyClicks(field, "fore")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Key.Key_Escape)
    assert field.text() == ""
    assert not field.offers.isVisible()


@pytest.mark.parametrize("nothing", ["", "  ", "//"])
def test_nothing_typed_gives_nothing(qtbot: QtBot, field: TagField, nothing: str) -> None:
    given = told(field)
    qtbot.keyClicks(field, nothing)
    qtbot.keyClick(field, Key.Key_Return)
    assert given == []


def test_the_rows_pass_for_a_model(qtbot: QtBot, field: TagField, qtmodeltester) -> None:
    qtmodeltester.check(field.offers.offers)
    tester = QAbstractItemModelTester(
        field.offers.offers, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    qtbot.keyClicks(field, "fx")
    assert tester.model() is field.offers.offers


def test_the_rows_stay_within_the_window(qtbot: QtBot, tags: list[Tag]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout, field = QVBoxLayout(window), TagField()
    field.set_tags(tags)
    layout.addStretch(1)
    layout.addWidget(field)
    window.resize(300, 400)
    window.show()
    qtbot.keyClicks(field, "c")
    assert window.rect().contains(field.offers.geometry())
    window.resize(260, 420)
    qtbot.waitUntil(lambda: field.offers.width() == field.width())
    assert field.offers.geometry().bottom() < field.geometry().top()


def test_new_tags_are_offered_while_the_list_is_open(
    qtbot: QtBot, field: TagField, tags: list[Tag]
) -> None:
    qtbot.keyClicks(field, "fore")
    field.set_tags([*tags, Tag("new", "forest", None, "forest")])
    assert "forest" in rows(field)


def test_a_hostile_name_is_plain_text(qtbot: QtBot, field: TagField) -> None:
    hostile = Tag("x", "<img src=file:///etc/passwd>" + "甲" * 5000, None, "<img>\n" + "甲" * 5000)
    field.set_tags([hostile])
    qtbot.keyClicks(field, "<im")
    assert not field.offers.grab().isNull()
    assert rows(field)[0] == hostile.path


def test_words_are_ready_for_a_screen_reader(field: TagField) -> None:
    assert field.accessibleName() == "Add a tag"
    assert field.offers.accessibleName()
