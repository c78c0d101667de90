"""What other programs write to the library is shown while the window stands beside them.

A change of the file is only a reason to look; whether anything was written is the desk's to tell.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from core.change import Change
from core.errors import moved
from gui.parts.later import later
from gui.tongue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

    from gui.window import Window

#: So many milliseconds after a change the file is looked at: others write in several goes.
SETTLE = 300


class Hearing(QObject):
    """Listens to the file of the library from `begin` on."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._settling = later(self, SETTLE, self._look)
        self._watcher: QFileSystemWatcher | None = None
        self._desk.unshown.connect(self._say)

    def begin(self) -> None:
        """Listen to the file that is there now; called once the window is painted."""
        from PySide6.QtCore import QFileSystemWatcher  # slow to load

        self._watcher = QFileSystemWatcher([str(self._desk.reader.path)], self)
        self._watcher.fileChanged.connect(self._heard)

    def close(self) -> None:
        """Listen no more: the library is closed with the window."""
        self._settling.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _heard(self) -> None:
        if self._watcher is not None and not self._settling.isActive():
            self._settling.start()

    def _say(self, change: Change) -> None:
        """Tell of a deed that cannot be shown yet, and look until it can."""
        from gui.dialogs.words import done_words  # few deeds meet others

        done = done_words(change.name, change.count)
        told = tr("{deed}. It is shown as soon as the library is free.").format(deed=done)
        self._window.notice.say(told)
        self._settling.start()

    def _look(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._settling.start()  # nothing moves under a hand that drags
            return
        if self._watcher is not None and not self._watcher.files():
            self._watcher.addPath(str(self._desk.reader.path))  # a file put in its place
        if self._desk.is_there:
            if not self._desk.overhear() or self._desk.behind:
                self._settling.start()
        else:  # what is shown is of the file that was there, and nothing can be written to it
            self._desk.failed.emit(moved(self._desk.reader.path))
