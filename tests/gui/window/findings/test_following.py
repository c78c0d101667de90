"""What the inspector shows of findings as the reader goes on to other articles."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import annotate
from core.annotate import findings
from core.finding import Finding
from core.library import Library
from core.model import Article, Colour
from gui.highlights.finding.page import FindingPage
from gui.window import Window
from tests.given import ANNA
from tests.gui.found import Span
from tests.gui.mouse import drag
from tests.gui.window.test_marking import press


def test_a_finding_of_another_article_makes_room(
    window: Window, one: Finding, article: Article
) -> None:
    window.insights.view.setFocus()
    window.actions_["next_article"].trigger()
    assert not window.inspector.shows_finding()
    assert window.inspector.mentioned() != one.id
    assert window.insights.view.annotated.article.id != article.id  # type: ignore[union-attr]


def test_a_finding_that_was_removed_elsewhere_just_now_stands_in_nobodys_way(
    window: Window, library: Library, path: Path, one: Finding, article: Article
) -> None:
    with Library(path, ANNA) as other:
        other.commit(findings.remove([other.finding(one.id)]))
    window.insights.view.setFocus()
    window.actions_["next_article"].trigger()
    assert window.insights.view.annotated.article.id != article.id  # type: ignore[union-attr]
    assert not window.inspector.shows_finding()


def test_a_finding_that_rests_on_the_next_article_as_well_stays(
    window: Window, library: Library, one: Finding, page: FindingPage
) -> None:
    window.insights.view.setFocus()
    window.actions_["next_article"].trigger()
    there = window.insights.view.annotated
    assert there
    passage = findings.whole(there.article, 1)
    mark = library.commit(annotate.highlight(passage, Colour.GREEN))
    library.commit(findings.support(library.finding(one.id), [mark.edits[0].record]))
    window.actions_["back"].trigger()
    window.desk.look_again()
    window.concluding.show(one.id)
    window.insights.view.setFocus()
    window.actions_["next_article"].trigger()
    assert window.inspector.shows_finding()
    assert page.current() == one.id


def test_one_that_is_being_written_stays(
    window: Window, page: FindingPage, article: Article, span: Span
) -> None:
    drag(window.insights.view, 2, *span)
    press(window, "F")
    QTest.keyClicks(page.statement, "By 2036")
    window.articles.step(1)
    assert window.inspector.shows_finding()
    assert page.statement.toPlainText() == "By 2036"


def test_what_was_typed_of_one_is_kept_as_it_goes(
    window: Window, library: Library, one: Finding, page: FindingPage
) -> None:
    page.note.editor.setFocus()
    QTest.keyClicks(page.note.editor, "half a note")
    window.articles.list.setFocus()
    window.articles.step(1)
    assert library.finding(one.id).note == "half a note"
    assert not window.inspector.shows_finding()


def test_one_that_has_the_keys_stays_while_the_article_changes(
    window: Window, one: Finding, page: FindingPage
) -> None:
    page.note.editor.setFocus()
    window.articles.step(1)
    assert window.inspector.shows_finding()
    assert QApplication.focusWidget() is page.note.editor


def test_the_other_pane_has_its_own(window: Window, one: Finding, page: FindingPage) -> None:
    window.actions_["open_beside"].trigger()
    window.articles.step(1)
    assert not window.inspector.shows_finding()
    window.panes.go_over()
    window.concluding.show(one.id)
    window.panes.go_over()
    assert not window.inspector.shows_finding()
