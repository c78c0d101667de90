"""Claims collected in one pane, and an article read in the other: each leaves the other alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import annotate
from core.library import Library
from core.model import Article
from gui.insights import InsightPane
from gui.window import Window
from tests.generate import mark
from tests.given import made


@pytest.fixture
def marks(library: Library, window: Window) -> list[str]:
    """Highlights of three articles, all with one tag."""
    articles = [made(f"三篇 {n}", f"Claim {n}", "And more") for n in range(3)]
    library.commit(library.add(articles).change)
    found = [library.commit(mark(one)).edits[0].record for one in articles]
    for one in found:
        library.commit(annotate.tag([library.highlight(one)], "forecast", library.tags()))
    window.desk.look_again()
    return found


@pytest.fixture
def collected(window: Window, marks: list[str], qtbot: QtBot) -> InsightPane:
    """The second pane, with all claims of the tag chosen."""
    window.actions_["open_beside"].trigger()
    pane = window.insights
    window.collecting.show("tag:forecast")
    qtbot.waitUntil(lambda: len(pane.view.parts()) == 3)
    pane.view.pick_all()
    assert len(pane.view.picked()) == 3
    return pane


def test_claims_that_go_in_the_other_pane_leave_the_highlight_chosen(
    window: Window, collected: InsightPane, marks: list[str], article: Article, qtbot: QtBot
) -> None:
    window.panes.go_over()
    window.insights.view.go_to(2)
    window.deeds.highlight()
    chosen = window.inspector.current()
    assert chosen is not None
    (tag,) = window.desk.reader.highlight(marks[0]).tags
    window.desk.untag(marks[0], tag)
    qtbot.waitUntil(lambda: len(collected.view.picked()) == 2)
    assert window.inspector.current() == chosen
    assert window.insights.article() == article.id


def test_the_list_that_is_given_the_keys_leaves_the_claims_there(
    window: Window, marks: list[str], qtbot: QtBot
) -> None:
    window.collecting.show("tag:forecast")
    tree = window.insights.view
    qtbot.waitUntil(lambda: len(tree.parts()) == 3)
    window.articles.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert tree.is_together
    assert window.articles.current() is None
    QTest.keyClick(window.articles.list, Qt.Key.Key_Down)
    assert window.articles.list.position() == 0
    window.actions_["back"].trigger()
    qtbot.waitUntil(lambda: tree.is_together)
