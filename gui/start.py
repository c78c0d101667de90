"""From nothing to a painted window: application, library, desk, window."""

import gc
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.errors import MeipiError
from core.library import Reader
from core.settings import Settings, home, identify, load
from gui import theme, work
from gui.deeds import later
from gui.desk import Desk
from gui.opening import Kept, open_library
from gui.rescue import Opener
from gui.window import Window

if TYPE_CHECKING:
    from core.backup import Copy
    from gui.ask import Ask

__all__ = ["application", "open_library", "start"]

WARM = 200  # milliseconds, so that the window is painted before what it does not need is loaded


def application(settings: Settings) -> QApplication:
    """Make the application and dress it."""
    app = QApplication.instance() or QApplication([sys.argv[0], "-style", "fusion"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Meipi")
    app.setDesktopFileName("org.meipi.Meipi")
    app.setWindowIcon(QIcon(theme.icon("meipi")))
    theme.load_fonts(app)
    theme.apply(app, theme.mode(settings.theme))
    return app


def start(path: Path | None = None, ask: "Ask | None" = None) -> int:
    """Show the window and stay until it is closed. Where there is no screen, nobody is asked."""
    settings = identify(load())
    app = application(settings)
    sys.excepthook = _report
    opener = Opener(settings, ask or _asker(app))
    library, code = opener.first(path), 1
    while library:
        code, library = _show(app, library, settings, opener)
    return code


def _asker(app: QApplication) -> "Ask | None":
    if app.platformName() == "offscreen":
        return None
    from gui.ask import Ask  # noqa: PLC0415  what it asks is loaded when it asks

    return Ask()


def _show(
    app: QApplication, library: Reader, settings: Settings, opener: Opener
) -> tuple[int, Reader | None]:
    """Show one library; give the exit code, and the library that the reader opened instead."""
    following: list[Callable[[], Reader | None]] = []
    with library:
        desk = Desk(library, why=library.why if isinstance(library, Kept) else None)
        window = Window(desk, settings, opener.ask)

        def leave_for(path: Path) -> None:
            try:
                other = opener.another(path, window)
            except MeipiError as error:
                window.notice.warn(error)
                return
            if other and window.close():
                following.append(lambda: other)
            elif other:
                other.close()

        def go_back(copy: "Copy") -> None:
            if window.close():
                following.append(partial(opener.restore, library.path, copy))

        window.deeds.library_asked.connect(leave_for)
        window.keeping.restore_asked.connect(go_back)
        window.show()
        _tell(window, opener)
        warming = later(window, WARM, lambda: _warm(desk, window))
        warming.start()
        code = app.exec()
        warming.stop()
        window.deleteLater()
    return code, following[0]() if following else None


def _tell(window: Window, opener: Opener) -> None:
    """Say in the window what happened before it was there."""
    told, opener.told = opener.told, ""
    if isinstance(told, MeipiError):
        window.notice.warn(told)
    elif told:
        window.notice.say(told)


def _warm(desk: Desk, window: Window) -> None:
    """Load what the first deed needs; take the copy of the day on a worker, if it is due."""
    gc.enable()
    desk.warm()
    path = desk.reader.path
    work.run(lambda _heard: _words(), lambda _none: None, window.notice.warn)
    window.shelving.fill()
    window.bookkeeping.warm()
    window.concluding.fill()
    window.keeping.look_beside()
    if desk.reader.writable:
        work.run(lambda _heard: _daily(path), lambda _copy: None, window.notice.warn)


def _words() -> None:
    """Load what the first search and the first word pointed at need, and the dictionary."""
    from core import glossary, search, words  # noqa: PLC0415  on the worker

    assert search
    glossary.look_up("词")
    words.load()


def _daily(path: Path) -> object:
    from core import backup  # noqa: PLC0415  on the worker

    return backup.daily(path)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep a crash's report on disk, beside the preferences, and on the terminal."""
    told = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(told)
    try:
        place = home("config") / "crash.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as file:
            file.write(told)
    except OSError:
        return
