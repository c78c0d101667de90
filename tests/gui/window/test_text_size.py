"""Text of another size: what was in sight stays there, in each list."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.look import sizing
from gui.window import Window
from tests.gui.searched import search
from tests.gui.window.conftest import Open


@pytest.fixture
def many(open_window: Open, library, fill) -> Window:
    fill(60)
    return open_window(library)


def resize(window: Window, percent: int) -> None:
    window.dressing.size_text(percent)
    sizing.finish()
    QApplication.processEvents()


def in_sight(view: QAbstractItemView) -> bool:
    return view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


@pytest.mark.parametrize("percent", [200, 80])
def test_the_article_at_the_top_of_the_list_stays_there(many: Window, percent: int) -> None:
    view = many.articles.list
    view.verticalScrollBar().setValue(view.painter.measures.height * 20)
    resize(many, percent)
    assert view.indexAt(QPoint(0, 0)).row() == 20


@pytest.mark.parametrize("percent", [200, 80])
def test_the_article_that_is_chosen_is_seen_as_before(many: Window, percent: int) -> None:
    view = many.articles.list
    view.go(50)
    resize(many, percent)
    assert in_sight(view)


def test_the_article_that_is_chosen_is_not_cut_where_others_take_its_room(many: Window) -> None:
    many.resize(1280, 480)
    view = many.articles.list
    view.go(6)
    for percent in (110, 125, 150, 175, 200):
        resize(many, percent)
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex())), percent


@pytest.mark.parametrize("percent", [200, 80])
def test_the_line_that_is_chosen_of_what_was_found_is_seen_as_before(
    many: Window, qtbot: QtBot, percent: int
) -> None:
    view = search(many.articles, qtbot, "output").view
    view.go(len(view.results.lines) // 2)
    QApplication.processEvents()
    resize(many, percent)
    assert in_sight(view)


@pytest.mark.parametrize("percent", [200, 80])
def test_the_claim_that_is_current_is_seen_as_before(many: Window, percent: int) -> None:
    many.resize(900, 420)
    many.articles.step(1)
    tree = many.insights.view
    tree.go_to(9)
    QApplication.processEvents()
    assert tree.verticalScrollBar().value()
    resize(many, percent)
    assert in_sight(tree)


def test_claims_are_laid_out_once_though_all_about_them_changes(many: Window) -> None:
    many.articles.step(1)
    QApplication.processEvents()
    laid = list[bool]()
    many.insights.view.laid_out.connect(lambda: laid.append(True))
    many.dressing.size_text(150)
    assert len(laid) == 1


def test_sizes_that_follow_fast_end_as_the_last_alone_would(many: Window) -> None:
    many.actions_["show_ledger"].trigger()
    QApplication.processEvents()
    many.actions_["show_ledger"].trigger()

    def looks() -> dict[QWidget, tuple[float, int]]:
        ours = (w for w in many.findChildren(QWidget) if not w.objectName().startswith("qt_"))
        return {w: (round(w.font().pointSizeF(), 6), icon(w)) for w in ours}

    def icon(widget: QWidget) -> int:
        return widget.iconSize().width() if isinstance(widget, QAbstractButton) else 0

    resize(many, 150)
    alone = looks()
    resize(many, 100)
    for percent in (110, 200, 80, 150):
        many.dressing.size_text(percent)
    sizing.finish()
    assert len(alone) > 100
    assert looks() == alone
