"""What lies over the window for a moment."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication

from gui.look import sizing
from gui.parts.overlay import Overlay

T = TypeVar("T", bound=Overlay)


def shown_over(kind: type[T]) -> T:
    """Give the one of this kind that has the keys."""
    focused = QApplication.focusWidget()
    found = [one for one in sizing.every_widget() if isinstance(one, kind) and one.isVisible()]
    assert len(found) == 1
    assert focused is not None
    assert found[0].isAncestorOf(focused)
    return found[0]


def is_anything_over() -> bool:
    return any(isinstance(one, Overlay) and one.isVisible() for one in sizing.every_widget())
