"""Findings among what is found: over the articles, opened by Enter, and true after a deed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.annotate import findings
from core.annotate.findings import Draft
from core.finding import Finding
from core.library import Library
from gui.window import Window
from tests.gui.search.conftest import MAGNETS
from tests.gui.searched import heads, results, search, settle, texts

LONG = "稀土 self-sufficiency takes decades"
Key = Qt.Key


@pytest.fixture
def one(window: Window, library: Library) -> Finding:
    """A finding on rare earths, and another."""
    for draft in (Draft(LONG, tags=("only here",)), Draft("Nothing of the kind")):
        library.commit(findings.find(draft, library.tags()))
    return next(one for one in library.findings() if one.statement == LONG)


def test_a_finding_stands_over_the_articles_with_its_words_lit(
    window: Window, one: Finding, qtbot: QtBot
) -> None:
    found = search(window.articles, qtbot, "rare earths")
    assert texts(window.articles)[0] == LONG
    assert MAGNETS in texts(window.articles)
    assert found.head.count.text().endswith(" places · 1 finding")
    line = found.results.lines[0]
    assert [line.text[start:end] for start, end in line.marks] == ["稀土"]
    assert found.results.aloud(line) == f"finding: {LONG}, because rare earths → 稀土"


def test_enter_goes_to_it_and_leaves_the_article_as_it_was(
    window: Window, one: Finding, qtbot: QtBot
) -> None:
    found = search(window.articles, qtbot, "rare earths")
    shown = window.insights.view.annotated
    found.view.setFocus()
    QTest.keyClick(found.view, Key.Key_Home)
    assert found.current() is None
    assert found.selected() == []
    QTest.keyClick(found.view, Key.Key_Return)
    assert window.inspector.shows_finding()
    assert window.concluding.stating.page.current() == one.id
    assert window.insights.view.annotated is shown
    QTest.keyClick(found.view, Key.Key_Down)
    assert found.current() is not None


def test_where_no_article_says_it_the_finding_is_shown_alone(
    window: Window, one: Finding, qtbot: QtBot
) -> None:
    found = search(window.articles, qtbot, "self-sufficiency")
    assert (texts(window.articles), heads(window.articles)) == ([LONG], [])
    assert found.head.count.text() == "1 finding"
    QTest.keyClick(window.articles.search, Key.Key_Down)
    QTest.keyClick(found.view, Key.Key_Return)
    assert window.concluding.stating.page.current() == one.id


def test_what_a_tag_is_on_is_findings_as_well(window: Window, one: Finding, qtbot: QtBot) -> None:
    search(window.articles, qtbot, 'tag:"only here"')
    assert texts(window.articles) == [LONG]


def test_after_a_deed_what_is_found_is_what_is_there(
    window: Window, one: Finding, qtbot: QtBot
) -> None:
    search(window.articles, qtbot, "self-sufficiency")
    window.desk.commit(lambda: findings.remove([one]))
    settle(window.articles, qtbot)
    assert texts(window.articles) == []
    assert "No article speaks of" in results(window.articles).nothing.text()
    window.desk.undo()
    settle(window.articles, qtbot)
    assert texts(window.articles) == [LONG]
