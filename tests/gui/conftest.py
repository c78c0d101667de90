"""The application as it is dressed for readers, and libraries with something in them."""

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.library import Library
from core.model import Article
from gui import theme
from gui.dialogs import exported
from gui.insights import counted
from gui.look.tones import LIGHT
from gui.parts import events
from gui.startup import overriding
from gui.startup.asked import App
from tests.generate import articles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
overriding.keep_whole()  # of what is loaded from here on, which is nearly all
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="en")  # whoever runs it, the window speaks English

Fill = Callable[..., list[Article]]


@pytest.fixture(scope="session")
def qapp_cls() -> type[App]:
    return App


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Show every window in light, in the fonts that Chinese needs; hear events as it does."""
    events.keep_plain()
    theme.load_fonts(qapp)
    theme.apply(qapp, "light")


@pytest.fixture(scope="session", autouse=True)
def loaded() -> None:
    """Have quantities read and documents drawn at once, whichever test comes first."""
    counted.load()
    exported.load()


@pytest.fixture(autouse=True)
def in_light(dressed: None, qapp: QApplication) -> None:
    """Begin in light, whatever another test left."""
    if theme.tones() is not LIGHT:
        theme.apply(qapp, "light")


@pytest.fixture(autouse=True)
def hand_off_the_mouse(dressed: None) -> Iterator[None]:
    """Let go of what a test, or QTest after two clicks, leaves pressed, for the next test."""
    yield
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if QApplication.mouseButtons() & button:
            QTest.mouseRelease(QWidget(), button)


@pytest.fixture
def fill(library: Library) -> Fill:
    """Put generated articles into the library; give them, newest first."""

    def filled(n: int, seed: int = 0) -> list[Article]:
        made = list(articles(n, seed))
        library.commit(library.add(made).change)
        return made

    return filled
