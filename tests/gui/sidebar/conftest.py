"""A side bar with searches of the reader's own, and one with tags and sources as well."""

import pytest
from pytestqt.qtbot import QtBot

from gui.sidebar import Sidebar
from tests.gui.sidebar.given_shelves import CHIPS, MINERALS, SOURCES, TAGS


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar()
    qtbot.addWidget(made)
    made.show_searches([MINERALS, CHIPS])
    made.show()
    return made


@pytest.fixture
def full(sidebar: Sidebar) -> Sidebar:
    sidebar.show_found({"tags": TAGS, "sources": SOURCES})
    return sidebar
