"""The finding chosen in the ledger is the one that the inspector shows, and a note is about."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.annotate.findings import Draft
from core.finding import Finding
from core.library import Library
from core.model import Article
from gui.ledger import LedgerPane, Tab
from gui.ledger.columns import Column
from gui.window import Window
from tests.elsewhere import busy
from tests.given import YEARS
from tests.gui.window.test_bookkeeping import HORIZON, find


@pytest.fixture
def two(window: Window, library: Library, article: Article) -> tuple[Finding, Finding]:
    """The one that stands first in the ledger, and another."""
    soon = Draft("A decade or two", due=HORIZON)
    late = Draft("Not within two", due=replace(HORIZON, earliest=HORIZON.latest))
    made = find(library, article, YEARS, soon), find(library, article, YEARS, late)
    window.desk.look_again()
    return made


@pytest.fixture
def pane(window: Window, two: object, qtbot: QtBot) -> LedgerPane:
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane is not None
    qtbot.waitUntil(lambda: len(pane.table.findings.rows()) == 2)
    return pane


def click_on(pane: LedgerPane, one: Finding) -> None:
    place = pane.table.visualRect(pane.table.findings.place(one.id, 0)).center()
    QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_shows_also_what_is_chosen_already(
    window: Window, pane: LedgerPane, two: tuple[Finding, Finding]
) -> None:
    assert pane.table.selected() == (two[0].id,)
    click_on(pane, two[0])
    assert window.inspector.mentioned() == two[0].id
    window.concluding.stating.leave()
    click_on(pane, two[0])
    assert window.inspector.mentioned() == two[0].id


def test_with_the_inspector_hidden_a_note_is_written_on_the_finding_that_is_chosen(
    window: Window, pane: LedgerPane, library: Library, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    mark = two[0].evidence[0].highlight
    window.choose_highlight(mark)
    window.actions_["show_inspector"].trigger()
    click_on(pane, two[1])
    assert window.inspector.isHidden()
    qtbot.keyClick(pane.table, Qt.Key.Key_N)
    assert window.inspector.isVisible()
    editor = window.focusWidget()
    qtbot.waitUntil(lambda: not editor.visibleRegion().isEmpty())
    qtbot.keyClicks(window.focusWidget(), "Ask Anna")
    window.inspector.flush()
    assert library.finding(two[1].id).note == "Ask Anna"
    assert library.highlight(mark).note == ""


def test_the_inspector_comes_back_with_the_finding_chosen_meanwhile(
    window: Window, pane: LedgerPane, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    window.actions_["show_inspector"].trigger()
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    qtbot.keyClick(pane.table, Qt.Key.Key_F9)
    assert window.inspector.isVisible()
    assert window.inspector.mentioned() == two[1].id


@pytest.mark.parametrize("tab", [Tab.TIMELINE, Tab.DUE])
def test_on_every_page_a_note_is_about_the_finding_in_front(
    window: Window, pane: LedgerPane, two: tuple[Finding, Finding], qtbot: QtBot, tab: Tab
) -> None:
    pane.turn(tab)
    pane.choose(two[1].id)
    focus = window.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_N)
    assert window.concluding.stating.page.current() == two[1].id


def test_a_note_is_about_the_highlight_where_the_text_has_the_keys(
    window: Window, pane: LedgerPane, library: Library, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    click_on(pane, two[1])
    window.insights.view.setFocus()
    window.choose_highlight(two[0].evidence[0].highlight)
    qtbot.keyClick(window.insights.view, Qt.Key.Key_N)
    assert not window.inspector.shows_finding()
    qtbot.keyClicks(window.focusWidget(), "Ask Anna")
    window.inspector.flush()
    assert library.highlight(two[0].evidence[0].highlight).note == "Ask Anna"


def write(pane: LedgerPane, one: Finding, column: Column, text: str, qtbot: QtBot) -> None:
    """Write in a cell, press Enter, and have that heard."""
    pane.table.setCurrentIndex(pane.table.findings.place(one.id, column))
    QTest.keyClick(pane.table, Qt.Key.Key_F2)
    (line,) = pane.table.viewport().findChildren(QLineEdit)
    QTest.keyClicks(line, text)
    with qtbot.waitSignal(pane.mended):
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_what_is_typed_in_a_cell_and_cannot_be_kept_stays_on_the_page_of_the_finding(
    window: Window, pane: LedgerPane, library: Library, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    with busy(library):
        write(pane, two[1], Column.STATEMENT, "It takes decades", qtbot)
        assert "using" in window.notice.text()
        page = window.concluding.stating.page
        assert (page.current(), page.statement.text()) == (two[1].id, "It takes decades")
        window.close()
        assert window.isVisible(), "it asks before what was typed is lost"
    assert window.close()
    assert library.finding(two[1].id).statement == "It takes decades"


def test_a_confidence_that_cannot_be_read_does_too(
    window: Window, pane: LedgerPane, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    write(pane, two[0], Column.CONFIDENCE, "very", qtbot)
    page = window.concluding.stating.page
    assert (page.confidence.text(), page.confidence.is_troubled()) == ("very", True)
    assert "from 0 to 100" in window.notice.text()
