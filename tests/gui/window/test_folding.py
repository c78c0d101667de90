"""What is folded in the tree stays so: over other articles, in two panes, over a restart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.library import Library
from core.model import Article, Body, Kind, Masthead, Node
from core.outline import compose
from gui.insights.folds import MOST, Folds
from gui.insights.view import InsightView
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import Open

HEAD = Masthead("中国稀土的两面", "Guan Cha Zhe Wang", "2025-11-09 04:46")
OTHER = made("另一篇", "Something else")
SUPPLY, DEMAND = 0, 3


@pytest.fixture
def two_groups() -> Article:
    return in_groups("Output stays small", "Ten years to build", "Magnets are short", "Prices rise")


def in_groups(*claims: str) -> Article:
    one, two, three, four = (Node(0, 1, Kind.CLAIM, text) for text in claims)
    supply = Node(0, 0, Kind.GROUP, "Group 1: Supply", "Supply", 1)
    demand = Node(0, 0, Kind.GROUP, "Group 2: Demand", "Demand", 2)
    rows = [supply, one, two, demand, three, four]
    placed = [replace(row, position=at) for at, row in enumerate(rows)]
    return compose(HEAD, placed, " - ".join(row.text for row in rows), Body.SUMMARY)


@pytest.fixture
def tree(open_window: Open, library: Library, two_groups: Article) -> InsightView:
    library.commit(library.add([OTHER, two_groups]).change)
    window = open_window(library)
    window.articles.choose(two_groups.id)
    window.insights.view.setFocus()
    return window.insights.view


def double_click(tree: InsightView, row: int) -> None:
    place = tree.visualRect(tree.model().index(0 if row == SUPPLY else 1, 0, QModelIndex()))
    at = place.center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def windows(tree: InsightView) -> Window:
    window = tree.window()
    assert isinstance(window, Window)
    return window


def again(open_window: Open, library: Library, tree: InsightView) -> InsightView:
    windows(tree).close()
    return open_window(library).insights.view


def test_a_section_stays_folded_over_another_article(
    tree: InsightView, two_groups: Article
) -> None:
    double_click(tree, DEMAND)
    assert tree.folded() == [DEMAND]
    windows(tree).articles.choose(OTHER.id)
    assert tree.folded() == []
    windows(tree).articles.choose(two_groups.id)
    assert tree.folded() == [DEMAND]


def test_a_section_stays_folded_over_a_restart(
    tree: InsightView, open_window: Open, library: Library
) -> None:
    tree.go_to(5)
    double_click(tree, DEMAND)
    there = again(open_window, library, tree)
    assert there.folded() == [DEMAND]
    assert there.position() == DEMAND, "it is where the claim is that was read"
    double_click(there, DEMAND)
    assert again(open_window, library, there).folded() == []


def test_all_may_be_folded(tree: InsightView, open_window: Open, library: Library) -> None:
    QTest.keyClick(tree, Qt.Key.Key_Z)
    there = again(open_window, library, tree)
    assert there.folded() == [SUPPLY, DEMAND]
    assert there.position() == SUPPLY
    there.setFocus()
    QTest.keyClick(there, Qt.Key.Key_J)
    assert there.position() == 1, "who goes on to a claim sees it"
    assert there.folded() == [DEMAND]


def test_another_edition_is_shown_whole(
    tree: InsightView, open_window: Open, library: Library
) -> None:
    double_click(tree, SUPPLY)
    library.commit(library.add([in_groups("New", "Other", "Magnets", "Prices")]).change)
    windows(tree).desk.look_again()
    assert tree.folded() == []
    assert again(open_window, library, tree).folded() == []


def test_with_all_folded_the_keys_are_at_what_hides_the_claim(tree: InsightView) -> None:
    tree.go_to(DEMAND + 1)
    QTest.keyClick(tree, Qt.Key.Key_Z)
    assert (tree.folded(), tree.position()) == ([SUPPLY, DEMAND], DEMAND)


@pytest.mark.parametrize("beside", [-3, 3])
def test_the_whole_arrow_folds_and_the_keys_go_to_what_is_seen(
    tree: InsightView, library: Library, two_groups: Article, beside: int
) -> None:
    tree.go_to(DEMAND + 1)
    place = tree.visualRect(tree._rows.at(DEMAND))
    at = QPoint(place.left() + beside, place.center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (tree.folded(), tree.position()) == ([DEMAND], DEMAND)
    QTest.keyClick(tree, Qt.Key.Key_H)
    assert library.annotated(two_groups.id).placed == ()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (tree.folded(), tree.position()) == ([], DEMAND)


def test_claims_that_are_folded_away_are_chosen_no_longer(
    tree: InsightView, library: Library, two_groups: Article
) -> None:
    for row in (SUPPLY + 1, SUPPLY + 2, DEMAND + 1, DEMAND + 2):
        tree.pick_too(row)
    tree.collapse(tree._rows.at(SUPPLY))
    assert tree.picked() == (DEMAND + 1, DEMAND + 2)
    assert windows(tree).notice.text() == "2 claims chosen."
    QTest.keyClick(tree, Qt.Key.Key_H)
    placed = library.annotated(two_groups.id).placed
    assert [one.node for one in placed] == [DEMAND + 1, DEMAND + 2]
    QTest.keyClick(tree, Qt.Key.Key_Z)
    assert tree.picked() == ()


def test_what_is_folded_away_is_not_among_all_claims(tree: InsightView) -> None:
    tree.go_to(DEMAND + 1)
    tree.collapse(tree._rows.at(SUPPLY))
    for _ in range(2):
        QTest.keyClick(tree, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert tree.picked() == (DEMAND + 1, DEMAND + 2)
    tree.stand_at(SUPPLY)
    tree.pick_to(DEMAND + 2)
    assert tree.picked() == (DEMAND + 1, DEMAND + 2)


def test_claims_are_chosen_one_further_through_what_is_folded(tree: InsightView) -> None:
    tree.go_to(SUPPLY + 2)
    tree.collapse(tree._rows.at(DEMAND))
    QTest.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (tree.folded(), tree.picked()) == ([], (SUPPLY + 2, DEMAND + 1))


def test_an_undone_edition_is_folded_as_it_was(tree: InsightView, library: Library) -> None:
    double_click(tree, SUPPLY)
    library.commit(library.add([in_groups("New", "Other", "Magnets", "Prices")]).change)
    windows(tree).desk.look_again()
    windows(tree).actions_["undo"].trigger()
    assert tree.folded() == [SUPPLY]


def test_the_way_back_leads_to_the_section_that_is_folded(tree: InsightView) -> None:
    tree.go_to(4)
    double_click(tree, DEMAND)
    windows(tree).articles.choose(OTHER.id)
    windows(tree).actions_["back"].trigger()
    assert (tree.folded(), tree.position()) == ([DEMAND], DEMAND)


def test_the_second_pane_begins_as_the_first(tree: InsightView) -> None:
    double_click(tree, SUPPLY)
    windows(tree).actions_["open_beside"].trigger()
    second = windows(tree).insights.view
    assert second is not tree
    assert second.folded() == [SUPPLY]
    assert QApplication.focusWidget() is second


def test_the_last_few_hundred_are_remembered_and_strange_lines_are_not() -> None:
    folds = Folds()
    folds.take([f"{n:032x} 0 3" for n in range(MOST)])
    folds.note(f"{MOST:032x}", [7, 2])
    assert folds.of(f"{0:032x}") == frozenset()
    assert folds.of(f"{1:032x}") == {0, 3}
    assert folds.lines()[-1] == f"{MOST:032x} 2 7"
    folds.note(f"{MOST:032x}", [])
    assert len(folds.lines()) == MOST - 1
    folds.take(["", "one", "two -1 x 99999999999 4"])
    assert folds.of("one") == frozenset()
    assert folds.of("two") == {4}


def test_where_all_is_folded_all_claims_are_chosen_under_it(
    tree: InsightView, library: Library, two_groups: Article
) -> None:
    QTest.keyClick(tree, Qt.Key.Key_Z)
    QTest.keyClick(tree, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    claims = (SUPPLY + 1, SUPPLY + 2, DEMAND + 1, DEMAND + 2)
    assert tree.picked() == claims
    assert windows(tree).notice.text() == "4 claims chosen that are folded away."
    QTest.keyClick(tree, Qt.Key.Key_H)
    placed = library.annotated(two_groups.id).placed
    assert tuple(one.node for one in placed) == claims
