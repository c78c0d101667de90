"""From the first picture to a window that is lived in: dress, library, desk, panes."""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from core import collector
from core.errors import MeipiError
from core.library import Reader
from core.settings import Settings
from gui import theme, tongue, work
from gui.desk import Desk
from gui.libraries import ReadOnlyLibrary, Shared
from gui.look import sizing
from gui.parts.later import later
from gui.startup import failing
from gui.startup.again import Again
from gui.startup.asked import App, Asked
from gui.startup.ending import Ending, close_unasked
from gui.startup.frame import Frame, application
from gui.startup.leaving import Following, Leaving
from gui.startup.places import edges
from gui.startup.rescue import Opener
from gui.startup.sketch import Edges
from gui.window import Window

if TYPE_CHECKING:
    from gui.ask import Ask

WARM = 200  # milliseconds, so that the window is painted before what it does not need is loaded
#: Seconds that a worker keeps Python for itself: painting asks for it a hundred times over.
TURN = 0.001


def dressed(settings: Settings) -> QApplication:
    """Give the application with its icon, fonts, colours and size of letters."""
    app = application()
    app.setWindowIcon(QIcon(theme.icon("meipi")))
    theme.load_fonts(app)
    theme.apply(app, theme.mode(settings.theme))
    sizing.apply(settings.text)
    tongue.wear(app, settings.language)
    return app


def furnish(
    frame: Frame,
    settings: Settings,
    path: Path | None,
    ask: "Ask | None",
    trouble: MeipiError | None = None,
) -> int:
    """Show a library in the frame, and another if the reader opens one, until it is closed.

    `trouble` is what went wrong before, to be told in the window.
    """
    failing.watch()
    app = dressed(settings)
    opener = Opener(settings, ask or _asker(app))
    opener.told = trouble or ""
    library, code, ending = opener.first(path), 1, Ending(frame)
    while library:
        with library:
            code, following = _show(app, frame, library, settings, opener)
            while isinstance(following, Again):
                collector.look_at_all()
                code, following = _show(app, frame, library, settings, opener, following)
        if following:
            collector.look_at_all()
        library = following() if following else None
    frame.close()
    ending.rest()
    return code


def _asker(app: QApplication) -> "Ask | None":
    if app.platformName() == "offscreen":
        return None
    from gui.ask import Ask  # what it asks is loaded when it asks

    return Ask()


def _show(
    app: QApplication,
    frame: Frame,
    library: Reader,
    settings: Settings,
    opener: Opener,
    again: Again | None = None,
) -> tuple[int, Following | None]:
    """Show one library; give the exit code, and what the reader wanted instead."""
    desk = Desk(library, why=library.why if isinstance(library, ReadOnlyLibrary | Shared) else None)
    window = Window(desk, settings, opener.ask)
    leaving, told = Leaving(window, frame, settings, opener), failing.Failing(window)
    if frame.true:  # which has a side bar
        window.shelving.fill()
    frame.hold(window)
    told.offer()
    if isinstance(app, App):
        Asked(window, app)
    _tell(window, opener)
    if again:
        again.go_on(window)
    warming = later(window, WARM, lambda: _warm(desk, window))
    warming.start()
    code, following = app.exec(), leaving.following
    warming.stop()
    if is_cut_off := not window.isHidden():  # its screen went, and nothing can be drawn
        close_unasked(frame)
    _take_away(window)
    if library.writable and not following and not is_cut_off:
        frame.picture.keep(*_next(desk, settings, frame), library.path, theme.name())
    return code, following


def _next(desk: Desk, settings: Settings, frame: Frame) -> tuple[QImage, Edges]:
    """Draw what the next start is going to show, and tell where its parts end."""
    window = Window(desk, settings)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.shelving.fill()
    window.resize(frame.size())
    window.show()
    QApplication.processEvents()
    drawn = window.grab().toImage(), edges(window)
    window.hide()
    _take_away(window)
    return drawn


def _take_away(window: Window) -> None:
    """Delete a window while its library is open, and end its jobs: they hold what it was.

    A note that waited for one of them is written then: who ended the session does not wait.
    """
    desk = window.desk
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    work.end()
    if not desk.free:
        desk.take_back()


def _tell(window: Window, opener: Opener) -> None:
    """Say in the window what happened before it was there."""
    told, opener.told = opener.told, ""
    if isinstance(told, MeipiError):
        window.notice.warn(told)
    elif told:
        window.notice.say(told)


def _warm(desk: Desk, window: Window) -> None:
    """Load what can wait for the picture; take the copy of the day on a worker, if it is due."""
    if window.isHidden():  # closed before its time had come
        return
    from gui.parts import aloud  # not for the first picture
    from gui.startup.warmth import Warmth
    from gui.work import memory

    collector.begin()
    sys.setswitchinterval(TURN)
    memory.also(window, desk.reader.rest)
    work.run(lambda _progress: _words(), lambda _none: None, window.notice.warn)
    work.run(lambda _progress: _sweep(), lambda _none: None, window.notice.warn)
    window.shelving.fill()
    window.bookkeeping.warm()
    window.concluding.fill()
    window.keeping.look_beside()
    window.watching.begin()
    window.hearing.begin()
    window.drafting.begin()
    aloud.tell_rows(window)
    Warmth(window)
    window.keeping.take_daily()


def _sweep() -> None:
    """Remove the copies of one that was ended while it looked through a file."""
    from core.scratch import sweep  # on the worker

    sweep()


def _words() -> None:
    """Load what the first search and the first word pointed at need of core.

    No more: PySide makes a type when it is first asked for, and dies of two threads that ask.
    """
    for module in ("core.search", "core.glossary"):
        import_module(module)
