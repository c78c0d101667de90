"""Claims of several articles as one tree: collected, marked, kept true, left and come back to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Article, Colour
from core.query import spelt
from gui.dialogs.exporting import ExportDialog
from gui.insights.view import InsightView
from gui.search.head import Head
from gui.verbs import collection
from gui.verbs.collection import PAGE
from gui.window import Window
from tests.given import made
from tests.gui.keys import press
from tests.gui.mouse import point
from tests.gui.window.conftest import Open

Key = Qt.Key


@pytest.fixture
def three(library: Library) -> list[Article]:
    """Three articles; a claim in the first, and one in the last, are tagged and highlighted."""
    articles = [
        made("稀土", "It takes ten years", "Prices rose", "Nobody knows"),
        made("芯片", "Chips are small", "Fabs are large"),
        made("电池", "**Batteries** age", "It takes five years"),
    ]
    library.commit(library.add(articles).change)
    for article, node in ((articles[0], 1), (articles[2], 2)):
        passage = describe(article, node, 0, 8)
        library.commit(annotate.highlight(passage, Colour.RED, tags=["claim/forecast"]))
    return articles


@pytest.fixture
def window(open_window: Open, library: Library, three: list[Article]) -> Window:
    return open_window(library)


def collect(window: Window, qtbot: QtBot, query: str) -> InsightView:
    """Search for something, and show the claims of it together."""
    window.articles.search.setText(query)
    window.actions_["collect"].trigger()
    tree = window.insights.view
    qtbot.waitUntil(lambda: window.collecting.query(window.insights) == query)
    return tree


def said(tree: InsightView) -> list[str]:
    return [row.node.text for row in tree._rows.rows()]


BY_TAG = [
    *("电池", "Group 1: Supply", "It takes five years"),
    *("稀土", "Group 1: Supply", "It takes ten years"),
]


def in_any_order(tree: InsightView) -> list[str]:
    return sorted(said(tree))


def test_the_claims_of_a_tag_stand_under_their_articles(window: Window, qtbot: QtBot) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    assert in_any_order(tree) == sorted(BY_TAG)
    assert window.insights.heading._byline.text() == "2 claims in 2 articles"
    head = tree._rows.row(0)
    assert head.is_head
    assert {"Batteries age"} < {row.under[0] for row in tree._rows.rows() if row.is_head}
    assert "观察者网" in head.under[1]
    assert tree.hasFocus()
    assert window.articles.current() is None


def test_without_words_it_is_what_is_highlighted(window: Window, qtbot: QtBot) -> None:
    window.actions_["collect"].trigger()
    qtbot.waitUntil(lambda: window.insights.view.is_together)
    assert in_any_order(window.insights.view) == sorted(BY_TAG)
    assert window.insights.heading.title._written == "Highlighted"


def test_results_say_what_they_are_and_collect_their_claims(window: Window, qtbot: QtBot) -> None:
    window.articles.search.setText("years")
    qtbot.waitUntil(lambda: window.findChild(Head) is not None)
    found = window.findChild(Head)
    assert found is not None
    qtbot.waitUntil(lambda: found.isVisible() and found.count.text().startswith("2 articles"))
    assert window.articles.head.isHidden()
    QTest.mouseClick(found.collect, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.collecting.query(window.insights) == "years")
    window.articles.search.clear()
    assert window.articles.head.isVisible()


def test_what_a_shelf_shows_is_called_as_the_shelf_is(window: Window, qtbot: QtBot) -> None:
    window.shelving.fill()
    with qtbot.waitSignal(window.shelving.counted):
        pass
    collect(window, qtbot, spelt("source", "Guan Cha Zhe Wang"))
    assert window.insights.heading.title._written == "观察者网"


@pytest.mark.parametrize(
    "typed", ["tag:claim/forecast", 'tag:"claim/forecast"', "标签：Claim/forecast"]
)
def test_a_tag_is_called_by_its_name_however_it_was_asked_for(
    window: Window, qtbot: QtBot, typed: str
) -> None:
    collect(window, qtbot, typed)
    assert window.insights.heading.title._written == "claim/forecast"


def test_words_that_were_searched_are_lit(window: Window, qtbot: QtBot) -> None:
    tree = collect(window, qtbot, "years")
    lit = {said(tree)[row]: spans for row, spans in tree._drawn.lit.items()}
    assert lit == {"It takes ten years": ((13, 18),), "It takes five years": ((14, 19),)}


def test_a_claim_that_loses_its_tag_goes_and_undo_brings_it_back(
    window: Window, qtbot: QtBot, library: Library
) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    gone = tree.annotated
    assert gone is not None
    (mark,) = gone.placed
    window.desk.untag(mark.highlight.id, mark.highlight.tags[0])
    assert len(said(tree)) == 3
    assert tree.annotated is not None
    assert tree.annotated.article.id != gone.article.id, "the claim that took its place"
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: len(said(tree)) == 6)


def test_marks_are_made_in_it_one_by_one_and_over_several(
    window: Window, qtbot: QtBot, library: Library, three: list[Article]
) -> None:
    tree = collect(window, qtbot, "prices OR chips OR batteries")
    press(Key.Key_3)
    assert tree.annotated is not None
    assert [one.highlight.colour for one in tree.annotated.placed][-1] is Colour.GREEN
    assert window.inspector.current()
    press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(tree.picked()) == 3
    press(Key.Key_4)
    marks = [one.highlight for each in three for one in library.annotated(each.id).placed]
    assert sum(one.colour is Colour.BLUE for one in marks) == 3
    assert window.notice.text() == "Coloured 3 claims."
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(
        one.highlight.colour is Colour.BLUE
        for each in three
        for one in library.annotated(each.id).placed
    )


def test_several_claims_are_copied_each_with_its_article(window: Window, qtbot: QtBot) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    tree.pick_all()
    window.actions_["copy"].trigger()
    assert sorted(QGuiApplication.clipboard().text().splitlines()) == [
        "It takes five years",
        "It takes ten years",
    ]
    window.actions_["copy_cited"].trigger()
    assert sorted(QGuiApplication.clipboard().text().splitlines()) == [
        "“It takes five years” [2] (电池, Guan Cha Zhe Wang, 2025-11-09 04:46)",
        "“It takes ten years” [1] (稀土, Guan Cha Zhe Wang, 2025-11-09 04:46)",
    ]
    assert window.notice.text() == "Copied 2 claims."


def test_another_preference_leaves_the_claims_there(window: Window, qtbot: QtBot) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    window.preferring._apply()
    assert tree.is_together
    assert in_any_order(tree) == sorted(BY_TAG)


def test_a_window_that_closes_hears_no_more_of_them(
    window: Window, qtbot: QtBot, library: Library
) -> None:
    collect(window, qtbot, "tag:forecast")
    one = window.collecting._of[window.insights]
    one.look_again()
    window.close()
    library.close()
    qtbot.waitUntil(lambda: one._job is None)
    assert window.collecting.query(window.insights) == ""


def test_the_last_article_taken_away_shows_the_welcome(
    window: Window, qtbot: QtBot, three: list[Article]
) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    window.desk.take_away([one.id for one in three])
    assert not tree.is_together
    assert window._middle.currentIndex() == 1


def test_keys_go_from_claim_to_claim_across_articles(window: Window, qtbot: QtBot) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    first = tree.annotated
    press(Key.Key_J)
    assert tree.annotated is not first
    press(Key.Key_J)
    assert tree.is_together, "at the end it stays"
    press(Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert tree.node() == -1


def test_enter_opens_the_article_at_the_claim_and_back_returns(
    window: Window, qtbot: QtBot, three: list[Article]
) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    press(Key.Key_J)
    opened, node = tree.annotated, tree.node()
    assert opened is not None
    press(Key.Key_Return)
    assert not tree.is_together
    assert tree.annotated is not None
    assert (tree.annotated.article.id, tree.position()) == (opened.article.id, node)
    assert window.articles.current() == opened.article.id
    window.actions_["back"].trigger()
    qtbot.waitUntil(lambda: tree.is_together)
    assert (tree.annotated.article.id, tree.node()) == (opened.article.id, node)


def test_two_clicks_on_a_head_open_its_article(window: Window, qtbot: QtBot) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    place = tree.visualRect(tree._rows.at(3)).center()
    article = tree._rows.annotated_at(3)
    assert article
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not tree.is_together
    assert window.articles.current() == article.article.id


def test_what_is_folded_stays_folded_and_what_is_seen_in_its_place(
    window: Window, qtbot: QtBot
) -> None:
    tree = collect(window, qtbot, "source:观察者网")
    tree.collapse(tree._rows.at(0))
    bar = tree.verticalScrollBar()
    tree.go_to(len(said(tree)) - 1)
    before = tree.visualRect(tree.currentIndex()).top()
    passage = tree.passage()
    assert passage
    window.desk.highlight(passage, Colour.YELLOW)
    window.collecting._of[window.insights].look_again()
    qtbot.waitUntil(lambda: window.collecting._of[window.insights]._job is None)
    assert not tree.isExpanded(tree._rows.at(0))
    assert tree.visualRect(tree.currentIndex()).top() == before
    assert bar.value() <= bar.maximum()


def test_claims_come_page_by_page(open_window: Open, library: Library, qtbot: QtBot) -> None:
    many = [made(f"标题 {n}", f"Claim {n}", f"More of {n}") for n in range(3 * PAGE)]
    library.commit(library.add(many).change)
    window = open_window(library)
    tree = collect(window, qtbot, "source:观察者网")
    one = window.collecting._of[window.insights]
    qtbot.waitUntil(lambda: one._job is None)
    assert PAGE <= len(tree.parts()) < len(many)
    tree.verticalScrollBar().setValue(tree.verticalScrollBar().maximum())
    shown = len(tree.parts())
    qtbot.waitUntil(lambda: len(tree.parts()) > shown)
    tree.pick_all()
    qtbot.waitUntil(lambda: len(tree.picked()) == 2 * len(many))


def test_pages_that_come_are_put_below_and_leave_what_is_read_alone(
    open_window: Open, library: Library, qtbot: QtBot
) -> None:
    many = [made(f"标题 {n}", f"Claim {n}", f"More of {n}") for n in range(3 * PAGE)]
    library.commit(library.add(many).change)
    tree = collect(open_window(library), qtbot, "source:观察者网")
    begun_anew: list[bool] = []
    tree._rows.modelReset.connect(lambda: begun_anew.append(True))
    QAbstractItemModelTester(tree._rows)
    tree.collapse(tree._rows.at(0))
    tree.pick_all()
    qtbot.waitUntil(lambda: len(tree.parts()) == len(many))
    assert begun_anew == []
    assert not tree.isExpanded(tree._rows.at(0))
    assert tree.isExpanded(tree._rows.at(tree._rows.length() - 4))


def test_of_very_many_claims_one_goes_after_a_pause(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "MANY", 0)
    tree = collect(window, qtbot, "is:highlighted")
    before, at = said(tree), said(tree).index("It takes ten years")
    tree.go_to(at)
    window.actions_["remove"].trigger()
    assert (said(tree), tree._rows.row(at).marks) == (before, ())
    qtbot.waitUntil(lambda: "It takes ten years" not in said(tree))
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: in_any_order(tree) == sorted(before))


def test_among_very_many_claims_another_text_is_shown_at_once(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "MANY", 0)
    tree = collect(window, qtbot, "source:观察者网")
    assert "Nobody knows" in said(tree)
    window.desk.add([made("稀土", "It takes twelve years")])
    assert "Nobody knows" not in said(tree)
    assert "It takes twelve years" in said(tree)


def test_a_claim_that_comes_last_in_the_last_article_stands_under_it(
    window: Window, library: Library, three: list[Article], qtbot: QtBot
) -> None:
    library.commit(annotate.take_away([three[2].id]))
    window.desk.look_again()
    tree = collect(window, qtbot, "is:highlighted")
    QAbstractItemModelTester(tree._rows)
    window.desk.highlight(describe(three[0], 3, 0, 4), Colour.BLUE)
    qtbot.waitUntil(lambda: said(tree) == [*BY_TAG[3:], "Nobody knows"])


def test_only_these_claims_are_exported(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collect(window, qtbot, "tag:forecast")
    place = tmp_path / "forecasts.md"
    monkeypatch.setattr(window.ask, "file_to_export", lambda *_: place, raising=False)
    window.actions_["export"].trigger()
    dialog = next(iter(window.findChildren(ExportDialog)))
    assert dialog.collected.isChecked()
    assert "Prices" not in dialog.preview.toPlainText()
    dialog.export.click()
    qtbot.waitUntil(place.exists)
    written = place.read_text("utf-8")
    assert written.count("years") == 2
    assert "Prices" not in written


def test_it_is_there_again_in_both_panes_after_a_restart(
    window: Window, qtbot: QtBot, three: list[Article]
) -> None:
    window.articles.choose(three[1].id)
    window.actions_["open_beside"].trigger()
    tree = collect(window, qtbot, "tag:forecast")
    press(Key.Key_J)
    stood = tree.annotated, tree.node()
    window.close()
    again = Window(window.desk, window._settings)
    qtbot.waitUntil(lambda: again.insights.view.is_together)
    left, right = again.panes.in_order()
    assert left.view.annotated
    assert left.view.annotated.article.id == three[1].id
    assert right is again.insights
    assert stood[0]
    assert right.view.annotated
    assert right.view.annotated.article.id == stood[0].article.id
    assert right.view.node() == stood[1]
    again.close()
    again.deleteLater()


def test_a_pane_beside_keeps_what_was_collected_true(
    window: Window, qtbot: QtBot, three: list[Article]
) -> None:
    tree = collect(window, qtbot, "tag:forecast")
    window.actions_["open_beside"].trigger()
    assert window.insights.view is not tree
    assert not window.insights.view.is_together
    assert window.articles.current() is not None
    shown = window.insights.view.annotated
    assert shown
    (mark,) = shown.placed
    window.desk.remove([mark.highlight.id])
    assert len(said(tree)) == 3
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point(tree, 2, 3))
    assert window.insights.view is tree
    assert tree.is_together
