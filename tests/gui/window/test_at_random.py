"""Keys at random: nothing breaks, and what the window shows then is what a new one shows.

A window is told of each deed, and mends what it shows; a new one reads all of it from the library.
They are to say the same. In the end all is undone, and the library is sound. MEIPI_SOAK=20 tries
twenty times as many.
"""

import os
from collections.abc import Iterator
from random import Random

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QThreadPool
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from core.check import check
from core.library import Library
from core.model import Article
from gui.commands import commands
from gui.startup.furnish import _warm
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import Answers, Open

STEPS = 120
HISTORIES = range(2 * int(os.environ.get("MEIPI_SOAK", "1")))
KEYS = [key for one in commands() if one.name != "quit" for key in one.keys]
MOVES = (
    *("Down", "Up", "PgDown", "Home", "End", "Left", "Right", "Shift+Down", "Shift+Up", "Ctrl+A"),
    *("Tab", "Shift+Tab", "Escape", "Escape", "Return", "Space", "Delete", "Backspace", "F2"),
)
WORDS = ("a", "forecast", "10 years", "#", "[[", "x/y", '"', "output", "-", "is:unread")
PATIENT = 40  # keys that one dialog is given
FIRST = 256  # the role after which the models' own begin
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, *range(FIRST, FIRST + 20))

Said = list[tuple[object, ...]]


class Hand:
    """Presses keys wherever they would go."""

    def __init__(self, window: Window, seed: int) -> None:
        self.window, self.random = window, Random(seed)
        self.beside = 0  # for how many keys there has been another window

    def press(self) -> None:
        at = self._at()
        if self.random.random() < 0.15:
            QTest.keyClicks(at, self.random.choice(WORDS))
        elif not isinstance(at, QToolButton):  # its menu would wait for the reader
            some = KEYS if self.random.random() < 0.6 else MOVES
            QTest.keySequence(at, QKeySequence(self.random.choice(some)))
        for _ in range(self.random.randrange(3)):
            QApplication.processEvents()

    def _at(self) -> QWidget:
        self.beside = self.beside + 1 if self._others() else 0
        if self.beside > PATIENT:
            self.leave()
        at = QApplication.activePopupWidget() or QApplication.focusWidget()
        if at is None and not QApplication.activeModalWidget():
            self.window.activateWindow()
            self.random.choice([self.window.insights.view, self.window.articles.list]).setFocus()
        return at or QApplication.focusWidget() or QApplication.activeModalWidget() or self.window

    def leave(self) -> None:
        """Close whatever is open beside the window."""
        while others := self._others():
            others[-1].close()
            QApplication.processEvents()

    def _others(self) -> list[QWidget]:
        tops = QApplication.topLevelWidgets()
        return [one for one in tops if one.isVisible() and one is not self.window]


def rest() -> None:
    """Let workers come to their end, and what they say be heard."""
    for _ in range(4):
        QApplication.processEvents()
        QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


def rows(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[str]:
    parent = above or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield repr([index.data(role) for role in ROLES])
        yield from rows(model, index)


def shown(window: Window, article: str) -> dict[str, list[str]]:
    """Give what list, side bar and tree say, with one article chosen among all."""
    window.articles.search.clear()
    rest()
    window.articles.choose(article)
    bar = window.shelving.bar
    assert bar is not None
    bar.fold([])
    window.shelving._count()
    rest()
    views = {"list": window.articles.list, "bar": bar.view, "tree": window.insights.view}
    return {name: list(rows(view.model())) for name, view in views.items()}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", HISTORIES)
def test_the_window_shows_after_any_keys_what_a_new_one_shows(
    open_window: Open, library: Library, rare_earths: Article, seed: int
) -> None:
    texts = ("Output rose 5% to 3 million tonnes", "It may take 10 to 20 years, by 2030")
    library.commit(
        library.add([rare_earths, *(made(f"另一篇 {n}", *texts) for n in range(6))]).change
    )
    window = opened(open_window, library)
    assert isinstance(window.ask, Answers)
    window.ask.lose_note = True
    hand = Hand(window, seed)
    for _ in range(STEPS):
        hand.press()
    hand.leave()
    window.inspector.flush()
    rest()
    article = next((one.id for one in library.cards(library.order())), "")  # or all went
    said = shown(window, article)
    window.close()
    assert shown(opened(open_window, library, window), article) == said
    while library.undo():
        pass
    assert check(library.path).findings == ()


def opened(open_window: Open, library: Library, before: Window | None = None) -> Window:
    """Open a window, or another with the settings of one before; no article is read by the way."""
    window = open_window(library, before and before._settings)
    window._reading.setInterval(10**8)
    _warm(window.desk, window)
    rest()
    return window
