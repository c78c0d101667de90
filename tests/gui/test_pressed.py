"""Enter presses the button that has the keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.question import Question, sentences

ENTER = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


@pytest.fixture
def question(qtbot: QtBot) -> Question:
    asked = Question("Close all the same?", sentences("It was not kept."), "Close and lose it")
    asked.open()
    asked.activateWindow()
    qtbot.waitUntil(asked.out.hasFocus)
    return asked


@pytest.mark.parametrize("enter", ENTER)
def test_a_question_is_answered_by_enter_on_a_button(
    qtbot: QtBot, question: Question, enter: Qt.Key
) -> None:
    yes = next(one for one in question.findChildren(QPushButton) if one is not question.out)
    yes.setFocus()
    with qtbot.waitSignal(question.accepted):
        QTest.keyClick(yes, enter)


@pytest.mark.parametrize("enter", ENTER)
def test_enter_alone_takes_the_way_out(qtbot: QtBot, question: Question, enter: Qt.Key) -> None:
    with qtbot.waitSignal(question.rejected):
        QTest.keyClick(question.out, enter)
