"""The first press of each key in a window that has just come to rest, each in a process of its own.

Told is what the main thread works from the key to the window painted, the least of several; what is
loaded, made and laid out for the first time is in it. What was done before it, such as going to a
claim, is said beside the key.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Colour, Kind
from tests.bench.libraries import filled
from tests.bench.start import CLOSED, know, told
from tests.bench.timing import Result
from tests.given import ANNA

TIMES = 5
PROMISE = 0.05
ARTICLES = 1_000
#: What is to be pressed where: at a claim of the tree, in the list, at a claim that is marked, with
#: a search, and after going to another article.
KEYS = {
    "claim": (
        *("J", "K", "Shift+J", "Space", "H", *"12345678", "T", "N", "F", "!", "O", "/", "Ctrl+K"),
        *("F1", "F6", "Shift+F6", "Ctrl+F", "Ctrl+,", "Ctrl+Z", "Ctrl+E", "Q", "L", "Shift+T"),
        *("Ctrl+T", "Ctrl+Shift+T", "Ctrl+\\"),
    ),
    "list": ("J", "Down", "Space"),
    "mark": ("H", "U", "O", "T", "N"),
    "search": ("Ctrl+D",),
    "trail": ("Alt+Left",),
}
PRESS = """
import os, sys, time
from gui.startup import features
features.want_none()  # as `main` does before all else
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from gui.startup import furnish
from gui.startup.frame import Frame
KEY, WHERE = sys.argv.pop(), sys.argv.pop()

def hold(self, window, held=Frame.hold):
    held(self, window)
    QTimer.singleShot(REST, lambda: press(window))

def press(window):
    try:
        os.write(1, repr(spent(window)).encode())
    finally:
        os._exit(0)

def spent(window):
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    app, at = QApplication.instance(), place(window)
    at.setFocus()
    for _ in range(5):
        app.processEvents()
    assert app.focusWidget() is at
    key, seen, sys.excepthook = QKeySequence(KEY), [], lambda *_why: os._exit(1)
    QTimer.singleShot(0, lambda: see(app, seen))
    begun = time.thread_time()
    QTest.keySequence(at, key)
    app.processEvents()
    return (seen[-1] if seen else time.thread_time()) - begun

def see(app, seen):
    if app.activeModalWidget() is not None:
        app.processEvents()
        seen.append(time.thread_time())

def place(window):
    tree, app = window.insights.view, furnish.QApplication.instance()
    if WHERE == "list":
        return window.articles.list
    if WHERE == "search":
        window.articles.search.setText("export")
        settle(app)
        return window.articles.search
    if WHERE == "trail":
        window.articles.step(1)
        settle(app)
    nodes = tree.annotated.article.edition.nodes
    claims = [one.position for one in nodes if one.kind.value == "claim"]
    tree.go_to(claims[0] if WHERE == "mark" else claims[1])
    return tree

def settle(app):
    until = time.monotonic() + 1.5
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.002)

Frame.hold = hold
from gui.__main__ import main
main(sys.argv[1:])
"""
HOME = "home of first"  # as it was before any key
REST = 3500  # milliseconds after the first picture, when all that is warmed is there


def bench(folder: Path, _size: int) -> Iterator[Result]:
    kept, path = filled(folder, ARTICLES), folder / "first.meipi"
    with Library(kept, ANNA) as library:
        _mark(library)
    know(folder, path)
    shutil.copy(kept, path)
    told(CLOSED, path)
    shutil.copytree(folder / "home", folder / HOME)
    for where, keys in KEYS.items():
        for key in keys:
            times = [_pressed(kept, path, where, key) for _ in range(TIMES)]
            what = f"the first {key}, {where}"
            yield Result(f"{what}, median {median(times) * 1000:.0f}", min(times), None, PROMISE)


def _pressed(kept: Path, path: Path, where: str, key: str) -> float:
    shutil.copy(kept, path)  # and what a key before has changed in the preferences
    shutil.copytree(path.parent / HOME, path.parent / "home", dirs_exist_ok=True)
    return told(PRESS.replace("REST", str(REST)), path, where, key)


def _mark(library: Library) -> None:
    """Mark the first claim of the article that is shown first."""
    shown = next(iter(library.cards(library.order()[:1])))
    article = library.annotated(shown.id).article
    node = next(one for one in article.edition.nodes if one.kind is Kind.CLAIM)
    passage = describe(article, node.position, 0, 8)
    library.commit(annotate.highlight(passage, Colour.YELLOW, note="A note.", tags=("tag/one",)))
