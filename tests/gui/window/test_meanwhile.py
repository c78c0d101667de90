"""Another program writes while a field is open or the mouse is held: nothing is done unseen."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import annotate
from core.change import Change
from core.library import Library
from core.model import Article
from gui.insights.view import InsightView
from gui.tags import TagPopup
from gui.window import Window
from tests.elsewhere import busy
from tests.given import BEN, made
from tests.gui.mouse import drag, move, point
from tests.gui.over import shown_over

LEFT, ROW = Qt.MouseButton.LeftButton, 2
GONE = "This article is not in the library. It may have been taken away."


def elsewhere(path: Path, window: Window, make: Callable[[Library], Change]) -> None:
    with Library(path, BEN) as other:
        other.commit(make(other))
    window.desk.look_again()


def give(path: str) -> None:
    popup = shown_over(TagPopup)
    QTest.keyClicks(popup.field, path)
    QTest.keyClick(popup.field, Qt.Key.Key_Return)


def on_a_highlight(window: Window) -> None:
    QTest.keyClick(window.insights.view, Qt.Key.Key_H)
    QTest.keyClick(window.insights.view, Qt.Key.Key_T)


def on_every_claim(window: Window) -> None:
    window.insights.view.pick_all()
    QTest.keyClick(window.insights.view, Qt.Key.Key_T)


def on_every_article(window: Window) -> None:
    window.articles.list.setFocus()
    window.articles.list.selectAll()
    QTest.keyClick(window.articles.list, Qt.Key.Key_T)


@pytest.mark.parametrize("begin", [on_a_highlight, on_every_claim, on_every_article])
def test_no_tag_is_given_in_an_article_that_was_taken_away(
    window: Window, library: Library, path: Path, begin: Callable[[Window], None]
) -> None:
    begin(window)
    every = [card.id for card in library.cards(library.order())]
    elsewhere(path, window, lambda _other: annotate.take_away(every))
    give("forecast")
    assert (window.notice.text(), library.tags(), library.count()) == (GONE, (), 0)


@pytest.fixture
def view(window: Window, span: tuple[int, int]) -> InsightView:
    """The tree with "10 to 20 years" marked, and the end of that held by the mouse."""
    view = window.insights.view
    drag(view, ROW, *span)
    QTest.keyClick(view, Qt.Key.Key_3)
    QTest.mousePress(view.viewport(), LEFT, pos=point(view, ROW, span[1]))
    move(view, point(view, ROW, span[1] + 3))
    return view


def let_go(view: InsightView) -> None:
    move(view, point(view, 1, 2))
    QTest.mouseRelease(view.viewport(), LEFT, pos=point(view, 1, 2))


def test_a_highlight_that_is_gone_is_not_pulled_any_further(
    window: Window, view: InsightView, library: Library, path: Path
) -> None:
    one = window.inspector.current()
    assert one is not None
    elsewhere(path, window, lambda other: annotate.remove([other.highlight(one)]))
    let_go(view)
    assert "no longer there" in window.notice.text()
    assert not view.has_words()


def test_in_another_text_nothing_is_held(
    window: Window, view: InsightView, library: Library, path: Path, article: Article
) -> None:
    head = article.masthead
    new = made(head.title, "One", "Two", source=head.source or "", published=head.published or "")
    assert new.id == article.id
    elsewhere(path, window, lambda other: other.add([new]).change)
    let_go(view)
    (mark,) = library.annotated(article.id).placed
    assert mark.highlight.passage.quote == "10 to 20 years"
    assert not view.has_words()


@pytest.mark.parametrize("at_it", ["BEGIN IMMEDIATE", "BEGIN"])
def test_a_deed_that_has_to_wait_says_so_and_is_done_then(
    window: Window, library: Library, article: Article, path: Path, at_it: str
) -> None:
    """Who writes keeps it from being begun, who only reads from being written."""
    count, told = "SELECT count(*) FROM revisions", list[tuple[str, bool]]()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(at_it)
        before = other.execute(count).fetchone()

        def let_go() -> None:
            told.append((window.notice._words.shown(), other.execute(count).fetchone() == before))
            other.execute("ROLLBACK")

        window.desk.waiting.connect(let_go)
        QTest.keyClick(window.insights.view, Qt.Key.Key_3)
    assert told == [("The library is in use just now: waiting for it…", True)]
    assert len(library.annotated(article.id).placed) == 1
    assert window.notice.text() == "Highlighted."


def test_the_notice_takes_back_nothing_but_what_it_tells(
    window: Window, library: Library, path: Path, rare_earths: Article
) -> None:
    """A note typed since, or what another program did, is no part of it."""
    QTest.keyClick(window.insights.view, Qt.Key.Key_H)
    (placed,) = library.annotated(rare_earths.id).placed
    QTest.keyClick(window.insights.view, Qt.Key.Key_N)
    QTest.keyClicks(window.inspector.detail().note.editor, "mine")
    QTest.mouseClick(window.notice.undo, LEFT)
    assert library.highlight(placed.highlight.id).note == "mine"
    assert not window.notice.undo.isVisible()
    QTest.keyClick(window.insights.view, Qt.Key.Key_2)
    assert window.notice.undo.isVisible()
    elsewhere(path, window, lambda other: other.add([made("Zinc", "Output fell")]).change)
    assert not window.notice.undo.isVisible()


def test_a_note_that_waited_for_a_large_deed_goes_on_waiting_where_it_cannot_be_kept_then(
    window: Window, library: Library, article: Article
) -> None:
    QTest.keyClick(window.insights.view, Qt.Key.Key_H)
    (one,) = (placed.highlight.id for placed in library.annotated(article.id).placed)
    QTest.keyClick(window.insights.view, Qt.Key.Key_N)
    note = window.inspector.detail().note
    QTest.keyClicks(note.editor, "mine")
    window.desk.lend()
    note.flush()
    assert window.desk.waiting_notes == ["mine"]
    window.choose_highlight(None)
    with busy(library):
        window.desk.take_back()
        assert window.inspector.has_unkept()
    note.again.timeout.emit()
    assert library.highlight(one).note == "mine"
    assert not window.inspector.has_unkept()
