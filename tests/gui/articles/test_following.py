"""The list after deeds about a few articles is what the library gives when it is asked anew."""

import itertools
import tempfile
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import annotate
from core.change import Change
from core.library import Library
from core.model import Article
from core.search import arranged, rows
from gui.articles import ArticlePane
from gui.articles.arrangement import USUAL, Arrangement
from gui.articles.following import Unread, alike, exchange, followed, place_of
from gui.search.pane import ResultsPane
from tests.generate import mark
from tests.given import ANNA, made
from tests.gui.searched import results, search

Open = Callable[[], ArticlePane]
Fill = Callable[..., list[Article]]
DATES = ("2026-01-01 00:00", "2025-11-09 04:46", "2025-11-09 04:46", "2020-01-01 00:00", "")
FIRST, AGAIN = (
    [
        made(f"{title}{number}", f"Output {what}", published=when, source=source)
        for number, when in enumerate(DATES)
        for title, source in (("稀土", "Cai Xin"), ("锂", "Guan Cha Zhe Wang"), ("Copper", ""))
    ]
    for what in ("rose", "fell")
)
SOME = st.lists(st.integers(0, len(FIRST) - 1), min_size=1, max_size=4, unique=True)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have an application also where a test asks for no widget."""


class ListShown(RuleBasedStateMachine):
    """A list over a library in which a reader does this and that."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        clock = itertools.count(1_760_000_000_000, 1000).__next__
        self.library = Library(Path(self.folder.name) / "library.meipi", ANNA, clock)
        self.pane = ArticlePane(self.library, ResultsPane)
        self.tester = QAbstractItemModelTester(self.pane.list.articles)
        self.unread = b""

    def teardown(self) -> None:
        self.pane.search.clear()
        self.pane.deleteLater()
        self.library.close()
        self.folder.cleanup()

    def do(self, change: Change | None) -> None:
        if change:
            self.pane.show_changes(change)
            self.settle()

    def settle(self) -> None:
        while self.pane.search.text() and results(self.pane).asker.is_waiting():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def there(self, some: Sequence[int]) -> list[Article]:
        return [FIRST[n] for n in some if self.library.row(FIRST[n].id) is not None]

    @rule(some=SOME)
    def bring(self, some: Sequence[int]) -> None:
        self.do(self.library.commit(self.library.add([FIRST[n] for n in some]).change))

    @rule(some=SOME)
    def bring_in_another_text(self, some: Sequence[int]) -> None:
        self.do(self.library.commit(self.library.add([AGAIN[n] for n in some]).change))

    @rule(some=SOME)
    def take_away(self, some: Sequence[int]) -> None:
        self.do(self.library.commit(annotate.take_away(one.id for one in self.there(some))))

    @rule(some=SOME)
    def mark(self, some: Sequence[int]) -> None:
        for one in self.there(some):
            shown = self.library.article(one.id)
            self.do(self.library.commit(mark(shown)))

    @rule(some=SOME, now=st.booleans())
    def read(self, some: Sequence[int], now: bool) -> None:
        was = {one.id: self.library.annotated(one.id).read for one in self.there(some)}
        self.do(self.library.commit(annotate.read(was, now=now)))

    @rule()
    def undo(self) -> None:
        self.do(self.library.undo())

    @rule()
    def redo(self) -> None:
        self.do(self.library.redo())

    @rule(
        group=st.sampled_from(["none", "day", "source", "tag"]),
        sort=st.sampled_from(["date", "title", "source"]),
    )
    def arrange(self, group: str, sort: str) -> None:
        """As `arranging` does; what is done later is not arranged yet."""
        found = arranged(self.library, group, sort)
        usual = (group, sort) == ("none", "date")
        made = Arrangement(group, sort, found.rows, found.names)
        self.pane.arrange(USUAL if usual else made)

    @rule()
    def count_unread(self) -> None:
        left = rows(self.library, "is:unread")
        self.unread = bytes(row in left for row in range(max(left, default=-1) + 1))
        self.pane.show_unread(self.unread)

    @rule(words=st.sampled_from(["", "is:unread", "output"]))
    def search(self, words: str) -> None:
        self.pane.search.setText(words)
        self.settle()

    @invariant()
    def the_list_is_what_the_library_gives(self) -> None:
        words = self.pane.search.text()
        # What was read stays in a list of what is unread until it is asked for again.
        fresh = self.pane._rows if words else self.library.order()
        assert self.pane._rows == fresh
        if self.pane._found() is None:
            assert self.pane.list.articles.rows == self.pane.arrangement.order(fresh)
        assert self.pane.count() == self.library.count()

    @invariant()
    def what_is_left_to_read_is_counted(self) -> None:
        left = sum(self.unread[row : row + 1] == b"\1" for row in self.pane._rows)
        assert self.pane.head._many == (f"{left} left to read" if left else "")


ListShown.TestCase.settings = settings(
    deadline=None,
    max_examples=25,
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow],
)


TestListShown = ListShown.TestCase


def test_one_article_more_or_less_asks_for_no_other(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    old = fill(100)
    shown, asked = open_pane(), list[str]()
    library._connection.set_trace_callback(asked.append)
    shown.show_changes(library.commit(annotate.take_away([old[50].id])))
    taken = shown.list.articles.rows
    shown.show_changes(library.undo() or Change("", ()))
    library._connection.set_trace_callback(None)
    assert not [question for question in asked if "json_group_array(row)" in question]
    assert (len(taken), shown.list.articles.rows) == (99, library.order())


def test_a_search_left_asks_for_no_articles_but_those_that_changed_meanwhile(
    library: Library, fill: Fill, open_pane: Open, qtbot: QtBot
) -> None:
    old = fill(20)
    shown, asked = open_pane(), list[str]()
    library._connection.set_trace_callback(asked.append)
    search(shown, qtbot, "output")
    shown.search.clear()
    library._connection.set_trace_callback(None)
    assert not [question for question in asked if "json_group_array(row)" in question]
    assert shown.list.articles.rows == library.order()
    search(shown, qtbot, "output")
    shown.show_changes(library.commit(annotate.take_away([old[7].id])))
    shown.search.clear()
    assert shown.list.articles.rows == library.order()
    search(shown, qtbot, "output")
    with Library(library.path, library.author) as other:
        other.commit(annotate.take_away([old[8].id]))
    shown.reload()
    shown.search.clear()
    assert (len(shown.list.articles.rows), shown.list.articles.rows) == (18, library.order())


def test_a_list_that_is_not_the_librarys_is_asked_for_anew(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    old = fill(5)
    shown = open_pane()
    with Library(library.path, library.author) as other:
        other.commit(annotate.take_away([old[1].id]))
    shown.show_changes(library.commit(annotate.take_away([old[2].id])))
    assert shown.list.articles.rows == library.order()
    assert shown.count() == 3


def test_what_stands_before_a_row_that_is_not_shown_has_no_place(
    library: Library, fill: Fill
) -> None:
    old = fill(3)
    assert followed(array("q"), library.stands([old[0].id])) is None


@pytest.mark.parametrize("row", [0, 1, 255, 256, 65536])
def test_a_row_is_found_where_it_begins(row: int) -> None:
    rows = array("q", [16777216, 256, 1, 65536, 255, 0])
    assert place_of(rows, row) == list(rows).index(row)
    assert place_of(rows, 7) is None


def test_alike_lists_have_their_ends_in_common() -> None:
    before, after = array("q", [1, 2, 3, 4]), array("q", [1, 2, 5, 4])
    assert (alike(before, after), alike(before, before)) == ((2, 1), (4, 0))


def test_rows_that_nobody_marked_are_not_left_to_read() -> None:
    unread = Unread(b"\1\0\1")
    assert unread.count(array("q", [0, 1, 2, 9])) == 2
    assert unread.count(array("q", [0, 1, 9])) == 1


ROWS = st.lists(st.integers(0, 20), unique=True)


@given(ROWS, ROWS)
def test_steps_from_one_list_to_another_end_with_the_other(
    before: Sequence[int], after: Sequence[int]
) -> None:
    steps = exchange(array("q", before), array("q", after))
    if steps is None:
        return
    made = list(before)
    for first, count in reversed(steps.gone):
        del made[first : first + count]
    for first, count in steps.come:
        made[first:first] = after[first : first + count]
    assert made == after


def test_rows_that_changed_places_are_shown_anew() -> None:
    assert exchange(array("q", [1, 2, 3]), array("q", [3, 1, 2])) is None


def test_what_came_at_many_places_is_shown_anew() -> None:
    old, new = array("q", range(0, 100, 2)), array("q", range(100))
    assert exchange(old, new) is None
    assert exchange(old[:8], new[:16]) is not None
