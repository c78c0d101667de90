"""Searching in the window: what is shown as words are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from core import annotate
from core.library import Library
from core.model import Article
from gui.search.head import Chip, Facet
from gui.window import Window
from tests.generate import articles
from tests.given import made
from tests.gui.keys import press
from tests.gui.search.conftest import LATE, MAGNETS
from tests.gui.searched import heads, lines, results, search, settle, texts

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def offered(facet: Facet) -> dict[str, QAction]:
    """Open a facet's menu, and give what it offers."""
    facet.menu_of_offers.aboutToShow.emit()
    return {action.text(): action for action in facet.menu_of_offers.actions()}


# What is shown


def test_words_find_articles_and_the_places_in_them(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "rare earths")
    assert sorted(heads(window.articles)) == ["Magnets and motors", "中国稀土替代品要找多久"]
    assert set(texts(window.articles)) == {MAGNETS, LATE, "Motors need rare earths"}
    assert found.head.count.text().startswith("2 articles · ")
    assert window.notice._count.text() == "2 of 4 articles"


def test_a_place_in_the_other_language_says_why(window: Window, qtbot: QtBot) -> None:
    search(window.articles, qtbot, "稀土")
    why = {line.text: line.why for line in lines(window) if line.row}
    assert why["Motors need rare earths"] == ("稀土 → rare earth",)
    aloud = next(line for line in lines(window) if line.text == MAGNETS)
    said = results(window.articles).results.aloud(aloud)
    assert said == f"claim: {MAGNETS}, because 稀土 → rare earth"


def test_pinyin_stands_over_the_titles_that_were_found(window: Window, qtbot: QtBot) -> None:
    view = search(window.articles, qtbot, "稀土").view
    (row,) = (i for i, one in enumerate(view.results.lines) if one.text == "中国稀土替代品要找多久")
    line, before = view.results.lines[row], view.sizeHintForRow(row)
    window.actions_["show_pinyin"].trigger()
    laid = view.painter.laid(line)
    assert laid.ruby
    assert [one.said for one in laid.ruby.over][2:4] == ["xī", "tǔ"]
    assert laid.marks == ((2, 2),)
    assert view.sizeHintForRow(row) > before
    window.actions_["show_pinyin"].trigger()
    assert view.painter.laid(line).ruby is None
    assert view.sizeHintForRow(row) == before


def test_literal_words_are_a_click_away(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "稀土")
    assert len(heads(window.articles)) == 2
    qtbot.mouseClick(found.head.literal, Qt.MouseButton.LeftButton)
    settle(window.articles, qtbot)
    assert heads(window.articles) == ["中国稀土替代品要找多久"]
    qtbot.mouseClick(found.head.literal, Qt.MouseButton.LeftButton)
    settle(window.articles, qtbot)
    assert len(heads(window.articles)) == 2


def test_a_word_half_typed_finds_what_begins_with_it(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "smelt")
    assert "铜价上涨" in heads(window.articles)
    search(window.articles, qtbot, "copp")
    assert heads(window.articles) == ["铜价上涨"]
    assert found.head.hint.text() == "There is no word “copp”: these begin with it."
    search(window.articles, qtbot, "copper")
    assert not found.head.hint.isVisible()


def test_places_are_painted_with_their_words_lit(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "rare earths")
    lit = next(found.view.painter.laid(line) for line in lines(window) if line.text == LATE)
    start, length = lit.marks[0]
    assert lit.text.text()[start : start + length] == "rare earths"
    assert lit.text.lineCount() <= 2
    assert found.view.viewport().grab().toImage().width() > 0


def test_a_note_is_shown_as_it_is_read(
    window: Window, library: Library, minerals: list[Article], qtbot: QtBot
) -> None:
    (placed,) = library.annotated(minerals[0].id).placed
    window.desk.note(placed.highlight.id, "## Whom\n- **Ask** the [smelters](https://example.org)")
    found = search(window.articles, qtbot, "smelters")
    line = next(one for one in found.results.lines if one.row and one.row.kind == "note")
    assert line.text == "Whom\n• Ask the smelters"
    assert [line.text[start:end] for start, end in line.marks] == ["smelters"]
    assert found.results.aloud(line).startswith("note: Whom")


def test_notes_and_tags_are_found_and_lead_to_their_highlight(window: Window, qtbot: QtBot) -> None:
    for words, kind in (("ask the smelters", "note"), ("forecast", "tag")):
        search(window.articles, qtbot, words)
        window.choose_highlight(None)
        found = results(window.articles)
        row = next(line.row for line in lines(window) if line.row and line.row.kind == kind)
        found.view.setFocus()
        while (line := found.view.line()) is None or line.row != row:
            press(Key.Key_Down)
        assert window.inspector.current() == row.highlight
        assert window.insights.view.position() == 2


@pytest.mark.parametrize(
    "text", ['"', "((", "AND OR", "title:", "-", "NEAR(a b)", "* ^", '"rare', "a:b"]
)
def test_no_query_is_an_error(window: Window, qtbot: QtBot, text: str) -> None:
    spy = QSignalSpy(window.articles.failed)
    search(window.articles, qtbot, text)
    assert spy.count() == 0
    assert window.notice.text() == ""


def test_where_nothing_is_found_a_sentence_says_what_could_help(
    window: Window, qtbot: QtBot
) -> None:
    for text, help_ in (
        ("zzz", "Is it spelt as you mean it?"),
        ("copper zzz", "Try it without “zzz”."),
        ("rare earths tag:zzz", "Try it without zzz."),
        ('"earths rare"', "Try it without the quotes."),
        ("copper -smelters", "Try it with that word."),
    ):
        found = search(window.articles, qtbot, text)
        assert found.nothing.isVisible()
        assert found.nothing.text().endswith(help_)
    found.head.literal.click()
    search(window.articles, qtbot, "zzz")
    assert "Literal only" in found.nothing.text()


# Fewer


def test_a_tag_is_added_to_the_query_and_taken_off_again(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "rare earths")
    offers = offered(found.head.tags)
    assert list(offers) == ["claim/forecast\t1"]
    offers["claim/forecast\t1"].trigger()
    settle(window.articles, qtbot)
    assert window.articles.search.text() == 'rare earths tag:"claim/forecast"'
    assert heads(window.articles) == ["中国稀土替代品要找多久"]
    chip = found.head.chips.findChildren(Chip, "chip")[-1]
    assert chip.text() == "claim/forecast"
    QTest.keyClick(chip, Key.Key_Delete)
    settle(window.articles, qtbot)
    assert window.articles.search.text() == "rare earths"
    assert len(heads(window.articles)) == 2
    assert not found.head.chips.isVisible()


def test_sources_are_offered_by_their_chinese_names(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "rare earths")
    offers = offered(found.head.sources)
    assert set(offers) == {"观察者网\t1", "环球时报\t1"}
    offers["环球时报\t1"].trigger()
    settle(window.articles, qtbot)
    assert heads(window.articles) == ["Magnets and motors"]


def test_a_month_is_one_chip(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "rare earths")
    offered(found.head.months)["Nov 2025\t2"].trigger()
    settle(window.articles, qtbot)
    assert window.articles.search.text() == "rare earths after:2025-11 before:2025-12"
    (chip,) = (one for one in found.head.chips.findChildren(Chip, "chip") if one.isVisible())
    assert chip.text() == "Nov 2025"
    assert len(heads(window.articles)) == 2


# Filters


@pytest.mark.parametrize(
    ("text", "many"),
    [("is:unread", 4), ("is:highlighted", 1), ("tag:forecast", 1), ("-copper", 3), ("is:read", 0)],
)
def test_a_query_without_words_leaves_the_plain_list(
    window: Window, qtbot: QtBot, text: str, many: int
) -> None:
    window.articles.search.setText(text)
    settle(window.articles, qtbot)
    listed = window.articles.list
    assert listed.isVisible()
    assert len(listed.articles.rows) == many
    assert listed.empty.isVisible() == (many == 0)


def test_the_plain_list_is_in_the_order_of_time(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    window.desk.add(list(articles(100)))
    window.articles.search.setText("is:unread")
    settle(window.articles, qtbot)
    assert window.articles.list.articles.rows == library.order()


# Typing


def test_only_the_last_words_are_answered(window: Window, qtbot: QtBot) -> None:
    search(window.articles, qtbot, "x")
    spy = QSignalSpy(results(window.articles).asker.answered)
    for text in ("稀", "稀土", "chips", "copper"):
        window.articles.search.setText(text)
    settle(window.articles, qtbot)
    assert [spy.at(number)[0].question.text for number in range(spy.count())] == ["copper"]
    assert heads(window.articles) == ["铜价上涨"]


def test_an_answer_to_words_since_cleared_is_dropped(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "x")
    window.articles.search.setText("copper")
    window.articles.search.clear()
    qtbot.waitUntil(lambda: found.asker._at_work is None)
    assert window.articles.list.isVisible()
    assert len(window.articles.list.articles.rows) == 4


def test_while_a_question_is_at_work_the_window_goes_on(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    """A key is taken and painted before the answer to the one before it is there."""
    window.desk.add(list(articles(600)))
    search(window.articles, qtbot, "x")
    spy = QSignalSpy(results(window.articles).asker.answered)
    QTest.keyClicks(window.articles.search, "rare earth magnets")
    assert window.articles.search.text() == "xrare earth magnets"
    assert spy.count() == 0  # nothing was answered in a key's own turn
    settle(window.articles, qtbot)
    assert spy.count() <= 1


def test_more_is_fetched_as_one_goes_down(window: Window, qtbot: QtBot) -> None:
    window.desk.add(list(articles(400)))
    found = search(window.articles, qtbot, "the")
    found = search(window.articles, qtbot, "yuan OR tons OR growth")
    first = len(heads(window.articles))
    assert first == 30
    assert found.head.count.text() == f"{found.results.total:,} articles"
    found.view.verticalScrollBar().setValue(found.view.verticalScrollBar().maximum())
    settle(window.articles, qtbot)
    assert len(heads(window.articles)) > first
    assert len(set(found.results.articles())) == len(heads(window.articles))


def test_the_newest_may_stand_first(window: Window, qtbot: QtBot) -> None:
    window.desk.add(list(articles(60)))
    found = search(window.articles, qtbot, "copper")
    found.head.date.click()
    settle(window.articles, qtbot)
    times = [line.card.published or "" for line in lines(window) if line.row is None]
    assert times == sorted(times, reverse=True)


# Hostile and large


def test_the_model_keeps_qts_rules(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "x")
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(found.results, fatal)
    window.desk.add(list(articles(100)))
    for text in ("copper", "rare", "zzz", "稀土", "yuan OR tons"):
        search(window.articles, qtbot, text)
        found.view.verticalScrollBar().setValue(found.view.verticalScrollBar().maximum())
        settle(window.articles, qtbot)
    assert tester.model() is found.results


@pytest.mark.parametrize(
    "text",
    [
        "稀土" * 3000,
        "W" * 9000 + " copper " + "W" * 9000,
        "\u202egnp.exe copper \u2066 x",
        "copper\t\n\u0007 <b>bold</b> &amp;",
        "🚀👨‍👩‍👧‍👦 copper " * 40,
    ],
)
def test_any_text_is_painted(window: Window, qtbot: QtBot, text: str) -> None:
    window.desk.add([made(text, text, text, source=text[:500])])
    window.resize(700, 500)
    for query in ("copper", "稀土"):
        found = search(window.articles, qtbot, query)
        assert not found.grab().isNull()
        for line in lines(window):
            assert found.view.painter.laid(line).text.lineCount() <= 2


def test_words_are_lit_in_light_and_dark(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "copper")
    window.dress("light")  # which another test may have left
    light = found.grab().toImage()
    window.dress("dark")
    dark = found.grab().toImage()
    window.dress("light")
    assert light != dark
    assert found.grab().toImage() == light


def test_every_control_of_the_results_has_a_name(window: Window, qtbot: QtBot) -> None:
    found = search(window.articles, qtbot, "rare earths tag:forecast")
    head = found.head
    named = [head.best, head.date, head.tags, head.sources, head.months, head.literal, found.view]
    chips = head.chips.findChildren(Chip, "chip")
    assert all(widget.accessibleName() for widget in [*named, *chips])


def test_a_search_is_asked_again_when_another_program_writes(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    search(window.articles, qtbot, "samarium")
    library.commit(library.add([made("钐", "Output of samarium fell")]).change)
    window.desk.look_again()
    settle(window.articles, qtbot)
    assert heads(window.articles) == ["钐"]
    library.commit(annotate.take_away([results(window.articles).results.articles()[0]]))
    window.desk.look_again()
    settle(window.articles, qtbot)
    assert heads(window.articles) == []
