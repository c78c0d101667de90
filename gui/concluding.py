"""The verbs of what a reader concludes: quantities shown in the text.

Nothing here is loaded before the window is painted.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.errors import MeipiError
from core.settings import Settings, save
from gui import work

if TYPE_CHECKING:
    from gui.window import Window


class Concluding(QObject):
    """The commands about findings, for `actions` to tie by their names."""

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    def fill(self) -> None:
        """Show the quantities where the reader wants them, once the window is painted."""
        if self._settings.quantities:
            self._underline()

    def show_quantities(self) -> None:
        """Underline what is counted, or no longer, and remember it for the next time."""
        self._settings.quantities = not self._settings.quantities
        try:
            save(self._settings)
        except MeipiError as error:
            self._window.notice.warn(error)
        self._underline()

    def _underline(self) -> None:
        on, window = self._settings.quantities, self._window
        window.actions_.tick("show_quantities", on=on)
        work.run(
            lambda _heard: _load(),
            lambda _none: window.insights.view.show_quantities(self._settings.quantities),
            window.notice.warn,
        )


def _load() -> None:
    """Load the reader of quantities, which takes a moment."""
    from core import quantity  # noqa: PLC0415  on the worker

    assert quantity
