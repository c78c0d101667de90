"""Marking words in the window by every way in: both what is stored and what is shown."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article, Colour, Highlight
from gui import theme
from gui.insights.bar import ColourButton
from gui.tags import TagPopup
from gui.window import Window
from tests.given import YEARS, made
from tests.gui.mouse import drag, is_painted, point
from tests.gui.over import is_anything_over, shown_over

CLAIM = "A secure supply chain could take 10 to 20 years to build"
Key: TypeAlias = Qt.Key
Modifier: TypeAlias = Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
Span = tuple[int, int]
HARD = [
    "看😀𠮷这句话 then 10 to 20 years",
    "e\u0301te\u0301 and caf\u00e9 o\u0308, 10 to 20 years",
    "10 to 20 years and then مرحبا بالعالم עולם",
    "👩‍👩‍👧‍👦🇨🇳1️⃣ 10 to 20 years 𠮷",
    "full，width。10 to 20 years，then",
]


def marks(library: Library, article: Article) -> list[Highlight]:
    return [placed.highlight for placed in library.annotated(article.id).placed]


def quotes(library: Library, article: Article) -> list[str]:
    return [one.passage.quote for one in marks(library, article)]


def press(window: Window, key: str, modifier: Modifier = Modifier.NoModifier) -> None:
    """Press a key where the focus is, as a reader does."""
    code = Qt.Key[f"Key_{key}"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.window() is window
    QTest.keyClick(focused, code, modifier)


def by_key(window: Window) -> None:
    press(window, "H")


def by_menu(window: Window) -> None:
    window.actions_["highlight"].trigger()


def by_bar(window: Window) -> None:
    yellow = next(b for b in window.findChildren(ColourButton) if b.colour is Colour.YELLOW)
    QTest.mouseClick(yellow, LEFT)


def by_tool_bar(window: Window) -> None:
    buttons = window.findChildren(QToolButton)
    button = next(b for b in buttons if b.defaultAction() is window.actions_["highlight"])
    QTest.mouseClick(button, LEFT)


def by_context_menu(window: Window) -> None:
    view = window.insights.view
    view.menu_asked.emit(view.viewport().mapToGlobal(view.viewport().rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)


def test_space_at_the_ends_of_a_drag_is_not_marked(
    window: Window, library: Library, article: Article
) -> None:
    claim = article.edition.nodes[2].text
    start = claim.index(YEARS)
    drag(window.insights.view, 2, start - 1, start + len(YEARS) + 1)
    press(window, "H")
    (placed,) = library.annotated(article.id).placed
    assert placed.highlight.passage.quote == YEARS


@pytest.mark.parametrize("way", [by_key, by_menu, by_bar, by_tool_bar, by_context_menu])
def test_words_dragged_over_are_highlighted_every_way(
    window: Window,
    library: Library,
    article: Article,
    span: Span,
    way: Callable[[Window], None],
) -> None:
    view = window.insights.view
    drag(view, 2, *span)
    way(window)
    (mark,) = marks(library, article)
    assert (mark.passage.quote, mark.colour, mark.passage.start) == (YEARS, Colour.YELLOW, span[0])
    assert is_painted(view, 2, span, theme.fill(Colour.YELLOW))
    assert window.inspector.current() == mark.id
    assert not view.has_words()


def test_a_double_click_and_h_highlight_a_word(
    window: Window, library: Library, article: Article, span: Span
) -> None:
    view = window.insights.view
    QTest.mouseDClick(view.viewport(), LEFT, pos=point(view, 2, span[0] + 12))
    press(window, "H")
    assert quotes(library, article) == ["years"]


def test_a_click_with_shift_extends_to_there(
    window: Window, library: Library, article: Article, span: Span
) -> None:
    view = window.insights.view
    QTest.mousePress(view.viewport(), LEFT, pos=point(view, 2, span[0]))
    QTest.mouseRelease(view.viewport(), LEFT, pos=point(view, 2, span[0]))
    drag(view, 2, span[0], span[0] + 2)
    QTest.mousePress(view.viewport(), LEFT, Modifier.ShiftModifier, point(view, 2, span[1]))
    QTest.mouseRelease(view.viewport(), LEFT, Modifier.ShiftModifier, point(view, 2, span[1]))
    press(window, "H")
    assert quotes(library, article) == [YEARS]


def test_the_keyboard_alone_chooses_words(
    window: Window, library: Library, article: Article
) -> None:
    for _ in range(2):
        press(window, "Right", Modifier.ControlModifier | Modifier.ShiftModifier)
    press(window, "H")
    assert quotes(library, article) == ["A secure"]


def test_shift_and_an_arrow_choose_letter_by_letter(
    window: Window, library: Library, article: Article
) -> None:
    for _ in range(9):
        press(window, "Right", Modifier.ShiftModifier)
    press(window, "Left", Modifier.ShiftModifier)
    press(window, "H")
    assert quotes(library, article) == ["A secure"]


@pytest.mark.parametrize(
    ("key", "modifier"), [("End", Modifier.ShiftModifier), ("A", Modifier.ControlModifier)]
)
def test_a_whole_line_or_claim_is_chosen_by_one_key(
    window: Window, library: Library, article: Article, key: str, modifier: Modifier
) -> None:
    press(window, key, modifier)
    press(window, "H")
    assert quotes(library, article) == [CLAIM]


def test_without_words_h_highlights_the_claim_and_only_once(
    window: Window, library: Library, article: Article
) -> None:
    press(window, "H")
    press(window, "H")
    assert quotes(library, article) == [CLAIM]
    assert is_painted(window.insights.view, 2, (0, len(CLAIM)), theme.fill(Colour.YELLOW))


def test_the_same_words_are_not_marked_twice(
    window: Window, library: Library, article: Article, span: Span
) -> None:
    for _ in range(2):
        window.choose_highlight(None)  # whose ends are for pulling
        drag(window.insights.view, 2, *span)
        press(window, "H")
    assert quotes(library, article) == [YEARS]


@pytest.mark.parametrize(("number", "colour"), list(enumerate(Colour, 1)))
def test_each_colour_has_its_key(
    window: Window, library: Library, article: Article, span: Span, number: int, colour: Colour
) -> None:
    drag(window.insights.view, 2, *span)
    press(window, str(number))
    assert [one.colour for one in marks(library, article)] == [colour]
    assert is_painted(window.insights.view, 2, span, theme.fill(colour))
    assert window.actions_[f"colour_{colour}"].isChecked()


def test_a_colour_recolours_the_chosen_highlight(
    window: Window, library: Library, article: Article, span: Span
) -> None:
    drag(window.insights.view, 2, *span)
    press(window, "H")
    press(window, "4")
    assert [one.colour for one in marks(library, article)] == [Colour.BLUE]
    assert is_painted(window.insights.view, 2, span, theme.fill(Colour.BLUE))


def test_a_colour_leaves_alone_what_was_chosen_in_another_claim(
    window: Window, library: Library, article: Article, span: Span
) -> None:
    drag(window.insights.view, 2, *span)
    press(window, "H")
    press(window, "K")
    press(window, "2")
    first, second = marks(library, article)
    assert (first.passage.node, first.colour) == (1, Colour.RED)
    assert (second.passage.quote, second.colour) == (YEARS, Colour.YELLOW)


def test_highlights_may_overlap_and_both_are_seen(
    window: Window, library: Library, article: Article, span: Span
) -> None:
    view = window.insights.view
    drag(view, 2, *span)
    press(window, "1")
    drag(view, 2, span[0] + 6, span[1] + 9)
    press(window, "4")
    assert sorted(quotes(library, article)) == [YEARS, "20 years to build"]
    assert is_painted(view, 2, (span[0], span[0] + 5), theme.fill(Colour.YELLOW))
    assert is_painted(view, 2, (span[1] + 1, span[1] + 9), theme.fill(Colour.BLUE))
    assert window.articles.list.articles.card(window.articles.list.position() or 0).highlights == 2  # type: ignore[union-attr]


def test_u_removes_the_highlight_and_undo_brings_it_back(
    window: Window, library: Library, article: Article, span: Span
) -> None:
    drag(window.insights.view, 2, *span)
    press(window, "H")
    press(window, "U")
    assert marks(library, article) == []
    assert not is_painted(window.insights.view, 2, span, theme.fill(Colour.YELLOW))
    assert window.notice.text() == "Removed the highlight."
    QTest.mouseClick(window.notice.undo, LEFT)
    assert quotes(library, article) == [YEARS]
    assert is_painted(window.insights.view, 2, span, theme.fill(Colour.YELLOW))


def test_undo_and_redo_go_by_key_and_menu_and_say_what_they_do(
    window: Window, library: Library, article: Article
) -> None:
    undo, redo = window.actions_["undo"], window.actions_["redo"]
    press(window, "H")
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("Undo Highlight", True, False)
    press(window, "Z", Modifier.ControlModifier)
    assert marks(library, article) == []
    assert window.notice.text() == "Undone: highlight."
    assert (redo.text(), redo.isEnabled()) == ("Redo Highlight", True)
    redo.trigger()
    assert quotes(library, article) == [CLAIM]
    undo.trigger()
    press(window, "Z", Modifier.ControlModifier | Modifier.ShiftModifier)
    assert quotes(library, article) == [CLAIM]


def test_undo_reaches_back_through_everything(
    window: Window, library: Library, article: Article
) -> None:
    press(window, "H")
    press(window, "3")
    press(window, "Exclam", Modifier.ShiftModifier)
    while window.actions_["undo"].isEnabled():
        press(window, "Z", Modifier.ControlModifier)
    assert library.count() == 0
    assert window.insights.view.annotated is None
    while window.actions_["redo"].isEnabled():
        window.actions_["redo"].trigger()
    (mark,) = marks(library, article)
    assert (mark.colour, mark.stance.value) == (Colour.GREEN, "doubt")


def test_a_stance_is_given_and_taken_back_by_the_same_key(
    window: Window, library: Library, article: Article
) -> None:
    press(window, "Exclam", Modifier.ShiftModifier)
    assert [one.stance.value for one in marks(library, article)] == ["doubt"]
    assert (
        "doubt"
        in window.insights.view.model()
        .index(1, 0, top(window))
        .data(Qt.ItemDataRole.UserRole)
        .marks[0]
        .highlight.stance.value
    )
    press(window, "Exclam", Modifier.ShiftModifier)
    assert [one.stance.value for one in marks(library, article)] == [""]


def top(window: Window):
    return window.insights.view.model().index(0, 0)


def popup() -> TagPopup:
    return shown_over(TagPopup)


def test_a_tag_is_made_on_the_fly_and_completed_the_next_time(
    window: Window, library: Library, article: Article, span: Span
) -> None:
    drag(window.insights.view, 2, *span)
    press(window, "T")
    QTest.keyClicks(popup().field, "claim/forecast")
    QTest.keyClick(popup().field, Key.Key_Return)
    assert [tag.path for tag in library.tags()] == ["claim", "claim/forecast"]
    press(window, "K")
    press(window, "T")
    QTest.keyClicks(popup().field, "fore")
    QTest.keyClick(popup().field, Key.Key_Tab)
    QTest.keyClick(popup().field, Key.Key_Return)
    assert [tag.uses for tag in library.tags() if tag.name == "forecast"] == [2]
    assert (
        window.insights.view.model()
        .index(1, 0, top(window))
        .data(Qt.ItemDataRole.UserRole)
        .tags[0][1]
        == "claim/forecast"
    )


def test_the_tag_popup_gives_the_keys_back(window: Window) -> None:
    press(window, "T")
    QTest.keyClick(popup().field, Key.Key_Escape)
    assert not is_anything_over()
    assert QApplication.focusWidget() is window.insights.view


def test_a_click_elsewhere_closes_the_tag_popup(window: Window) -> None:
    press(window, "T")
    popup()
    QTest.mouseClick(window.insights.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, 8))
    assert not is_anything_over()
    assert QApplication.focusWidget() is window.insights.view


def test_a_click_on_what_takes_no_keys_closes_the_tag_popup(window: Window) -> None:
    press(window, "T")
    popup()
    foot = window.statusBar()
    at = foot.mapTo(window, foot.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert not is_anything_over()
    assert QApplication.focusWidget() is window.insights.view


def test_a_click_within_the_tag_popup_leaves_it_open(window: Window) -> None:
    press(window, "T")
    at = popup().mapTo(window, QPoint(3, 3))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert is_anything_over()


def test_a_space_in_a_tag_is_a_space(window: Window, library: Library) -> None:
    press(window, "T")
    QTest.keyClicks(popup().field, "rare earth h1")
    QTest.keyClick(popup().field, Key.Key_Return)
    assert [tag.path for tag in library.tags()] == ["rare earth h1"]


@pytest.mark.parametrize("text", HARD)
def test_no_script_shifts_a_highlight_by_one(
    qtbot: QtBot, window: Window, library: Library, text: str
) -> None:
    hard = made("难", text)
    window.desk.add([hard])
    window.articles.choose(hard.id)
    view, start = window.insights.view, text.index(YEARS)
    drag(view, 1, start, start + len(YEARS))
    press(window, "H")
    (mark,) = marks(library, hard)
    passage = mark.passage
    assert passage.quote == text[passage.start : passage.end] == YEARS
    assert is_painted(view, 1, (start, start + len(YEARS)), theme.fill(Colour.YELLOW))


@pytest.mark.parametrize(
    "text", ["مرحبا بالعالم الكبير", "עולם גדול", "e\u0301e\u0301e\u0301 x", "𠮷𠮷😀 x"]
)
def test_what_is_chosen_by_keyboard_is_what_is_stored(
    window: Window, library: Library, text: str
) -> None:
    hard = made("难", text)
    window.desk.add([hard])
    window.articles.choose(hard.id)
    for _ in range(3):
        press(window, "Right", Modifier.ShiftModifier)
    press(window, "H")
    (mark,) = marks(library, hard)
    wanted = text[:6] if "\u0301" in text else text[:3]
    assert mark.passage.quote == wanted
