"""Labels of forms, in both languages: on the line with what they name."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui import tongue
from gui.dialogs.boxes import TickBox
from gui.dialogs.preferences import Preference, PreferencesDialog
from gui.dialogs.tags.form import TagForm


def middle(widget: QWidget, within: QWidget) -> float:
    """Give where the words of a widget are, from the top."""
    place = widget.mapTo(within, QPoint()).y()
    if isinstance(widget, QLabel):  # as high as its row; the words are at its top
        return place + (widget.contentsMargins().top() + widget.sizeHint().height()) / 2
    return place + widget.height() / 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_label_stands_on_the_line_with_its_field(
    qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    tongue.wear(qapp, language)
    form = TagForm()
    qtbot.addWidget(form)
    form.show()
    tongue.wear(qapp, "en")
    labels = [one for one in form.findChildren(QLabel) if one.text() and one is not form.uses]
    for field in (form.path, form.zh, form.en, form.key, form.look):
        assert isinstance(field, QLineEdit | QComboBox | QPushButton)
        assert min(abs(middle(one, form) - middle(field, form)) for one in labels) <= 1


def test_what_is_told_of_a_preference_moves_its_label_no_further_down(qtbot: QtBot) -> None:
    choices = (("a", "A"), ("b", "B"))
    dialog = PreferencesDialog(
        [
            Preference("one", "Group", "One", choices=choices),
            Preference("other", "Group", "Other", "What there is to tell.", choices),
        ],
        {},
    )
    qtbot.addWidget(dialog)
    dialog.show()
    named = {one.text(): one for one in dialog.findChildren(QLabel)}
    for name, words in (("one", "One"), ("other", "Other")):
        field = dialog.rows[name].field
        assert abs(middle(named[words], dialog) - middle(field, dialog)) <= 1


def test_a_box_begins_where_its_column_does(qtbot: QtBot) -> None:
    box = TickBox("Private highlights")
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    row = [picture.pixel(x, picture.height() // 2) for x in range(3)]
    assert row[0] != row[2], "its edge is the first that is drawn"
