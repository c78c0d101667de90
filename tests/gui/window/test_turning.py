"""Large deeds are turned round on a worker: nothing else is done meanwhile, and all or nothing."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.change import Change
from core.check import check
from core.library import Library
from core.model import Article
from core.progress import Progress
from gui.dialogs.waiting import WaitDialog
from gui.verbs import turning
from gui.window import Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def every_deed_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turning, "LARGE", 0)


@pytest.fixture
def marked(window: Window) -> Window:
    QTest.keyClick(window.insights.view, Key.Key_H)
    return window


def press(window: Window, code: Qt.Key) -> WaitDialog:
    QTest.keyClick(window.insights.view, code, Modifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WaitDialog)
    return dialog


def end(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.turning.lending.at_work(), timeout=10_000)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.insights.view.setFocus()


def test_a_large_deed_is_undone_and_done_again_while_a_dialog_tells(
    marked: Window, library: Library, article: Article, qtbot: QtBot
) -> None:
    assert press(marked, Key.Key_Z).what.text() == "Undo: Highlight…"
    end(marked, qtbot)
    assert library.annotated(article.id).placed == ()
    assert marked.insights.view.annotated == library.annotated(article.id)
    assert marked.notice.text() == "Undone: highlight."
    assert press(marked, Key.Key_Y).what.text() == "Redo: Highlight…"
    end(marked, qtbot)
    assert len(library.annotated(article.id).placed) == 1
    assert marked.actions_["undo"].text() == "Undo Highlight"
    assert QApplication.activeModalWidget() is None
    assert check(library.path).sound


def test_no_second_deed_is_begun_meanwhile(marked: Window, library: Library, qtbot: QtBot) -> None:
    seq = library.last_seq()
    press(marked, Key.Key_Z)
    assert marked.desk.undo() is None
    assert marked.notice.text().startswith("A large task is under way just now.")
    end(marked, qtbot)
    assert library.last_seq() == seq + 1
    QTest.keyClick(marked.insights.view, Key.Key_H)
    assert library.last_seq() == seq + 2


def test_what_is_called_off_is_undone_as_a_whole_or_not_at_all(
    marked: Window, library: Library, article: Article, qtbot: QtBot
) -> None:
    press(marked, Key.Key_Z).cancel.click()
    end(marked, qtbot)
    assert marked.insights.view.annotated == library.annotated(article.id)
    assert check(library.path).sound


def test_who_calls_a_deed_off_is_told_that_all_is_as_it_was(marked: Window, qtbot: QtBot) -> None:
    def slow(heard: Progress) -> Change:
        while True:
            heard(0, 0)  # raises when it is called off

    marked.turning.lending.begin("Something slow", slow, lambda _change: None)
    waiting = QApplication.activeModalWidget()
    assert isinstance(waiting, WaitDialog)
    waiting.cancel.click()
    end(marked, qtbot)
    assert marked.notice.text() == "Called off. All is as it was."


def test_several_large_deeds_are_taken_back_in_one_go(
    marked: Window, library: Library, article: Article, qtbot: QtBot
) -> None:
    QTest.keyClick(marked.insights.view, Key.Key_2)
    seq = next(past.seq for past in library.history() if past.name == "highlight")
    marked.turning.undo_to(seq)
    end(marked, qtbot)
    assert library.annotated(article.id).placed == ()
    assert marked.insights.view.annotated == library.annotated(article.id)
    assert library.undoable().name == "import"  # type: ignore[union-attr]


def test_nothing_large_is_begun_while_another_is_under_way_and_not_seen_yet(
    marked: Window, library: Library, article: Article, qtbot: QtBot
) -> None:
    go_on = Event()

    def slow(_heard: object) -> Change:
        assert go_on.wait(10)
        return Change("slow", ())

    marked.turning.lending.begin("Something slow", slow, lambda _change: None, patience=60_000)
    QTest.keyClick(marked.insights.view, Key.Key_Z, Modifier.ControlModifier)
    assert "just now" in marked.notice.text()
    assert len(library.annotated(article.id).placed) == 1
    go_on.set()
    end(marked, qtbot)
    press(marked, Key.Key_Z)
    end(marked, qtbot)
    assert library.annotated(article.id).placed == ()
