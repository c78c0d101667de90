"""Something done once, a while after it was last asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(parent: QObject, milliseconds: int, slot: Callable[[], None]) -> QTimer:
    """Give a timer that calls once, so long after it was last started."""
    timer = QTimer(parent, singleShot=True, interval=milliseconds)
    timer.timeout.connect(slot)
    return timer
