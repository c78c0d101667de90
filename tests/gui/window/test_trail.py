"""Back and forward through the places that were read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import annotate
from core.annotate import findings
from core.change import Record
from gui.window import Window
from tests.gui.searched import search

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def press(window: Window, key: Key) -> None:
    QTest.keyClick(window.insights.view, key, ALT)


def here(window: Window) -> tuple[str, int | None]:
    annotated = window.insights.view.annotated
    assert annotated is not None
    return annotated.article.id, window.insights.view.position()


def visit(window: Window, *steps: int) -> list[str]:
    """Go so many articles down the list each time; give which one was shown then."""
    seen = []
    for step in steps:
        window.articles.step(step)
        seen.append(here(window)[0])
    return seen


def test_back_goes_to_the_claim_that_was_left(window):
    left = here(window)
    assert left[1] == 2
    visit(window, 1)
    assert here(window) != left
    press(window, Key.Key_Left)
    assert here(window) == left


def test_forward_undoes_back_until_another_way_is_taken(window):
    first, second = visit(window, 1, 1)
    press(window, Key.Key_Left)
    assert here(window)[0] == first
    press(window, Key.Key_Right)
    assert here(window)[0] == second
    press(window, Key.Key_Left)
    visit(window, 1)
    assert not window.actions_["forward"].isEnabled()


def test_there_is_no_way_back_at_first_nor_behind_the_last(window):
    window.trail._behind.clear()
    window.trail.offer()
    assert not window.actions_["back"].isEnabled()
    visit(window, 1)
    assert window.actions_["back"].isEnabled()
    press(window, Key.Key_Left)
    assert not window.actions_["back"].isEnabled()
    assert window.actions_["forward"].isEnabled()


def test_an_article_that_was_taken_away_is_passed_over(window):
    start = here(window)[0]
    gone, _ = visit(window, 1, 1)
    window.desk.commit(lambda: annotate.take_away([gone]))
    press(window, Key.Key_Left)
    assert here(window)[0] == start


def test_back_leads_out_of_a_search_that_does_not_find_it(window, qtbot):
    start = here(window)
    search(window.articles, qtbot, "另一篇")
    visit(window, 1)
    assert here(window)[0] != start[0]
    press(window, Key.Key_Left)
    assert here(window) == start
    assert window.articles.search.text() == ""


def test_back_leads_from_a_finding_to_the_note_that_links_to_it(window, library, article):
    window.actions_["highlight"].trigger()
    marked = window.inspector.current()
    change = library.commit(findings.find(findings.Draft("Years it takes")))
    window.desk.look_again()
    finding = change.records(Record.FINDING)[0]
    window.linking.go(finding)
    assert window.inspector.shows_finding()
    press(window, Key.Key_Left)
    assert not window.inspector.shows_finding()
    assert window.inspector.current() == marked
    press(window, Key.Key_Right)
    assert window.inspector.shows_finding()
    assert window.inspector.finding_page().current() == finding


def test_back_shows_the_highlight_that_was_left(window):
    window.actions_["highlight"].trigger()
    marked = window.inspector.current()
    visit(window, 1)
    assert window.inspector.current() is None
    press(window, Key.Key_Left)
    assert window.inspector.current() == marked


def test_a_finding_being_written_stays_where_one_goes_back(window):
    visit(window, 1)
    window.actions_["find"].trigger()
    assert window.inspector.shows_finding()
    press(window, Key.Key_Left)
    assert window.inspector.shows_finding()
