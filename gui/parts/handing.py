"""A pane that hands the keys on to what stands in it.

Qt's own focus proxy would do that as well, but Tab goes from such a pane to its proxy at once:
nothing that stands before the proxy would ever be come to.
"""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class HandsOn(QWidget):
    """Whatever is given the keys of this pane has them."""

    _heir: QWidget | None = None

    def hand_on(self, heir: QWidget) -> None:
        """Let this have the keys from now on."""
        self._heir = heir

    # Qt's questions

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._heir is not None:
            self._heir.setFocus(event.reason())
