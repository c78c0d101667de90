"""What an idle window takes of memory, against a bare QMainWindow that has the same fonts.

Told is all that a process has in memory, and what of that is its own (its private pages), a while
after the first picture. Pages of Qt's code are a process's own unless another program has them too.
"""

from collections.abc import Iterator
from pathlib import Path

from core.library import Library
from gui.look.tones import ALL
from gui.theme import sheet
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
FONT = f"""
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
QFontDatabase.addApplicationFont("{(HERE / "fonts" / "MeipiSansSC-Regular.otf").as_posix()}")
window = QMainWindow()
"""
SHOWN = f"""
window.resize(1280, 800)
window.show()
QTimer.singleShot({REST}, tell)
app.exec()
"""
BARE = f"""{TELL}{FONT}
window.setCentralWidget(QLabel("Chinese and Latin \\u7a00\\u571f"))
{SHOWN}"""
#: What such a window has before a line of ours: views, menus, icons, rules of style, SQLite.
VIEWS = f"""{TELL}{FONT}
import sqlite3
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QListView, QPlainTextEdit, QSplitter, QTreeView
app.setStyleSheet({sheet(ALL[0])!r})
sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE words USING fts5(word)")
model = QStringListModel(["Chinese and Latin \\u7a00\\u571f"] * 40)
panes = QSplitter()
for kind in (QTreeView, QListView, QTreeView):
    view = kind()
    view.setModel(model)
    panes.addWidget(view)
panes.addWidget(QPlainTextEdit())
window.setCentralWidget(panes)
bar = window.addToolBar("Tools")
bar.addWidget(QLineEdit())
for path in {[path.as_posix() for path in sorted((HERE / "icons").glob("*.svg"))[:10]]!r}:
    bar.addAction(QIcon(path), "Tool")
for title in "ABCDEFGH":
    menu = window.menuBar().addMenu(title)
    for key in range(16):
        menu.addAction(f"Command {{key}}").setShortcut(f"Ctrl+Alt+{{title}}, {{key}}")
{SHOWN}"""
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
            ours, bare, views = (
                min(told(one.replace("KIND", begun), path) for _ in range(3))
                for one in (OURS, BARE, VIEWS)
            )
            yield Result(f"an idle window, {what}, {kind}", ours, bare, PROMISE, unit="MB")
            yield Result("  the same, against views, menus and icons", ours, views, unit="MB")
