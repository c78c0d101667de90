"""Two articles beside one another, and nothing but the text."""

from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.library import Library
from core.model import Article, Colour
from gui.insights import InsightPane
from gui.window import Window
from tests.gui.keys import press
from tests.gui.mouse import drag, point
from tests.gui.window.conftest import Open

Key: TypeAlias = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def two(window: Window) -> tuple[InsightPane, InsightPane]:
    """The article at the left, and the next one of the list at the right, where the keys are."""
    first = window.insights
    window.actions_["open_beside"].trigger()
    second = window.insights
    window.actions_["next_article"].trigger()
    assert first is not second
    return first, second


def title(pane: InsightPane) -> str:
    assert pane.view.annotated is not None
    return pane.view.annotated.article.title


def test_the_article_chosen_next_is_opened_beside_the_first(
    window: Window, two: tuple[InsightPane, InsightPane], article: Article
) -> None:
    first, second = two
    assert title(first) == article.title
    assert title(second) == "另一篇 0"
    assert first.isVisible()
    assert second.x() > first.x()
    assert abs(second.width() - first.width()) < 10


def test_words_are_marked_in_either(
    window: Window,
    two: tuple[InsightPane, InsightPane],
    library: Library,
    article: Article,
    span: tuple[int, int],
) -> None:
    first, second = two
    press(Key.Key_H)
    assert second.view.annotated is not None
    assert len(library.annotated(second.view.annotated.article.id).placed) == 1
    drag(first.view, 2, *span)
    assert window.insights is first
    assert window.articles.current() == article.id
    press(Key.Key_3)
    (mark,) = library.annotated(article.id).placed
    assert mark.highlight.passage.quote == "10 to 20 years"
    assert mark.highlight.id == window.inspector.current()


def test_a_click_goes_on_in_the_other_and_shows_its_highlights(
    window: Window, two: tuple[InsightPane, InsightPane], article: Article
) -> None:
    first, second = two
    QTest.mouseClick(first.view.viewport(), LEFT, pos=point(first.view, 1, 3))
    assert window.insights is first
    assert first.view.position() == 1
    assert window.articles.current() == article.id
    press(Key.Key_J)
    assert first.view.position() == 2
    assert title(second) == "另一篇 0"


def test_the_other_shows_what_was_done_to_its_article(
    window: Window, two: tuple[InsightPane, InsightPane], article: Article
) -> None:
    first, second = two
    passage = first.view.passage()
    assert passage is not None
    window.desk.highlight(passage, Colour.YELLOW)
    assert first.view.annotated is not None
    assert len(first.view.annotated.placed) == 1
    window.desk.take_away([article.id])
    assert list(window.panes.all()) == [second]


def test_one_pane_alone_is_left_after_the_same_command(
    window: Window, two: tuple[InsightPane, InsightPane]
) -> None:
    assert window.actions_["open_beside"].isChecked()
    window.actions_["open_beside"].trigger()
    assert title(window.insights) == "另一篇 0"
    assert not window.actions_["open_beside"].isChecked()
    press(Key.Key_H)
    assert len(window.insights.view.annotated.placed) == 1  # type: ignore[union-attr]


def test_a_highlight_is_lit_in_the_pane_that_is_read_alone(
    window: Window, article: Article
) -> None:
    first = window.insights
    window.actions_["open_beside"].trigger()
    second = window.insights
    second.view.go_to(2)
    press(Key.Key_H)
    mark = window.inspector.current()
    first.view.setFocus()
    assert window.inspector.current() == mark
    assert (first.view._drawn.chosen, second.view._drawn.chosen) == (mark, None)


def test_with_the_last_article_gone_no_hidden_text_has_the_keys(
    window: Window, two: tuple[InsightPane, InsightPane], library: Library
) -> None:
    window.desk.take_away([card.id for card in library.cards(library.order())])
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def around(window: Window) -> list[QWidget]:
    return [window.menuBar(), window.articles, window.inspector, window.shelving.place]


def test_in_focus_mode_there_is_nothing_but_the_text(window: Window) -> None:
    window.actions_["focus_mode"].trigger()
    assert not any(one.isVisible() for one in around(window))
    assert window.insights.view.width() <= 860
    press(Key.Key_J)
    press(Key.Key_H)
    assert window.notice.text() == "Highlighted."
    press(Key.Key_Escape)
    assert not window.articles.isVisible(), "a highlight was chosen, which Escape leaves first"
    press(Key.Key_Escape)
    assert all(one.isVisible() for one in around(window))
    assert not window.actions_["focus_mode"].isChecked()


def test_there_is_no_focus_mode_where_nothing_is_read(open_window: Open, library: Library) -> None:
    window = open_window(library)
    had = QApplication.focusWidget()
    press(Key.Key_F11)
    assert window.notice.text() == "There is no article to read here."
    assert not window.actions_["focus_mode"].isChecked()
    assert window.articles.isVisible()
    assert QApplication.focusWidget() is had


def test_a_window_closed_in_focus_mode_opens_with_its_panes(window: Window) -> None:
    press(Key.Key_F11)
    assert not window.articles.isVisible()
    window.close()
    again = Window(window.desk, window._settings)
    assert not again.articles.isHidden()
    assert not again.inspector.isHidden()
    again.deleteLater()
