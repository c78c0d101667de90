"""Choosing and marking words in the tree, by mouse and by keyboard, never one character off."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import annotate
from core.library import Library
from core.model import Article, Body, Colour, Kind, Masthead, Node
from core.outline import compose
from gui.insights import InsightPane
from gui.insights.layout import Laid, Row, Style
from gui.insights.model import InsightModel
from gui.insights.view import InsightView
from gui.units import Units
from tests.given import YEARS, made
from tests.gui.mouse import article_in, drag, point

HARD = [
    "看😀𠮷这句话 then 10 to 20 years",
    "e\u0301te\u0301 and caf\u00e9, 10 to 20 years",
    "\u200fمرحبا بالعالم 10 to 20 years עולם",
    "👩‍👩‍👧‍👦🇨🇳1️⃣ 10 to 20 years",
    "full，width。10 to 20 years",
]


@pytest.fixture
def shown(qtbot: QtBot, library: Library, rare_earths: Article) -> Callable[[Article], InsightPane]:
    kept = []  # a pane that nobody holds is deleted, with its view

    def show(article: Article = rare_earths) -> InsightPane:
        library.commit(library.add([article]).change)
        pane = InsightPane()
        kept.append(pane)
        pane.resize(700, 500)
        qtbot.addWidget(pane)
        pane.show_article(library.annotated(article.id))
        with qtbot.waitExposed(pane):
            pane.show()
        return pane

    return show


def test_a_drag_chooses_exactly_the_words_under_it(shown: Callable[..., InsightPane]) -> None:
    view = shown().view
    text = article_in(view).edition.nodes[2].text
    start = text.index(YEARS)
    drag(view, 2, start, start + len(YEARS))
    passage = view.passage()
    assert passage is not None
    assert (passage.quote, passage.start, passage.node) == (YEARS, start, 2)


@pytest.mark.parametrize("text", HARD)
def test_no_script_shifts_a_highlight(
    shown: Callable[..., InsightPane], library: Library, text: str
) -> None:
    view = shown(made("难", text)).view
    start = text.index(YEARS)
    offset = view._drawn.laid(view.model().at(1)).units.to_qt  # type: ignore[attr-defined]
    view.choose_words(1, offset(start), offset(start + len(YEARS)))
    passage = view.passage()
    assert passage is not None
    library.commit(annotate.highlight(passage))
    (placed,) = library.annotated(passage.article).placed
    assert text[placed.start : placed.end] == placed.highlight.passage.quote == YEARS


@pytest.mark.parametrize("text", [HARD[0], HARD[1], HARD[4]])
def test_a_drag_over_hard_text_is_exact(shown: Callable[..., InsightPane], text: str) -> None:
    view = shown(made("难", text)).view
    start = text.index(YEARS)
    drag(view, 1, start, start + len(YEARS))
    passage = view.passage()
    assert passage is not None
    assert passage.quote == YEARS


def test_a_double_click_chooses_a_word_and_a_third_the_claim(
    shown: Callable[..., InsightPane],
) -> None:
    view = shown().view
    text = article_in(view).edition.nodes[2].text
    at = point(view, 2, text.index("chain") + 2)
    left = Qt.MouseButton.LeftButton
    QTest.mouseDClick(view.viewport(), left, pos=at)
    assert view.passage().quote == "chain"  # type: ignore[union-attr]
    QTest.mouseClick(view.viewport(), left, pos=at)
    assert view.passage().quote == text  # type: ignore[union-attr]


def test_a_double_click_on_the_end_of_a_letter_means_that_letter(
    shown: Callable[..., InsightPane],
) -> None:
    view = shown().view
    text = article_in(view).edition.nodes[2].text
    end = point(view, 2, text.index("chain") + len("chain"))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=end - QPoint(1, 0))
    assert view.passage().quote == "chain"  # type: ignore[union-attr]


def test_a_double_click_chooses_a_chinese_word(shown: Callable[..., InsightPane]) -> None:
    text = "重建稀土供应链要多久"
    view = shown(made("链", text)).view
    at = point(view, 1, text.index("应")) + QPoint(3, 0)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.passage().quote == "供应链"  # type: ignore[union-attr]


def test_shift_click_extends_what_is_chosen(shown: Callable[..., InsightPane]) -> None:
    view = shown().view
    text = article_in(view).edition.nodes[2].text
    start = text.index("10")
    drag(view, 2, start, start + 2)
    shift, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, shift, point(view, 2, start + len(YEARS)))
    assert view.passage().quote == YEARS  # type: ignore[union-attr]


def test_the_keyboard_chooses_words_too(shown: Callable[..., InsightPane]) -> None:
    view = shown().view
    view.go_to(2)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Right, control)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, control | shift)
    assert view.passage().quote == "secure"  # type: ignore[union-attr]
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    assert view.passage().quote == "secure"  # type: ignore[union-attr]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.has_words()


def test_shift_with_home_and_end_chooses_to_the_ends_of_the_line(
    shown: Callable[..., InsightPane],
) -> None:
    view = shown().view
    view.go_to(2)
    text = article_in(view).edition.nodes[2].text
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_End, shift)  # the space is no part of it
    assert view.passage().quote == text[2:]  # type: ignore[union-attr]
    QTest.keyClick(view, Qt.Key.Key_Home, shift)
    assert view.passage().quote == text[0]  # type: ignore[union-attr]


def test_with_no_words_chosen_the_passage_is_the_whole_claim(
    shown: Callable[..., InsightPane],
) -> None:
    view = shown().view
    view.go_to(1)
    text = article_in(view).edition.nodes[1].text
    assert view.passage().quote == text  # type: ignore[union-attr]
    view.go_to(0)
    assert view.passage() is None


def test_a_click_on_overlapping_highlights_gives_the_newest(
    shown: Callable[..., InsightPane], library: Library, qtbot: QtBot
) -> None:
    pane = shown()
    view = pane.view
    ids = []
    for start, end in ((0, 20), (10, 30)):
        view.choose_words(2, start, end)
        change = library.commit(annotate.highlight(view.passage(), Colour.BLUE))  # type: ignore[arg-type]
        ids.append(change.edits[0].record)
    view.drop_words()
    pane.show_article(library.annotated(article_in(view).id))
    for offset, wanted in ((5, ids[0]), (15, ids[1]), (25, ids[1]), (40, "")):
        with qtbot.waitSignal(view.highlight_chosen) as heard:
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 2, offset))
        assert heard.args == [wanted], offset


def test_a_highlight_is_painted_in_its_colour(
    shown: Callable[..., InsightPane], library: Library
) -> None:
    pane = shown()
    view = pane.view
    before = view.viewport().grab().toImage()
    view.choose_words(2, 0, 30)
    library.commit(annotate.highlight(view.passage(), Colour.GREEN))  # type: ignore[arg-type]
    view.drop_words()
    pane.show_article(library.annotated(article_in(view).id))
    after = view.viewport().grab().toImage()
    at = point(view, 2, 10) + QPoint(0, 6)
    assert before.pixelColor(at) != after.pixelColor(at)


def test_an_input_method_left_on_does_not_swallow_keys(shown: Callable[..., InsightPane]) -> None:
    view = shown().view
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not view.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(view, QInputMethodEvent("h", []))
    assert not view.has_words()


def test_sections_fold_and_stay_folded_when_a_mark_is_made(
    shown: Callable[..., InsightPane], library: Library
) -> None:
    pane = shown()
    view = pane.view
    section = view.model().index(0, 0)
    view.setExpanded(section, False)
    view.go_to(0)
    change = annotate.highlight(annotated_claim(view))
    library.commit(change)
    pane.show_article(library.annotated(article_in(view).id))
    assert not view.isExpanded(section)


def annotated_claim(view: InsightView):
    from core.anchor import describe

    return describe(article_in(view), 1, 0, 6)


def test_the_tree_tells_a_screen_reader_what_is_marked(
    shown: Callable[..., InsightPane], library: Library
) -> None:
    pane = shown()
    view = pane.view
    library.commit(annotate.highlight(annotated_claim(view), tags=["claim/forecast"], note="Why?"))
    pane.show_article(library.annotated(article_in(view).id))
    index = view.model().index(0, 0, view.model().index(0, 0))
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(
        "claim 1 of 2, highlighted yellow, tags claim/forecast, note: Why?: Output"
    )


def test_qt_finds_no_fault_with_the_model(qtmodeltester, library: Library) -> None:
    rows = [
        Node(0, 0, Kind.SUPER, "Summary by Sections"),
        Node(1, 1, Kind.NAMED, "Outlook"),
        Node(2, 2, Kind.CLAIM, "One"),
        Node(3, 2, Kind.CLAIM, "Two"),
        Node(4, 0, Kind.BLOCK, "rest"),
    ]
    article = compose(Masthead("研究", "X", "2025-01-01 00:00"), rows, "x", Body.RESEARCH)
    library.commit(library.add([article]).change)
    model = InsightModel()
    qtmodeltester.check(model)
    model.show(library.annotated(article.id))
    qtmodeltester.check(model)


@given(st.text(max_size=40), st.data())
def test_offsets_come_back_from_qt_as_they_went(text: str, data: st.DataObject) -> None:
    units = Units(text)
    offset = data.draw(st.integers(0, len(text)))
    assert units.to_core(units.to_qt(offset)) == offset
    assert units.ceiling(units.to_qt(offset)) == offset
    assert units.to_qt(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("width", [60, 200, 900])
def test_chips_stay_inside_the_row(qapp: QApplication, width: int) -> None:
    node = Node(0, 0, Kind.CLAIM, "A claim of some length that wraps", citations=tuple(range(30)))
    laid = Laid(Row(node), width, Style(QFont()))
    assert all(chip.rect.right() <= max(width, 60) for chip in laid.chips)
    assert laid.height >= laid.chips[-1].rect.bottom()


def test_a_long_article_is_shown_at_once_and_measured_later(
    qtbot: QtBot, shown: Callable[..., InsightPane]
) -> None:
    texts = [f"{n}: " + "a claim that wraps 长句 " * (n % 9) for n in range(400)]
    view = shown(made("长", *texts)).view
    assert view._drawn.unmeasured()
    view.go_to(300)
    top = view.visualRect(view.model().at(300)).top()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not view._drawn.unmeasured() and not view._settling.isActive())
    assert abs(view.visualRect(view.model().at(300)).top() - top) < 100  # type: ignore[attr-defined]
    for position in (1, 150, 300, 400):
        index = view.model().at(position)  # type: ignore[attr-defined]
        height = view.visualRect(index).height()
        assert abs(height - view._drawn.laid(index).height - 12) <= 1


def test_a_height_is_guessed_well(shown: Callable[..., InsightPane]) -> None:
    texts = [
        "A claim of some length that wraps once or twice. " * 4,
        "稀土供应链的重建要十到二十年。" * 8,
    ]
    view = shown(made("长", *texts)).view
    for position in (1, 2):
        known = view._drawn._heights[position]
        guessed = view._drawn._guess(view._rows.row(position))
        assert abs(known - guessed) <= known * 0.4
