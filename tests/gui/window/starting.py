"""A reader at the start: does one thing to each dialog or window that comes, as it comes."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.look import sizing

Step = tuple[type[QWidget], Callable[..., object]]


def shown(kind: type[QWidget]) -> QWidget | None:
    """Give what a reader has before her, if it is of this kind."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal if isinstance(modal, kind) else None
    found = (one for one in sizing.every_widget() if one.isVisible())
    return next((one for one in found if isinstance(one, kind)), None)


def do(*steps: Step) -> None:
    """Once there is a widget of that kind, do that to it; then the next."""

    def go_on(left: tuple[Step, ...] = steps) -> None:
        there = shown(left[0][0])
        rest = left if there is None else left[1:]
        if rest:
            QTimer.singleShot(2, lambda: go_on(rest))
        if there is not None:
            left[0][1](there)

    QTimer.singleShot(0, go_on)
