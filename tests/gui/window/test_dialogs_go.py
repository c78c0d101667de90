"""A dialog that was closed is gone: an hour of them leaves the window as it was."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.errors import NotFound
from gui.dialogs.keeping.backups import BackupsDialog
from gui.dialogs.question import Question, sentences
from gui.startup.failing import Failing
from gui.window import Window

COMMANDS = (
    *("history", "export", "share", "keys", "terms", "paste", "backups"),
    *("preferences", "tags", "tags_together", "agreement"),
)


def close(dialog: QDialog) -> None:
    dialog.reject()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_dialog_is_gone_once_it_is_closed(window: Window, command: str) -> None:
    QGuiApplication.clipboard().setText("Some words to be understood")
    window.actions_[command].trigger()
    (dialog,) = window.findChildren(QDialog)
    close(dialog)
    assert window.findChildren(QDialog) == []


def test_the_check_is_gone_before_the_copies_it_was_asked_over(window: Window) -> None:
    window.actions_["backups"].trigger()
    (copies,) = window.findChildren(BackupsDialog)
    copies.check.click()
    (check,) = copies.findChildren(QDialog)
    close(check)
    assert window.findChildren(QDialog) == [copies]


def test_details_of_what_went_wrong_are_gone(window: Window) -> None:
    Failing(window)
    window.notice.details_asked.emit(NotFound("It is gone.", "Look elsewhere."))
    (report,) = window.findChildren(QDialog)
    close(report)
    assert window.findChildren(QDialog) == []


def test_a_question_is_gone_and_was_answered(window: QWidget) -> None:
    answers: list[str] = []
    for answer in ("accept", "reject"):
        question = Question("Merge it?", sentences("It came."), "Merge", window)
        question.accepted.connect(lambda: answers.append("yes"))
        question.open()
        getattr(question, answer)()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert answers == ["yes"]
    assert window.findChildren(QDialog) == []
