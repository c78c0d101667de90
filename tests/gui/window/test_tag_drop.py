"""A tag that is taken from the side bar to a claim or an article is given to it."""

import warnings

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article
from gui.parts.drag import TAG
from gui.window import Window

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
PATH = "claim/预测"


@pytest.fixture
def carried() -> QMimeData:
    data = QMimeData()
    data.setData(TAG, PATH.encode())
    data.setText(PATH)
    return data


def hold(view: QAbstractItemView, index: QModelIndex, data: QMimeData) -> bool:
    """Hold something over a row; tell whether it may be dropped there."""
    at = view.visualRect(index).center()
    with warnings.catch_warnings():  # newer versions of Qt want a QPointF, older ones a QPoint
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(at, COPY, data, LEFT, PLAIN)
        move = QDragMoveEvent(at, COPY, data, LEFT, PLAIN)
    for event in (enter, move):
        QApplication.sendEvent(view, event)
    return move.isAccepted()


def drop(view: QAbstractItemView, index: QModelIndex, data: QMimeData) -> None:
    at = QPointF(view.visualRect(index).center())
    QApplication.sendEvent(view, QDropEvent(at, COPY, data, LEFT, PLAIN))


def tagged(library: Library, article: str) -> list[int | None]:
    """Give the nodes of the highlights that have the tag."""
    tags = {tag.id for tag in library.tags() if tag.path == PATH}
    marks = library.annotated(article).placed
    return sorted(one.node for one in marks if tags & {*one.highlight.tags})  # type: ignore[type-var]


def test_a_tag_is_given_to_the_claim_it_is_dropped_on(
    window: Window, library: Library, article: Article, carried: QMimeData
) -> None:
    tree = window.insights.view
    claim = tree._rows.at(1)
    assert hold(tree, claim, carried)
    assert tree._drawn.over == 1, "and the claim is lit"
    drop(tree, claim, carried)
    assert tree._drawn.over == -1
    assert tagged(library, article.id) == [1]
    assert tree.position() == 1
    window.actions_["undo"].trigger()
    assert tagged(library, article.id) == []


def test_dropped_on_one_of_several_it_is_given_to_all(
    window: Window, library: Library, article: Article, carried: QMimeData
) -> None:
    tree = window.insights.view
    tree.go_to(1)
    tree.pick_next(1)
    assert len(tree.picked()) == 2
    hold(tree, tree._rows.at(2), carried)
    drop(tree, tree._rows.at(2), carried)
    assert tagged(library, article.id) == [1, 2]


def test_a_heading_takes_no_tag(window: Window, carried: QMimeData) -> None:
    tree = window.insights.view
    assert not hold(tree, tree._rows.at(0), carried)
    assert tree._drawn.over == -1
    QApplication.sendEvent(tree, QDragLeaveEvent())


def test_a_tag_is_given_to_the_article_it_is_dropped_on(
    window: Window, library: Library, article: Article, carried: QMimeData, qtbot: QtBot
) -> None:
    rows = window.articles.list
    cards = [rows.articles.card(number) for number in range(len(rows.articles.rows))]
    other, card = next((n, one) for n, one in enumerate(cards) if one and one.id != article.id)
    assert hold(rows, rows.articles.index(other), carried)
    assert rows.painter.over == other
    drop(rows, rows.articles.index(other), carried)
    qtbot.waitUntil(lambda: tagged(library, card.id) != [])
    assert rows.painter.over == -1
    assert tagged(library, article.id) == []
    assert window.articles.current() == article.id, "what is read stays"


def test_a_tag_over_the_rest_of_the_window_is_no_text_to_import(
    window: Window, carried: QMimeData
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(window.rect().center(), COPY, carried, LEFT, PLAIN)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_only_tags_are_taken_from_the_side_bar(window: Window, qtbot: QtBot) -> None:
    window.actions_["highlight"].trigger()
    window.desk.tag(window.inspector.current() or "", PATH)
    window.shelving.fill()
    bar = window.shelving.bar
    assert bar is not None
    qtbot.waitUntil(lambda: bar.model.shelf(f'tag:"{PATH}"') is not None)
    rows = [bar.model.index(row) for row in range(bar.model.rowCount())]
    taken = {one.data() for one in rows if one.flags() & Qt.ItemFlag.ItemIsDragEnabled}
    assert taken == {"claim", "预测"}
