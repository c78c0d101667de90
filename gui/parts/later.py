"""Something done once, a while after it was last asked for, or again and again.

A timer is told its interval by a call, never as it is made: Qt for Python looks for the name with
the C library's letters, and in Turkish `i` has no `I`.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(parent: QObject, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    """Give a timer that calls once, so long after it was last started."""
    timer = every(parent, milliseconds, slot)
    timer.setSingleShot(True)
    return timer


def every(parent: QObject, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    """Give a timer that calls again and again once it is started, with so long between."""
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
