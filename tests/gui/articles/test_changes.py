"""What becomes of the list when words are typed, and when the library changes under it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core import annotate
from core.change import Change
from core.library import Library
from core.model import Article, Body, Masthead
from core.outline import compose
from gui.articles import ArticlePane
from tests.generate import articles, mark
from tests.given import made
from tests.gui.searched import heads, search, settle

Open = Callable[[], ArticlePane]
Fill = Callable[..., list[Article]]
Key = Qt.Key


def titles(pane: ArticlePane) -> list[str]:
    model = pane.list.articles
    return [model.index(place).data() for place in range(model.rowCount())]


def done(change: Change | None) -> Change:
    assert change
    return change


def dated(article: Article, published: str) -> Article:
    head = Masthead("新消息", "ZACKS", published)
    return compose(head, article.edition.nodes, article.edition.text, Body.SUMMARY)


# The library changes


def test_an_import_puts_articles_where_they_sort_and_keeps_what_is_chosen(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    old = fill(100)
    shown = open_pane()
    shown.choose(old[50].id)
    spy = QSignalSpy(shown.chosen)
    newer, older = dated(old[0], "2026-01-01 00:00"), dated(old[1], "2020-01-01 00:00")
    shown.show_changes(library.commit(library.add([older, newer]).change))
    expected = [newer.title, *(article.title for article in old), older.title]
    assert titles(shown) == expected
    assert (shown.current(), shown.selected(), spy.count()) == (old[50].id, [old[50].id], 0)


def test_what_is_seen_stays_in_place_when_articles_come_above(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    old = fill(100)
    shown = open_pane()
    shown.list.verticalScrollBar().setValue(1234)
    seen = shown.list.indexAt(shown.list.rect().center())
    where, title = shown.list.visualRect(seen), seen.data()
    new = [dated(one, f"2026-01-01 00:{number}") for number, one in enumerate(old[:9], 10)]
    shown.show_changes(library.commit(library.add(new).change))
    after = shown.list.indexAt(shown.list.rect().center())
    assert (shown.list.visualRect(after), after.data()) == (where, title)


def test_undoing_an_import_takes_its_articles_out(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    old = fill(10)
    library.commit(library.add(list(articles(30, seed=1))).change)
    shown = open_pane()
    shown.choose(old[4].id)
    assert shown.count() == 40
    shown.show_changes(done(library.undo()))
    assert titles(shown) == [article.title for article in old]
    assert (shown.current(), shown.count()) == (old[4].id, 10)


def test_many_articles_coming_in_among_others_keep_the_selection(
    library: Library, fill: Fill, open_pane: Open, qtbot: QtBot
) -> None:
    old = fill(300)
    shown = open_pane()
    shown.choose(old[200].id)
    qtbot.keyClick(shown.list, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    shown.show_changes(library.commit(library.add(articles(300, seed=1)).change))
    assert len(titles(shown)) == 600
    assert shown.selected() == [old[200].id, old[201].id]
    assert shown.current() == old[201].id


def test_when_the_article_shown_is_taken_away_its_neighbour_is_chosen(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    old = fill(5)
    shown = open_pane()
    shown.choose(old[2].id)
    spy = QSignalSpy(shown.chosen)
    shown.show_changes(library.commit(annotate.take_away([old[2].id])))
    assert spy.count() == 1
    assert shown.current() in {old[1].id, old[3].id}
    shown.show_changes(done(library.undo()))
    assert titles(shown) == [article.title for article in old]


def test_the_neighbour_is_seen_where_the_list_is_as_low_as_one_article(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    old, shown = fill(60), open_pane()
    view = shown.list
    shown.resize(400, shown.height() - view.viewport().height() + view.painter.measures.height)
    shown.choose(old[30].id)
    shown.show_changes(library.commit(annotate.take_away([old[30].id])))
    assert shown.current() == old[31].id
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_an_import_while_words_are_typed_shows_what_holds_them(
    library: Library, fill: Fill, open_pane: Open, qtbot: QtBot
) -> None:
    fill(20)
    shown = open_pane()
    assert search(shown, qtbot, "samarium").results.lines == []
    new = [made("钐", "Output of samarium fell"), made("金", "Gold rose")]
    shown.show_changes(library.commit(library.add(new).change))
    settle(shown, qtbot)
    assert heads(shown) == ["钐"]


def test_marking_as_read_repaints_the_row(library: Library, fill: Fill, open_pane: Open) -> None:
    one = fill(5)[2]
    shown = open_pane()
    before, spy = shown.grab().toImage(), QSignalSpy(shown.list.articles.dataChanged)
    shown.show_changes(library.commit(annotate.read({one.id: False}, now=True)))
    assert (spy.count(), spy.at(0)[0].row()) == (1, 2)
    assert shown.grab().toImage() != before


def test_a_highlight_is_counted_and_its_undo_too(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    one = fill(5)[2]
    shown = open_pane()
    aloud = lambda: shown.list.articles.index(2).data(Qt.ItemDataRole.AccessibleTextRole)  # noqa: E731
    shown.show_changes(library.commit(mark(one)))
    assert aloud().endswith(", 1 highlight")
    shown.show_changes(done(library.undo()))
    assert aloud().endswith(", unread")


def test_a_new_edition_shows_its_own_gist(library: Library, open_pane: Open) -> None:
    first, other = made("稀土", "Output rose"), made("稀土", "Output fell")
    library.commit(library.add([first]).change)
    shown = open_pane()
    shown.choose(first.id)
    shown.show_changes(library.commit(library.add([replace(other, id=first.id)]).change))
    card = shown.list.articles.card(0)
    assert card
    assert (card.gist, shown.current()) == ("Output fell", first.id)


def test_what_another_program_wrote_is_seen_after_reload(
    library: Library, fill: Fill, open_pane: Open
) -> None:
    old = fill(5)
    shown = open_pane()
    shown.choose(old[3].id)
    with Library(library.path, library.author) as other:
        other.commit(annotate.take_away([old[0].id]))
        other.commit(annotate.read({old[1].id: False}, now=True))
    shown.reload()
    assert titles(shown) == [article.title for article in old[1:]]
    assert shown.current() == old[3].id
