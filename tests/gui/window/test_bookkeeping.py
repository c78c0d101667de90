"""The ledger in the window: shown by a key, mended, judged, undone, saved, and there again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core import annotate
from core.anchor import describe
from core.annotate import findings
from core.annotate.findings import Draft
from core.finding import Bearing, Due, Evidence, Figure, Finding, Outcome, Result, Status
from core.library import Library, Reader
from core.model import Article, Colour
from gui.ledger import LedgerPane, Tab
from gui.ledger.columns import Column
from gui.window import Window
from tests.given import YEARS, made, place
from tests.gui.window.conftest import Answers, Open

TODAY = date(2026, 11, 29)
SELF = "10–20 years to self-sufficiency"
PLANT = "=A plant opens"
HORIZON = Due(date(2035, 11, 9), date(2045, 11, 9), "year")
FIGURE = Figure("duration", Decimal(10), Decimal(20), "year", said=YEARS)


def find(library: Library, article: Article, words: str, draft: Draft) -> Finding:
    """Make a finding on words of an article."""
    passage = describe(article, *place(article, words))
    mark = library.commit(annotate.highlight(passage, Colour.YELLOW)).edits[0].record
    draft = replace(draft, evidence=(Evidence(mark),))
    change = library.commit(findings.find(draft, library.tags()))
    return library.finding(change.edits[0].record)


@pytest.fixture
def other(library: Library) -> Article:
    one = made("得州磁铁厂", "A plant in Texas opens within six months", source="Reuters")
    library.commit(library.add([one]).change)
    return one


@pytest.fixture
def two(library: Library, article: Article, other: Article) -> tuple[Finding, Finding]:
    """A finding that is far ahead, and one that is overdue."""
    ahead = Draft(SELF, figure=FIGURE, due=HORIZON, confidence=60, tags=("claim/forecast",))
    over = Draft(PLANT, due=Due(date(2026, 1, 1), date(2026, 6, 30), "half-year"), confidence=80)
    return find(library, article, YEARS, ahead), find(library, other, "six months", over)


@pytest.fixture
def window(
    open_window: Open, library: Library, article: Article, two: object, qtbot: QtBot
) -> Window:
    window = open_window(library, today=lambda: TODAY)
    window.articles.choose(article.id)
    window._reading.stop()
    window.bookkeeping.warm()
    qtbot.waitUntil(lambda: window.bookkeeping.badge.text() == "1 due")
    return window


@pytest.fixture
def pane(window: Window) -> LedgerPane:
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane is not None
    return pane


def statements(pane: LedgerPane) -> list[str]:
    return [row.finding.statement for row in pane.table.findings.rows()]


def test_a_key_shows_it_and_from_within_puts_it_away(window: Window, qtbot: QtBot) -> None:
    assert window.bookkeeping.place.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    pane = window.bookkeeping.pane
    assert pane is not None
    assert pane.isVisible()
    assert statements(pane) == [PLANT, SELF]
    window.insights.view.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert pane.table.hasFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_F6)
    assert window.bookkeeping.place.isHidden()
    assert window.insights.view.hasFocus()


def test_what_is_chosen_shows_its_page_and_opening_the_ledger_chooses_nothing(
    window: Window, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    mark = two[0].evidence[0].highlight
    window.choose_highlight(mark)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert not window.inspector.shows_finding()
    pane = window.bookkeeping.pane
    assert pane is not None
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert window.inspector.shows_finding()
    assert window.concluding.stating.page.current() == two[0].id
    assert pane.table.hasFocus()


def test_what_was_done_while_it_was_away_is_there_when_it_comes_back(
    window: Window, pane: LedgerPane, library: Library, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    qtbot.keyClick(pane.table, Qt.Key.Key_F6)
    window.desk.commit(lambda: findings.remove([two[0]]))
    qtbot.waitUntil(lambda: window.bookkeeping._stale)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert statements(pane) == [PLANT]


def test_rows_tell_source_day_tags_and_author(pane: LedgerPane) -> None:
    row = pane.table.findings.rows()[1]
    assert (row.sources, row.published) == (("观察者网",), date(2025, 11, 9))
    assert (row.tags, row.author) == (("claim/forecast",), "Anna")


def test_a_statement_is_mended_in_place_kept_and_undone(
    pane: LedgerPane, window: Window, library: Library, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    pane.table.choose(two[0].id)
    qtbot.keyClick(pane.table, Qt.Key.Key_F2)
    (line,) = pane.table.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(line, "A decade or two")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: library.finding(two[0].id).statement == "A decade or two")
    assert "A decade or two" in statements(pane)
    assert window.notice.text() == "Changed the finding."
    current = pane.table.current()
    assert current is not None
    assert current.id == two[0].id
    window.notice.undo.click()
    assert library.finding(two[0].id).statement == SELF
    assert SELF in statements(pane)


@pytest.mark.parametrize(("typed", "kept"), [("75", 75), ("30 %", 30), ("", None)])
def test_a_confidence_is_read_as_it_is_written(
    pane: LedgerPane,
    library: Library,
    two: tuple[Finding, Finding],
    typed: str,
    kept: int | None,
) -> None:
    pane.mended.emit(two[0].id, "confidence", typed)
    assert library.finding(two[0].id).confidence == kept


def test_a_confidence_that_is_none_is_refused(
    pane: LedgerPane, window: Window, library: Library, two: tuple[Finding, Finding]
) -> None:
    pane.mended.emit(two[0].id, "confidence", "very")
    assert "from 0 to 100" in window.notice.text()
    assert library.finding(two[0].id).confidence == 60


def test_a_status_is_mended(
    pane: LedgerPane, library: Library, two: tuple[Finding, Finding]
) -> None:
    pane.mended.emit(two[0].id, "status", Status.WATCHED)
    assert library.finding(two[0].id).status is Status.WATCHED


def test_delete_removes_and_undo_brings_back(
    pane: LedgerPane, window: Window, library: Library, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    pane.table.choose(two[0].id)
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    assert statements(pane) == [PLANT]
    assert window.notice.text() == "Removed the finding."
    window.notice.undo.click()
    assert sorted(statements(pane)) == sorted([PLANT, SELF])


def test_enter_jumps_to_the_evidence_in_whatever_article(
    pane: LedgerPane, window: Window, other: Article, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    window.articles.search.setText("Guan Cha")
    pane.table.choose(two[1].id)
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    shown = window.insights.view.annotated
    assert shown is not None
    assert shown.article.id == other.id
    assert window.inspector.current() == two[1].evidence[0].highlight
    assert window.insights.view.hasFocus()


def test_enter_again_goes_to_the_next_of_its_evidence(
    pane: LedgerPane,
    window: Window,
    library: Library,
    article: Article,
    two: tuple[Finding, Finding],
    qtbot: QtBot,
) -> None:
    far = two[1].evidence[0].highlight
    window.desk.commit(lambda: findings.support(library.finding(two[0].id), [far]))
    seen = set()
    for _ in range(2):
        pane.table.setFocus()
        pane.table.choose(two[0].id)
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)
        seen.add(window.inspector.current())
    assert seen == {far, two[0].evidence[0].highlight}


def test_what_is_due_is_said_quietly_and_judged_by_a_letter(
    window: Window, library: Library, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    badge = window.bookkeeping.badge
    assert badge.isVisible()
    assert badge.text() == "1 due"
    badge.click()
    pane = window.bookkeeping.pane
    assert pane is not None
    assert pane.inbox.list.hasFocus()
    assert pane.inbox.statement.text() == PLANT
    qtbot.keyClick(pane.inbox.list, Qt.Key.Key_F)
    judged = library.finding(two[1].id)
    assert judged.outcome == Outcome(Result.FAILED, TODAY)
    assert judged.status is Status.SETTLED
    assert not badge.isVisible()
    assert pane.inbox.empty.isVisible()
    window.notice.undo.click()
    assert library.finding(two[1].id).outcome is None
    assert badge.isVisible()


def test_the_highlight_chosen_decides_in_the_same_deed(
    pane: LedgerPane, window: Window, library: Library, two: tuple[Finding, Finding]
) -> None:
    mark = two[0].evidence[0].highlight
    window.choose_highlight(mark)
    pane.turn(Tab.DUE)
    pane.inbox.take.click()
    pane.inbox.answers[Result.PARTLY].click()
    judged = library.finding(two[1].id)
    assert judged.outcome == Outcome(Result.PARTLY, TODAY)
    assert Evidence(mark, Bearing.DECIDES) in judged.evidence
    window.actions_["undo"].trigger()
    taken_back = library.finding(two[1].id)
    assert replace(taken_back, modified=two[1].modified) == two[1]


def test_what_comes_due_within_three_months_is_listed_after_what_is_over(
    window: Window, library: Library, two: tuple[Finding, Finding], pane: LedgerPane
) -> None:
    soon = replace(library.finding(two[0].id), due=Due(None, date(2027, 1, 31), "month"))
    window.desk.commit(lambda: findings.mend(two[0], soon))
    pane.turn(Tab.DUE)
    shown = [pane.inbox.model.item(n).text() for n in range(pane.inbox.model.rowCount())]
    assert shown == ["Overdue", PLANT, "Soon", SELF]
    assert window.bookkeeping.badge.text() == "1 due"


def test_another_day_brings_what_is_due_on_it(
    open_window: Open, library: Library, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    days = [date(2026, 6, 29)]
    window = open_window(library, today=lambda: days[0])
    window.bookkeeping.warm()
    badge = window.bookkeeping.badge
    qtbot.waitUntil(lambda: badge.text() == "0 due")
    assert not badge.isVisible()
    days[0] = date(2026, 6, 30)
    window.bookkeeping.dawn.timeout.emit()
    qtbot.waitUntil(badge.isVisible)
    assert badge.text() == "1 due"


def test_the_record_says_when_there_are_too_few(
    pane: LedgerPane, window: Window, two: tuple[Finding, Finding]
) -> None:
    outcome = Outcome(Result.CAME_TRUE, TODAY)
    window.desk.commit(lambda: findings.judge(two[1], outcome))
    pane.turn(Tab.RECORD)
    (line,) = pane.record.sheet.sheet.lines
    assert line.cells == ("Reuters", "1", "1", "too few to say", "1", "too few to say")


def saved(window: Window, pane: LedgerPane, kind: str, path: Path) -> bytes:
    assert isinstance(window.ask, Answers)
    window.ask.file = path
    pane.head.saved.emit(kind)
    return path.read_bytes()


def test_the_table_is_saved_as_csv_without_a_formula(
    pane: LedgerPane, window: Window, tmp_path: Path
) -> None:
    text = saved(window, pane, "csv", tmp_path / "ledger.csv").decode("utf-8-sig")
    assert SELF in text
    assert f"'{PLANT}" in text
    assert window.notice.text() == f"Saved to {tmp_path / 'ledger.csv'}."
    pane.head.filter.setText("self-sufficiency")
    assert PLANT not in saved(window, pane, "csv", tmp_path / "one.csv").decode("utf-8-sig")


def test_pictures_and_number_lines_are_saved(
    pane: LedgerPane, window: Window, tmp_path: Path
) -> None:
    pane.turn(Tab.TIMELINE)
    assert SELF in saved(window, pane, "svg", tmp_path / "t.svg").decode()
    pane.turn(Tab.NUMBERS)
    assert saved(window, pane, "png", tmp_path / "n.png").startswith(b"\x89PNG")
    text = saved(window, pane, "csv", tmp_path / "n.csv").decode("utf-8-sig")
    assert text.splitlines()[1].startswith("Duration,,years,10,20,10 to 20 years,")


def test_where_no_file_can_be_written_the_notice_says_so(
    pane: LedgerPane, window: Window, tmp_path: Path
) -> None:
    assert isinstance(window.ask, Answers)
    window.ask.file = tmp_path / "no such folder" / "ledger.csv"
    pane.head.saved.emit("csv")
    assert "could not be written" in window.notice.text()
    window.ask.file = window.desk.reader.path
    before = window.ask.file.read_bytes()
    pane.head.saved.emit("csv")
    assert "is a library of Meipi, or a share. Give another name." in window.notice.text()
    assert window.ask.file.read_bytes() == before


def test_it_follows_what_is_done_elsewhere(
    pane: LedgerPane, window: Window, two: tuple[Finding, Finding], qtbot: QtBot
) -> None:
    window.desk.remove([two[0].evidence[0].highlight])
    qtbot.waitUntil(lambda: [r.highlight for r in pane.table.findings.rows()].count("") == 1)
    pane.opened.emit(two[0].id)
    assert window.notice.text() == "This finding rests on nothing that is there."


def test_it_is_there_again_after_a_restart(
    pane: LedgerPane, window: Window, library: Library, open_window: Open, qtbot: QtBot
) -> None:
    assert pane.isVisible()
    pane.table.header().resizeSection(Column.TAGS, 211)
    pane.table.sortByColumn(Column.STATUS, Qt.SortOrder.DescendingOrder)
    pane.head.group.setCurrentIndex(2)
    pane.head.turn(Tab.RECORD)
    window.close()
    again = open_window(library, today=lambda: TODAY)
    again.bookkeeping.warm()
    shown = again.bookkeeping.pane
    assert shown is not None
    qtbot.waitUntil(shown.isVisible)
    assert sorted(statements(shown)) == sorted([PLANT, SELF])
    assert shown.table.columnWidth(Column.TAGS) == 211
    assert shown.head.tab is Tab.RECORD
    assert shown.head.group.currentIndex() == 2
    header = shown.table.header()
    assert header.sortIndicatorSection() == Column.STATUS
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_a_library_to_look_at_is_not_written_in(
    library: Library, path: Path, two: tuple[Finding, Finding], open_window: Open, qtbot: QtBot
) -> None:
    with Reader(path) as reader:
        window = open_window(reader, today=lambda: TODAY)
        window.bookkeeping.warm()
        window.actions_["show_due"].trigger()
        pane = window.bookkeeping.pane
        assert pane is not None
        qtbot.keyClick(pane.inbox.list, Qt.Key.Key_C)
        assert library.finding(two[1].id).outcome is None
        window.close()


def test_a_confidence_of_thousands_of_digits_is_refused(
    window: Window, pane: LedgerPane, two: tuple[Finding, Finding], library: Library
) -> None:
    pane.mended.emit(two[0].id, "confidence", "9" * 5000)
    assert "from 0 to 100" in window.notice.text()
    assert library.finding(two[0].id).confidence == 60


def test_a_page_is_turned_where_another_program_removed_the_highlight_that_is_chosen(
    window: Window, pane: LedgerPane, two: tuple[Finding, Finding], library: Library
) -> None:
    mark = two[0].evidence[0].highlight
    window.choose_highlight(mark)
    with Library(library.path, library.author) as other:
        other.commit(annotate.remove([other.highlight(mark)]))
    pane.turn(Tab.DUE)
    assert pane.head.tab is Tab.DUE
