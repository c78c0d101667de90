"""The bilingual list: what it shows, what it says of it, and how an article is chosen."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core import annotate
from core.change import Change
from core.library import Library, Reader
from core.model import Article, Card
from core.search import arranged
from gui.articles import ArticlePane
from gui.articles.arrangement import Arrangement
from gui.articles.model import ArticleModel
from gui.search.pane import ResultsPane
from tests.generate import mark
from tests.given import made

Open = Callable[[], ArticlePane]
Fill = Callable[..., list[Article]]
Key = Qt.Key


def titles(pane: ArticlePane) -> list[str]:
    model = pane.list.articles
    return [model.index(place).data() for place in range(model.rowCount())]


def heard(spy: QSignalSpy) -> list[object]:
    return [spy.at(number)[0] for number in range(spy.count())]


# What is shown


def test_articles_stand_newest_first(fill: Fill, open_pane: Open) -> None:
    made = fill(100)
    assert titles(open_pane()) == [article.title for article in made]


def test_the_model_answers_as_qt_expects(
    library: Library, fill: Fill, qtmodeltester: object
) -> None:
    fill(200)
    model = ArticleModel(library, lambda card: card.published or "")
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    model.take(library.order())
    model.take(library.order("稀土"))
    model.take(library.order())
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_a_row_is_read_aloud_with_all_that_is_painted(
    library: Library, rare_earths: Article, open_pane: Open
) -> None:
    library.commit(library.add([rare_earths]).change)
    library.commit(mark(rare_earths))
    pane = open_pane()
    pane.set_zone("UTC")
    aloud = pane.list.articles.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith("中国稀土替代品要找多久, ")
    assert aloud.endswith("9 Nov 2025, 04:46, unread, 1 highlight")


def test_a_tooltip_is_text_and_tells_the_time_as_written(library: Library, open_pane: Open) -> None:
    library.commit(library.add([made("<img src=x> & co", "A claim")]).change)
    tip = open_pane().list.articles.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt; &amp; co" in tip
    assert "2025-11-09 04:46 UTC" in tip


@pytest.mark.parametrize(
    "title",
    [
        "🚀👨‍👩‍👧‍👦 " * 60,
        "مستقبل المعادن الأرضية النادرة في آسيا الوسطى " * 5,
        "稀土" * 300,
        "W" * 5000,
        "line\nbreak\ttab \u202e\u0007",
        "<b>bold</b>",
        "",
    ],
)
def test_any_title_is_painted(library: Library, open_pane: Open, title: str) -> None:
    library.commit(library.add([made(title, "A claim of its own")]).change)
    pane = open_pane()
    pane.step(1)
    blank = pane.grab().toImage()
    library.commit(annotate.take_away([str(pane.current())]))
    pane.reload()
    assert pane.grab().toImage() != blank


def test_an_article_without_a_title_is_named_by_its_first_words(
    library: Library, open_pane: Open
) -> None:
    library.commit(library.add([made("", "**Output** stays small")]).change)
    assert titles(open_pane()) == ["(no title) Output stays small"]


class Hundred(Reader):
    """A library of a hundred thousand articles, counting the cards it gives out."""

    given = 0

    def order(self, query: str = "") -> "array[int]":  # noqa: ARG002
        return array("q", range(100_000))

    def count(self) -> int:
        return 100_000

    def cards(self, rows: Sequence[int], hidden: Iterable[str] = ()) -> list[Card]:  # noqa: ARG002
        self.given += len(rows)
        plain = Card(0, "", "标题", "A gist", "ZACKS", "2025-11-09 04:46", "UTC", 8, 0, read=False)
        return [replace(plain, row=row, id=f"{row:06}") for row in rows]


@pytest.fixture
def endless(library: Library, qtbot: QtBot) -> Iterator[tuple[ArticlePane, Hundred]]:
    with Hundred(library.path) as reader:
        pane = ArticlePane(reader, ResultsPane)
        qtbot.addWidget(pane)
        pane.resize(350, 800)
        pane.show()
        pane.grab()
        yield pane, reader


def test_of_a_hundred_thousand_articles_a_page_or_two_is_fetched(
    endless: tuple[ArticlePane, Hundred],
) -> None:
    pane, reader = endless
    assert pane.count() == 100_000
    assert reader.given <= 128
    pane.step(100_000)
    pane.grab()
    assert pane.current() == "099999"
    assert reader.given <= 256


def test_no_more_than_a_few_thousand_cards_are_kept(
    endless: tuple[ArticlePane, Hundred],
) -> None:
    model = endless[0].list.articles
    for place in range(0, 100_000, 500):
        assert model.card(place) is not None
    assert len(model._pages) == 32


# Empty


def test_an_empty_library_says_how_to_begin(open_pane: Open) -> None:
    pane = open_pane()
    assert pane.list.empty.isVisible()
    assert pane.list.empty.text() == "No articles yet."
    assert (pane.count(), pane.current(), pane.selected()) == (0, None, [])


def test_the_first_import_takes_the_sentence_away(
    library: Library, rare_earths: Article, open_pane: Open
) -> None:
    pane = open_pane()
    pane.show_changes(library.commit(library.add([rare_earths]).change))
    assert not pane.list.empty.isVisible()
    pane.show_changes(library.undo() or Change("", ()))
    assert pane.list.empty.isVisible()


# Choosing


def test_choosing_an_article_tells_of_it_once(fill: Fill, open_pane: Open) -> None:
    wanted = fill(100)[70].id
    pane = open_pane()
    spy = QSignalSpy(pane.chosen)
    assert pane.choose(wanted)
    assert pane.choose(wanted)
    assert (pane.current(), pane.selected(), heard(spy)) == (wanted, [wanted], [wanted])


def test_an_unknown_article_is_not_chosen(fill: Fill, open_pane: Open) -> None:
    fill(3)
    assert not open_pane().choose("nobody")


def test_arrow_keys_choose_and_enter_opens(fill: Fill, open_pane: Open, qtbot: QtBot) -> None:
    made = fill(5)
    pane = open_pane()
    chosen, opened = QSignalSpy(pane.chosen), QSignalSpy(pane.opened)
    pane.step(1)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return):
        qtbot.keyClick(pane.list, key)
    assert heard(chosen) == [made[place].id for place in (0, 1, 2, 1)]
    assert heard(opened) == [made[1].id]


def test_a_click_chooses_and_two_clicks_open(fill: Fill, open_pane: Open, qtbot: QtBot) -> None:
    wanted = fill(5)[2].id
    pane = open_pane()
    opened = QSignalSpy(pane.opened)
    there = pane.list.visualRect(pane.list.articles.index(2)).center()
    button = Qt.MouseButton.LeftButton
    qtbot.mouseClick(pane.list.viewport(), button, pos=there)
    assert (pane.current(), heard(opened)) == (wanted, [])
    qtbot.mouseDClick(pane.list.viewport(), button, pos=there)
    assert heard(opened) == [wanted]


def test_steps_end_at_either_end(fill: Fill, open_pane: Open) -> None:
    made = fill(3)
    pane = open_pane()
    pane.step(9)
    assert pane.current() == made[2].id
    pane.step(-9)
    assert pane.current() == made[0].id


def test_several_are_selected_in_the_order_of_the_list(
    fill: Fill, open_pane: Open, qtbot: QtBot
) -> None:
    made = fill(5)
    pane = open_pane()
    pane.step(4)
    for _ in range(2):
        qtbot.keyClick(pane.list, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selected() == [article.id for article in made[1:4]]


def test_all_that_is_chosen_stays_so_in_another_order(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    fill(500)
    pane = open_pane()
    pane.choose(made := library.cards(library.order()[7:8])[0].id)
    pane.list.selectAll()
    pane.arrange(Arrangement("none", "title", arranged(library, "none", "title").rows))
    assert (len(pane.selected()), pane.current()) == (500, made)
    assert pane.list.selectionModel().selection().size() == 1


def test_letters_are_left_to_the_window(fill: Fill, open_pane: Open, qtbot: QtBot) -> None:
    fill(30)
    pane = open_pane()
    pane.step(1)
    before = pane.current()
    qtbot.keyClicks(pane.list, "wjk ")
    assert pane.current() == before
    assert not pane.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_menu_is_asked_for_what_is_selected(fill: Fill, open_pane: Open) -> None:
    made = fill(3)
    pane = open_pane()
    pane.step(2)
    spy = QSignalSpy(pane.menu_asked)
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    pane.list.contextMenuEvent(by_key)
    assert heard(spy) == [[made[1].id]]
