"""A highlight is made to reach over other words: pulled by an end, or by a key."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from core.library import Library
from core.model import Article, Colour
from gui import theme
from gui.insights.view import InsightView
from gui.window import Window
from tests.gui.mouse import drag, move, point

LEFT, ROW = Qt.MouseButton.LeftButton, 2  # the claim that takes 10 to 20 years


@pytest.fixture
def view(window: Window, span: tuple[int, int]) -> InsightView:
    """The tree with "10 to 20 years" marked, in its colour and with a note, and chosen."""
    view = window.insights.view
    drag(view, ROW, *span)
    QTest.keyClick(view, Qt.Key.Key_3)
    return view


def quotes(library: Library, article: Article) -> list[str]:
    return [one.highlight.passage.quote for one in library.annotated(article.id).placed]


def pull(view: InsightView, start: QPoint, to: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    move(view, to)
    QTest.mouseRelease(view.viewport(), LEFT, pos=to)


def test_an_end_is_pulled_over_more_words(
    view: InsightView, window: Window, library: Library, article: Article, span: tuple[int, int]
) -> None:
    before = window.inspector.current()
    end = len(view.texts()[ROW])
    pull(view, point(view, ROW, span[1]), point(view, ROW, end))
    assert quotes(library, article) == ["10 to 20 years to build"]
    assert window.inspector.current() == before
    assert not view.has_words()
    assert "covers other words now" in window.notice.text()
    window.turning.undo()
    assert quotes(library, article) == ["10 to 20 years"]


def test_another_button_pulls_nothing(
    view: InsightView, library: Library, article: Article, span: tuple[int, int]
) -> None:
    end = point(view, ROW, len(view.texts()[ROW]))
    QTest.mousePress(view.viewport(), Qt.MouseButton.MiddleButton, pos=point(view, ROW, span[1]))
    move(view, end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.MiddleButton, pos=end)
    assert quotes(library, article) == ["10 to 20 years"]


def test_the_beginning_is_pulled_back_and_past_the_end(
    view: InsightView, library: Library, article: Article, span: tuple[int, int]
) -> None:
    start, end = span
    pull(view, point(view, ROW, start), point(view, ROW, start + len("10 to ")))
    assert quotes(library, article) == ["20 years"]
    pull(view, point(view, ROW, start + len("10 to ")), point(view, ROW, end + len(" to")))
    assert quotes(library, article) == ["to"]


def test_an_end_that_comes_back_to_the_other_changes_nothing(
    view: InsightView, library: Library, article: Article, span: tuple[int, int]
) -> None:
    deeds = len(library.history())
    pull(view, point(view, ROW, span[1]), point(view, ROW, span[0]))
    pull(view, point(view, ROW, span[1]), point(view, ROW, span[1]))
    assert (quotes(library, article), len(library.history())) == (["10 to 20 years"], deeds)


def test_what_is_folded_away_shows_no_ends(view: InsightView, window: Window) -> None:
    def is_shown(colour: QColor) -> bool:
        image = view.viewport().grab().toImage()
        spots = product(range(image.width()), range(image.height()))
        return any(image.pixelColor(*spot).rgb() == colour.rgb() for spot in spots)

    ink = theme.strong(Colour.GREEN)
    assert is_shown(ink)
    window.actions_["fold"].trigger()
    assert not is_shown(ink)


def test_a_key_lets_it_stand_at_the_words_chosen(
    view: InsightView, window: Window, library: Library, article: Article, span: tuple[int, int]
) -> None:
    QTest.keyClick(view, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert window.notice.text().startswith("Choose a highlight")
    view.choose_span(ROW, span[0], len(view.texts()[ROW]))
    QTest.keyClick(view, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert quotes(library, article) == ["10 to 20 years to build"]


def test_its_history_tells_where_it_stands(
    view: InsightView, window: Window, span: tuple[int, int]
) -> None:
    pull(view, point(view, ROW, span[0]), point(view, ROW, span[0] + len("10 to ")))
    told = [what for _, _, what in window.inspector.detail().history._told]
    assert told[0] == "Stands at: 20 years"
    assert told[-1].startswith("Highlighted in green")
