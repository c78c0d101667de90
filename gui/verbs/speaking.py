"""The commands for the language of the window. What changes it is `furnish`, with a new window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.settings import Settings
from gui import tongue
from gui.verbs.remember import remember

if TYPE_CHECKING:
    from gui.window import Window


class Speaking(QObject):
    """The commands, for `actions` to tie by their names. `asked` names another language."""

    asked = Signal(str)

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    def language_system(self) -> None:
        self._ask("system")

    def language_en(self) -> None:
        self._ask("en")

    def language_zh(self) -> None:
        self._ask("zh")

    def show_state(self) -> None:
        """Say in the menu which language is in force."""
        self._window.actions_.tick(f"language_{self._settings.language}")

    def _ask(self, language: str) -> None:
        if language != self._settings.language:
            if tongue.is_spoken(language):
                self._settings.language = language
                remember(self._settings, self._window.notice)
            else:
                self.asked.emit(language)
        self.show_state()
