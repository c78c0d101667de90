"""What a window has loaded once it is at rest, and who loaded it: nothing heavy, no worker Qt's."""

from pathlib import Path

from core import settings
from core.library import Library
from core.model import Article
from tests.gui.apart import told_by

#: What was in memory before the first deed once.
HEAVY = (
    *("argparse", "decimal", "hashlib", "html", "shutil", "subprocess", "uuid", "zipfile"),
    *("sqlite_utils", "core.ledger", "core.quantity"),
)
#: What takes a megabyte in all, and without which the first mark would take too long.
WARM = ("gui.highlights.detail", "gui.tags.popup", "gui.search.pane", "gui.glossary.card")
#: What is the window's, and has no type of Qt of its own.
PLAIN = ("gui.work.connection",)
#: Of all kinds of widgets, styles and events, PySide loads those that it has to guess among.
GUESSED = ("QWizard", "QMdiArea", "QStyle", "QTabletEvent", "QGraphicsSceneEvent")
#: Where Linux tells what of files a process has in memory, and what reads pictures nobody shows.
MAPPED, PICTURES = Path("/proc/self/maps"), ("libqtiff", "libqwebp", "libqjpeg")
PROGRAM = f"""
import os, sys, threading
from pathlib import Path
class Heard:
    def find_spec(self, name, *_given):
        at_work = threading.current_thread() is not threading.main_thread()
        if at_work and name.startswith(("gui.", "PySide6.")) and name not in {PLAIN}:
            by_workers.append(name)
by_workers = []
sys.meta_path.insert(0, Heard())
from gui.startup import features
features.want_none()
from gui.startup import warmth
from PySide6.QtCore import QTimer
def look():
    from PySide6 import QtWidgets
    from gui import work
    if work._running:
        QTimer.singleShot(1, look)
        return
    loaded = [one for one in {(*HEAVY, *WARM)} if one in sys.modules]
    kinds = [one.__name__ for base in (object, QtWidgets.QWidget) for one in below(base)]
    mapped = Path("{MAPPED}").read_text() if Path("{MAPPED}").exists() else ""
    pictures = [one for one in {PICTURES} if one in mapped]
    print(loaded, [one for one in {GUESSED} if one in kinds], by_workers, pictures, flush=True)
    os._exit(0)
def below(kind):
    for one in type.__subclasses__(kind):
        yield one
        yield from below(one)
class Warmth(warmth.Warmth):
    def __init__(self, *given):
        super().__init__(*given)
        self.rested.connect(look)
warmth.Warmth = Warmth
from gui.__main__ import main
main(sys.argv[1:])
"""


def test_a_window_at_rest_has_loaded_on_its_own_thread_what_the_first_deeds_need(
    path: Path, library: Library, rare_earths: Article
) -> None:
    library.commit(library.add([rare_earths]).change)
    settings.remember(settings.identify(settings.load()), path)
    told = told_by(PROGRAM, path)
    assert told == f"{list(WARM)} [] [] []\n"
