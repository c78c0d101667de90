"""The very first finding of a window: begun at once, and what it counts is read meanwhile."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.library import Library
from gui.highlights.finding.page import FindingPage
from gui.insights import counted
from gui.window import Window
from tests.gui.found import CLAIM, Span, make, the, write_into
from tests.gui.mouse import drag
from tests.gui.window.test_marking import press


@pytest.fixture
def begun(window: Window, page: FindingPage, span: Span) -> FindingPage:
    drag(window.insights.view, 2, *span)
    counted.load.cache_clear()  # as where nothing has been counted yet
    press(window, "F")
    return page


def test_it_is_there_at_once_and_its_figure_follows(begun: FindingPage, qtbot: QtBot) -> None:
    assert begun.statement.text() == CLAIM
    assert begun.statement.hasFocus()
    QTest.keyClicks(begun.statement, "In my own words")
    qtbot.waitUntil(lambda: begun.figure.line.text() == "10–20 years")
    assert begun.due.line.text() == "2035–2045"
    assert begun.statement.text() == "In my own words"


def test_what_the_reader_says_meanwhile_is_not_said_otherwise(
    begun: FindingPage, qtbot: QtBot
) -> None:
    write_into(begun.figure, "5 years")
    qtbot.waitUntil(lambda: begun.due.line.text() == "2035–2045")
    assert begun.figure.line.text() == "5 years"


def test_one_that_is_made_at_once_has_its_figure_too(
    window: Window, library: Library, begun: FindingPage
) -> None:
    make(begun)
    found = the(library)
    assert found.figure is not None
    assert found.due is not None
