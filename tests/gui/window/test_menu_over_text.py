"""The menu over a row of the text offers what can be done there."""

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui.window import Window


def menu_over(window: Window, row: int) -> QMenu:
    view = window.insights.view
    at = view.visualRect(view._rows.at(row)).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.parametrize(
    ("row", "offers"), [(0, ["Unfold All", "Fold All"]), (2, ["Highlight", "Colour"])]
)
def test_a_section_is_folded_and_a_claim_is_marked(
    window: Window, row: int, offers: list[str]
) -> None:
    menu = menu_over(window, row)
    assert [one.text() for one in menu.actions()][:2] == offers
    menu.close()


def test_claims_that_are_chosen_are_marked_wherever_it_opens(window: Window) -> None:
    view = window.insights.view
    view.pick_to(1)
    view.menu_asked.emit(view.mapToGlobal(view.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Highlight"
    menu.close()


def test_an_article_among_several_is_opened_from_its_head(window: Window, qtbot: QtBot) -> None:
    window.actions_["highlight"].trigger()
    window.actions_["collect"].trigger()
    qtbot.waitUntil(lambda: window.insights.view.is_together)
    menu = menu_over(window, 0)
    menu.actions()[0].trigger()
    assert (menu.actions()[0].text(), window.insights.view.is_together) == ("Read", False)
    menu.close()
