"""What an input method composes can be read: no other words stand under it."""

import pytest
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.dialogs.tags.names import NamesField
from gui.highlights.note import NoteEditor


def compose(field: QPlainTextEdit, preedit: str, done: str = "") -> QImage:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(done)
    QApplication.sendEvent(field, event)
    return field.viewport().grab().toImage()


@pytest.mark.parametrize("kind", [NoteEditor, NamesField])
def test_an_empty_field_says_nothing_of_itself_while_words_are_composed(
    qtbot: QtBot, kind: type[QPlainTextEdit]
) -> None:
    pictures = []
    for hint in ("Write a note", "这里写批注"):
        field = kind()
        qtbot.addWidget(field)
        field.setPlaceholderText(hint)
        field.show()
        pictures.append(compose(field, "你好"))
        assert compose(field, "").size()
        assert field.placeholderText() == hint
        compose(field, "你好")
        compose(field, "", "你好")
        assert (field.toPlainText(), field.placeholderText()) == ("你好", hint)
    assert pictures[0] == pictures[1]
