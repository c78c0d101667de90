"""A finding's page: every field changed in place, its evidence, its history, what shows of it."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from core.annotate import findings
from core.annotate.findings import Draft
from core.change import Record
from core.finding import Bearing, Due, Evidence, Finding, Result, Status
from core.library import Library
from core.model import Article
from gui.highlights.finding.page import FindingPage
from gui.window import Window
from tests.elsewhere import busy
from tests.given import YEARS, made
from tests.gui.found import CLAIM, SHIFT, Span, choose, cited, make, the, write_into
from tests.gui.mouse import point
from tests.gui.window.test_marking import press

# Its fields


def kept(library: Library, one: Finding) -> Finding:
    return library.finding(one.id)


def test_the_statement_is_mended_in_place(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    page.statement.setFocus()
    make(page, "It takes decades")
    assert kept(library, one).statement == "It takes decades"
    assert window.notice.text() == "Changed the finding."


def test_a_statement_that_cannot_be_kept_is_there_when_one_comes_back(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    other = library.commit(findings.find(Draft("Another"))).records(Record.FINDING)[0]
    page.statement.setFocus()
    page.statement.replace("It takes decades")
    with busy(library):
        window.concluding.stating.show(other)
        assert page.current() == other
        window.close()
        assert window.isVisible(), "it asks before what was typed is lost"
    window.concluding.stating.show(one.id)
    assert page.statement.text() == "It takes decades"
    page.flush()
    assert kept(library, one).statement == "It takes decades"
    assert window.close()


def test_the_quantity_is_typed_or_chosen(library: Library, page: FindingPage, one: Finding) -> None:
    write_into(page.figure, "$8.5 billion")
    figure = kept(library, one).figure
    assert figure is not None
    assert (figure.kind, figure.low, figure.currency) == ("money", Decimal(8500000000), "USD")
    page.figure.box.activated.emit(0)
    figure = kept(library, one).figure
    assert figure is not None
    assert (figure.low, figure.high) == (Decimal(10), Decimal(20))
    write_into(page.figure, " ")
    assert kept(library, one).figure is None


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("by 2040", Due(None, date(2040, 12, 31), "year")),
        ("2030–2032", Due(date(2030, 1, 1), date(2032, 12, 31), "year")),
        ("Q4 2026", Due(date(2026, 10, 1), date(2026, 12, 31), "quarter")),
        ("5 years", Due(date(2030, 11, 9), date(2030, 11, 9), "year")),
        ("from 2031", Due(date(2031, 1, 1), None, "year")),
        ("from 2031 to 2033", Due(date(2031, 1, 1), date(2033, 12, 31), "year")),
        ("2030年前", Due(None, date(2029, 12, 31), "year")),
    ],
)
def test_the_horizon_is_typed(
    library: Library, page: FindingPage, one: Finding, typed: str, due: Due
) -> None:
    write_into(page.due, typed)
    assert kept(library, one).due == due


def test_what_cannot_be_read_is_said_and_esc_puts_it_back(
    library: Library, page: FindingPage, one: Finding
) -> None:
    write_into(page.due, "some day")
    assert kept(library, one).due == one.due
    assert page.due.trouble.isVisible()
    assert page.due.trouble.text().startswith("No time could be read in this.")
    QTest.keyClick(page.due.line, Qt.Key.Key_Escape)
    assert page.due.line.text() == "2035–2045"
    assert not page.due.trouble.isVisible()


def test_confidence_is_a_number_of_per_cent(
    library: Library, page: FindingPage, one: Finding
) -> None:
    write_into(page.confidence, "70")
    assert kept(library, one).confidence == 70
    assert page.confidence.line.text() == "70%"
    write_into(page.confidence, "170")
    assert kept(library, one).confidence == 70
    assert page.confidence.trouble.isVisible()


def test_status_outcome_and_private_are_one_deed_each(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    window.concluding.today = lambda: date(2036, 1, 2)
    page.status.buttons[Status.WATCHED].click()
    assert kept(library, one).status is Status.WATCHED
    page.private_button.click()
    assert kept(library, one).private
    page.outcome.activated.emit(1)
    outcome = kept(library, one).outcome
    assert outcome is not None
    assert (outcome.result, outcome.on) == (Result.CAME_TRUE, date(2036, 1, 2))
    assert kept(library, one).status is Status.SETTLED
    window.actions_["undo"].trigger()
    assert kept(library, one).status is Status.WATCHED
    assert page.outcome.currentText() == "Not judged yet"


def test_tags_are_given_and_dropped(library: Library, page: FindingPage, one: Finding) -> None:
    page.tagged.emit("claim/forecast")
    (tag,) = kept(library, one).tags
    assert next(t.path for t in library.tags() if t.id == tag) == "claim/forecast"
    page.untagged.emit(tag)
    assert kept(library, one).tags == ()


def test_a_finding_is_written_with_tags_note_and_what_contradicts_it(
    window: Window, library: Library, page: FindingPage
) -> None:
    press(window, "F")
    page.tagged.emit("claim/forecast")
    page.status.buttons[Status.WATCHED].click()
    page.private_button.click()
    page.evidence.rows[0].bearing.menu().actions()[1].trigger()
    page.note.editor.setPlainText("**Who** says so?")
    page.make_button.click()
    found = the(library)
    assert [tag.path for tag in library.tags() if tag.id in found.tags] == ["claim/forecast"]
    assert (found.note, found.private) == ("**Who** says so?", True)
    assert found.status is Status.WATCHED
    assert found.evidence[0].bearing is Bearing.CONTRADICTS


def test_the_note_is_kept_after_a_pause(library: Library, page: FindingPage, one: Finding) -> None:
    page.note.editor.setPlainText("Says **who**?")
    page.note.pause.timeout.emit()
    assert kept(library, one).note == "Says **who**?"
    assert page.note.status.text() == "Saved"


def test_evidence_is_turned_left_out_and_shown(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    (evidence,) = one.evidence
    (row,) = page.evidence.rows
    row.bearing.menu().actions()[1].trigger()
    assert kept(library, one).evidence == (Evidence(evidence.highlight, Bearing.CONTRADICTS),)
    window.articles.choose(made("另一篇 1", "Something else 1", "And more").id)
    window.concluding.show(one.id)
    page.evidence.rows[0].jump.click()
    assert window.insights.view.position() == 2
    assert window.inspector.shows_finding()
    page.evidence.rows[0].withdraw.click()
    assert kept(library, one).evidence == ()
    window.actions_["undo"].trigger()
    assert len(page.evidence.rows) == 1


def test_a_highlight_that_goes_is_evidence_no_longer_until_it_comes_back(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    window.desk.remove([one.evidence[0].highlight])
    assert cited(page) == []
    window.actions_["undo"].trigger()
    assert cited(page) == [YEARS]


def test_it_says_when_all_rests_on_one_passage(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    assert page.evidence._warning.text() == "It rests on one passage: [2] of one article."
    window.insights.view.go_to(1)
    press(window, "F", SHIFT)
    choose("")
    assert page.evidence._warning.text() == ""


def test_removing_it_leaves_the_highlights(
    window: Window, library: Library, article: Article, page: FindingPage, one: Finding
) -> None:
    page.remove_button.click()
    assert library.findings() == []
    assert len(library.annotated(article.id).placed) == 1
    assert not window.inspector.shows_finding()
    window.actions_["undo"].trigger()
    assert the(library).id == one.id


# What shows of it


def test_claims_that_are_evidence_have_a_sign_and_say_so(
    window: Window, page: FindingPage, one: Finding
) -> None:
    view = window.insights.view
    index = view.model().at(2)  # type: ignore[attr-defined]
    assert view._rows.row(2).findings == (CLAIM,)
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert f"evidence of: {CLAIM}" in spoken
    page.remove_button.click()
    assert view._rows.row(2).findings == ()


def test_a_highlight_that_is_chosen_takes_the_place_of_the_finding(
    window: Window, library: Library, article: Article, page: FindingPage, one: Finding, span: Span
) -> None:
    view = window.insights.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 2, span[0] + 2))
    assert not window.inspector.shows_finding()
    assert window.inspector.current() == one.evidence[0].highlight


def test_history_tells_what_was_said_of_it(page: FindingPage, one: Finding) -> None:
    write_into(page.confidence, "70")
    page.history.head.click()
    lines = [what for _, _, what in page.history._told]
    assert "Confidence: 70%" in lines
    assert "Horizon: 2035–2045" in lines
    assert f"Supports: {YEARS}" in lines


def test_a_passage_of_another_edition_is_still_evidence(
    window: Window, library: Library, article: Article, page: FindingPage, one: Finding
) -> None:
    newer = made("中国稀土替代品要找多久", "It could take 10 to 20 years", "And more was said")
    library.commit(library.add([newer]).change)
    window.desk.look_again()
    window.concluding.show(one.id)
    assert cited(page) == [YEARS]
    assert page.evidence._warning.text() == ""


def test_a_field_that_is_only_looked_at_does_nothing(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    write_into(page.confidence, "90")
    deeds = len(library.history())
    for field in (page.confidence, page.figure, page.due):
        field.line.setFocus()
        window.insights.view.setFocus()
    assert len(library.history()) == deeds
    assert kept(library, one).confidence == 90


def test_the_keys_alone_turn_what_a_passage_says(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    page.statement.setFocus()
    for _ in range(6):  # quantity, horizon, confidence, outcome, status, and what it says
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    (row,) = page.evidence.rows
    assert row.bearing.hasFocus()
    row.bearing.menu().actions()[1].trigger()
    assert kept(library, one).evidence[0].bearing is Bearing.CONTRADICTS
    assert page.evidence.rows[0].bearing.hasFocus()
    QTest.keyClick(page.evidence.rows[0].bearing, Qt.Key.Key_Delete)
    assert kept(library, one).evidence == ()
    assert library.highlight(one.evidence[0].highlight)


def test_what_strangers_wrote_is_shown_as_text(
    window: Window, library: Library, page: FindingPage
) -> None:
    strange = made("<b>题</b>\u202e", "<img src=x> takes \u202e10 to 20 years", "And more")
    window.desk.add([strange])
    window.articles.choose(strange.id)
    window.insights.view.setFocus()
    window.insights.view.go_to(1)
    press(window, "F")
    make(page, "<h1>It takes</h1> & more")
    assert the(library).statement == "<h1>It takes</h1> & more"
    (row,) = page.evidence.rows
    labels = row.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not any("\u202e" in label.text() for label in labels)
