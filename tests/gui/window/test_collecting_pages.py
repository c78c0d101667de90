"""Claims of very many articles: pages that are not seen, and rows laid out as they are reached."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Colour
from gui.insights.bar import WordsBar
from gui.insights.view import InsightView
from gui.verbs.collection import PAGE
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import Open

Key = Qt.Key
QUERY = "source:观察者网"


def _collect(window: Window, qtbot: QtBot) -> InsightView:
    window.collecting.show(QUERY)
    qtbot.waitUntil(lambda: window.collecting.query(window.insights) == QUERY)
    return window.insights.view


@pytest.fixture
def whole(open_window: Open, library: Library, qtbot: QtBot) -> InsightView:
    """Claims of very many articles, that came in several pages."""
    many = [made(f"标题 {n}", f"Claim {n}", f"More of {n}") for n in range(3 * PAGE)]
    library.commit(library.add(many).change)
    tree = _collect(open_window(library), qtbot)
    QAbstractItemModelTester(tree._rows, QAbstractItemModelTester.FailureReportingMode.Fatal, tree)
    tree.pick_all()
    qtbot.waitUntil(lambda: len(tree.parts()) == len(many))
    assert len(tree._rows.pages()) > 1
    return tree


def test_keys_go_from_row_to_row_past_the_ends_of_pages(whole: InsightView) -> None:
    rows, last = whole._rows, whole._rows.length() - 1
    head = rows.position(rows.index(0, 0, rows.pages()[1]))
    whole.go_to(head - 1)
    for key, place in (
        *((Key.Key_Down, head), (Key.Key_Up, head - 1), (Key.Key_Home, 0), (Key.Key_Up, 0)),
        *((Key.Key_Left, 0), (Key.Key_Left, 0), (Key.Key_End, last), (Key.Key_Down, last)),
        (Key.Key_PageDown, last),
    ):
        QTest.keyClick(whole, key)
        assert whole.position() == place


def test_what_is_folded_leaves_every_title_in_sight(whole: InsightView) -> None:
    rows = whole._rows
    heads = [n for n, row in enumerate(rows.rows()) if row.is_head]
    whole.go_to(heads[1] + 1)
    QTest.keyClick(whole, Key.Key_Z)
    assert whole.position() == heads[1]
    seen = [0]
    while (below := whole.indexBelow(rows.at(seen[-1]))).isValid():
        seen.append(rows.position(below))
    assert seen == heads
    assert not whole.visualRect(rows.at(heads[-1])).isEmpty()


def test_in_the_end_every_row_is_as_high_as_it_is_laid_out(
    whole: InsightView, qtbot: QtBot
) -> None:
    whole.go_to(whole._rows.length() // 2)
    first = whole.indexAt(QPoint(whole.width() // 2, 0))
    top = whole.visualRect(first).top()
    qtbot.waitUntil(lambda: not whole._settling.isActive())
    assert whole.visualRect(first).top() == top
    bar = whole.verticalScrollBar()
    before = bar.value(), bar.maximum()
    whole.doItemsLayout()
    assert (bar.value(), bar.maximum()) == before


def test_what_is_scrolled_to_is_as_high_as_it_is_before_all_is_measured(
    whole: InsightView,
) -> None:
    whole.go_to(whole._rows.length() - 1)
    seen = list(whole._in_sight())
    assert whole._settling.isActive()
    assert all(
        whole.visualRect(whole._rows.at(n)).height() == whole._drawn._heights[n] for n, _ in seen
    )
    assert seen[0][0] == whole.position()  # which is in sight


def test_the_dot_of_room_between_pages_is_that_of_the_row_below(whole: InsightView) -> None:
    rows = whole._rows
    head = rows.index(0, 0, rows.pages()[1])
    whole.scrollTo(head, whole.ScrollHint.PositionAtCenter)
    above = whole.visualRect(head).topLeft() + QPoint(40, -1)
    assert whole.indexAt(above) == head


def test_rows_are_painted_alike_whether_few_are_chosen_or_all(whole: InsightView) -> None:
    first, last = whole._rows.claims()[:2]
    whole.go_to(first)
    whole.pick_to(last)
    place = whole.visualRect(whole._rows.at(last))
    area = whole.viewport().rect().adjusted(0, 0, 0, place.bottom() - whole.viewport().height())
    few = whole.viewport().grab(area).toImage()
    whole.pick_all()
    assert whole.selectionModel().selection().size() > 64
    assert whole.viewport().grab(area).toImage() == few
    assert whole.pick_none()
    assert whole.viewport().grab(area).toImage() != few


def test_one_of_all_that_are_chosen_is_let_go_and_chosen_again(whole: InsightView) -> None:
    whole.pick_all()
    claims = tuple(whole._rows.claims())
    assert whole.picked() == claims
    whole.pick_too(claims[3])
    assert whole.picked() == (*claims[:3], *claims[4:])
    whole.pick_too(claims[3])
    assert whole.picked() == claims


@pytest.fixture
def few(open_window: Open, library: Library, qtbot: QtBot) -> InsightView:
    """Claims of two articles, the first of which stands above."""
    old = made("旧", "One", "Two", "Three", published="2025-01-02 08:00")
    new = made("新", "Four", "Five", published="2025-02-02 08:00")
    library.commit(library.add([old, new]).change)
    return _collect(open_window(library), qtbot)


def _bring(tree: InsightView, qtbot: QtBot) -> None:
    """Let an article come above all others."""
    window, many = tree.window(), len(tree.parts())
    assert isinstance(window, Window)
    window.desk.add([made("最新", "Six", "Seven", published="2025-03-02 08:00")])
    qtbot.waitUntil(lambda: len(tree.parts()) > many)


def _listed(window: Window) -> list[str]:
    """Read the list of highlights in the inspector."""
    model = window.inspector.page.list.marks
    return [model.index(row).data() for row in range(model.rowCount())]


def _said(tree: InsightView, rows: Iterable[int]) -> list[str]:
    return [tree.texts()[row] for row in rows]


def test_more_are_chosen_from_the_same_claim_on_though_others_came_above(
    few: InsightView, qtbot: QtBot
) -> None:
    few.go_to(few.texts().index("One"))
    QTest.keyClick(few, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    _bring(few, qtbot)
    QTest.keyClick(few, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert _said(few, few.picked()) == ["One", "Two", "Three"]


def test_where_an_article_goes_what_is_folded_after_it_is_stood_at(
    few: InsightView, qtbot: QtBot
) -> None:
    few.go_to(few.texts().index("Four"))
    few.collapse(few._rows.at(few.texts().index("旧")))
    window, gone = few.window(), few.annotated
    assert isinstance(window, Window)
    assert gone
    window.desk.take_away([gone.article.id])
    qtbot.waitUntil(lambda: len(few.parts()) == 1)
    assert _said(few, [few.position() or 0]) == ["旧"]


def test_a_mark_made_elsewhere_is_told_of_beside_the_claims_and_no_longer_once_undone(
    few: InsightView, qtbot: QtBot, library: Library
) -> None:
    window, shown = few.window(), few.annotated
    assert isinstance(window, Window)
    assert shown
    passage = describe(shown.article, 1, 0, 4)
    library.commit(annotate.highlight(passage, Colour.RED, tags=["a/tag"]))
    window.desk.look_again()
    qtbot.waitUntil(lambda: _listed(window) == ["Four"])
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: _listed(window) == [])


def test_what_is_lit_stays_lit_in_its_place_while_others_come(
    few: InsightView, qtbot: QtBot
) -> None:
    few.light({few.texts().index("Two"): [(0, 3)], few.texts().index("Four"): [(0, 4)]})
    few.go_to(few.texts().index("Two"))
    QTest.keyClick(few, Key.Key_H)
    assert _said(few, sorted(few._drawn.lit)) == ["Four", "Two"]
    _bring(few, qtbot)
    assert _said(few, sorted(few._drawn.lit)) == ["Four", "Two"]
    assert few.annotated
    assert len(few.annotated.placed) == 1


def test_words_are_not_chosen_in_another_text_that_takes_the_place_of_theirs(
    few: InsightView, qtbot: QtBot
) -> None:
    window = few.window()
    assert isinstance(window, Window)
    few.go_to(few.texts().index("Four"))
    QTest.keyClick(few, Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    bar = few.findChild(WordsBar)
    assert few.has_words()
    assert bar
    assert bar.isVisible()
    window.desk.add([made("新", "4", "Five", published="2025-02-02 08:00")])
    qtbot.waitUntil(lambda: "4" in few.texts())
    assert (few.has_words(), bar.isVisible()) == (False, False)
    QTest.keyClick(few, Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert few.texts()[few.position() or 0] == "4"


def test_claims_that_come_are_chosen_no_longer_once_the_reader_chose_others(
    open_window: Open, library: Library, qtbot: QtBot
) -> None:
    many = [made(f"标题 {n}", f"Claim {n}", f"More of {n}") for n in range(3 * PAGE)]
    library.commit(library.add(many).change)
    tree = _collect(open_window(library), qtbot)
    tree.pick_all()
    tree.pick_none()
    qtbot.waitUntil(lambda: len(tree.parts()) == len(many))
    QApplication.processEvents()
    assert tree.picked() == ()
