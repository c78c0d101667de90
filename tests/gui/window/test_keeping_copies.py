"""The copies in the window: taken, told, gone back to; the library checked and mended."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import annotate, backup
from core.backup import Contents, Copy, Reason, Weighed
from core.check import check
from core.library import Library
from core.model import Article
from gui import work
from gui.dialogs.keeping.backups import BackupsDialog
from gui.dialogs.keeping.checking import CheckDialog
from gui.dialogs.keeping.said import size, weighed, when
from gui.dialogs.question import Question
from gui.window import Window
from tests.generate import mark

Key = Qt.Key
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NONE = Contents(0, 0)
NOON = 1_762_690_000_000  # 2025-11-09T12:06:40Z


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def rows(dialog: BackupsDialog) -> list[list[str]]:
    model = dialog.list.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.fixture
def dialog(window: Window, library: Library, article: Article) -> BackupsDialog:
    """The copies, of which there is one from before the last deed."""
    backup.take(library.path, Reason.MERGE, lambda: NOON)
    library.commit(mark(article))
    window.actions_["backups"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BackupsDialog)
    return dialog


def test_each_copy_says_when_why_how_much_and_what_is_in_it(
    qtbot: QtBot, dialog: BackupsDialog, library: Library
) -> None:
    (copy,) = backup.copies(library.path)
    tester = QAbstractItemModelTester(dialog.list.model(), FATAL)
    qtbot.waitUntil(lambda: rows(dialog)[0][2] != "…")
    told = ["9 Nov 2025, 12:06" if "2025" in when(copy, "UTC") else "9 Nov, 12:06"]
    told += ["Before a merge", "4 articles, 0 highlights", size(copy.size)]
    assert rows(dialog) == [told]
    assert tester.parent() is None


def test_a_copy_is_made_by_hand_and_stands_first(
    qtbot: QtBot, dialog: BackupsDialog, library: Library
) -> None:
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    assert [copy.reason for copy in backup.copies(library.path)] == [Reason.HAND, Reason.MERGE]
    assert "Copied and checked" in words_of(dialog)
    qtbot.waitUntil(lambda: rows(dialog)[0][2] == "4 articles, 1 highlight")


def test_a_copy_of_a_damaged_log_is_made_and_says_so(
    qtbot: QtBot, dialog: BackupsDialog, library: Library
) -> None:
    library._connection.execute("UPDATE revisions SET clock = clock + 1 WHERE field = 'edition'")
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "the log of the library is damaged" in words_of(dialog))
    assert "Copied and checked" not in words_of(dialog)
    assert [copy.reason for copy in backup.copies(library.path)] == [Reason.HAND, Reason.MERGE]
    assert backup.is_damaged(library.path)


def test_the_copy_of_the_day_tells_once_of_a_damaged_log(
    qtbot: QtBot, window: Window, library: Library
) -> None:
    library._connection.execute("UPDATE revisions SET clock = clock + 1 WHERE field = 'edition'")
    window.keeping.take_daily()
    qtbot.waitUntil(lambda: "today's copy" in window.notice.text())
    assert "File › Backups…" in window.notice.text()
    assert [copy.reason for copy in backup.copies(library.path)] == [Reason.DAILY]
    backup.copies(library.path)[0].path.unlink()
    window.notice.clear()
    window.keeping.take_daily()
    qtbot.waitUntil(lambda: len(backup.copies(library.path)) == 1)
    qtbot.waitUntil(lambda: not work._running)
    assert window.notice.text() == ""


def test_the_copy_of_the_day_of_a_sound_log_says_nothing(
    qtbot: QtBot, window: Window, library: Library
) -> None:
    window.keeping.take_daily()
    qtbot.waitUntil(lambda: len(backup.copies(library.path)) == 1)
    qtbot.waitUntil(lambda: not work._running)
    assert (window.notice.text(), backup.is_damaged(library.path)) == ("", False)


def test_the_folder_of_the_copies_is_shown(dialog: BackupsDialog, library: Library) -> None:
    shown: list[Path] = []
    dialog._ask.show_folder = shown.append  # type: ignore[method-assign]
    QTest.mouseClick(dialog.folder, Qt.MouseButton.LeftButton)
    assert shown == [backup.folder(library.path)]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Weighed(NONE, NONE, 0, 0), "It holds just what the library holds now."),
        (Weighed(NONE, NONE, 0, 1), "It holds 1 step that the library does not have."),
        (
            Weighed(NONE, Contents(0, 2), 3, 0),
            "3 steps were taken since.\nGoing back brings back 2 highlights.",
        ),
    ],
)
def test_what_going_back_would_do_is_told_in_sentences(window: Window, found, told: str) -> None:
    assert weighed(found) == told


def test_going_back_is_asked_once_with_what_would_go(qtbot: QtBot, dialog: BackupsDialog) -> None:
    asked: list[Copy] = []
    dialog.restore_asked.connect(asked.append)
    QTest.keyClick(dialog.list, Key.Key_Return)
    question = _question(qtbot)
    told = words_of(question)
    assert "Go back to the copy of 9 Nov" in told
    assert "1 step was taken since." in told
    assert "Going back takes away 1 highlight." in told
    assert "What is there now is copied first" in told
    assert asked == []
    QTest.keyClick(question, Key.Key_Return)
    assert not question.isVisible()
    assert asked == [], "Enter alone does nothing"
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    _question(qtbot).accept()
    assert [copy.reason for copy in asked] == [Reason.MERGE]
    assert not dialog.isVisible()


def _question(qtbot: QtBot) -> Question:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Question))
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    return question


def test_the_window_hands_on_what_is_to_be_restored(
    qtbot: QtBot, window: Window, dialog: BackupsDialog
) -> None:
    with qtbot.waitSignal(window.keeping.restore_asked) as heard:
        QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
        _question(qtbot).accept()
    assert heard.args is not None
    assert isinstance(heard.args[0], Copy)


def test_a_copy_that_went_meanwhile_is_told_and_the_list_has_the_keys(
    qtbot: QtBot, dialog: BackupsDialog
) -> None:
    copy = dialog.list.copy()
    assert copy is not None
    copy.path.unlink()
    dialog.back.setFocus()
    QTest.keyClick(dialog.back, Key.Key_Space)
    qtbot.waitUntil(lambda: not dialog.busy.at_work())
    assert dialog.busy.failed.text().startswith("There is no library at")
    assert dialog.list.hasFocus()


def test_a_copy_that_cannot_be_read_says_so(
    qtbot: QtBot, window: Window, library: Library, article: Article
) -> None:
    copy = backup.take(library.path, Reason.HAND)
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    window.actions_["backups"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BackupsDialog)
    qtbot.waitUntil(lambda: rows(dialog)[0][2] == "cannot be read")
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "damaged" in words_of(dialog))
    assert dialog.back.isEnabled()
    dialog.reject()


def test_without_copies_there_is_one_thing_to_do(window: Window) -> None:
    window.actions_["backups"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BackupsDialog)
    assert "There are no copies yet." in words_of(dialog)
    assert not dialog.back.isEnabled()
    assert not dialog.folder.isEnabled()
    assert dialog.make.isEnabled()
    dialog.reject()


# Checking


def _check(dialog: BackupsDialog, qtbot: QtBot, told: str) -> CheckDialog:
    QTest.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
    checking = QApplication.activeModalWidget()
    assert isinstance(checking, CheckDialog)
    qtbot.waitUntil(lambda: told in checking.sentence.text())
    return checking


def test_a_sound_library_is_said_to_be_sound(qtbot: QtBot, dialog: BackupsDialog) -> None:
    checking = _check(dialog, qtbot, "The library is sound: 4 articles, 1 highlight, ")
    assert not checking.mend.isVisible()
    assert not checking.findings.isVisible()


@pytest.mark.skipif(os.name == "nt", reason="an open file is neither moved nor replaced there")
def test_a_library_that_cannot_be_looked_through_is_said_to_be_looked_through_no_more(
    qtbot: QtBot, dialog: BackupsDialog, library: Library
) -> None:
    elsewhere = library.path.with_name("elsewhere.meipi")
    dialog._path.rename(elsewhere)
    checking = _check(dialog, qtbot, "Looking through")
    qtbot.waitUntil(checking.busy.failed.isVisible)
    assert checking.sentence.text() == ""
    elsewhere.rename(library.path)


def test_what_can_be_made_anew_is_mended_with_a_copy_first_and_shown(
    qtbot: QtBot, window: Window, dialog: BackupsDialog, library: Library, article: Article
) -> None:
    library._connection.execute("UPDATE highlights SET note = 'never said', colour = 'red'")
    checking = _check(dialog, qtbot, "not right")
    assert "The table highlights differs from the log" in checking.findings.toPlainText()
    assert backup.is_damaged(library.path)
    copies = backup.folder(library.path)
    aside = copies.rename(copies.with_name("aside"))
    copies.write_text("a file where the copies go")
    QTest.mouseClick(checking.mend, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(checking.busy.failed.isVisible)
    assert "not right" in checking.sentence.text()
    copies.unlink()
    aside.rename(copies)
    QTest.keyClick(checking.focusWidget(), Key.Key_Space)
    qtbot.waitUntil(lambda: "The library is sound" in checking.sentence.text())
    assert check(library.path).sound
    assert not backup.is_damaged(library.path)
    copy = backup.copies(library.path)[0]
    assert copy.reason is Reason.REBUILD
    assert checking.remedy.text() == f"What was there before is kept in {copy.path}."
    assert len(rows(dialog)) == 2
    (placed,) = library.annotated(article.id).placed
    shown = window.insights.view.annotated
    assert shown is not None
    assert placed.highlight.note == ""
    assert shown.placed == (placed,)


def test_what_is_past_mending_leads_back_to_a_copy(
    qtbot: QtBot, dialog: BackupsDialog, library: Library
) -> None:
    library._connection.execute("UPDATE revisions SET value = 'forged' WHERE field = 'passage'")
    checking = _check(dialog, qtbot, "not right")
    assert not checking.mend.isVisible()
    assert "Go back to a copy" in checking.remedy.text()


def test_a_check_is_called_off_by_closing(qtbot: QtBot, dialog: BackupsDialog) -> None:
    QTest.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
    checking = QApplication.activeModalWidget()
    assert isinstance(checking, CheckDialog)
    QTest.keyClick(checking, Key.Key_Escape)
    assert not checking.isVisible()
    assert QApplication.activeModalWidget() is dialog


# What lies beside the library


def test_the_other_self_of_a_library_is_offered_for_merging_until_it_was(
    qtbot: QtBot, window: Window, library: Library, article: Article
) -> None:
    other = library.path.with_name("library (Anna's conflicted copy 2025-11-09).meipi")
    backup.copy_to(library.path, other)
    with Library(other, library.author) as there:
        there.commit(mark(article))
    for _ in range(2):
        window.keeping.look_beside()
        question = _question(qtbot)
        assert other.name in words_of(question)
        question.reject()
    window.keeping.look_beside()
    merged: list[list[Path]] = []
    window.sharing.merge_files = merged.append  # type: ignore[method-assign, assignment]
    _question(qtbot).accept()
    assert merged == [[other]]
    window.keeping._tell_beside(_found(library.path))
    assert QApplication.activeModalWidget() is None, "it is offered once"
    with Library(other, library.author) as there:
        there.commit(annotate.read({article.id: False}, now=True))
    window.keeping._tell_beside(_found(library.path))
    _question(qtbot).reject()


def _found(path: Path):
    from gui.verbs.keeping import Beside

    return Beside(backup.synced_by(path), backup.conflict_copies(path))


def test_a_folder_that_is_synced_is_told_of_once(
    qtbot: QtBot, window: Window, library: Library
) -> None:
    (library.path.parent / ".stfolder").mkdir()
    window.keeping.look_beside()
    qtbot.waitUntil(lambda: "Syncthing" in window.notice.text())
    window.notice.clear()
    window.keeping._tell_beside(_found(library.path))
    assert window.notice.text() == ""
