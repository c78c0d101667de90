"""The longest that the window stands still while large things are done beside it.

A timer of the main thread beats all the while; told is the longest from one beat to the next, and
of several times the best: what else runs on the machine is not ours. The library of each is on the
disk before: else the first deed in it would wait until all of the fresh copy is.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from core import disk
from core.change import Change
from core.library import Library
from core.progress import Progress
from core.settings import Settings
from core.share.make import Choice
from gui import work
from gui.desk import Desk
from gui.dialogs.exported import Wish
from gui.dialogs.exporting import ExportDialog
from gui.dialogs.importing import ImportDialog
from gui.dialogs.keeping.backups import BackupsDialog
from gui.dialogs.sharing import ShareDialog
from gui.startup.furnish import _warm
from gui.window import Window
from tests.bench.deed import dressed
from tests.bench.keys import rest
from tests.bench.readers import pair
from tests.bench.timing import Result
from tests.generate import articles, page
from tests.given import ANNA
from tests.gui.window.conftest import Answers

ARTICLES = 10_000
TIMES = 3
BEAT = 4  # milliseconds
PROMISE = 0.1


@dataclass
class Heart:
    """Beats on the main thread, and knows the longest pause between."""

    app: QApplication
    longest: float = 0.0
    _last: float = 0.0
    _timer: QTimer = field(default_factory=lambda: QTimer(interval=BEAT))

    def beat_until(self, done: Callable[[], bool]) -> float:
        self._timer.timeout.connect(self._beat)
        self._last = time.perf_counter()
        self._timer.start()
        while not done():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def bench(folder: Path, size: int) -> Iterator[Result]:
    app, place = dressed(), folder / "gaps"
    place.mkdir()
    (place / "page.txt").write_text(page(ARTICLES), "utf-8")
    imports = [_import(app, place / f"{n}.meipi", place / "page.txt") for n in range(TIMES)]
    yield Result("still, while 10,000 articles are imported", min(imports), None, PROMISE)
    anna, ben = pair(place, size)
    merges = [_merge(app, _copied(anna, place / "mine.meipi"), ben) for _ in range(TIMES)]
    yield Result(f"still, while {size:,} highlights are merged", min(merges), None, PROMISE)
    with Library(anna, ANNA) as library:
        library.commit(library.add(articles(ARTICLES, seed=6)).change)
    for what, begin in BESIDE.items():
        gaps = [_done(app, _copied(anna, place / "mine.meipi"), begin) for _ in range(TIMES)]
        yield Result(f"still, while {what}", min(gaps), None, PROMISE)
    work.end()
    shutil.rmtree(place)


def _copied(library: Path, to: Path) -> Path:
    disk.write(to, library.read_bytes())
    return to


def _import(app: QApplication, path: Path, text: Path) -> float:
    """Look at a page of articles in the window, take them all, and see them in the list."""
    with Library(path, ANNA) as library:
        library.commit(library.add(articles(50, seed=5)).change)
        window = _opened(app, library)
        heart = Heart(app)
        window.deeds.import_files([text])
        (dialog,) = window.findChildren(ImportDialog)
        heart.beat_until(dialog.add.isEnabled)
        dialog.accept()
        heart.beat_until(lambda: window.articles.count() > ARTICLES)
        _close(app, window)
    return heart.longest


def _merge(app: QApplication, mine: Path, other: Path) -> float:
    with Library(mine, ANNA) as library:
        window, heart, came = _opened(app, library), Heart(app), list[Change]()

        def deed(heard: Progress) -> Change:
            with Library(mine, ANNA) as own, own.at_work(lambda: heard(0, 0)):
                return own.merge(other)

        window.turning.lending.begin("Merge", deed, came.append)
        heart.beat_until(lambda: bool(came))
        _close(app, window)
    mine.unlink()
    return heart.longest


def _done(app: QApplication, mine: Path, begin: Callable[[Window, Path], object]) -> float:
    """Begin something in the window, and wait until no worker has anything to do for it."""
    with Library(mine, ANNA) as library:
        window, heart, out = _opened(app, library), Heart(app), mine.with_name("out")
        out.mkdir()
        begin(window, out)
        heart.beat_until(lambda: not work._running and not window.turning.lending.at_work())
        for dialog in window.findChildren(QDialog):
            dialog.close()
        _close(app, window)
    shutil.rmtree(out)
    mine.unlink()
    return heart.longest


def _export(window: Window, out: Path) -> None:
    window.actions_["export"].trigger()
    (dialog,) = window.findChildren(ExportDialog)
    dialog._start(Wish(window.desk.reader.path, None, out, True, None, ANNA.id))


def _share(window: Window, out: Path) -> None:
    window.actions_["share"].trigger()
    (dialog,) = window.findChildren(ShareDialog)
    dialog._start(out / "share.meipi", Choice())


def _copy(window: Window, _out: Path) -> None:
    window.actions_["backups"].trigger()
    (dialog,) = window.findChildren(BackupsDialog)
    dialog.make.click()


def _check(window: Window, _out: Path) -> None:
    window.actions_["backups"].trigger()
    (dialog,) = window.findChildren(BackupsDialog)
    dialog.check_asked.emit()


BESIDE: dict[str, Callable[[Window, Path], object]] = {
    "all is exported as notes": _export,
    "all is shared": _share,
    "a copy is taken": _copy,
    "the library is checked": _check,
    "readers are compared": lambda window, _out: window.actions_["agreement"].trigger(),
    f"an import of {ARTICLES:,} is undone": lambda window, _out: window.actions_["undo"].trigger(),
}


def _opened(app: QApplication, library: Library) -> Window:
    desk = Desk(library)
    window = Window(desk, Settings(author=ANNA.id, name=ANNA.name, theme="light"), Answers())
    window.resize(1280, 800)
    window.show()
    _warm(desk, window)
    rest(app)
    return window


def _close(app: QApplication, window: Window) -> None:
    window.close()
    rest(app)
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
