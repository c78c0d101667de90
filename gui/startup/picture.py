"""The last picture: what the panes will show at the next start, kept to be shown before they are.

It is shown where it is still true: of the same library, with nothing written to it since, in the
same dress and fonts, on the same day. Beside it the same is kept with nothing in the panes: that is
true of every library and on every day, while the window is dressed and arranged as it was. Where
neither is, the window is a `sketch`.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QImageReader, QPainter
from PySide6.QtWidgets import QApplication

from core import settings
from core.settings import Settings
from gui.look.tones import ALL, NAMED, Tones
from gui.startup import sketch
from gui.startup.places import Places
from gui.startup.sketch import Edges

WHOLE, BARE = "window.png", "window-bare.png"
OF = "of"  # the word under which a picture says what it shows
SMALL = 60  # of 100: as small as it gets without taking long


class Picture:
    """The files beside the preferences that hold it. Made before the application is dressed."""

    def __init__(self, mine: Settings) -> None:
        self._mine = mine
        self._font = QApplication.font().toString()
        self._dress = mine.theme if mine.theme != "system" else _system()

    def of(self, library: Path) -> QImage | None:
        """Give the picture, if it is one of this library as it is now."""
        return _read(WHOLE, self._told(library, self._dress))

    def bare(self) -> QImage | None:
        """Give the picture with nothing in its panes, if they would stand where they stood."""
        return _read(BARE, self._worn(self._dress))

    def sketch(self, painter: QPainter, size: QSize, library: Path) -> None:
        """Paint what is known of the window without a picture."""
        edges = Places().edges()
        if edges is None:
            line = round(QFontMetrics(QApplication.font()).height() * self._mine.text / 100)
            edges = Edges.usual(line, empty=not library.exists())
        sketch.paint(painter, size, edges, _tones(self._dress))

    def keep(self, picture: QImage, edges: Edges, library: Path, dress: str) -> None:
        """Keep a picture of this library; if that cannot be, the next start takes longer."""
        _write(WHOLE, picture, self._told(library, dress))
        with QPainter(picture) as painter:
            size = picture.deviceIndependentSize().toSize()
            sketch.cover(painter, size, edges, _tones(dress))
        _write(BARE, picture, self._worn(dress))

    def _told(self, library: Path, dress: str) -> str:
        """Say all that a picture depends on, without the white space that Qt would fold."""
        files = (library, settings.path(), Places.path(), Path(__file__))
        day = time.strftime("%Y-%m-%d %z")
        return _folded(*map(_stamp, files), day, self._font, dress)

    def _worn(self, dress: str) -> str:
        """Say what a picture depends on that has nothing in its panes."""
        mine = self._mine
        looks = (mine.language, mine.colour, mine.group, mine.sort, str(mine.text))
        return _folded(*map(_stamp, (Places.path(), Path(__file__))), self._font, dress, *looks)


def _read(name: str, told: str) -> QImage | None:
    place = settings.home("config") / name
    if not place.exists():
        return None
    reader = QImageReader(str(place), b"png")
    reader.setAutoDetectImageFormat(False)  # which asks every plugin, and keeps them all
    if reader.text(OF) != told:
        return None
    picture = reader.read()
    return None if picture.isNull() else picture


def _write(name: str, picture: QImage, told: str) -> None:
    picture.setText(OF, told)
    place = settings.home("config") / name
    beside = place.with_stem(f"{place.stem}-new")
    if picture.save(str(beside), quality=SMALL):
        with suppress(OSError):
            beside.replace(place)


def _folded(*words: str) -> str:
    return os.fsencode("\n".join(words)).hex()


def _tones(dress: str) -> Tones:
    return ALL[NAMED.index(dress)]


def _system() -> str:
    """Name the theme that the desktop asks for, as `theme` will."""
    hints = QApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return ("contrast_" if contrast else "") + ("dark" if dark else "light")


def _stamp(path: Path) -> str:
    """Tell a file from what it was before somebody wrote to it."""
    try:
        told = path.stat()
    except OSError:
        return str(path)
    return f"{path.resolve()} {told.st_size} {told.st_mtime_ns}"
