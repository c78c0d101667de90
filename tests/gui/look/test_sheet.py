"""The few rules of style that hold where the desktop would have it otherwise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QMenu,
    QPushButton,
    QStyle,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from gui import theme
from gui.look.tones import ALL, LIGHT, NAMED, Tones


def test_buttons_below_a_dialog_leave_no_room_for_icons_that_they_do_not_have(
    qapp: QApplication, qtbot: QtBot
) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    theme.apply(qapp, "light")
    one = buttons.buttons()[0]
    assert "dialogbuttonbox-buttons-have-icons: 0" in theme.sheet(LIGHT)
    assert not qapp.style().styleHint(
        QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons, None, one
    )


def test_every_line_of_a_menu_is_equally_high(qapp: QApplication, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    theme.apply(qapp, "light")
    lines = [menu.addAction(theme.icon("tag"), "Tag"), menu.addMenu("Size of Text").menuAction()]
    assert len({menu.actionGeometry(one).height() for one in lines}) == 1


def test_nothing_is_drawn_where_two_scroll_bars_meet(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    area = QTreeView()
    qtbot.addWidget(area)
    area.setFrameShape(QTreeView.Shape.NoFrame)
    area.resize(200, 100)
    for turn in (area.setHorizontalScrollBarPolicy, area.setVerticalScrollBarPolicy):
        turn(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.show()
    drawn = area.grab().toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(189, 200) for y in range(89, 100)}
    assert colours == {LIGHT.base.name()}


def test_in_high_contrast_a_button_that_is_off_is_told_by_its_edge(
    qapp: QApplication, qtbot: QtBot
) -> None:
    for each in ALL:
        theme.apply(qapp, theme.mode(NAMED[each.place]))
        edges = []
        for on in (True, False):
            button = QPushButton("Copy Table as CSV")
            button.setEnabled(on)
            qtbot.addWidget(button)
            drawn = button.grab().toImage()
            edges.append({drawn.pixelColor(x, 0).name() for x in range(20, drawn.width() - 20)})
        assert [len(one) for one in edges] == [1, 1 + each.contrast]


@pytest.mark.parametrize("one", ALL)
def test_bars_that_scroll_are_seen_as_fields_are(
    one: Tones, qapp: QApplication, qtbot: QtBot
) -> None:
    area = QTreeView()
    qtbot.addWidget(area)
    area.setStyleSheet(theme.sheet(one))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.resize(200, 100)
    area.show()
    bar = area.verticalScrollBar()
    at = area.mapFromGlobal(bar.mapToGlobal(bar.rect().center()))
    assert area.grab().toImage().pixelColor(at).name() == one.edge.name()


def test_words_begin_at_one_place_in_boxes_that_are_written_in_and_others(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light")
    places = set[int]()
    for is_written_in in (True, False):
        box = QComboBox(editable=is_written_in)
        qtbot.addWidget(box)
        box.addItem("III")
        box.show()
        drawn = box.grab().toImage()
        middle = range(9, drawn.width() // 2)
        inks = (x for x in middle if drawn.pixelColor(x, drawn.height() // 2).lightness() < 120)
        places.add(next(inks))
    assert len(places) == 1
