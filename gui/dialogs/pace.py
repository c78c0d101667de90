"""How long something at work still takes, by how long it took so far. Showing it is not its own."""

import time
from collections.abc import Callable

from gui.tongue import tr

SURE = 1.0  # seconds, before which nobody knows
BEGUN = 50  # so small a part of it tells nothing either: the fiftieth
STEP, FEW = 10, 7  # seconds: what is told is no more exact than that


class Pace:
    """Begins when it is first asked."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: float | None = None

    def left(self, done: int, total: int) -> str:
        """Say about how long it still takes; nothing while that is not known."""
        now = self._clock()
        if self._began is None:
            self._began = now
        passed = now - self._began
        if passed < SURE or not total <= done * BEGUN < total * BEGUN:
            return ""
        seconds = passed * (total - done) / done
        if seconds < FEW:
            return tr("a few seconds left")
        if seconds < 60 - STEP / 2:
            return tr("about %n second(s) left", "", max(1, round(seconds / STEP)) * STEP)
        return tr("about %n minute(s) left", "", max(1, round(seconds / 60)))
