"""An article that was copied elsewhere is offered, where the reader wants that: off by default.

What Meipi itself copied is never offered, nor the same text twice in a row.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from gui import work
from gui.parts.lines import one_line
from gui.tongue import tr
from gui.verbs.pasting import text_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.errors import MeipiError
    from core.model import Article
    from core.settings import Settings
    from gui.window import Window

TITLE = 60  # characters of it that are shown


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
            work.run(lambda _heard: _articles(text), partial(self._offer, text), self._ignore)

    def _offer(self, text: str, articles: "Sequence[Article]") -> None:
        """Ask whether it is to be added, by its title; nothing where more was copied meanwhile."""
        if text != self._last or not self._hears:
            return
        title = one_line(articles[0].title, TITLE) if len(articles) == 1 else ""
        if title:
            said = tr("Add “{title}”?").format(title=title)
        elif len(articles) > 1:
            said = tr("Add %n article(s)?", "", len(articles))
        else:
            said = tr("Add this article?")
        self._window.notice.offer(said, tr("Add"), self._add)

    def _ignore(self, _error: "MeipiError") -> None:
        """Say nothing of what cannot be read: nobody asked for it."""

    def _add(self) -> None:
        self._window.deeds.import_text(self._last)


def _articles(text: str) -> "Sequence[Article]":
    from core.parse import parse_text  # on the worker

    return parse_text(text).articles
