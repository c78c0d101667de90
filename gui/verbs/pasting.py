"""What was copied, taken for what it is: files, or a page, to import."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence


def files_in(data: QMimeData | None) -> list[Path]:
    """Give the files and folders on this machine that are dragged, or were copied."""
    if data is None:  # Qt says so of an empty clipboard, and its types do not
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def text_in(data: QMimeData | None) -> str:
    """Give the text that is dragged, or was copied; that of a page where it comes as one alone."""
    if data is None or data.text().strip() or not data.hasHtml():
        return data.text() if data is not None else ""
    from core.parse.markup import plain  # not before it is asked for

    return plain(data.html())


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
    from core.parse import looks_like_page  # not before it is asked for

    copied = QGuiApplication.clipboard().mimeData()
    return bool(files_in(copied)) or looks_like_page(text_in(copied))
