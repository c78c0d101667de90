"""From the start of the process to the first painted window, against a bare QMainWindow.

Both find their modules compiled, as at every start of an installed program but the first.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from core import settings
from core.library import Library
from tests.bench.libraries import filled
from tests.bench.timing import Result, in_turn
from tests.given import ANNA

TIMES = 9
PROMISE = 1.5
TELL = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
def painted(self, event):
    QMainWindow.paintEvent(self, event)
    QTimer.singleShot(0, lambda: (os.write(1, repr(time.monotonic()).encode()), os._exit(0)))
"""
BARE = f"""{TELL}
from PySide6.QtWidgets import QApplication
app = QApplication([])
Bare = type("Bare", (QMainWindow,), {{"paintEvent": painted}})
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = f"""{TELL}
from gui import window
window.Window.paintEvent = painted
from gui.__main__ import main
main([sys.argv[1]])
"""


def bench(folder: Path, _size: int) -> Iterator[Result]:
    empty = folder / "empty.meipi"
    Library(empty, ANNA).close()
    _know(folder, empty, filled(folder, 10_000))
    for program in (OURS, BARE):
        _painted(program, empty)
    for what, path in (("an empty library", empty), ("10,000 articles", filled(folder, 10_000))):
        ours, bare = in_turn(partial(_painted, OURS, path), partial(_painted, BARE, path), TIMES)
        yield Result(f"start to first picture, {what}", ours, bare, PROMISE)


def _know(folder: Path, *libraries: Path) -> None:
    """Make them the reader's own: of what is somebody else's, a copy would be opened."""
    before = os.environ.get("MEIPI_HOME")
    os.environ["MEIPI_HOME"] = str(folder / "home")
    for path in libraries:
        settings.remember(settings.load(), path)
    if before is not None:
        os.environ["MEIPI_HOME"] = before


def _painted(program: str, path: Path) -> float:
    words = [sys.executable, "-c", program, str(path)]
    env = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["MEIPI_HOME"] = str(path.parent / "home")
    env["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    begun = time.monotonic()
    told = subprocess.run(words, capture_output=True, check=True, env=env).stdout
    return float(told) - begun
