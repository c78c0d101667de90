"""From the start of the process to the first painted window, against a bare QMainWindow.

All find their modules compiled, as at every start of an installed program but the first. What comes
after the first picture is told beside it: the panes in working order.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from core import settings
from core.library import Library
from tests.bench.libraries import filled
from tests.bench.timing import Result, in_turn
from tests.generate import articles
from tests.given import ANNA

TIMES = 9
PROMISE = 1.5
LEAN = """
from gui.startup import features
features.want_none()  # as `main` does before all else
"""
TELL = """
import os, sys, time
from PySide6.QtCore import QTimer
def tell():
    QTimer.singleShot(0, lambda: (os.write(1, repr(time.monotonic()).encode()), os._exit(0)))
def telling(kind):
    paint = kind.paintEvent
    return lambda self, event: (paint(self, event), tell())[0]
"""
BARE = f"""{TELL}
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = type("Bare", (QMainWindow,), {{"paintEvent": telling(QMainWindow)}})()
window.resize(1280, 800)
window.show()
app.exec()
"""
FIRST = f"""{LEAN}{TELL}
from gui.startup.frame import Frame
Frame.paintEvent = telling(Frame)
from gui.__main__ import main
main(sys.argv[1:])
"""
PANES = f"""{LEAN}{TELL}
from gui.startup.frame import Frame
def hold(self, window, held=Frame.hold):
    type(window).paintEvent = telling(type(window))
    held(self, window)
Frame.hold = hold
from gui.__main__ import main
main(sys.argv[1:])
"""
CLOSED = f"""{LEAN}
import sys
from PySide6.QtCore import QTimer
from gui.startup.frame import Frame
def hold(self, window, held=Frame.hold):
    held(self, window)
    QTimer.singleShot(0, window.close)
Frame.hold = hold
from gui.__main__ import main
main(sys.argv[1:])
print(0)
"""
#: As large as a laptop's: the screen of the platform without one is too small for the window.
SCREEN = {"name": "Laptop", "x": 0, "y": 0, "width": 1920, "height": 1080}


def bench(folder: Path, _size: int) -> Iterator[Result]:
    empty, large = folder / "empty.meipi", filled(folder, 10_000)
    Library(empty, ANNA).close()
    know(folder, empty, large)
    for program in (CLOSED, PANES, FIRST, BARE):
        told(program, empty)
    _forget(folder)
    none = folder / "none.meipi"
    yield _against_bare("start to first picture, the very first", FIRST, none, PROMISE)
    for what, path in (("an empty library", empty), ("10,000 articles", large)):
        for _ in range(2):
            told(CLOSED, path)
        yield _against_bare(f"start to first picture, {what}", FIRST, path, PROMISE)
        yield _against_bare(f"  to the panes, {what}", PANES, path)
    with Library(large, ANNA) as other:  # as another program does, or Meipi before it crashed
        other.commit(other.add(articles(1, seed=1)).change)
    yield _against_bare("start to first picture, written to since", FIRST, large, PROMISE)
    yield _against_bare("  to the panes", PANES, large)
    (folder / "home" / "window-bare.png").unlink()
    yield _against_bare("start to first picture, none kept", FIRST, large, PROMISE)


def _forget(folder: Path) -> None:
    """Leave no picture, nor where the window stood."""
    for kept in (folder / "home").glob("window*"):
        kept.unlink()


def _against_bare(what: str, program: str, path: Path, promise: float | None = None) -> Result:
    taken = in_turn(partial(_painted, program, path), partial(_painted, BARE, path), TIMES)
    return Result(what, *taken, promise)


def know(folder: Path, *libraries: Path) -> None:
    """Make them the reader's own: of what is somebody else's, a copy would be opened."""
    before = os.environ.get("MEIPI_HOME")
    os.environ["MEIPI_HOME"] = str(folder / "home")
    for path in libraries:
        settings.remember(replace(settings.load(), author=ANNA.id, name=ANNA.name), path)
    if before is not None:
        os.environ["MEIPI_HOME"] = before
    (folder / "screen.json").write_text(json.dumps({"screens": [SCREEN]}))


def _painted(program: str, path: Path) -> float:
    begun = time.monotonic()
    return told(program, path) - begun


def told(program: str, path: Path, *more: str) -> float:
    """Run a program over a library, the usual one if there is none; give the time that it tells."""
    words = [sys.executable, "-c", program, *([str(path)] if path.exists() else []), *more]
    env = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["MEIPI_HOME"] = str(path.parent / "home")
    env["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    if env.get("QT_QPA_PLATFORM") == "offscreen":
        env["QT_QPA_PLATFORM"] = f"offscreen:configfile={path.parent / 'screen.json'}"
    return float(subprocess.run(words, capture_output=True, check=True, env=env).stdout)
