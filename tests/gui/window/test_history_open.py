"""The history stays true while it is open: what it offers to undo is what will be undone."""

import pytest
from pytestqt.qtbot import QtBot

from core import annotate
from core.library import Library
from gui.dialogs.history import HistoryDialog
from gui.window import Window


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> HistoryDialog:
    """The history, over a highlight that was just made."""
    window.actions_["highlight"].trigger()
    window.actions_["history"].trigger()
    (shown,) = window.findChildren(HistoryDialog)
    qtbot.waitUntil(shown.isVisible)
    return shown


def told(dialog: HistoryDialog) -> list[str]:
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_what_another_program_does_is_told_and_counted(
    dialog: HistoryDialog, window: Window, library: Library
) -> None:
    assert (told(dialog)[0], dialog.back.text()) == ("Highlight", "Undo This Step")
    with Library(library.path, library.author) as other:
        other.commit(annotate.keep_search("Later", "copper"))
    window.desk.look_again()
    assert told(dialog)[:2] == ["Save a search", "Highlight"]
    assert dialog.list.currentIndex().row() == 1
    assert dialog.back.text() == "Undo 2 Steps, Back to Here"
    dialog.back.click()
    assert library.searches() == []


def test_what_this_window_does_meanwhile_is_told(dialog: HistoryDialog, window: Window) -> None:
    high = dialog.list.visualRect(dialog.list.currentIndex()).height()
    window.desk.commit(lambda: annotate.keep_search("Later", "copper"))
    assert told(dialog)[0] == "Save a search"
    assert dialog.list.visualRect(dialog.list.currentIndex()).height() == high
    window.desk.undo()
    assert dialog.back.text() == "Undo This Step"
