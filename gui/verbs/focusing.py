"""Nothing but the text: every other pane out of sight, and lines as long as is good to read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolBar, QWidget

from gui.tongue import tr

if TYPE_CHECKING:
    from gui.window import Window


class Focusing(QObject):
    """The command for it, for `actions` to tie by its name."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._away: list[QWidget] | None = None  # what was put out of sight

    @property
    def is_on(self) -> bool:
        return self._away is not None

    def focus_mode(self) -> None:
        """Put everything else out of sight, or back."""
        if not self.is_on and not self._window.insights.isVisible():
            self._window.actions_.tick("focus_mode", on=False)
            self._window.notice.say(tr("There is no article to read here."))
            return
        self.leave() if self.is_on else self._enter()

    def _enter(self) -> None:
        window = self._window
        around = (
            window.menuBar(),
            *window.findChildren(QToolBar),
            *(window.shelving.place, window.articles, window.inspector),
            window.bookkeeping.place,
        )
        self._away = [widget for widget in around if not widget.isHidden()]
        for widget in self._away:
            widget.hide()
        self._show(on=True)

    def leave(self) -> None:
        """Show again what was there before."""
        if self._away is None:
            return
        for widget in self._away:
            widget.show()
        self._away = None
        self._show(on=False)

    def _show(self, *, on: bool) -> None:
        self._window.actions_.tick("focus_mode", on=on)
        for pane in self._window.panes.all():
            pane.keep_measure(on)
        self._window.insights.view.setFocus()
