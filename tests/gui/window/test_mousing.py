"""What the mouse does beside a plain click: the middle button, the wheel with Ctrl, menus."""

from collections.abc import Iterator
from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article, Colour
from gui.commands import OVER_MARKS
from gui.highlights.note import NoteEditor
from gui.look import sizing
from gui.window import Window
from tests.generate import mark
from tests.gui.mouse import point

NOTCH = 120
Reason = QContextMenuEvent.Reason


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


def asked(viewport: QWidget, spot: QPoint, by: Reason = Reason.Mouse) -> QMenu:
    """Ask for a menu at a spot, or with the key for it, and give the one that opens."""
    QApplication.sendEvent(viewport, QContextMenuEvent(by, spot, viewport.mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.parametrize("place", ["articles.list", "insights.view", "shelving.bar.view"])
def test_the_wheel_with_ctrl_makes_text_larger_and_smaller(window: Window, place: str) -> None:
    window.shelving.fill()
    view = attrgetter(place)(window).viewport()
    before, ctrl = sizing.percent(), Qt.KeyboardModifier.ControlModifier
    turn(view, NOTCH, ctrl)
    assert sizing.percent() > before
    turn(view, -NOTCH, ctrl)
    assert sizing.percent() == before


def test_a_note_that_is_only_read_is_not_larger_alone(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    note = NoteEditor()
    note.setParent(page)
    note.close_to_writing()
    before = note.font().pointSizeF()
    turn(note.viewport(), NOTCH, Qt.KeyboardModifier.ControlModifier)
    assert note.font().pointSizeF() == before


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
    menu = asked(marks.viewport(), marks.visualRect(marks.marks.index(0)).center())
    named = {action.objectName() for action in menu.actions()}
    assert named >= {name for name in OVER_MARKS if name not in ("", "colour")}
    menu.close()
    window.actions_["colour_red"].trigger()
    assert [one.highlight.colour for one in library.annotated(article.id).placed] == [Colour.RED]


def test_a_menu_in_the_text_is_about_the_claim_and_the_highlight_under_the_mouse(
    window: Window, library: Library, article: Article
) -> None:
    library.commit(mark(article))
    window.show_article(article.id)
    view = window.insights.view
    marked = library.annotated(article.id).placed[0]
    assert marked.node is not None
    asked(view.viewport(), point(view, marked.node, marked.start + 1)).close()
    assert (view.position(), window.inspector.current()) == (marked.node, marked.highlight.id)
    other = marked.node + 1
    asked(view.viewport(), point(view, other, 1)).close()
    assert view.position() == other


def test_a_menu_asked_for_by_its_key_opens_at_the_claim_one_is_at(window: Window) -> None:
    view, places = window.insights.view, list[QPoint]()
    view.menu_asked.connect(places.append)
    at, middle = view.position(), view.viewport().rect().center()
    assert not view.visualRect(view.currentIndex()).contains(middle)
    asked(view.viewport(), middle, Reason.Keyboard).close()
    (place,) = places
    assert view.position() == at
    assert view.visualRect(view.currentIndex()).contains(view.viewport().mapFromGlobal(place))


def test_a_menu_over_several_chosen_claims_leaves_them_chosen(window: Window) -> None:
    view = window.insights.view
    first, second = view.model().claims()[:2]  # type: ignore[attr-defined]
    view.setCurrentIndex(view.model().at(first))  # type: ignore[attr-defined]
    view.pick_to(second)
    for over in (first, second):
        spot = point(view, over, 1)
        QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=spot)
        asked(view.viewport(), spot).close()
        assert view.picked() == (first, second)


def test_a_note_as_it_will_read_is_no_larger_than_other_text(
    window: Window, library: Library, article: Article
) -> None:
    made = library.commit(mark(article)).edits[0].record
    window.desk.look_again()
    window.desk.note(made, "**Who** says so?")
    window.choose_highlight(made)
    text = window.inspector.detail().note.preview.text
    before, own = sizing.percent(), text.font().pointSizeF()
    turn(text.viewport(), NOTCH, Qt.KeyboardModifier.ControlModifier)
    assert sizing.percent() > before
    turn(text.viewport(), -NOTCH, Qt.KeyboardModifier.ControlModifier)
    assert text.font().pointSizeF() == own
