"""What an idle window takes of memory, against a bare QMainWindow that has the same fonts.

Told is all that a process has in memory, and what of that is its own (its private pages), a while
after the first picture. Pages of Qt's code are a process's own unless another program has them too.
"""

from collections.abc import Iterator
from pathlib import Path

from core.library import Library
from resources import HERE
from tests.bench.libraries import filled
from tests.bench.start import CLOSED, LEAN, know, told
from tests.bench.timing import Result
from tests.given import ANNA

PROMISE = 1.3
STATUS = Path("/proc/self/smaps_rollup")
REST = 4000  # milliseconds after the first picture, when all that is warmed is there
#: What the lines begin with that are added up.
KINDS = {"all of it": "Rss", "its own": "Private_"}
TELL = f"""
import os, sys
from PySide6.QtCore import QTimer
def tell():
    lines = open("{STATUS}").read().splitlines()
    told = sum(int(one.split()[1]) for one in lines if one.startswith("KIND"))
    os.write(1, repr(told / 1024).encode())
    os._exit(0)
"""
BARE = f"""{TELL}
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
QFontDatabase.addApplicationFont("{(HERE / "fonts" / "MeipiSansSC-Regular.otf").as_posix()}")
window = QMainWindow()
window.setCentralWidget(QLabel("Chinese and Latin \\u7a00\\u571f"))
window.resize(1280, 800)
window.show()
QTimer.singleShot({REST}, tell)
app.exec()
"""
OURS = f"""{LEAN}{TELL}
from gui.startup.frame import Frame
def hold(self, window, held=Frame.hold):
    held(self, window)
    QTimer.singleShot({REST}, tell)
Frame.hold = hold
from gui.__main__ import main
main(sys.argv[1:])
"""


def bench(folder: Path, _size: int) -> Iterator[Result]:
    if not STATUS.exists():
        return
    empty, large = folder / "empty.meipi", filled(folder, 10_000)
    Library(empty, ANNA).close()
    know(folder, empty, large)
    told(CLOSED, large)
    for what, path in (("an empty library", empty), ("10,000 articles", large)):
        for kind, begun in KINDS.items():
            programs = [one.replace("KIND", begun) for one in (OURS, BARE)]
            pairs = [[told(one, path) for one in programs] for _ in range(3)]
            ours, bare = (min(one) for one in zip(*pairs, strict=True))
            yield Result(f"an idle window, {what}, {kind}", ours, bare, PROMISE, unit="MB")
