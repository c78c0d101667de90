"""What is read out to whoever does not see the window: what was done, and where the keys are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import DiskTrouble
from core.library import Library
from gui.insights.view import InsightView
from gui.parts import aloud
from gui.parts.sheet import Head, Line, SheetModel
from gui.verbs.collection import PAGE
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import Open


@pytest.fixture
def listened() -> Iterator[None]:
    """Somebody has a screen reader."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def heard(listened: None, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What is announced, and whether it breaks off what is being said."""
    told: list[tuple[str, bool]] = []
    at_once = QAccessible.AnnouncementPoliteness.Assertive

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append((event.message(), event.politeness() == at_once))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


def test_a_deed_is_said_once_and_so_is_that_it_is_undone(
    window: Window, heard: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    window.actions_["highlight"].trigger()
    qtbot.waitUntil(lambda: heard == [("Highlighted.", False)])
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: heard[1:] == [("Undone: highlight.", False)])


def test_what_went_wrong_is_said_at_once(
    window: Window, heard: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    window.notice.warn(DiskTrouble("The disk is full.", "Make room."))
    qtbot.waitUntil(lambda: heard == [("The disk is full. Make room.", True)])
    told = QAccessible.queryAccessibleInterface(window.notice._words)
    assert told.text(QAccessible.Text.Name) == "The disk is full. Make room."
    assert told.text(QAccessible.Text.Description) == ""


def test_a_list_given_the_keys_tells_its_row(
    window: Window, listened: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []

    def hear(event: object) -> None:
        if not isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.accessibleInterface().text(QAccessible.Text.Name))  # type: ignore[attr-defined]

    window.articles.list.setFocus()
    aloud.tell_rows(window)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QTest.keyClick(window.articles.list, Qt.Key.Key_Tab)
    assert window.insights.view.hasFocus()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("claim 2 of 2: ")


def test_a_row_of_a_table_is_said_with_its_first_cell(qapp: QApplication) -> None:
    del qapp
    model = SheetModel((Head("Tag"), Head("Stands with"), Head("Articles ▾", right=True)))
    model.show([Line(("forecast", "policy", "3")), Line(("claim", "", "1"))])
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert said == ["forecast, Stands with: policy, Articles: 3", "claim, Articles: 1"]
    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "3"


def test_claims_of_many_articles_have_no_row_without_words(
    open_window: Open, library: Library, listened: None, qtbot: QtBot
) -> None:
    many = [made(f"标题 {n}", f"Claim {n}") for n in range(3 * PAGE)]
    library.commit(library.add(many).change)
    window = open_window(library)
    window.collecting.show("source:观察者网")
    tree = window.insights.view
    qtbot.waitUntil(lambda: tree.is_together)
    assert all(_rows(tree))
    tree.pick_all()
    qtbot.waitUntil(lambda: len(tree.parts()) == len(many))
    rows = _rows(tree)
    assert all(rows)
    assert len(rows) == tree._rows.length() + len(tree._rows.pages())
    assert rows[0] == f"Articles 1 to {tree._rows.rowCount(tree._rows.pages()[0])}"


def _rows(tree: InsightView) -> list[str]:
    tree.executeDelayedItemsLayout()
    told = QAccessible.queryAccessibleInterface(tree)
    header, *rows = (told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount()))
    assert header == "Insights"
    return rows
