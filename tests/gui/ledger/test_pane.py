"""The pane: one filter and one chosen finding through all its pages."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.ledger import LedgerPane, Tab
from gui.ledger.columns import Group
from tests.gui.ledger.given_rows import ROWS, TODAY


def test_a_filter_holds_on_every_page(pane: LedgerPane) -> None:
    pane.head.filter.setText("稀土")
    found = {row.id for row in pane.table.findings.rows()}
    assert 0 < len(found) < len(ROWS)
    pane.turn(Tab.TIMELINE)
    assert pane.horizons.scene is not None
    assert set(pane.horizons.scene.order) <= found
    pane.turn(Tab.NUMBERS)
    assert pane.numbers.scene is not None
    assert set(pane.numbers.scene.order) <= found


def test_what_is_chosen_on_one_page_is_so_on_the_others(pane: LedgerPane) -> None:
    pane.table.setCurrentIndex(pane.table.findings.place(ROWS[0].id))
    pane.turn(Tab.TIMELINE)
    assert pane.horizons.current == ROWS[0].id
    pane.horizons.step(1)
    chosen = pane.horizons.current
    pane.turn(Tab.FINDINGS)
    current = pane.table.current()
    assert current is not None
    assert current.id == chosen != ROWS[0].id


def test_the_head_shows_what_the_page_can_do(pane: LedgerPane) -> None:
    head = pane.head
    assert head.group.isVisible()
    assert not head.table.isVisible()
    pane.turn(Tab.TIMELINE)
    assert head.table.isVisible()
    assert head.colour.isVisible()
    pane.turn(Tab.DUE)
    assert not head.filter.isVisible()
    assert not head.save.isVisible()


def test_rows_are_grouped_from_the_head(pane: LedgerPane) -> None:
    pane.head.group.setCurrentText("By status")
    assert pane.table.findings._group is Group.STATUS
    assert pane.table.findings.index(0, 0).data() == "Open  7"


def test_bars_are_told_apart_by_tag_too(pane: LedgerPane) -> None:
    pane.turn(Tab.TIMELINE)
    pane.head.colour.setCurrentText("By tag")
    timeline = pane.horizons.timeline
    assert timeline is not None
    assert [entry.words for entry in timeline.entries] == ["claim/figure", "claim/forecast",
        "policy", "芯片"]  # fmt: skip
    styles = {(entry.style.ink, entry.style.pattern) for entry in timeline.entries}
    assert len(styles) == 4
    assert len({pattern for _, pattern in styles}) == 4


def test_an_empty_ledger_says_how_to_fill_it(pane: LedgerPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.head.filter, "nobody says this")
    assert pane.empty.isVisible()
    assert pane.empty.text() == "No finding says all these words."
    pane.show_rows((), TODAY)
    assert "press F" in pane.empty.text()
    assert not pane.table.header().isVisible(), "it would head nothing"
    assert not pane.table.horizontalScrollBar().isVisible()
    pane.show_rows(ROWS, TODAY)
    pane.head.filter.clear()
    assert pane.table.header().isVisible()


def test_letters_go_to_the_window(pane: LedgerPane, qtbot: QtBot) -> None:
    before = pane.table.currentIndex()
    for key in (Qt.Key.Key_J, Qt.Key.Key_T, Qt.Key.Key_N):
        qtbot.keyClick(pane.table, key)
    assert pane.table.currentIndex() == before


def test_it_is_the_same_in_the_dark(pane: LedgerPane) -> None:
    for tab in Tab:
        pane.turn(tab)
        assert not pane.grab().isNull()
