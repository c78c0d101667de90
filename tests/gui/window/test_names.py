"""Whatever can have the keys has a name and a role, in every pane and dialog."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.ledger import Tab
from gui.search.count import Count
from gui.window import Window
from tests.gui.searched import search
from tests.gui.window.every_dialog import WAYS, left_out, opened

NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def nameless(root: QWidget) -> list[str]:
    """List what can have the keys, or be pressed, and is not told what it is."""
    return [f"{type(one).__name__} in {type(one.parent()).__name__}" for one in _lacking(root)]


def _lacking(root: QWidget) -> Iterator[QWidget]:
    for one in (root, *root.findChildren(QWidget)):
        inside = one.objectName().startswith("qt_")  # a part of another, which has the name
        if one.isVisible() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus and not inside:
            told = QAccessible.queryAccessibleInterface(one)
            has_role = told.role() not in NO_ROLES
            if not told.text(QAccessible.Text.Name).strip() or not has_role:
                yield one
            if isinstance(one, QComboBox) and not _is_labelled(told):
                yield one


def _is_labelled(told: QAccessibleInterface) -> bool:
    """Tell whether it is said what is chosen in a box: on Linux its name is what was chosen."""
    if told.text(QAccessible.Text.Description):
        return True
    labels = (one for one, kind in told.relations() if kind == QAccessible.RelationFlag.Label)
    return any(label.text(QAccessible.Text.Name) for label in labels)


def test_a_way_leads_to_every_dialog() -> None:
    assert left_out() == set(), "tests.gui.window.every_dialog has to know the way to it"


@pytest.mark.parametrize("name", WAYS)
def test_every_control_of_a_dialog_has_a_name_and_a_role(
    window: Window, qtbot: QtBot, name: str
) -> None:
    dialog = opened(window, name, qtbot)
    assert nameless(dialog) == []
    told = QAccessible.queryAccessibleInterface(dialog)
    assert told.text(QAccessible.Text.Name).strip() or dialog.windowTitle()
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


def test_what_is_counted_is_read_out_with_its_number(window: Window, qtbot) -> None:
    """A name given to a label is all that a screen reader reads of it."""

    def read(label: QLabel) -> str:
        return QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)

    window.shelving.fill()
    qtbot.waitUntil(lambda: read(window.articles.head.left).endswith("left to read"))
    search(window.articles, qtbot, "earth")
    (count,) = (one for one in window.findChildren(Count) if one.isVisible())
    assert read(count) == count.text() != ""
