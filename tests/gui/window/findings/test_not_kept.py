"""What is typed into a field of a finding and cannot be read, or kept, is not lost unasked."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.annotate import findings
from core.annotate.findings import Draft
from core.change import Record
from core.finding import Finding
from core.library import Library
from gui.highlights.finding.page import FindingPage
from gui.window import Window
from tests.elsewhere import busy
from tests.gui.found import the, write_into
from tests.gui.window.test_marking import press

FEW = "a good many"


def test_the_window_asks_before_what_cannot_be_read_is_lost(
    window: Window, page: FindingPage, one: Finding
) -> None:
    assert not window.inspector.has_unkept()
    write_into(page.figure, FEW)
    window.concluding.stating.leave()
    window.close()
    assert window.isVisible()
    assert window.inspector.shows_finding(), "it shows what it asks about"
    assert page.figure.text() == FEW
    QTest.keyClick(page.figure.line, Qt.Key.Key_Escape)
    assert window.close()


def test_it_stays_while_another_field_is_mended(
    library: Library, page: FindingPage, one: Finding
) -> None:
    write_into(page.due, "some day")
    write_into(page.confidence, "70")
    assert library.finding(one.id).confidence == 70
    assert page.due.text() == "some day"
    assert page.due.is_troubled()


def test_it_is_there_again_when_one_comes_back(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    other = library.commit(findings.find(Draft("Another"))).records(Record.FINDING)[0]
    write_into(page.figure, FEW)
    window.concluding.show(other)
    assert (page.figure.text(), page.figure.is_troubled()) == ("", False)
    window.close()
    assert window.isVisible()
    assert (page.current(), page.figure.text(), page.figure.is_troubled()) == (one.id, FEW, True)
    write_into(page.figure, "5 years")
    assert not window.inspector.has_unkept()


def test_what_can_be_read_and_not_kept_stays_until_it_is(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    with busy(library):
        write_into(page.confidence, "70")
        page.figure.box.activated.emit(0)
        write_into(page.figure, "5 years")
        assert "using" in window.notice.text()
        window.close()
        assert window.isVisible()
    assert (page.figure.text(), page.confidence.text()) == ("5 years", "70")
    assert window.close()
    found = library.finding(one.id)
    assert found.figure
    assert (found.figure.low, found.confidence) == (Decimal(5), 70)


@pytest.mark.parametrize("typed", ["10 – 20 years", "10 to 20 years"])
def test_the_same_in_other_words_is_kept(
    window: Window, page: FindingPage, one: Finding, typed: str
) -> None:
    write_into(page.figure, typed)
    assert not window.inspector.has_unkept()


def test_a_finding_that_is_removed_is_not_asked_about(
    window: Window, page: FindingPage, one: Finding
) -> None:
    write_into(page.figure, FEW)
    page.remove_button.click()
    assert window.close()


def test_where_nobody_is_there_it_is_kept_in_the_note(
    window: Window, library: Library, page: FindingPage, one: Finding
) -> None:
    page.note.editor.setFocus()
    QTest.keyClicks(page.note.editor, "why")
    write_into(page.figure, FEW)
    window.concluding.keep()
    assert library.finding(one.id).note == f"why\n\nQuantity: {FEW}"


def test_so_it_is_of_one_that_is_being_written(
    window: Window, library: Library, page: FindingPage
) -> None:
    press(window, "F")
    write_into(page.confidence, "very")
    window.concluding.keep()
    assert the(library).note == "Confidence: very"
