"""A library that can only be read offers nothing that would be refused, and says why."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core import annotate
from core.annotate.findings import Draft
from core.library import Library, Reader
from core.model import Article
from gui.dialogs.terms import TermsDialog
from gui.dialogs.welcome import WelcomePane
from gui.insights.bar import WordsBar
from gui.sidebar import Sidebar
from gui.tags.chips import Cross
from gui.window import Window
from tests.generate import mark
from tests.given import BEN, YEARS
from tests.gui.sidebar.given_shelves import at
from tests.gui.sidebar.test_dropping import drop, held_over
from tests.gui.window.conftest import Open
from tests.gui.window.test_bookkeeping import find


@pytest.fixture
def looked_at(
    open_window: Open, library: Library, article: Article, path: Path
) -> Iterator[Window]:
    made = library.commit(mark(article)).edits[0].record
    library.commit(annotate.tag([library.highlight(made)], "forecast", library.tags()))
    library.commit(annotate.keep_search("Minerals", "稀土"))
    with Reader(path) as reader:
        window = open_window(reader)
        yield window
        window.close()


@pytest.fixture
def bar(looked_at: Window, qtbot: QtBot) -> Sidebar:
    looked_at.shelving.fill()
    bar = looked_at.shelving.bar
    assert bar is not None
    qtbot.waitUntil(lambda: "tags" in bar._found and bool(bar._found["tags"]))
    return bar


def offered(bar: Sidebar, name: str) -> list[str]:
    bar.view.menu_asked.emit(at(bar, name), bar.mapToGlobal(QPoint(9, 9)))
    menu = bar.findChildren(QMenu)[-1]
    menu.close()
    return [one.text() for one in menu.actions() if one.text()]


def test_the_side_bar_offers_only_what_looks(bar: Sidebar) -> None:
    assert offered(bar, "forecast") == ["Show", "Collect across Articles"]
    assert offered(bar, "Minerals") == ["Show", "Collect across Articles", "Export Markdown…"]


def test_no_tag_of_the_side_bar_takes_anything(bar: Sidebar, looked_at: Window) -> None:
    looked_at.notice.clear()
    assert held_over(bar, "Tags") is None
    drop(bar, "forecast")
    assert looked_at.notice.text() == ""


def test_a_tag_can_be_looked_at_and_it_says_why_no_more(looked_at: Window) -> None:
    looked_at.tagging.show("forecast")
    dialog = looked_at.tagging._beside.there
    assert dialog is not None
    form = dialog.form
    written = (form.path, form.zh, form.en, form.names, form.colours, form.plain)
    assert not any(one.isEnabled() for one in (*written, form.join, form.remove))
    assert form.look.isEnabled()
    assert dialog.pick.isVisible()
    assert "can only be read" in dialog.pick.text()


def test_nothing_is_typed_in_the_inspector_that_would_be_lost(
    looked_at: Window, library: Library, article: Article
) -> None:
    (placed,) = library.annotated(article.id).placed
    looked_at.articles.choose(article.id)
    looked_at.choose_highlight(placed.highlight.id)
    editor = looked_at.inspector.detail().note.editor
    editor.setFocus()
    QTest.keyClicks(editor, "typed")
    assert (editor.toPlainText(), looked_at.inspector.has_unkept()) == ("", False)
    assert looked_at.inspector.detail()._field.isHidden()  # type: ignore[attr-defined]
    looked_at.notice.clear()
    looked_at.actions_["note"].trigger()
    assert "can only be read" in looked_at.notice.text()


WHY = "library.meipi can only be read: nothing you mark here would be kept."


def refuse(*ones: QWidget) -> None:
    """See that none of these takes a click, and that each says why."""
    assert [one for one in ones if one.isEnabled()] == []
    assert [one for one in ones if WHY not in one.toolTip()] == []


def test_what_a_click_would_change_of_a_highlight_says_why_it_does_not(
    looked_at: Window, library: Library, article: Article
) -> None:
    (placed,) = library.annotated(article.id).placed
    looked_at.articles.choose(article.id)
    looked_at.choose_highlight(placed.highlight.id)
    page = looked_at.inspector.detail()
    refuse(*page.colours.buttons.values(), *page.stances.buttons.values())
    refuse(page.private_button, page.remove_button, page.quote.accept)
    refuse(*page.findChildren(Cross))
    assert page.copy_button.isEnabled()
    assert page.jump_button.isEnabled()


def test_over_chosen_words_there_is_nothing_but_to_copy(looked_at: Window) -> None:
    view = looked_at.insights.view
    view.go_to(2)
    view.choose_words(view.position() or 0, 0, 5)
    view.offer_words()
    (bar,) = looked_at.findChildren(WordsBar)
    *marking, copy = bar.findChildren(QToolButton)
    refuse(*marking)
    assert copy.isEnabled()


def test_a_highlight_has_no_ends_to_be_pulled_by(
    looked_at: Window, library: Library, article: Article
) -> None:
    (placed,) = library.annotated(article.id).placed
    looked_at.articles.choose(article.id)
    looked_at.insights.view.go_to(placed.node or 0)
    looked_at.choose_highlight(placed.highlight.id)
    assert list(looked_at.insights.view._handles()) == []


def test_two_versions_are_seen_and_not_settled(
    looked_at: Window, library: Library, article: Article, tmp_path: Path, qtbot: QtBot
) -> None:
    (placed,) = library.annotated(article.id).placed
    one, other = placed.highlight.id, tmp_path / "ben.meipi"
    shutil.copy(library.path, other)
    with Library(other, BEN) as ben:
        ben.commit(annotate.note(ben.highlight(one), "his"))
    library.commit(annotate.note(library.highlight(one), "hers"))
    library.merge(other)
    looked_at.desk.look_again()
    looked_at.articles.choose(article.id)
    qtbot.waitUntil(lambda: one in looked_at.readers.contested.highlights)
    looked_at.choose_highlight(one)
    (field,) = looked_at.inspector.detail().versions.fields
    refuse(*(version.keep for version in field.versions), field.both, field.another)


def test_an_empty_library_offers_nothing_to_put_into_it(open_window: Open, path: Path) -> None:
    Library(path, BEN).close()
    with Reader(path) as reader:
        window = open_window(reader)
        (pane,) = window.findChildren(WelcomePane)
        refuse(*pane._ways)
        window.close()


def test_terms_are_read_alone(looked_at: Window) -> None:
    looked_at.actions_["terms"].trigger()
    (dialog,) = looked_at.findChildren(TermsDialog)
    refuse(dialog.add, dialog.take, dialog.edit, dialog.remove)
    dialog.reject()


def test_a_finding_is_read_alone(
    open_window: Open, library: Library, article: Article, path: Path
) -> None:
    one = find(library, article, YEARS, Draft("A decade or two"))
    with Reader(path) as reader:
        window = open_window(reader)
        window.concluding.show(one.id)
        page = window.concluding.stating.page
        QTest.keyClicks(page.statement, "typed")
        assert (page.statement.text(), window.inspector.has_unkept()) == ("A decade or two", False)
        refuse(page.figure, page.due, page.confidence, page.outcome)
        refuse(*page.status.buttons.values(), page.private_button, page.remove_button)
        (row,) = page.evidence.rows
        refuse(row.bearing, row.withdraw)
        assert row.jump.isEnabled()
        window.close()
