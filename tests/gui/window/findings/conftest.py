"""A window in which a finding is made, or was made."""

import pytest
from pytestqt.qtbot import QtBot

from core.finding import Finding
from core.library import Library
from gui.highlights.finding.page import FindingPage
from gui.window import Window
from tests.gui.found import Span, look, make, the
from tests.gui.mouse import drag
from tests.gui.window.test_marking import press


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> FindingPage:
    look(window, qtbot)
    return window.concluding.stating.page


@pytest.fixture
def one(window: Window, library: Library, page: FindingPage, span: Span) -> Finding:
    """A finding on "10 to 20 years", made and shown."""
    drag(window.insights.view, 2, *span)
    press(window, "F")
    make(page)
    return the(library)
