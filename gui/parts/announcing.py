"""Say something to whoever has a screen reader; nobody else hears or sees it.

Qt's types for it take long to load: this is for `aloud`, and not for the first picture.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from gui.parts.later import later

AT_ONCE = QAccessible.AnnouncementPoliteness.Assertive


def announce(speaker: QWidget, words: str, *, at_once: bool) -> None:
    said = QAccessibleAnnouncementEvent(speaker, words)
    if at_once:
        said.setPoliteness(AT_ONCE)
    QAccessible.updateAccessibility(said)


class RowsTold(QObject):
    """Tells of the current row of a list that is given the keys; Qt tells of the list alone."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._soon = later(self, 0, self._tell)  # once Qt has told of the list
        app.focusChanged.connect(self._wait)

    def _wait(self) -> None:
        """Ask for no widget of the signal: what had the keys may be on its way out."""
        if QAccessible.isActive():
            self._soon.start()

    def _tell(self) -> None:
        rows = QApplication.focusWidget()
        if not isinstance(rows, QAbstractItemView):
            return
        row = QAccessible.queryAccessibleInterface(rows).focusChild()
        if row is not None and row.isValid():
            QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))
