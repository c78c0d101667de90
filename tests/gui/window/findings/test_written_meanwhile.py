"""A cell or a statement is written while another program writes: what is typed stays."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.annotate import findings
from core.annotate.findings import Draft
from core.change import Change
from core.finding import Finding
from core.library import Library
from core.model import Article
from gui.highlights.finding.page import FindingPage
from gui.ledger import LedgerPane
from gui.window import Window
from tests.given import BEN, YEARS
from tests.gui.found import make
from tests.gui.window.test_bookkeeping import HORIZON, find, statements

SOON, LATE = "A decade or two", "Not within two"
Meanwhile = Callable[[Library], Change]


def one_goes(other: Library) -> Change:
    return findings.remove([finding(other, LATE)])


def the_other_comes_first(other: Library) -> Change:
    one = finding(other, LATE)
    assert HORIZON.earliest
    day = HORIZON.earliest.replace(year=2030)
    return findings.mend(one, replace(one, due=replace(HORIZON, earliest=day)))


def what_is_written_in_goes(other: Library) -> Change:
    return findings.remove([finding(other, SOON)])


def finding(library: Library, statement: str) -> Finding:
    return next(one for one in library.findings() if one.statement == statement)


@pytest.fixture
def line(window: Window, library: Library, article: Article, qtbot: QtBot) -> QLineEdit:
    """The statement of the first finding, half written."""
    late = replace(HORIZON, earliest=HORIZON.latest)
    for words, due in ((SOON, HORIZON), (LATE, late)):
        find(library, article, YEARS, Draft(words, due=due))
    window.desk.look_again()
    window.bookkeeping.warm()
    window.actions_["show_ledger"].trigger()
    table = ledger(window).table
    qtbot.waitUntil(lambda: statements(ledger(window)) == [SOON, LATE])
    qtbot.keyClick(table, Qt.Key.Key_F2)
    (line,) = table.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(line, "Half")
    return line


def ledger(window: Window) -> LedgerPane:
    pane = window.bookkeeping.pane
    assert pane is not None
    return pane


@pytest.mark.parametrize("meanwhile", [one_goes, the_other_comes_first, what_is_written_in_goes])
def test_what_is_typed_stays_and_is_kept(
    window: Window,
    library: Library,
    path: Path,
    line: QLineEdit,
    meanwhile: Meanwhile,
    qtbot: QtBot,
) -> None:
    with Library(path, BEN) as other:
        other.commit(meanwhile(other))
    window.desk.look_again()
    window.bookkeeping.show_all()
    assert (line.text(), line.hasFocus()) == ("Half", True)
    qtbot.keyClicks(line, " of it")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Half of it" in [one.statement for one in library.findings()])
    qtbot.waitUntil(
        lambda: (
            sorted(statements(ledger(window)))
            == sorted(one.statement for one in library.findings())
        )
    )


def test_what_came_is_shown_where_the_cell_is_left_as_it_was(
    window: Window, path: Path, line: QLineEdit, qtbot: QtBot
) -> None:
    with Library(path, BEN) as other:
        other.commit(one_goes(other))
    window.desk.look_again()
    window.bookkeeping.show_all()
    assert statements(ledger(window)) == [SOON, LATE]
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: statements(ledger(window)) == [SOON])


@pytest.fixture
def both(window: Window, page: FindingPage, one: Finding, path: Path) -> Finding:
    """A finding whose statement is being written here, and was written elsewhere meanwhile."""
    page.statement.setFocus()
    page.statement.replace("Here")
    with Library(path, BEN) as other:
        other.commit(findings.mend(other.finding(one.id), replace(one, statement="There")))
    window.desk.look_again()
    return one


def test_a_statement_that_is_written_stays_and_what_is_written_elsewhere_is_told(
    page: FindingPage, library: Library, both: Finding
) -> None:
    assert page.statement.text() == "Here"
    assert page.elsewhere.isVisible()
    assert page.elsewhere.told.text() == "Changed elsewhere: There"
    make(page)
    assert library.finding(both.id).statement == "Here"
    assert not page.elsewhere.isVisible()


def test_the_other_statement_is_taken_instead(
    window: Window, page: FindingPage, library: Library, both: Finding
) -> None:
    page.elsewhere.take.click()
    assert page.statement.text() == "There"
    assert not page.elsewhere.isVisible()
    assert not window.inspector.has_unkept()
    page.flush()
    assert library.finding(both.id).statement == "There"
