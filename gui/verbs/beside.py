"""A dialog that stands beside the window: one at a time, and none once it is closed.

One that is out of sight would be dressed and sized with every other widget, so it is not kept.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

Kind = TypeVar("Kind", bound=QDialog)


class Beside(Generic[Kind]):
    """The dialog that `make` makes; `there` is None while there is none."""

    def __init__(self, make: Callable[[], Kind]) -> None:
        self._make = make
        self.there: Kind | None = None

    def get(self) -> Kind:
        """Give the one that is there, or a new one that is not shown yet."""
        if self.there is None:
            self.there = self._make()
            self.there.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.there.finished.connect(self._forget)
        return self.there

    def show(self) -> None:
        """Bring it before the window."""
        dialog = self.get()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def close(self) -> None:
        """Close it with the window."""
        if self.there is not None:
            self.there.close()

    def _forget(self) -> None:
        self.there = None
