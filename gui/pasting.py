"""A page pasted into a one-line field, taken for what it is: a page to import."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence


class Pasting(QObject):
    """A filter on fields that keeps a copied page out of them, and tells of it by `pasted`."""

    pasted = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if _pastes(event) and _page_copied():
            self.pasted.emit()
            return True
        return super().eventFilter(watched, event)


def _pastes(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.matches(QKeySequence.StandardKey.Paste)


def _page_copied() -> bool:
    from core.parse import looks_like_page  # noqa: PLC0415  not before it is asked for

    return looks_like_page(QGuiApplication.clipboard().text())
