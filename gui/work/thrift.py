"""Memory that loading and large work needed, given back to the system once there is rest.

What is held is not touched, but for what is only remembered to be quicker: it is made again.
"""

import ctypes
import linecache
import sys
from functools import cache

from PySide6.QtCore import QCoreApplication, QTimer

from core import words

REST = 2000  # milliseconds without an end of work


def soon() -> None:
    """Give back what is left over in a while, counted from the last time this was asked for."""
    _timer().start()


@cache
def _timer() -> QTimer:
    timer = QTimer(QCoreApplication.instance(), singleShot=True, interval=REST)
    timer.timeout.connect(give_back)
    return timer


def give_back() -> None:
    words.forget()
    linecache.clearcache()  # Qt for Python reads the source of what was imported before it
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's; others do so unasked
        if trim is not None:
            trim(0)
