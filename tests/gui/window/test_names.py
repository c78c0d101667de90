"""Whatever can have the keys has a name and a role, in every pane and dialog."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from gui.ledger import Tab
from gui.ledger.picture import Picture
from gui.window import Window
from tests.gui.over import is_anything_over
from tests.gui.searched import search
from tests.gui.window.test_in_chinese import DIALOGS

NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def nameless(root: QWidget) -> list[str]:
    """List what can have the keys, or be pressed, and is not told what it is."""
    return [f"{type(one).__name__} in {type(one.parent()).__name__}" for one in _lacking(root)]


def _lacking(root: QWidget) -> Iterator[QWidget]:
    for one in (root, *root.findChildren(QWidget)):
        inside = one.objectName().startswith("qt_")  # a part of another, which has the name
        if one.isVisible() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus and not inside:
            told = QAccessible.queryAccessibleInterface(one)
            drawn = isinstance(one, Picture)  # for which Qt has no role
            has_role = drawn or told.role() not in NO_ROLES
            if not told.text(QAccessible.Text.Name).strip() or not has_role:
                yield one


@pytest.mark.parametrize("name", ["palette", "tag", "add_to_finding"])
def test_every_control_of_what_lies_over_the_window_has_a_name(window: Window, name: str) -> None:
    window.actions_["find"].trigger()
    window.concluding.stating.page.make_button.click()
    window.actions_[name].trigger()
    assert is_anything_over()
    assert nameless(window) == []


@pytest.mark.parametrize("name", [*DIALOGS, "tag_by_rule"])
def test_every_control_of_a_dialog_has_a_name_and_a_role(window: Window, name: str) -> None:
    window.actions_["highlight"].trigger()
    window.actions_[name].trigger()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    assert shown
    for dialog in shown:
        assert nameless(dialog) == []
        dialog.close()


def test_every_control_of_the_window_has_a_name_and_a_role(window: Window, qtbot) -> None:
    window.shelving.fill()
    window.actions_["highlight"].trigger()
    assert nameless(window) == []
    window.actions_["find"].trigger()
    window.actions_["open_beside"].trigger()
    search(window.articles, qtbot, "earth")
    assert nameless(window) == []
    window.actions_["tour"].trigger()
    assert nameless(window) == []
    window.touring.end()


@pytest.mark.parametrize("tab", list(Tab))
def test_every_control_of_the_ledger_has_a_name_and_a_role(window: Window, tab: Tab) -> None:
    window.actions_["find"].trigger()
    window.concluding.stating.page.make_button.click()
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane
    pane.turn(tab)
    assert nameless(pane) == []
