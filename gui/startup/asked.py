"""What the system asks to be opened: a Mac names files by an event, and not by the command.

It may come before there is a window, while a dialog stands over it, or while a large deed is under
way: it waits for that.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from gui.parts.later import later

if TYPE_CHECKING:
    from gui.window import Window

TOGETHER = 50  # milliseconds in which the files come that were chosen together


class App(QApplication):
    """The application; `asked` says that there is something to open."""

    asked = Signal()

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self._files: list[Path] = []

    def waits(self) -> bool:
        return bool(self._files)

    def take(self) -> list[Path]:
        """Give the files that were named, once."""
        files, self._files = self._files, []
        return files

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():
            self._files.append(Path(event.file()))
            self.asked.emit()
        return True


class Asked(QObject):
    """Opens them: a library takes the window's place, pages are shown before they are added."""

    def __init__(self, window: "Window", app: App) -> None:
        super().__init__(window)
        self._window, self._app = window, app
        self._soon = later(self, TOGETHER, self._open)
        app.asked.connect(self._soon.start)
        app.focusChanged.connect(self._look_again)  # as when a dialog is closed
        window.desk.freed.connect(self._look_again)
        self._look_again()

    def _look_again(self) -> None:
        if self._app.waits():
            self._soon.start()

    def _open(self) -> None:
        from gui.verbs.sharing import split  # when files come

        desk, deeds = self._window.desk, self._window.deeds
        if QApplication.activeModalWidget() or not desk.free:
            return
        files = self._app.take()
        ours, pages = split(files)
        if pages and desk.reader.writable:
            deeds.import_files(files)
        elif pages:
            self._window.notice.warn(desk.why)
        elif ours:
            deeds.library_asked.emit(ours[0])
