"""What was asked for by the name of a tag is the tag's, whatever it is called since."""

from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import annotate
from core.annotate import vocabulary
from core.library import Library
from core.model import Article, Tag
from gui.verbs.asked import query_of, tag_asked
from gui.window import Window
from tests.generate import mark

Key: TypeAlias = Qt.Key
OLD = "claim/forecast"


@pytest.fixture
def collected(window: Window, library: Library, article: Article, qtbot: QtBot) -> Window:
    """The claims of a tag."""
    made = library.commit(mark(article)).edits[0].record
    window.desk.look_again()
    window.desk.tag(made, OLD)
    collect(window, qtbot)
    return window


def collect(window: Window, qtbot: QtBot) -> None:
    window.collecting.show(f"tag:{OLD}")
    qtbot.waitUntil(lambda: bool(window.insights.view.parts()))


def named(library: Library, path: str) -> Tag:
    return next(tag for tag in library.tags() if tag.path == path)


def rename(window: Window, path: str, wanted: str) -> None:
    window.tagging.move(path, wanted)


def shown(window: Window) -> str:
    return window.insights.heading.title.text()


@pytest.mark.parametrize("beside", [False, True])
def test_claims_of_a_tag_stay_while_it_is_called_otherwise(
    collected: Window, qtbot: QtBot, beside: bool
) -> None:
    pane = collected.insights
    if beside:
        collected.actions_["open_beside"].trigger()
    rename(collected, OLD, "outlook")
    qtbot.waitUntil(lambda: pane.heading.title.text() == "outlook")
    assert pane.view.parts()
    collected.turning.undo()
    qtbot.waitUntil(lambda: pane.heading.title.text() == OLD)
    assert pane.view.parts()


def test_the_way_back_leads_to_the_tag_as_it_is_called_now(
    collected: Window, article: Article, qtbot: QtBot
) -> None:
    collected.readers.show_article(article.id)
    rename(collected, OLD, "outlook")
    QTest.keyClick(collected.insights.view, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: collected.insights.view.is_together)
    assert shown(collected) == "outlook"
    assert collected.insights.view.parts()


def test_the_way_back_passes_over_a_tag_that_is_gone(
    collected: Window, library: Library, article: Article
) -> None:
    collected.readers.show_article(article.id)
    tag = named(library, OLD)
    collected.desk.commit(lambda: vocabulary.remove(tag, library.tagged(tag.id), library.tags()))
    collected.actions_["back"].trigger()
    assert not collected.insights.view.is_together


def test_a_query_that_asks_for_more_is_no_tag_s(library: Library, article: Article) -> None:
    made = library.commit(mark(article)).edits[0].record
    for path in (OLD, "other/forecast", "risk"):
        library.commit(annotate.tag([library.highlight(made)], path, library.tags()))
    known = library.tags()
    risk = named(library, "risk").id
    for query in ("tag:forecast", "tag:risk copper", "-tag:risk", "tag:risk OR tag:x", "risk", ""):
        assert tag_asked(query, known) == "", query
    assert tag_asked('tag:"risk"', known) == risk
    assert (query_of(risk, known), query_of("gone", known)) == ('tag:"risk"', "")


@pytest.mark.parametrize("called", ["组织（部）", "ＡＢ", "Sup/Ply"])
def test_a_tag_is_known_however_wide_or_large_its_letters(
    library: Library, article: Article, called: str
) -> None:
    made = library.commit(mark(article)).edits[0].record
    library.commit(annotate.tag([library.highlight(made)], called, library.tags()))
    known, tag = library.tags(), named(library, called).id
    assert tag_asked(query_of(tag, known), known) == tag
    assert tag_asked(query_of(tag, known).lower(), known) == tag
