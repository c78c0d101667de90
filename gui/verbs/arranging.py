"""The verbs over the order of the list: what articles are put together by, and sorted by.

The order is worked out beside the window, and remembered for the next time.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.change import BIRTH, Change, Record
from core.names import PAGE
from core.settings import CHOICES, Settings
from gui import work
from gui.articles.arrangement import USUAL, Arrangement
from gui.commands import ORDER
from gui.parts.later import later
from gui.verbs.remember import remember

if TYPE_CHECKING:
    from gui.window import Window

PAUSE = 300  # milliseconds after a deed, so that one after the other is heard of once
TAGS = (Record.HIGHLIGHT, Record.TAG)


class Arranging(QObject):
    """The commands of the list's order, for `actions` to tie by their names."""

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings, self._desk = window, settings, window.desk
        self._job: work.Job[Arrangement] | None = None
        self._soon = later(self, PAUSE, self._arrange)
        for name in ("group", "sort"):
            for one in CHOICES[name]:
                setattr(self, f"{name}_{one}", partial(self._choose, name, one))

    def tie(self) -> None:
        """Show the order that was chosen the last time."""
        self._desk.changed.connect(self._follow)
        self._desk.refreshed.connect(self._arrange)
        head = self._window.articles.head
        head.asked.connect(lambda place: self._window.open_menu(ORDER, place))
        self._show_state()
        self._arrange()

    def _choose(self, name: str, value: str) -> None:
        setattr(self._settings, name, value)
        remember(self._settings, self._window.notice)
        self._show_state()
        self._arrange()

    def _show_state(self) -> None:
        group, sort = self._settings.group, self._settings.sort
        actions = self._window.actions_
        actions.tick(f"group_{group}")
        actions.tick(f"sort_{sort}")
        chosen = actions["sort_" + sort] if group == "none" else actions["group_" + group]
        self._window.articles.head.say_order(chosen.text().replace("&", ""))

    def _follow(self, change: Change) -> None:
        moved = any(
            edit.kind is Record.ARTICLE and edit.field in (BIRTH[Record.ARTICLE], "removed")
            for edit in change.edits
        )
        tagged = self._settings.group == "tag" and any(change.records(kind) for kind in TAGS)
        paged = self._settings.group == "page" and any(
            e.field.startswith(PAGE) for e in change.edits
        )
        if moved or tagged or paged or change.source:
            self._soon.start()

    def _arrange(self) -> None:
        """Work the order out; the newest first, by day or not, is the library's own."""
        if self._job is not None:
            self._job.cancel()
        path, group, sort = self._desk.reader.path, self._settings.group, self._settings.sort
        if sort == "date" and group in ("none", "day"):
            self._show(Arrangement(group, sort))
            return
        self._job = work.run(
            lambda _progress: _arranged(path, group, sort), self._show, self._window.notice.warn
        )

    def _show(self, arrangement: Arrangement) -> None:
        if arrangement != USUAL or self._window.articles.arrangement != USUAL:
            self._window.articles.arrange(arrangement)


def _arranged(path: Path, group: str, sort: str) -> Arrangement:
    from core.search import arranged
    from gui.work.connection import looking  # on the worker

    with looking(path) as reader:
        found = arranged(reader, group, sort)
    return Arrangement(group, sort, found.rows, found.names)
