"""Several chosen side by side, and one deed with one undo over all of them."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article, Colour, Highlight, Stance
from gui.parts import drag
from gui.tags import TagPopup
from gui.verbs import turning
from gui.window import Window
from tests.given import ANNA, made
from tests.gui.mouse import move, point
from tests.gui.over import shown_over
from tests.gui.searched import search

Key: TypeAlias = Qt.Key
Modifier: TypeAlias = Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def long(window: Window, library: Library) -> Article:
    """An article of six claims, shown, with the first of them chosen."""
    article = made("六条", *(f"Claim number {n} of six" for n in range(1, 7)))
    window.desk.add([article])
    window.articles.choose(article.id)
    window.insights.view.setFocus()
    window.insights.view.go_to(1)
    return article


def marks(library: Library, article: Article) -> list[Highlight]:
    return [placed.highlight for placed in library.annotated(article.id).placed]


def press(window: Window, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def by_shift_and_arrows(window: Window) -> None:
    for _ in range(2):
        press(window, Key.Key_Down, Modifier.ShiftModifier)


def by_shift_and_arrows_of_a_mac(window: Window) -> None:
    """There, an arrow says that it is of the keypad."""
    for _ in range(2):
        press(window, Key.Key_Down, Modifier.ShiftModifier | Modifier.KeypadModifier)


def by_shift_click(window: Window) -> None:
    view = window.insights.view
    QTest.mouseClick(view.viewport(), LEFT, Modifier.ShiftModifier, point(view, 3, 2))


def by_control_clicks(window: Window) -> None:
    view = window.insights.view
    for row in (2, 3):
        QTest.mouseClick(view.viewport(), LEFT, Modifier.ControlModifier, point(view, row, 2))


def by_drag(window: Window) -> None:
    view = window.insights.view
    QTest.mousePress(view.viewport(), LEFT, pos=point(view, 1, 2))
    for row in (2, 4, 3):
        move(view, point(view, row, 2) + QPoint(0, 2))
    QTest.mouseRelease(view.viewport(), LEFT, pos=point(view, 3, 2))


WAYS = (
    *(by_shift_and_arrows, by_shift_and_arrows_of_a_mac),
    *(by_shift_click, by_control_clicks, by_drag),
)


def tag(path: str) -> None:
    popup = shown_over(TagPopup)
    QTest.keyClicks(popup.field, path)
    QTest.keyClick(popup.field, Key.Key_Return)


@pytest.mark.usefixtures("long")
def test_all_claims_are_chosen_from_a_section(window: Window) -> None:
    tree = window.insights.view
    tree.go_to(0)
    press(window, Key.Key_A, Modifier.ControlModifier)
    assert tree.picked() == (1, 2, 3, 4, 5, 6)
    assert len(tree.selectedIndexes()) == 6


@pytest.mark.parametrize("key", [Key.Key_H, Key.Key_2, Key.Key_U])
def test_another_text_that_came_meanwhile_is_not_marked_in_its_place(
    window: Window, long: Article, library: Library, path: Path, key: Key
) -> None:
    by_shift_and_arrows(window)
    if key is Key.Key_U:
        press(window, Key.Key_H)
        by_shift_and_arrows(window)
    before = library.annotated(long.id).placed
    with Library(path, ANNA) as other:
        other.commit(other.add([made("六条", "One claim of another text", "Two")]).change)
    press(window, key)
    assert "changed meanwhile" in window.notice.text()
    assert len(library.annotated(long.id).placed) == len(before)
    shown = window.insights.view.annotated
    assert shown is not None
    assert len(shown.article.edition.nodes) == 3


@pytest.mark.parametrize("pick", WAYS)
def test_claims_are_chosen_side_by_side(
    window: Window, long: Article, pick: Callable[[Window], None]
) -> None:
    pick(window)
    assert window.insights.view.picked() == (1, 2, 3)
    assert window.notice.text() == "3 claims chosen."
    press(window, Key.Key_Escape)
    assert window.insights.view.picked() == ()
    assert window.notice.text() == ""


def test_a_drag_that_comes_back_chooses_words_again(window: Window, long: Article) -> None:
    view = window.insights.view
    QTest.mousePress(view.viewport(), LEFT, pos=point(view, 2, 0))
    move(view, point(view, 4, 2) + QPoint(0, 2))
    assert view.picked() == (2, 3, 4)
    move(view, point(view, 2, 5))
    QTest.mouseRelease(view.viewport(), LEFT, pos=point(view, 2, 5))
    passage = view.passage()
    assert passage is not None
    assert (view.picked(), passage.quote) == ((), "Claim")


def test_a_drag_a_little_past_the_end_of_a_claim_stays_in_it(window: Window, long: Article) -> None:
    view = window.insights.view
    QTest.mousePress(view.viewport(), LEFT, pos=point(view, 2, 0))
    below = view.visualRect(view.model().at(3)).top()  # type: ignore[attr-defined]
    move(view, QPoint(point(view, 2, 5).x(), below + 1))
    QTest.mouseRelease(view.viewport(), LEFT)
    assert (view.picked(), view.has_words(), view.position()) == ((), True, 2)


def test_several_claims_are_tagged_and_that_is_one_undo(
    window: Window, long: Article, library: Library
) -> None:
    by_shift_and_arrows(window)
    press(window, Key.Key_T)
    tag("forecast")
    tags = {one.id: one.path for one in library.tags()}
    assert [[tags[t] for t in m.tags] for m in marks(library, long)] == [["forecast"]] * 3
    assert window.notice.text() == "Tagged 3 claims."
    assert window.actions_["undo"].text() == "Undo Tag 3 claims"
    assert window.insights.view.picked() == (1, 2, 3)
    window.actions_["undo"].trigger()
    assert marks(library, long) == []
    assert library.tags() == ()


def test_what_is_highlighted_takes_the_colour_and_what_is_not_is_highlighted(
    window: Window, long: Article, library: Library
) -> None:
    press(window, Key.Key_H)
    by_shift_and_arrows(window)
    press(window, Key.Key_3)
    assert [one.colour for one in marks(library, long)] == [Colour.GREEN] * 3
    assert window.notice.text() == "Coloured 3 claims."
    press(window, Key.Key_H)
    assert window.notice.text() == "There is nothing to change here: it is like this already."


def test_a_second_time_takes_the_stance_back(
    window: Window, long: Article, library: Library
) -> None:
    by_shift_and_arrows(window)
    press(window, Key.Key_Exclam, Modifier.ShiftModifier)
    assert {one.stance for one in marks(library, long)} == {Stance.DOUBT}
    press(window, Key.Key_Exclam, Modifier.ShiftModifier)
    assert {one.stance for one in marks(library, long)} == {Stance.NONE}
    press(window, Key.Key_P)
    assert all(one.private for one in marks(library, long))


def test_all_claims_are_chosen_after_all_words_of_one(window: Window, long: Article) -> None:
    press(window, Key.Key_A, Modifier.ControlModifier)
    assert window.insights.view.picked() == ()
    press(window, Key.Key_A, Modifier.ControlModifier)
    assert window.insights.view.picked() == (1, 2, 3, 4, 5, 6)


def test_all_highlights_of_the_claims_are_removed(
    window: Window, long: Article, library: Library
) -> None:
    by_shift_and_arrows(window)
    press(window, Key.Key_U)
    assert window.notice.text() == "There is no highlight in what is chosen."
    press(window, Key.Key_H)
    press(window, Key.Key_U)
    assert marks(library, long) == []
    assert window.notice.text() == "Removed 3 highlights."


def test_a_caret_chooses_words_by_shift_and_arrows_as_before(window: Window, long: Article) -> None:
    press(window, Key.Key_Right)
    press(window, Key.Key_Down, Modifier.ShiftModifier)
    assert window.insights.view.has_words()
    assert window.insights.view.picked() == ()


def test_articles_chosen_in_the_list_are_tagged_at_their_first_claims(
    window: Window, long: Article, article: Article, library: Library
) -> None:
    window.articles.list.setFocus()
    window.articles.list.selectAll()
    press(window, Key.Key_T)
    tag("watch")
    assert [one.passage.node for one in marks(library, article)] == [1]
    assert window.notice.text() == "Tagged 5 claims."


def test_it_is_said_how_many_articles_are_chosen_as_long_as_they_are(
    window: Window, long: Article
) -> None:
    rows = window.articles.list
    rows.selectAll()
    many = len(rows.articles.rows)
    assert many > 1
    assert window.notice.text() == f"{many} articles chosen."
    rows.go(1)
    assert window.notice.text() == ""


def test_so_it_is_of_articles_that_a_search_found(
    window: Window, long: Article, qtbot: QtBot
) -> None:
    window.desk.add([made("七条", "Claim number 7"), made("八条", "Claim number 8", "Claim 9")])
    found = search(window.articles, qtbot, "claim number")
    found.view.selectAll()
    assert window.notice.text() == "3 articles chosen."


def test_in_the_list_delete_says_what_takes_an_article_away(window: Window, long: Article) -> None:
    window.articles.list.setFocus()
    press(window, Key.Key_Delete)
    assert window.notice.text().endswith("here. Ctrl+Backspace takes the article away.")
    window.insights.view.setFocus()
    press(window, Key.Key_Delete)
    assert window.notice.text() == "There is no highlight here."


def test_what_is_large_is_done_on_a_worker_and_can_be_undone(
    window: Window,
    long: Article,
    library: Library,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turning, "LARGE", 6)
    by_shift_and_arrows(window)
    press(window, Key.Key_H)
    qtbot.waitUntil(lambda: not window.turning.lending.at_work(), timeout=10_000)
    assert len(marks(library, long)) == 3
    assert window.notice.text() == "Highlighted 3 passages."
    assert window.actions_["undo"].text() == "Undo Highlight 3 passages"


@pytest.mark.parametrize(("key", "undone"), [(Key.Key_M, "read"), (Key.Key_Backspace, "away")])
def test_many_articles_are_read_or_taken_away_on_a_worker(
    window: Window,
    long: Article,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    key: Key,
    undone: str,
) -> None:
    monkeypatch.setattr(turning, "LARGE", 3)
    window.articles.list.setFocus()
    window.articles.list.selectAll()
    control = Modifier.ControlModifier if key == Key.Key_Backspace else Modifier.NoModifier
    press(window, key, control)
    assert not window.desk.free, "it is lent"
    qtbot.waitUntil(lambda: not window.turning.lending.at_work(), timeout=10_000)
    library = window.desk.reader
    left = library.cards(library.order())
    assert not left if undone == "away" else all(card.read for card in left)
    past = library.undoable()
    assert past
    assert past.count == 5


@pytest.mark.skipif(os.name == "nt", reason="an open file is neither moved nor replaced there")
def test_a_file_that_went_is_told_and_not_made_anew(
    window: Window, long: Article, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.unlink()
    said = f"library.meipi is no longer in {path.parent}; nothing was changed."
    press(window, Key.Key_H)
    assert window.notice.text().startswith(said)
    window.notice.clear()
    monkeypatch.setattr(turning, "LARGE", 0)
    by_shift_and_arrows(window)
    press(window, Key.Key_H)
    assert window.notice.text().startswith(said)
    assert not path.exists()


def test_highlights_over_one_another_are_gone_through(
    window: Window, long: Article, library: Library
) -> None:
    press(window, Key.Key_O)
    assert window.notice.text() == "There is no highlight here."
    view = window.insights.view
    for start, end in ((0, 5), (2, 12)):
        view.choose_words(1, start, end)
        press(window, Key.Key_H)
    window.choose_highlight(None)
    view.choose_words(1, 3, 3)
    seen = []
    for _ in range(3):
        press(window, Key.Key_O)
        current = window.inspector.current()
        seen.append(current and library.highlight(current).passage.quote)
    assert seen == ["Claim", "aim number", "Claim"]
    assert window.notice.text() == "Highlight 1 of 2 here."


def test_a_finding_rests_on_all_claims_that_are_chosen(
    window: Window, long: Article, library: Library
) -> None:
    by_shift_and_arrows(window)
    press(window, Key.Key_F)
    page = window.concluding.stating.page
    page.statement.replace("Three of six")
    page.make_button.click()
    (finding,) = library.findings()
    assert len(finding.evidence) == 3


def test_claims_are_taken_by_the_mouse_and_a_click_chooses_one_again(
    window: Window, long: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[tuple[str, str]] = []
    monkeypatch.setattr(drag, "take", lambda _, kind, words: taken.append((kind, words)))
    view = window.insights.view
    by_shift_and_arrows(window)
    QTest.mousePress(view.viewport(), LEFT, pos=point(view, 2, 2))
    move(view, point(view, 5, 2))
    assert taken == [(drag.CLAIMS, "\n".join(f"Claim number {n} of six" for n in (1, 2, 3)))]
    QTest.mouseRelease(view.viewport(), LEFT, pos=point(view, 5, 2))
    assert view.picked() == (1, 2, 3)
    QTest.mouseClick(view.viewport(), LEFT, pos=point(view, 2, 2))
    assert view.picked() == ()
    assert view.position() == 2
