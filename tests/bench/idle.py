"""What an idle window takes of memory, against a bare QMainWindow that has the same fonts.

Told is what a process has for itself (its private pages), a while after the first picture: what it
shares with others, such as Qt's own code, is there once for all.
"""

from collections.abc import Iterator
from pathlib import Path

from core.library import Library
from resources import HERE
from tests.bench.libraries import filled
from tests.bench.start import CLOSED, know, told
from tests.bench.timing import Result
from tests.given import ANNA

PROMISE = 1.3
STATUS = Path("/proc/self/smaps_rollup")
REST = 4000  # milliseconds after the first picture, when all that is warmed is there
TELL = f"""
import os, sys
from PySide6.QtCore import QTimer
def tell():
    lines = open("{STATUS}").read().splitlines()
    own = sum(int(one.split()[1]) for one in lines if one.startswith("Private_"))
    os.write(1, repr(own / 1024).encode())
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
OURS = f"""{TELL}
from gui.frame import Frame
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
        pairs = [(told(OURS, path), told(BARE, path)) for _ in range(3)]
        ours, bare = (min(one) for one in zip(*pairs, strict=True))
        yield Result(f"an idle window, {what}", ours, bare, PROMISE, unit="MB")
