"""The table: sorted, grouped, filtered, and written in by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from core.finding import Status
from gui.ledger.columns import Column, Group
from gui.ledger.model import LedgerModel
from gui.ledger.table import Table
from tests.gui.ledger.conftest import Show
from tests.gui.ledger.given_rows import ROWS, TODAY, many

FIRST = ROWS[0]


@pytest.fixture
def table(show: Show[Table]) -> Table:
    table = show(Table(TODAY))
    table.findings.show_rows(ROWS)
    return table


def said(model: LedgerModel, column: Column = Column.STATEMENT) -> list[str]:
    return [str(model.data(model.place(row.id, column))) for row in model.rows()]


def headings(model: LedgerModel) -> list[str]:
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_what_no_finding_says_leaves_its_room_to_the_statements(table: Table) -> None:
    wide = table.columnWidth(Column.OUTCOME), table.columnWidth(Column.STATEMENT)
    table.findings.show_rows([replace(FIRST, finding=replace(FIRST.finding, outcome=None))])
    bare = table.columnWidth(Column.OUTCOME), table.columnWidth(Column.STATEMENT)
    assert bare[0] < wide[0]
    assert bare[1] >= wide[1]
    table.findings.show_rows(ROWS)
    assert (table.columnWidth(Column.OUTCOME), table.columnWidth(Column.STATEMENT)) == wide


@pytest.mark.parametrize("group", Group)
def test_the_model_keeps_qt_s_rules_whatever_happens(group: Group) -> None:
    model = LedgerModel(TODAY)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS)
    model.group(group)
    for column in Column:
        model.sort(column, Qt.SortOrder.DescendingOrder)
    model.filter("稀土")
    model.show_rows(ROWS[1:])
    model.filter("nobody says this")
    model.show_rows(())
    assert model.rows() == []


@pytest.mark.parametrize("column", Column)
def test_every_column_sorts_both_ways_and_keeps_what_is_empty_last(column: Column) -> None:
    model = LedgerModel(TODAY)
    model.show_rows(ROWS)
    for order in Qt.SortOrder:
        model.sort(column, order)
        there = [bool(words) for words in said(model, column)]
        assert there == sorted(there, reverse=True)
        assert len(there) == len(ROWS)


def test_horizons_sort_by_their_days_and_chinese_by_sound() -> None:
    model = LedgerModel(TODAY)
    model.show_rows(ROWS)
    model.sort(Column.HORIZON)
    assert said(model, Column.HORIZON)[:2] == ["H1 2026", "2026"]
    model.sort(Column.SOURCES)
    han = [word for word in said(model, Column.SOURCES) if not word.isascii()]
    assert list(dict.fromkeys(han)) == ["财新网", "观察者网", "商务部"]


def test_groups_stand_in_order_with_their_number() -> None:
    model = LedgerModel(TODAY)
    model.show_rows(ROWS)
    model.group(Group.STATUS)
    assert headings(model) == ["Open  7", "Watched  2", "Settled  3", "Dropped  1"]
    model.group(Group.YEAR)
    assert headings(model)[0] == "2026  5"
    assert headings(model)[-1] == "No horizon  1"


@pytest.mark.parametrize("group", [Group.NONE, Group.TAG])
def test_f2_where_no_finding_is_does_nothing(table, qtbot, qtlog, group) -> None:
    table.findings.group(group)
    table.findings.filter("" if group is Group.TAG else "nobody says this")
    table.setCurrentIndex(table.findings.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert table.findChildren(QLineEdit) == []
    assert qtlog.records == [], "Qt is not asked for what cannot be"


def test_a_filter_hears_every_column_and_all_its_words() -> None:
    model = LedgerModel(TODAY)
    model.show_rows(ROWS)
    model.filter("REUTERS settled")
    assert said(model) == [
        "Quotas rise by a tenth",
        "The first batch leaves the Lynas plant in Kalgoorlie",
    ]


def test_a_statement_is_mended_by_keys(table: Table, qtbot: QtBot) -> None:
    table.choose(FIRST.id)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    (line,) = table.viewport().findChildren(QLineEdit)
    assert line.text() == FIRST.finding.statement
    qtbot.keyClicks(line, "A decade or two")
    with qtbot.waitSignal(table.mended) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == [FIRST.id, "statement", "A decade or two"]


def test_escape_leaves_it_as_it_was(table: Table, qtbot: QtBot) -> None:
    table.choose(FIRST.id)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    (line,) = table.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(line, "no")
    with qtbot.assertNotEmitted(table.mended, wait=20):
        qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_confidence_and_status_are_mended_where_they_stand(table: Table, qtbot: QtBot) -> None:
    table.choose(FIRST.id)
    for _ in range(Column.CONFIDENCE):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    (line,) = table.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(line, "75%")
    with qtbot.waitSignal(table.mended) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == [FIRST.id, "confidence", "75%"]
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    (box,) = table.viewport().findChildren(QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.mended) as told:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told.args == [FIRST.id, "status", Status.WATCHED]


def test_a_column_that_cannot_be_written_in_opens_the_statement(table: Table, qtbot: QtBot) -> None:
    table.choose(FIRST.id)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert table.currentIndex().column() == Column.STATEMENT
    assert table.viewport().findChildren(QLineEdit)


def test_a_library_to_look_at_opens_no_cell(table: Table, qtbot: QtBot) -> None:
    table.findings.can_edit = False
    table.choose(FIRST.id)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert not table.viewport().findChildren(QLineEdit)


def test_enter_jumps_and_delete_removes_all_that_is_chosen(table: Table, qtbot: QtBot) -> None:
    table.choose(FIRST.id)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [FIRST.id]
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(table.removed) as told:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert FIRST.id in told.args[0]
    assert len(told.args[0]) == 2


def test_a_menu_offers_the_same_to_a_mouse(table: Table, qtbot: QtBot) -> None:
    table.choose(FIRST.id)
    menu = table.menu(table.currentIndex())
    go, edit, _, remove = menu.actions()
    with qtbot.waitSignal(table.opened):
        go.trigger()
    with qtbot.waitSignal(table.removed) as told:
        remove.trigger()
    assert told.args == [(FIRST.id,)]
    edit.trigger()
    assert table.viewport().findChildren(QLineEdit)
    table.findings.can_edit = False
    assert [one.text() for one in table.menu(table.currentIndex()).actions()] == ["Go to Evidence"]


def test_what_is_chosen_stays_so_through_sorting_grouping_and_news(table: Table) -> None:
    table.choose(FIRST.id)
    table.findings.group(Group.SOURCE)
    table.findings.sort(Column.CONFIDENCE)
    table.findings.show_rows(ROWS[:5])
    current = table.current()
    assert current is not None
    assert current.id == FIRST.id
    assert table.isFirstColumnSpanned(0, QModelIndex())


def test_ten_thousand_findings_are_sorted_grouped_and_filtered(table: Table) -> None:
    model = table.findings
    model.show_rows(many(10_000))
    model.group(Group.TAG)
    model.sort(Column.QUANTITY)
    assert len(model.rows()) == 10_000
    model.filter("发现9999")
    assert said(model) == ["Finding 9999 of many 发现9999"]


def test_a_private_finding_has_a_lock_and_says_so(table: Table) -> None:
    open_to_all = table.grab().toImage()
    table.findings.show_rows(
        [replace(one, finding=replace(one.finding, private=True)) for one in ROWS]
    )
    told = table.findings.place(FIRST.id, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "Private stays here when you share" in told
    assert table.grab().toImage() != open_to_all
