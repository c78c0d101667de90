"""The tour: four steps of the main job, each a real deed of the reader, to be skipped or repeated.

A step is done when the window does what it asks for, by whatever way; nothing is done for the
reader, and all of it can be undone.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from core.change import BIRTH, Change, Record
from core.errors import DiskTrouble
from core.settings import tell_once
from gui.actions import native
from gui.parts.later import later
from gui.tongue import tr

if TYPE_CHECKING:
    from core.settings import Settings
    from gui.dialogs.tour import TourCard
    from gui.window import Window

PAUSE = 1200  # milliseconds in which what was found can be looked at
TOLD = "tour"  # what the settings call it, once it was shown


class Touring(QObject):
    """The command of the tour, for `actions` to tie by its name."""

    def __init__(self, window: "Window", settings: "Settings") -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.card: TourCard | None = None
        self._at, self._last = 0, False
        self._found = later(self, PAUSE, lambda: self._done(3))

    def tour(self) -> None:
        """Begin, or begin anew; an empty library gets the sample articles first."""
        window = self._window
        if not window.desk.reader.writable:
            window.notice.warn(window.desk.why)
            return
        self.end()
        if not window.articles.count():
            window.deeds.add_sample()
        self._tie()
        self._show(0)

    def begin_once(self) -> None:
        """Begin where the sample articles were opened for the first time."""
        try:
            first = tell_once(self._settings, TOLD)
        except DiskTrouble as error:
            self._window.notice.warn(error)
            return
        if first:
            self.tour()

    def end(self) -> None:
        """Put the card away."""
        if self.card is None:
            return
        self._found.stop()
        for signal, slot in self._ties():
            signal.disconnect(slot)
        had_keys = self.card.isAncestorOf(self._window.focusWidget() or QWidget())
        self.card.hide()
        self.card.deleteLater()
        self.card = None
        if had_keys:
            self._window.insights.view.setFocus()

    # What is listened to

    def _ties(self) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        window = self._window
        return (
            (window.articles.chosen, self._on_opened),
            (window.articles.opened, self._on_opened),
            (window.articles.counted, self._on_counted),
            (window.desk.changed, self._on_changed),
        )

    def _tie(self) -> None:
        from gui.dialogs.tour import TourCard  # not for the first picture

        self.card = TourCard(self._window)
        self.card.skipped.connect(self._skip)
        self.card.ended.connect(self.end)
        for signal, slot in self._ties():
            signal.connect(slot)

    def _on_opened(self, _article: str) -> None:
        self._done(0)

    def _on_changed(self, change: Change) -> None:
        edits = [edit for edit in change.edits if edit.kind is Record.HIGHLIGHT and edit.after]
        if any(edit.field == BIRTH[Record.HIGHLIGHT] for edit in edits):
            self._done(1)
        if any(edit.field.startswith("tag:") for edit in edits):
            self._done(2)

    def _on_counted(self, shown: int, of: int) -> None:
        """Let the reader look at what was found, and finish the word she is typing."""
        if not of:  # undone, there is nothing to be led through
            self.end()
            return
        found = bool(shown and self._window.articles.search.text().strip())
        self._found.start() if found and self._at == 3 else self._found.stop()

    # The steps

    def _skip(self) -> None:
        self._show(self._at + 1)

    def _done(self, step: int) -> None:
        """Go on from a step; whoever goes on reading after the last has no need of the card."""
        if self._last:
            self.end()
        elif self.card is not None and step == self._at:
            self._show(step + 1)

    def _show(self, at: int) -> None:
        from gui.dialogs.tour_steps import LAST, STEPS  # as the card

        assert self.card is not None
        self._at, self._last = at, (last := at == len(STEPS))
        step = LAST if last else STEPS[at]
        number = tr("Step {number} of {many}").format(number=at + 1, many=len(STEPS))
        told = tr(step.told).format_map(_Keys(self._window))
        self.card.say(tr("Tour") if last else number, tr(step.title), told, last=last)
        window = self._window
        places: dict[str, QWidget] = {
            "list": window.articles.list,
            "search": window.articles.search,
            "tree": window.panes.split,
        }
        self.card.stand_beside(places[step.beside], after=step.beside != "tree")


class _Keys(dict[str, str]):
    """The keys of commands by their names, as the reader has them now."""

    def __init__(self, window: "Window") -> None:
        super().__init__()
        self._actions = window.actions_

    def __missing__(self, command: str) -> str:
        action = self._actions[command]
        return native(action.shortcut()) or action.text().rstrip("…")
