"""An article that was copied elsewhere is offered, where the reader wants that: off by default.

What Meipi itself copied is never offered, nor the same text twice in a row.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from gui.tongue import tr
from gui.verbs.pasting import text_in

if TYPE_CHECKING:
    from core.settings import Settings
    from gui.window import Window


class Clipping(QObject):
    """Listens to the clipboard from `begin` on, while the settings say so."""

    def __init__(self, window: "Window", settings: "Settings") -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._last = ""
        self._hears = False

    def begin(self) -> None:
        """Listen, or no longer, as the settings say."""
        wanted = self._settings.clipboard and self._window.desk.reader.writable
        if wanted == self._hears:
            return
        self._hears = wanted
        changed = QGuiApplication.clipboard().dataChanged
        if wanted:
            changed.connect(self._on_copied)
        else:
            changed.disconnect(self._on_copied)

    def _on_copied(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if not clipboard.ownsClipboard():
            self.hear(clipboard.mimeData())

    def hear(self, copied: QMimeData) -> None:
        """Offer what was copied elsewhere, if it looks like an article."""
        from core.parse import looks_like_page  # not before something is copied

        text = text_in(copied)
        if text and text != self._last and looks_like_page(text):
            self._last = text
            self._window.notice.offer(tr("Add this article?"), tr("Add"), self._add)

    def _add(self) -> None:
        self._window.deeds.import_text(self._last)
