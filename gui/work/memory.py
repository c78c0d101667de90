"""Memory that loading and large work needed, given back to the system once there is rest.

What is held is not touched, but for what is only remembered to be quicker: it is made again.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

from core import words

ARENAS = -8  # what glibc's malloc.h calls M_ARENA_MAX
REST = 2000  # milliseconds without an end of work
_held: list[tuple[QObject, Callable[[], None]]] = []


def keep_together() -> None:
    """Have workers fill what is free already, before the first of them: glibc gives each its own.

    Most of what they ask for is Python's, one at a time, so that none has to wait for another.
    """
    _tell_glibc("mallopt", ARENAS, 1)


def soon() -> None:
    """Give back what is left over in a while, counted from the last time this was asked for."""
    _timer().start()


def also(owner: QObject, forget: Callable[[], None]) -> None:
    """Have something else forgotten at rest, as long as its owner is there, or until `no_more`."""
    _held.append((owner, forget))


def no_more(owner: QObject) -> None:
    """Leave alone what is the owner's: what it would have forgotten may be closed by now."""
    _held[:] = [(other, forget) for other, forget in _held if other is not owner]


@cache
def _timer() -> QTimer:
    timer = QTimer(QCoreApplication.instance(), singleShot=True)
    timer.setInterval(REST)  # as `later` tells why; it stands above this
    timer.timeout.connect(give_back)
    return timer


def give_back() -> None:
    words.forget()
    _held[:] = [(owner, forget) for owner, forget in _held if isValid(owner)]
    for _, forget in _held:
        forget()
    if "linecache" in sys.modules:  # source that was read for a message of Python's
        sys.modules["linecache"].clearcache()
    _tell_glibc("malloc_trim", 0)


def _tell_glibc(name: str, *words: int) -> None:
    """Call what glibc has; other libraries do what is wanted unasked, or cannot."""
    if sys.platform == "linux":
        told = getattr(ctypes.CDLL(None), name, None)
        if told is not None:
            told(*words)
