"""Ends as a reader would when the system asks for it: at the end of a session, or by Ctrl+C.

What is being written is kept then, a note or a finding, and where the window stood. Windows asks
twice, and Qt hears both: whether the session may end, which another program can still prevent, and
then that it does. Left to Qt, a window would ask back, and hold up the end until it is answered.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.parts.later import later

if TYPE_CHECKING:
    from gui.window import Window

SOON = 100  # milliseconds, so that the first picture comes before
ASKS = ("SIGTERM", "SIGINT", "SIGHUP")


class Ending(QObject):
    """Hears the system from shortly after the start until `rest`, and closes the frame by it."""

    def __init__(self, frame: QMainWindow) -> None:
        super().__init__(frame)
        self._frame = frame
        self._rest: Callable[[], object] = lambda: None
        self._soon = later(self, SOON, self.begin)
        self._soon.start()
        self._may_end = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.commitDataRequest.connect(self.may_end)
        app.aboutToQuit.connect(self._end)

    def may_end(self) -> None:
        """Keep what is being written, and stay: the session may go on all the same."""
        self._may_end = True
        if window := _within(self._frame):
            window.inspector.flush()
            window.drafting.keep()

    def _end(self) -> None:
        """Close, before the system ends the program as it stands."""
        if self._may_end and _within(self._frame):
            close_unasked(self._frame)

    def begin(self) -> None:
        """Have each signal written into a pipe, which Qt reads when it is its turn."""
        if os.name != "posix":
            return
        import signal  # not for the first picture

        ours = {getattr(signal, name) for name in ASKS}
        heard = {one for one in ours if signal.getsignal(one) is not signal.SIG_IGN}
        read, write = os.pipe()
        for end in (read, write):
            os.set_blocking(end, False)
        before = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        handlers: dict[int, Any] = {one: signal.signal(one, _let_qt_hear) for one in heard}
        reader = QSocketNotifier(read, QSocketNotifier.Type.Read, self)

        def hear() -> None:
            if heard & set(os.read(read, 64)):
                close_unasked(self._frame)

        def rest() -> None:
            reader.setEnabled(False)
            for one, handler in handlers.items():
                signal.signal(one, handler)
            signal.set_wakeup_fd(before)
            os.close(read)
            os.close(write)

        reader.activated.connect(hear)
        self._rest = rest

    def rest(self) -> None:
        self._soon.stop()
        self._rest()


def close_unasked(frame: QMainWindow) -> None:
    """Close, and ask nothing: nobody may be there, and the system does not wait for long."""
    if window := _within(frame):
        window.ask.nobody = True
        window.concluding.keep()
    if over := QApplication.activeModalWidget():
        over.close()
    frame.close()


def _within(frame: QMainWindow) -> "Window | None":
    """Give the window that stands in the frame."""
    from gui.window import Window  # which is there by now

    window = frame.centralWidget()
    return window if isinstance(window, Window) and not window.isHidden() else None


def _let_qt_hear(_signal: int, _frame: object) -> None:
    """Do nothing: the pipe tells of it."""
