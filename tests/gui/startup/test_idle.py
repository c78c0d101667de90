"""What a window has loaded once it is at rest: nothing that nobody asked for."""

import os
import subprocess
import sys
from pathlib import Path

from core import settings
from core.library import Library
from core.model import Article

#: What was in memory before the first deed once, each by megabytes.
HEAVY = ("sqlite_utils", "hashlib", "subprocess", "core.ledger", "core.quantity")
#: Of all kinds of widgets and styles, PySide loads those that it has to guess among.
GUESSED = ("QWizard", "QMdiArea", "QStyle")
AT_REST = f"""
import os, sys
from gui.startup import features, furnish
features.want_none()
def warm(desk, window, warm=furnish._warm):
    warm(desk, window)
    look()
def look():
    from PySide6.QtCore import QTimer
    from PySide6 import QtWidgets
    from gui import work
    if work._running:
        QTimer.singleShot(1, look)
        return
    loaded = [one for one in {HEAVY} if one in sys.modules]
    kinds = [one.__name__ for base in (object, QtWidgets.QWidget) for one in below(base)]
    print(loaded, [one for one in {GUESSED} if one in kinds], flush=True)
    os._exit(0)
def below(kind):
    for one in type.__subclasses__(kind):
        yield one
        yield from below(one)
furnish._warm = warm
from gui.__main__ import main
main(sys.argv[1:])
"""


def test_a_window_at_rest_has_loaded_what_it_shows(
    path: Path, library: Library, rare_earths: Article
) -> None:
    library.commit(library.add([rare_earths]).change)
    settings.remember(settings.identify(settings.load()), path)
    told = subprocess.run(
        [sys.executable, "-c", AT_REST, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert told.stdout == "[] []\n"
