"""What the mouse does beside a plain click: the middle button, the wheel with Ctrl, menus."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from core.library import Library
from core.model import Article, Colour
from gui.actions import OVER_MARKS
from gui.look import sizing
from gui.window import Window
from tests.generate import mark

NOTCH = 120


@pytest.fixture(autouse=True)
def usual_size() -> Iterator[None]:
    yield
    sizing.apply(sizing.USUAL)


def turn(widget: QWidget, by: int, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel over a widget; what it leaves is its parent's, as Qt has it of a real one."""
    spot = QPointF(widget.rect().center())
    event = QWheelEvent(
        *(spot, QPointF(widget.mapToGlobal(spot.toPoint())), QPoint(), QPoint(0, by)),
        *(Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False),
    )
    over: QWidget | None = widget
    while over and not (QApplication.sendEvent(over, event) and event.isAccepted()):
        over = over.parentWidget()


@pytest.mark.parametrize("place", ["articles.list", "insights.view"])
def test_the_wheel_with_ctrl_makes_text_larger_and_smaller(window: Window, place: str) -> None:
    pane, name = place.split(".")
    view = getattr(getattr(window, pane), name).viewport()
    before, ctrl = sizing.percent(), Qt.KeyboardModifier.ControlModifier
    turn(view, NOTCH, ctrl)
    assert sizing.percent() > before
    turn(view, -NOTCH, ctrl)
    assert sizing.percent() == before


def test_a_wheel_that_turns_finely_takes_a_whole_notch(window: Window) -> None:
    view, ctrl = window.insights.view.viewport(), Qt.KeyboardModifier.ControlModifier
    before = sizing.percent()
    turn(view, NOTCH // 2, ctrl)
    assert sizing.percent() == before
    turn(view, NOTCH // 2, ctrl)
    assert sizing.percent() > before


def test_the_middle_button_opens_an_article_beside_the_other(
    window: Window, article: Article
) -> None:
    articles = window.articles.list
    row = next(n for n in range(4) if articles.articles.ids([n]) != [article.id])
    spot = articles.visualRect(articles.articles.index(row)).center()
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
    shown = [pane.article() for pane in window.panes.in_order()]
    assert shown == [article.id, articles.articles.ids([row])[0]]
    other = next(n for n in range(4) if articles.articles.ids([n])[0] not in shown)
    spot = articles.visualRect(articles.articles.index(other)).center()
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
    shown = [pane.article() for pane in window.panes.in_order()]
    assert shown == [article.id, articles.articles.ids([other])[0]]


def test_a_highlight_in_the_list_has_a_menu_of_what_can_be_done_with_it(
    window: Window, library: Library, article: Article
) -> None:
    library.commit(mark(article))
    window.show_article(article.id)
    marks = window.inspector.page.list
    spot = marks.visualRect(marks.marks.index(0)).center()
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, spot, marks.viewport().mapToGlobal(spot)
    )
    QApplication.sendEvent(marks.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    named = {action.objectName() for action in menu.actions()}
    assert named >= {name for name in OVER_MARKS if name not in ("", "colour")}
    menu.close()
    window.actions_["colour_red"].trigger()
    assert [one.highlight.colour for one in library.annotated(article.id).placed] == [Colour.RED]
