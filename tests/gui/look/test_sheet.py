"""The few rules of style that hold where the desktop would have it otherwise."""

from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QStyle
from pytestqt.qtbot import QtBot

from gui import theme
from gui.look.tones import LIGHT


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
