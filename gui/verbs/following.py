"""The feeds that are followed: which are asked just now, and what they answer.

Each is asked by itself, a few at once: one that keeps us waiting holds up no other, and nothing
else. Reading what came, and putting it on the shelf, is `watching`'s.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import MeipiError
from core.settings import save
from core.share.words import visible
from core.watch.secret import is_overheard, shown
from gui import work
from gui.tongue import tr

if TYPE_CHECKING:
    from core.settings import Settings
    from core.watch.follow import Came, News
    from core.watch.kept import Kept, Told

AT_ONCE = 4  # feeds


class Following(QObject):
    """Asks the feeds that the settings name, each as often as it may be asked."""

    told = Signal()  # another feed is asked
    came = Signal(object)  # Came
    answered = Signal()  # one is asked no more, whatever came of it
    moved = Signal(object)  # News of one that has another address from now on

    def __init__(
        self,
        parent: QObject,
        settings: "Settings",
        kept: Callable[[], "Kept"],
        failed: Callable[["MeipiError"], None],
    ) -> None:
        super().__init__(parent)
        self._settings, self._kept, self._failed = settings, kept, failed
        self._jobs: dict[str, work.Job[Came]] = {}
        self._at_once = set[str]()  # to be asked whenever they were asked last

    def is_asked(self, address: str) -> bool:
        """Tell whether a feed has not answered yet."""
        return address in self._jobs

    @property
    def waits(self) -> bool:
        return bool(self._jobs)

    def ask_all(self) -> None:
        """Have all be asked next, but those that are asked already."""
        self._at_once = set(self._settings.feeds) - self._jobs.keys()

    def ask(self) -> None:
        """Ask whoever is due, as many as may be at once."""
        from core.watch.kept import is_due  # where something is followed

        now, places = time.time(), self._kept().places
        for address in self._settings.feeds:
            if len(self._jobs) == AT_ONCE:
                return
            due = address in self._at_once or is_due(places.get(address), now)
            if due and address not in self._jobs:
                self._ask(address, now)

    def _ask(self, address: str, now: float) -> None:
        from core.watch.kept import Told

        self._at_once.discard(address)
        places = self._kept().places
        before = places.get(address, Told())
        places[address] = replace(before, when=now)  # so that it is not asked again whatever comes
        feed = partial(_came, address, before, now)
        self._jobs[address] = work.run(
            lambda progress: work.letting_go(feed, progress),
            self.came.emit,
            self._failed,
            ended=partial(self._ended, address),
        )
        self.told.emit()

    def _ended(self, address: str) -> None:
        del self._jobs[address]
        self.answered.emit()

    def move(self, news: "News") -> None:
        """Ask a feed where it is now from now on, where its server said that it moved for good."""
        feeds, places = self._settings.feeds, self._kept().places
        told = replace(places.pop(news.address), was=shown(news.address))
        places.setdefault(news.moved, told)
        there = (news.moved if one == news.address else one for one in feeds)
        self._settings.feeds = list(dict.fromkeys(there))
        self.moved.emit(news)
        try:
            save(self._settings)
        except MeipiError as error:
            self._failed(error)

    def close(self) -> None:
        """Leave those that have not answered to themselves."""
        for job in self._jobs.values():
            job.cancel()


def feed_name(news: "News") -> str:
    """Say which feed it is: by its own name, or else by its address."""
    return visible(news.told.name) or shown(news.address)


def beside(place: str, told: "Told") -> Iterator[str]:
    """Say what else is to be known of a feed."""
    if told.was:
        yield tr("It moved here from {address}.").format(address=visible(told.was))
    if is_overheard(place):
        yield tr("Its password is sent without encryption, for everybody on the way to read.")


def _came(address: str, before: "Told", now: float) -> "Came":
    from core.watch.follow import ask  # on the worker: it loads all that reads

    return ask(address, before, now)
