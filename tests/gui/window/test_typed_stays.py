"""What was typed and could not be done stays where it was typed: one mends it, or tries again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.library import Library
from gui.dialogs.rule import RuleDialog
from gui.dialogs.tags import TagsDialog
from gui.tags import TagField, TagPopup
from gui.window import Window
from tests.elsewhere import busy

Key = Qt.Key
LONG = "x" * 300


def write(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)


def paths(library: Library) -> list[str]:
    return [tag.path for tag in library.tags()]


@pytest.fixture
def tag_field(window: Window) -> TagField:
    """The field of a highlight that is shown in the inspector."""
    window.actions_["highlight"].trigger()
    field = next(one for one in window.inspector.findChildren(TagField) if one.isVisible())
    field.setFocus()
    return field


def test_a_tag_typed_for_a_highlight(tag_field: TagField, library: Library) -> None:
    with busy(library):
        write(tag_field, "outlook")
        assert tag_field.text() == "outlook"
    QTest.keyClick(tag_field, Key.Key_Return)
    assert (tag_field.text(), paths(library)) == ("", ["outlook"])


def test_a_tag_that_cannot_be_called_so(tag_field: TagField, library: Library) -> None:
    write(tag_field, LONG)
    assert (tag_field.text(), paths(library)) == (LONG, [])


def test_what_fails_later_brings_no_tag_back(
    tag_field: TagField, window: Window, library: Library
) -> None:
    write(tag_field, "outlook")
    with busy(library):
        window.actions_["doubt"].trigger()
    assert tag_field.text() == ""


def test_a_tag_typed_over_the_text(window: Window, library: Library) -> None:
    window.actions_["tag"].trigger()
    popup = window.findChild(TagPopup)
    assert popup
    with busy(library):
        write(popup.field, "outlook")
        assert popup.isVisible()
        assert popup.field.text() == "outlook"
    QTest.keyClick(popup.field, Key.Key_Return)
    assert not popup.isVisible()
    assert paths(library) == ["outlook"]


def test_a_name_that_cannot_be_for_several(window: Window, library: Library) -> None:
    window.articles.list.setFocus()
    window.articles.list.selectAll()
    window.actions_["tag"].trigger()
    popup = window.findChild(TagPopup)
    assert popup
    write(popup.field, LONG)
    assert (popup.isVisible(), popup.field.text()) == (True, LONG)
    assert "at most" in window.notice.text()


def test_a_tag_renamed_in_the_list_of_tags(
    tag_field: TagField, window: Window, library: Library
) -> None:
    write(tag_field, "outlook")
    window.actions_["tags"].trigger()
    dialog = next(each for each in window.findChildren(TagsDialog) if each.isVisible())
    dialog.list.setCurrentIndex(dialog.model.index(0))
    with busy(library):
        write(dialog.form.path, "prospect")
        write(dialog.form.en, "Prospect")
        assert (dialog.form.path.text(), dialog.form.en.text()) == ("prospect", "Prospect")
        assert "using" in dialog.trouble.text()
    QTest.keyClick(dialog.form.path, Key.Key_Return)
    assert paths(library) == ["prospect"]
    assert dialog.trouble.isHidden()


@pytest.fixture
def refused(
    tag_field: TagField, window: Window, library: Library, path: Path, qtbot: QtBot
) -> QLineEdit:
    """The field of a tag in the side bar, opened again with a name that could not be written."""
    write(tag_field, "outlook")
    window.shelving.fill()
    bar = window.shelving.bar
    assert bar
    key = library.tags()[0].id
    qtbot.waitUntil(lambda: bar.model.place(key).isValid())
    bar.rename(key)
    field = editor(window)
    assert field
    with busy(library), qtbot.waitSignal(bar.called):
        write(field, "prospect")
    qtbot.waitUntil(lambda: editor(window) not in (None, field))
    again = editor(window)
    assert again
    again.setFocus()
    return again


def editor(window: Window) -> QLineEdit | None:
    bar = window.shelving.bar
    assert bar
    return bar.view.viewport().findChild(QLineEdit)


def test_a_tag_renamed_in_the_side_bar(
    refused: QLineEdit, window: Window, library: Library, qtbot: QtBot
) -> None:
    assert refused.text() == "prospect"
    assert window.shelving.bar
    with qtbot.waitSignal(window.shelving.bar.called):
        QTest.keyClick(refused, Key.Key_Return)
    assert paths(library) == ["prospect"]


def test_who_goes_elsewhere_gives_up_what_was_refused(
    refused: QLineEdit, window: Window, library: Library, qtbot: QtBot
) -> None:
    window.articles.list.setFocus()
    qtbot.waitUntil(lambda: editor(window) is None)
    QTest.qWait(0)
    assert (editor(window), paths(library)) == (None, ["outlook"])


def test_who_mended_what_was_refused_and_goes_elsewhere_has_it_written(
    refused: QLineEdit, window: Window, library: Library, qtbot: QtBot
) -> None:
    assert window.shelving.bar
    QTest.keyClicks(refused, "s")
    with qtbot.waitSignal(window.shelving.bar.called):
        window.articles.list.setFocus()
    assert paths(library) == ["prospects"]


def test_another_window_in_front_leaves_what_was_refused_where_it_is(
    refused: QLineEdit, window: Window
) -> None:
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(refused, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert editor(window) is refused
    assert refused.text() == "prospect"


def test_a_rule_that_cannot_be_done(window: Window, library: Library, qtbot: QtBot) -> None:
    window.actions_["tag_by_rule"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RuleDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("duration"))
    dialog.tag.setText("forecast")
    dialog.look_button.click()
    qtbot.waitUntil(lambda: dialog.rows.rowCount() > 0)
    with busy(library):
        dialog.give_button.click()
        assert dialog.isVisible()
        assert "using" in dialog.found.text()
    dialog.give_button.click()
    assert not dialog.isVisible()
    assert "forecast" in paths(library)
    QThreadPool.globalInstance().waitForDone()
