"""Tab goes to whatever can have the keys, forward and back, in every pane and dialog."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.preferences import PreferencesDialog
from gui.dialogs.watched import WatchedList
from gui.ledger import Tab
from gui.window import Window
from tests.gui.searched import search
from tests.gui.window.every_dialog import BRIEF, FIELDS, WAYS, opened

MANY = 120  # more than stand in any window


def by_tab(root: QWidget, key: Qt.Key) -> set[QWidget]:
    """Press a key until nothing new has the keys; give all that had them."""
    met: set[QWidget] = set()
    for _ in range(MANY):
        here = QApplication.focusWidget() or root.window()
        met.add(here)
        QTest.keyClick(here, key)
    return met


def wanted(root: QWidget) -> set[QWidget]:
    return {
        one
        for one in root.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and not one.focusProxy()
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if not _is_one_of_others(one)
    }


def _is_one_of_others(one: QWidget) -> bool:
    """Tell whether another of a group is the chosen one, from which arrows lead to this."""
    if not isinstance(one, QAbstractButton) or one.isChecked():
        return False
    return one.autoExclusive() or (one.group() is not None and one.group().exclusive())


def missed(root: QWidget) -> list[str]:
    """Name what is not come to by Tab, or not on the way back."""
    there = wanted(root)
    return [
        f"{type(one).__name__} {one.accessibleName()!r} by {key.name}"
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        for one in there - by_tab(root, key)
    ]


@pytest.mark.parametrize("name", [one for one in WAYS if one not in (*BRIEF, *FIELDS)])
def test_tab_comes_by_all_of_a_dialog(window: Window, qtbot: QtBot, name: str) -> None:
    dialog = opened(window, name, qtbot)
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert missed(dialog) == []
    dialog.close()


def test_tab_comes_by_all_of_the_window(window: Window, qtbot: QtBot) -> None:
    window.shelving.fill()
    window.actions_["highlight"].trigger()
    assert missed(window) == []
    window.actions_["find"].trigger()
    window.actions_["open_beside"].trigger()
    search(window.articles, qtbot, "earth")
    assert missed(window) == []


@pytest.mark.parametrize("tab", list(Tab))
def test_tab_comes_by_all_of_the_ledger(window: Window, tab: Tab) -> None:
    window.actions_["find"].trigger()
    window.concluding.stating.page.make_button.click()
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane
    pane.turn(tab)
    assert missed(window) == []


def test_tab_goes_down_the_preferences_and_then_to_the_buttons(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(window, "PreferencesDialog", qtbot)
    assert isinstance(page, PreferencesDialog)
    folders = page.rows["folders"].field
    assert isinstance(folders, WatchedList)
    for name in ("a", "b"):
        folders.add_place(str(tmp_path / name))
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and folders.rows[-1].isVisible())
    page.search.setFocus()
    met = list[str]()
    while "Close" not in met:
        QTest.keyClick(page, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        met.append(here.accessibleName() or str(here.property("text")))
    assert met[0] == "Your name"
    assert met[-4:-1] == ["Keys…", "Export…", "Import…"]
    line = met.index("Feeds to follow: Add")
    assert met[line + 1] == "Import OPML…"
    add = met.index("Folders to watch: Add Folder…")
    assert met[add - 2 : add] == [f"Remove {tmp_path / name}" for name in ("a", "b")]
