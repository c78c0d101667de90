"""Findings made in the window: from words, a quantity, highlights in two articles; and undone."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from core.finding import Due, Finding
from core.library import Library, Reader
from core.model import Article, Stance
from gui.dialogs.choosing import FindingPopup
from gui.dialogs.exporting import ExportDialog
from gui.highlights.finding.page import FindingPage
from gui.verbs.findings.stating import WRITING
from gui.window import Window
from tests.given import YEARS, made
from tests.gui.found import CLAIM, SHIFT, Span, choose, cited, look, make, quotes, the, write_into
from tests.gui.mouse import drag, point
from tests.gui.over import shown_over
from tests.gui.window.conftest import Open
from tests.gui.window.test_marking import press

# How one is made


def by_key(window: Window) -> None:
    press(window, "F")


def by_menu(window: Window) -> None:
    window.actions_["find"].trigger()


def by_bar(window: Window) -> None:
    buttons = window.insights.view.viewport().findChildren(QToolButton)
    button = next(one for one in buttons if one.accessibleName() == "Finding (F)")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", [by_key, by_menu, by_bar])
def test_words_dragged_over_become_a_finding_every_way(
    window: Window, library: Library, page: FindingPage, span: Span, way: Callable[[Window], None]
) -> None:
    drag(window.insights.view, 2, *span)
    way(window)
    assert window.inspector.shows_finding()
    assert page.statement.text() == CLAIM
    assert (page.figure.line.text(), page.due.line.text()) == ("10–20 years", "2035–2045")
    assert library.findings() == []
    make(page, "自给自足 takes 10–20 years")
    found = the(library)
    assert found.statement == "自给自足 takes 10–20 years"
    assert quotes(library, found) == [YEARS]
    assert found.figure is not None
    assert (found.figure.low, found.figure.high) == (Decimal(10), Decimal(20))
    assert found.due == Due(date(2035, 11, 9), date(2045, 11, 9), "year")
    assert window.notice.text() == "Made a finding."
    assert window.insights.view.hasFocus()


@pytest.fixture
def timeless(window: Window, page: FindingPage) -> FindingPage:
    """The page of a finding begun on a claim that names no time."""
    window.insights.view.go_to(1)
    press(window, "F")
    assert page.due.line.text() == ""
    return page


def test_a_horizon_is_read_from_the_statement(timeless: FindingPage, library: Library) -> None:
    make(timeless, "Prices double by the end of 2027")
    due = the(library).due
    assert due is not None
    assert due.latest == date(2027, 12, 31)


def test_it_follows_the_statement_until_the_reader_says_one(
    timeless: FindingPage, library: Library
) -> None:
    for year in ("2027", "2030"):
        timeless.statement.replace(f"Prices double by the end of {year}")
        timeless.statement.flush()
        assert year in timeless.due.line.text()
    write_into(timeless.due, "")
    make(timeless, "Prices double by 2031")
    assert the(library).due is None


def test_a_horizon_in_the_statement_goes_before_that_of_the_passage(
    window: Window, page: FindingPage, library: Library
) -> None:
    window.insights.view.go_to(2)
    press(window, "F")
    for said, due in (("It is done by 2031", "2025–2031"), ("It is done", "2035–2045")):
        page.statement.replace(said)
        page.statement.flush()
        assert page.due.line.text() == due


def test_a_year_that_is_past_is_no_horizon(timeless: FindingPage, library: Library) -> None:
    make(timeless, "The law of 2023 holds")
    assert the(library).due is None


def test_a_quantity_pointed_at_becomes_one(
    window: Window, library: Library, page: FindingPage, span: Span, qtbot: QtBot
) -> None:
    view = window.insights.view
    press(window, "Q")
    qtbot.waitUntil(lambda: view._drawn.counted is not None)
    view.go_to(1)
    spot = point(view, 2, span[0] + 4)
    event = QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), event)
    press(window, "F")
    assert view.pointed() is None
    make(page)
    assert quotes(library, the(library)) == [YEARS]
    assert the(library).statement == CLAIM


def test_the_caret_in_a_quantity_is_enough(
    window: Window, library: Library, page: FindingPage, span: Span, qtbot: QtBot
) -> None:
    view = window.insights.view
    press(window, "Q")
    qtbot.waitUntil(lambda: view._drawn.counted is not None)
    view.choose_words(2, span[0] + 3, span[0] + 3)
    press(window, "F")
    make(page)
    assert quotes(library, the(library)) == [YEARS]


def test_without_words_it_rests_on_the_whole_claim(
    window: Window, library: Library, page: FindingPage
) -> None:
    press(window, "F")
    make(page)
    assert quotes(library, the(library)) == [CLAIM]


def test_two_highlights_in_two_articles_carry_one_finding(
    window: Window, library: Library, page: FindingPage, span: Span
) -> None:
    other = made("另一篇 2", "Something else 2", "And more")
    drag(window.insights.view, 2, *span)
    press(window, "H")
    press(window, "F")
    window.articles.choose(other.id)
    window.insights.view.setFocus()
    window.insights.view.go_to(2)
    press(window, "H")
    assert not window.inspector.shows_finding() or page.current() == ""
    press(window, "F")
    assert cited(page) == [YEARS, "And more"]
    make(page, "Both say so")
    assert quotes(library, the(library)) == [YEARS, "And more"]
    assert len(library.annotated(other.id).placed) == 1


def test_words_marked_while_it_is_written_are_still_one_passage(
    window: Window, library: Library, article: Article, page: FindingPage
) -> None:
    press(window, "F")
    window.insights.view.setFocus()
    press(window, "H")
    press(window, "F")
    assert cited(page) == [CLAIM]
    make(page)
    assert len(library.annotated(article.id).placed) == 1


def test_a_finding_discarded_by_mistake_is_taken_up_again(
    window: Window, library: Library, page: FindingPage
) -> None:
    press(window, "F")
    page.statement.setPlainText("Half a thought")
    page.discard_button.click()
    assert not window.inspector.shows_finding()
    assert window.notice.text() == "The finding was discarded."
    window.notice.other.click()
    assert page.statement.text() == "Half a thought"
    assert cited(page) == [CLAIM]
    make(page)
    assert the(library).statement == "Half a thought"


def test_making_it_is_one_deed_and_undo_takes_it_back(
    window: Window, library: Library, article: Article, one: Finding
) -> None:
    window.actions_["undo"].trigger()
    assert library.findings() == []
    assert library.annotated(article.id).placed == ()
    assert not window.inspector.shows_finding()
    window.actions_["redo"].trigger()
    assert the(library).statement == one.statement


def test_it_is_there_when_the_window_opens_again(
    window: Window,
    library: Library,
    article: Article,
    one: Finding,
    open_window: Open,
    qtbot: QtBot,
) -> None:
    window.close()
    again = open_window(library)
    look(again, qtbot)
    again.articles.choose(article.id)
    again.choose_highlight(one.evidence[0].highlight)
    (row,) = again.inspector.detail().resting.rows
    assert CLAIM in row.accessibleName()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert again.concluding.stating.page.current() == one.id


def test_a_finding_put_down_half_written_is_found_again(
    window: Window, page: FindingPage, span: Span
) -> None:
    press(window, "F")
    page.statement.replace("Half a thought")
    QTest.keyClick(page.statement, Qt.Key.Key_Escape)
    page.back_button.click()
    assert not window.inspector.shows_finding()
    assert window.inspector._writing is not None
    assert window.inspector._writing.isVisible()
    assert window.inspector._writing.text() == WRITING
    window.inspector._writing.click()
    assert page.statement.text() == "Half a thought"
    page.discard_button.click()
    assert not window.inspector.shows_finding()
    assert not window.inspector._writing.isVisible()


def test_the_window_does_not_close_over_a_finding_half_written(
    window: Window, page: FindingPage
) -> None:
    press(window, "F")
    assert not window.close()
    assert window.isVisible()


def test_an_empty_statement_is_refused_and_nothing_is_lost(
    window: Window, library: Library, page: FindingPage
) -> None:
    press(window, "F")
    page.statement.replace("  ")
    QTest.keyClick(page.statement, Qt.Key.Key_Return)
    assert library.findings() == []
    assert "needs a statement" in window.notice.text()
    assert page.figure.line.text() == "10–20 years"


def test_a_heading_is_no_evidence(window: Window, page: FindingPage) -> None:
    window.insights.view.go_to(0)
    press(window, "F")
    assert not window.inspector.shows_finding()
    assert window.notice.text() == "Go to a claim first, or select words in it."


def test_a_library_that_is_only_read_says_so(
    window: Window, library: Library, article: Article, open_window: Open
) -> None:
    window.close()
    with Reader(library.path) as reader:
        looking = open_window(reader)
        looking.articles.choose(article.id)
        looking.insights.view.setFocus()
        press(looking, "F")
        assert "can only be read" in looking.notice.text()


# Added to


def test_a_claim_is_added_to_a_finding_by_any_of_its_words(
    window: Window, library: Library, one: Finding
) -> None:
    window.insights.view.go_to(1)
    press(window, "F", SHIFT)
    popup = shown_over(FindingPopup)
    assert popup.height() < 3 * popup.line.height(), "as high as its one row"
    choose("supply build")
    assert quotes(library, the(library)) == [
        YEARS,
        "Output of separated oxides outside China stays small",
    ]
    window.actions_["undo"].trigger()
    assert quotes(library, the(library)) == [YEARS]
    assert len(library.annotated(window.articles.current() or "").placed) == 1


def test_words_that_no_finding_says_are_told_of(window: Window, one: Finding) -> None:
    press(window, "F", SHIFT)
    popup = shown_over(FindingPopup)
    assert not popup.nothing.isVisible()
    choose("cobalt")
    assert popup.nothing.isVisible()
    assert not popup.list.isVisible()
    popup.line.clear()
    assert (popup.nothing.isVisible(), popup.list.isVisible()) == (False, True)


def test_where_there_is_none_it_says_how_to_make_one(window: Window, page: FindingPage) -> None:
    press(window, "F", SHIFT)
    assert window.notice.text() == "There is no finding yet. Press F to make the first."


def test_highlights_selected_side_by_side_carry_one_finding(
    window: Window, library: Library, page: FindingPage, span: Span
) -> None:
    for row in (1, 2):
        window.insights.view.go_to(row)
        press(window, "H")
    window.choose_highlight(None)
    marks = window.inspector.page.list
    for row, modifier in ((0, Qt.KeyboardModifier.ControlModifier), (1, SHIFT)):
        place = marks.visualRect(marks.model().index(row, 0)).center()
        QTest.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    marks.setFocus()
    press(window, "F")
    make(page, "Both together")
    assert len(quotes(library, the(library))) == 2


def test_the_export_holds_it(window: Window, page: FindingPage, one: Finding, qtbot: QtBot) -> None:
    write_into(page.confidence, "70")
    window.actions_["export"].trigger()
    (dialog,) = window.findChildren(ExportDialog)
    qtbot.waitUntil(lambda: CLAIM in dialog.preview.toPlainText())
    written = dialog.preview.toPlainText()
    for words in ("10–20 years", "2035–2045", "70"):
        assert words in written
    dialog.reject()


def test_what_is_half_typed_is_taken_along_by_ctrl_enter(
    window: Window, library: Library, page: FindingPage
) -> None:
    press(window, "F")
    page.confidence.line.setFocus()
    page.confidence.line.setText("120")
    QTest.keyClick(page.confidence.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert library.findings() == []
    assert page.confidence.is_troubled()
    page.confidence.line.setText("20")
    QTest.keyClick(page.confidence.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert the(library).confidence == 20


@pytest.mark.parametrize("field", ["statement", "note"])
def test_ctrl_enter_makes_it_from_what_is_written_too(
    window: Window, library: Library, page: FindingPage, field: str
) -> None:
    press(window, "F")
    editor = page.statement if field == "statement" else page.note.editor
    editor.setFocus()
    editor.setPlainText("Ten years or more")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert getattr(the(library), field) == "Ten years or more"
    assert window.insights.view.hasFocus()


def test_a_hidden_inspector_stays_hidden_when_a_deed_is_done(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    window.actions_["show_inspector"].trigger()
    assert not window.inspector.isVisible()
    window.desk.judge(one.evidence[0].highlight, Stance.DOUBT)
    assert not window.inspector.isVisible()
    window.concluding.show(one.id)
    assert window.inspector.isVisible()
