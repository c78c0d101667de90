"""What follows a window: another library, a copy of this one, or the same in another language."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from core.errors import MeipiError
from core.library import Reader
from core.settings import Settings, save
from gui import tongue
from gui.startup.again import Again
from gui.startup.frame import Frame
from gui.startup.rescue import Opener
from gui.window import Window

if TYPE_CHECKING:
    from core.backup import Copy


Following = Again | Callable[[], Reader | None]


class Leaving:
    """Hears what the reader wants instead of what is shown; `following` says it."""

    def __init__(self, window: Window, frame: Frame, settings: Settings, opener: Opener) -> None:
        self._window, self._frame = window, frame
        self._settings, self._opener = settings, opener
        self.following: Following | None = None
        window.deeds.library_asked.connect(self.leave_for)
        window.keeping.restore_asked.connect(self.go_back)
        window.speaking.asked.connect(self.speak)

    def leave_for(self, path: Path) -> None:
        """Open another library, and close this one once it is open."""
        try:
            other = self._opener.another(path, self._window)
        except MeipiError as error:
            self._window.notice.warn(error)
            return
        if other and self._window.close():
            self.following = lambda: other
        elif other:
            other.close()

    def go_back(self, copy: "Copy") -> None:
        if self._window.close():
            self.following = partial(self._opener.restore, self._window.desk.reader.path, copy)

    def speak(self, language: str) -> None:
        """Show the same library in another language, now and in future."""
        again = Again.of(self._window)
        if not self._frame.let_go(self._window):
            return
        self.following = again
        self._settings.language = language
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        tongue.wear(app, language)
        try:
            save(self._settings)
        except MeipiError as error:
            self._opener.told = error
        app.exit()
