"""From nothing to a painted window: application, library, desk, window."""

import gc
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.errors import DiskTrouble, MeipiError, ReadOnly
from core.library import Library, Reader
from core.model import Author
from core.settings import Settings, default_library, home, identify, load, save
from gui import theme, work
from gui.deeds import later
from gui.desk import Desk
from gui.window import Window

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


def open_library(path: Path | None, settings: Settings) -> Reader:
    """Open the library named, or the reader's own, made where there is none.

    One that may only be read is opened to look, and of a share a clean copy.
    """
    place = path or Path(settings.library or default_library())
    if path is None:
        _make_folder(place.parent)
    from core.share.opening import as_library, is_share  # noqa: PLC0415  few are shares

    if is_share(place):
        return Reader(as_library(place))
    if place.is_file() and not os.access(place, os.W_OK):
        return Reader(place)
    try:
        return Library(place, Author(settings.author, settings.name))
    except ReadOnly:
        return Reader(place)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DiskTrouble(
            f"The folder {folder} could not be made: {error.strerror}.",
            "Make it by hand, or open a library elsewhere: meipi FILE.",
        ) from error


def start(path: Path | None = None) -> int:
    """Show the window and stay until it is closed."""
    settings = identify(load())
    app = application(settings)
    sys.excepthook = _report
    try:
        library = open_library(path, settings)
    except MeipiError as error:
        sys.stderr.write(f"{error}\n")
        if app.platformName() != "offscreen":
            from gui.ask import Ask  # noqa: PLC0415  where there is trouble

            Ask().tell_trouble(error)
        return 1
    following: Reader | None = library
    while following:
        code, following = _show(app, following, settings)
    return code


def _show(app: QApplication, library: Reader, settings: Settings) -> tuple[int, Reader | None]:
    """Show one library; give the exit code, and the library that the reader opened instead."""
    others: list[Reader] = []
    with library:
        desk = Desk(library)
        window = Window(desk, settings)

        def leave_for(path: Path) -> None:
            try:
                other = open_library(path, settings)
            except MeipiError as error:
                window.notice.warn(error)
                return
            if window.close():
                others.append(other)
                if other.path == path:
                    _keep(path, settings)
            else:
                other.close()

        window.deeds.library_asked.connect(leave_for)
        window.show()
        warming = later(window, WARM, lambda: _warm(desk, window))
        warming.start()
        code = app.exec()
        warming.stop()
        window.deleteLater()
    return code, others[0] if others else None


def _warm(desk: Desk, window: Window) -> None:
    """Load what the first deed needs; take the copy of the day on a worker, if it is due."""
    gc.enable()
    desk.warm()
    path = desk.reader.path
    if desk.reader.writable:
        work.run(lambda _heard: _daily(path), lambda _copy: None, window.notice.warn)


def _daily(path: Path) -> object:
    from core import backup  # noqa: PLC0415  on the worker

    return backup.daily(path)


def _keep(path: Path, settings: Settings) -> None:
    """Open the same library the next time; if that cannot be kept, it is no great loss."""
    settings.library = str(path.absolute())
    try:
        save(settings)
    except DiskTrouble as error:
        sys.stderr.write(f"{error}\n")


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
