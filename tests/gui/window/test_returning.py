"""What was being written on when another program took it away is kept, and is there again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import annotate
from core.annotate import findings
from core.change import Change
from core.library import Library
from core.model import Article
from gui.highlights.note import NoteEditor
from gui.window import Window
from tests.given import BEN
from tests.gui.window.test_keeping import note, writing

__all__ = ["writing"]

TYPED = "half a note, h1 u!"
BACK = "what you wrote brought it back"
Gone = Callable[[Library, str], Change]


def the_highlight(library: Library, article: str) -> Change:
    return annotate.remove([library.annotated(article).placed[0].highlight])


def the_article(_library: Library, article: str) -> Change:
    return annotate.take_away([article])


def elsewhere(path: Path, article: Article, gone: Gone) -> None:
    with Library(path, BEN) as other:
        other.commit(gone(other, article.id))


@pytest.mark.parametrize("gone", [the_highlight, the_article])
def test_a_note_half_typed_brings_back_what_was_taken_away(
    window: Window, writing: NoteEditor, library: Library, article: Article, path: Path, gone: Gone
) -> None:
    elsewhere(path, article, gone)
    window.desk.look_again()
    assert note(library, article) == TYPED
    assert BACK in window.notice.text()
    assert QApplication.focusWidget() is writing, "and the reader writes on"
    assert writing.toPlainText() == TYPED
    assert window.insights.view.annotated == library.annotated(article.id)


@pytest.mark.parametrize("gone", [the_highlight, the_article])
def test_a_note_that_is_kept_before_anything_was_heard_comes_back_as_well(
    window: Window, writing: NoteEditor, library: Library, article: Article, path: Path, gone: Gone
) -> None:
    elsewhere(path, article, gone)
    window.inspector.detail().note.pause.timeout.emit()
    assert note(library, article) == TYPED
    assert QApplication.focusWidget() is writing


def test_undo_takes_back_the_note_alone(
    window: Window, writing: NoteEditor, library: Library, article: Article, path: Path
) -> None:
    elsewhere(path, article, the_highlight)
    window.desk.look_again()
    window.actions_["undo"].trigger()
    assert note(library, article) == ""
    window.actions_["redo"].trigger()
    assert note(library, article) == TYPED


def test_a_highlight_of_which_nothing_was_typed_is_gone(
    window: Window, library: Library, article: Article, path: Path
) -> None:
    window.actions_["note"].trigger()
    elsewhere(path, article, the_highlight)
    window.desk.look_again()
    assert library.annotated(article.id).placed == ()
    assert window.inspector.current() is None


def test_a_note_that_was_emptied_brings_nothing_back(
    window: Window, writing: NoteEditor, library: Library, article: Article, path: Path
) -> None:
    window.inspector.detail().note.pause.timeout.emit()
    writing.selectAll()
    QTest.keyClick(writing, Qt.Key.Key_Backspace)
    elsewhere(path, article, the_highlight)
    window.desk.look_again()
    assert library.annotated(article.id).placed == ()


@pytest.mark.parametrize("field", ["note", "statement"])
def test_what_is_typed_of_a_finding_brings_it_back(
    window: Window, library: Library, path: Path, field: str
) -> None:
    window.actions_["find"].trigger()
    page = window.concluding.stating.page
    page.make_button.click()
    editor = page.note.editor if field == "note" else page.statement
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "about 2036")
    with Library(path, BEN) as other:
        other.commit(findings.remove(other.findings()))
    window.desk.look_again()
    (found,) = library.findings()
    assert getattr(found, field) == "about 2036"
    assert BACK in window.notice.text()
    assert window.inspector.shows_finding()
    assert QApplication.focusWidget() is editor
