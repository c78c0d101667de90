"""A place pointed at in a text that is shown, whatever its characters take of Qt's units."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.parts.aim import aim, aim_at, first_chinese
from gui.parts.lines import Face, lay

ORIGIN = QPointF(7, 5)
TEXT = "a😀𠮷稀土e\u0301 出口, 管制"


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("char", "𠮷稀土出口管制")
def test_a_point_on_a_character_is_its_place(widget: QWidget, char: str) -> None:
    layout, place = lay(TEXT, Face(QApplication.font()), 400, 1), TEXT.index(char)
    where = aim(widget, layout, ORIGIN, place).words_at(place, place + 1)
    for at in (where.left() + 2, where.center().x(), where.right() - 1):
        point = widget.mapFromGlobal(where.center().toPointF())
        point.setX(widget.mapFromGlobal(QPointF(at, 0)).x())
        found = aim_at(widget, layout, ORIGIN, point)
        assert found is not None
        assert found.text[found.place] == char


@pytest.mark.parametrize("char", "a😀,")
def test_a_point_on_what_is_not_chinese_is_no_place(widget: QWidget, char: str) -> None:
    layout, place = lay(TEXT, Face(QApplication.font()), 400, 1), TEXT.index(char)
    where = aim(widget, layout, ORIGIN, place).words_at(place, place + 1)
    assert aim_at(widget, layout, ORIGIN, widget.mapFromGlobal(where.center().toPointF())) is None


def test_words_that_are_cut_short_are_seen_as_far_as_they_are_shown(widget: QWidget) -> None:
    layout = lay(TEXT * 9, Face(QApplication.font()), 60, 1)
    whole = aim(widget, layout, ORIGIN, 3).words_at(3, len(TEXT) * 9)
    assert whole.right() <= widget.mapToGlobal(QPointF(70, 0)).x()


def test_the_first_chinese_is_found_between_two_places() -> None:
    assert first_chinese(TEXT) == TEXT.index("𠮷")
    assert first_chinese(TEXT, TEXT.index("e")) == TEXT.index("出")
    assert first_chinese(TEXT, 0, 2) is None
