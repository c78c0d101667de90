"""Claims on the same passage are lit and gone through; what a citation stands for is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.library import Library
from core.model import Body, Kind, Masthead, Node
from core.outline import compose
from gui.insights import tips
from gui.insights.model import ROW
from gui.insights.view import InsightView
from gui.window import Window
from tests.gui.window.conftest import Open

CITED = ((1,), (1, 3), (), (3,), (7,))


@pytest.fixture
def window(library: Library, open_window: Open) -> Window:
    rows = [Node(0, 0, Kind.GROUP, "Group 1: Supply", "Supply", 1)]
    rows += [Node(n, 1, Kind.CLAIM, f"Claim {n}", citations=c) for n, c in enumerate(CITED, 1)]
    head = Masthead("稀土", "Xin Hua She", "2025-11-09 04:46")
    library.commit(library.add([compose(head, rows, "text", Body.SUMMARY)]).change)
    window = open_window(library)
    window.insights.view.setFocus()
    return window


@pytest.fixture
def view(window: Window) -> InsightView:
    return window.insights.view


def said(view: InsightView) -> str:
    window = view.window()
    assert isinstance(window, Window)
    return window.notice.text()


def test_the_key_lights_them_and_goes_round(view: InsightView) -> None:
    view.go_to(2)
    QTest.keyClick(view, Qt.Key.Key_S)
    assert set(view._drawn.lit) == {1, 2, 4}
    assert said(view) == "3 claims on passages 1 and 3."
    assert view.position() == 4
    QTest.keyClick(view, Qt.Key.Key_S)
    assert (view.position(), said(view)) == (2, "2 claims on passage 3.")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view._drawn.lit == {}


@pytest.mark.parametrize(
    ("claim", "words"),
    [(3, "This claim cites no passage."), (5, "No other claim is on passage 7.")],
)
def test_where_there_is_none_it_says_so(view: InsightView, claim: int, words: str) -> None:
    view.go_to(claim)
    QTest.keyClick(view, Qt.Key.Key_S)
    assert (view.position(), said(view), view._drawn.lit) == (claim, words, {})


def test_a_citation_tells_what_else_is_on_its_passage(view: InsightView) -> None:
    chip = view._drawn.laid(view._rows.at(1)).chips[0]
    told = tips.of_chip(chip, view._rows, 1)
    assert "Passage 1 of this article" in told
    assert "This claim rests on it alone" in told
    assert "• Claim 2" in told


def test_a_claim_without_one_among_those_with_is_marked_and_read_out(view: InsightView) -> None:
    rows = [view._rows.at(n).data(ROW) for n in range(1, 6)]
    assert [row.uncited for row in rows] == [False, False, True, False, False]
    spoken = view._rows.at(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "without a citation" in spoken
