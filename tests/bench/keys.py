"""From a key to the window painted, for every command that has one, in a large library.

Told is what the main thread works: others that are busy do not count, nor does the disk, for which
`deed` waits. A dialog is painted when it is there for the reader; she closes it at once. What comes
later from a worker is not counted, nor a question to the system, such as which file is meant.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Colour, Kind
from core.settings import Settings
from gui import work
from gui.commands import commands
from gui.desk import Desk
from gui.startup.furnish import _warm
from gui.window import Window
from tests.bench.deed import dressed
from tests.bench.libraries import filled
from tests.bench.timing import Result, p95
from tests.bench.timing import work as worked
from tests.given import ANNA
from tests.gui.mouse import article_in
from tests.gui.window.conftest import Answers

TIMES = 20  # even, so that what is switched on is off again
PROMISE = 0.05
MARKED = 20  # articles with a highlight and a tag
NOT_HERE = ("quit",)
MOVES = ("Down", "PgDown", "PgUp", "Up", "End", "Home")


@dataclass(frozen=True, slots=True)
class Hand:
    """A reader at the window: presses a key, sees what is painted, closes what came up."""

    app: QApplication
    window: Window

    def press(self, at: QWidget, key: str) -> float:
        """Give the time from a key to the window painted, with what the key opened."""
        self.window.activateWindow()
        at.setFocus()
        self.app.processEvents()
        assert self.app.focusWidget() is at, "a key goes where it is meant to go"
        return self.until_painted(lambda: QTest.keySequence(at, QKeySequence(key)))

    def until_painted(self, deed: Callable[[], object]) -> float:
        """Give the time that a deed takes until it is seen."""
        seen = list[float]()
        begun = time.thread_time()
        QTimer.singleShot(0, lambda: self._see(seen))
        deed()
        self.app.processEvents()
        spent = (seen[-1] if seen else time.thread_time()) - begun
        self._tidy()
        return spent

    def _see(self, seen: list[float]) -> None:
        """Where a dialog holds the key back: see it painted, and close it."""
        dialog = self.app.activeModalWidget()
        if dialog is not None:
            self.app.processEvents()
            seen.append(time.thread_time())
            dialog.close()

    def _tidy(self) -> None:
        for one in self.app.topLevelWidgets():
            if one is not self.window and one.isVisible():
                one.close()
        rest(self.app)


def bench(folder: Path, size: int) -> Iterator[Result]:
    with opened(filled(folder, size)) as hand:
        yield from _all(hand)


@contextmanager
def opened(path: Path) -> Iterator[Hand]:
    """Open a window over a library, of which some articles are marked."""
    app = dressed()
    with Library(path, ANNA) as library:
        _mark(library)
        desk = Desk(library)
        settings = Settings(author=ANNA.id, name=ANNA.name, theme="light")
        settings.pinned = [tag.id for tag in library.tags()][:9]
        window = Window(desk, settings, Answers())
        window.resize(1280, 800)
        window.show()
        _warm(desk, window)
        rest(app)
        yield Hand(app, window)
        window.close()
        rest(app)
        window.deleteLater()
        app.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    work.end()


def rest(app: QApplication) -> float:
    """Let workers and timers come to their end; give the longest turn of the main thread."""
    pool, longest = QThreadPool.globalInstance(), 0.0
    for _ in range(3):
        longest = max(longest, worked(app.processEvents))
        while pool.activeThreadCount():
            longest = max(longest, worked(app.processEvents))
            time.sleep(0.001)
    return longest


def _all(hand: Hand) -> Iterator[Result]:
    articles = hand.window.articles
    for key in MOVES:
        yield timed(f"{key}, in the list", partial(hand.press, articles.list, key))
        yield timed(f"{key}, in the tree", partial(_at_a_claim, hand, key))
    yield timed("a letter to the search line", partial(hand.press, articles.search, "a"))
    yield timed("Escape, which clears it", partial(_cleared, hand))
    articles.search.clear()
    rest(hand.app)
    for command in commands():
        if command.keys and command.name not in NOT_HERE:
            what = f"{command.keys[0]}, {command.words.rstrip('…')}"
            yield timed(what, partial(_at_a_claim, hand, command.keys[0]))


def _cleared(hand: Hand) -> float:
    line = hand.window.articles.search
    hand.press(line, "a")
    return hand.press(line, "Escape")


def _at_a_claim(hand: Hand, key: str) -> float:
    tree = hand.window.insights.view
    nodes = article_in(tree).edition.nodes
    tree.go_to(next(one.position for one in nodes if one.kind is Kind.CLAIM))
    return hand.press(tree, key)


def timed(what: str, press: Callable[[], float], times: int = TIMES) -> Result:
    press()  # what is loaded with the first
    return Result(what, p95([press() for _ in range(times)]), None, PROMISE)


def _mark(library: Library) -> None:
    for number, card in enumerate(list(library.cards(library.order()[:MARKED]))):
        article = library.annotated(card.id).article
        node = next(one for one in article.edition.nodes if one.kind is Kind.CLAIM)
        passage = describe(article, node.position, 0, 8)
        tags = (f"tag/{number}",)
        library.commit(annotate.highlight(passage, Colour.YELLOW, note="A note.", tags=tags))
