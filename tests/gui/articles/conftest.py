"""The list over a library, as a reader has it before them."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from core.library import Library
from gui.articles import ArticlePane
from gui.search.pane import ResultsPane


@pytest.fixture
def open_pane(library: Library, qtbot: QtBot) -> Callable[[], ArticlePane]:
    """Show the list over the library, as high as on a laptop."""

    def opened() -> ArticlePane:
        pane = ArticlePane(library, ResultsPane)
        qtbot.addWidget(pane)
        pane.resize(350, 800)
        with qtbot.waitExposed(pane):
            pane.show()
        return pane

    return opened
