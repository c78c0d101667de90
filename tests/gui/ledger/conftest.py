"""The widgets of the ledger, shown and ready for keys."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.ledger import LedgerPane
from tests.gui.ledger.given_rows import ROWS, TODAY

Shown = TypeVar("Shown", bound=QWidget)
Show = Callable[[Shown], Shown]


@pytest.fixture
def show(qtbot: QtBot) -> Show[QWidget]:
    """Show a widget as large as the ledger is, with the keys in it."""

    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(1200, 420)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        widget.setFocus()
        return widget

    return shown


@pytest.fixture
def pane(show: Show[LedgerPane]) -> LedgerPane:
    pane = show(LedgerPane(TODAY))
    pane.show_rows(ROWS, TODAY)
    return pane
