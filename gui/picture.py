"""The last picture: what the panes will show at the next start, kept to be shown before they are.

It is shown where it is still true: of the same library, with nothing written to it since, in the
same dress and fonts, on the same day. Where one of these differs, there is none.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QApplication

from core import settings
from core.settings import Settings
from gui.places import Places

OF = "of"  # the word under which a picture says what it shows
SMALL = 60  # of 100: as small as it gets without taking long


class Picture:
    """The file beside the preferences that holds it. Made before the application is dressed."""

    def __init__(self, mine: Settings) -> None:
        self._path = settings.home("config") / "window.png"
        self._font = QApplication.font().toString()
        self._dress = mine.theme if mine.theme != "system" else _system()

    def of(self, library: Path) -> QImage | None:
        """Give the picture, if it is one of this library as it is now."""
        reader = QImageReader(str(self._path))
        if reader.text(OF) != self._told(library, self._dress):
            return None
        picture = reader.read()
        return None if picture.isNull() else picture

    def keep(self, picture: QImage, library: Path, dress: str) -> None:
        """Keep a picture of this library; if that cannot be, the next start takes longer."""
        picture.setText(OF, self._told(library, dress))
        beside = self._path.with_stem("window-new")
        if picture.save(str(beside), quality=SMALL):
            with suppress(OSError):
                beside.replace(self._path)

    def _told(self, library: Path, dress: str) -> str:
        """Say all that a picture depends on, without the white space that Qt would fold."""
        files = (library, settings.path(), Places.path(), Path(__file__))
        day = time.strftime("%Y-%m-%d %z")
        whole = (*map(_stamp, files), day, self._font, dress)
        return os.fsencode("\n".join(whole)).hex()


def _system() -> str:
    """Name the theme that the desktop asks for, as `theme` will."""
    hints = QApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    asks = hasattr(hints, "accessibility") and hints.accessibility().contrastPreference()
    contrast = asks is Qt.ContrastPreference.HighContrast if asks else False
    return ("contrast_" if contrast else "") + ("dark" if dark else "light")


def _stamp(path: Path) -> str:
    """Tell a file from what it was before somebody wrote to it."""
    try:
        told = path.stat()
    except OSError:
        return str(path)
    return f"{path.resolve()} {told.st_size} {told.st_mtime_ns}"
