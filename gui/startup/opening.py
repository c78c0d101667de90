"""Which library is opened, and how: to write, to look, or as a clean copy of a stranger's file.

A library is the reader's own when it is the usual one, the one opened last, one that was made here,
or one of which she said so. Any other is somebody else's: what it holds is shown of a clean copy.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.errors import (
    DiskTrouble,
    NewerLibrary,
    OlderLibrary,
    ReadOnly,
)
from core.library import Library, Reader
from core.model import Author
from core.settings import Settings, is_known, place_of, remember
from gui.libraries import ReadOnlyLibrary, Shared, make_folder, refuse_lost
from gui.tongue import tr

if TYPE_CHECKING:
    from gui.ask import Ask


class NotOpened(Exception):
    """The reader would rather not open it."""


def open_library(
    path: Path | None,
    settings: Settings,
    ask: "Ask | None" = None,
    parent: QWidget | None = None,
    *,
    anew: bool = False,
) -> Reader:
    """Open the library named, or the reader's own, made where there is none.

    Where there was one, of which there are copies, it is made only `anew`, as the reader wants.

    One that may only be read is opened to look; of a share, and of a library that is not known for
    the reader's own, a clean copy is shown. `ask` asks whose it is; without it, nobody is asked.
    """
    place = place_of(path, settings)
    from core.share.mark import is_library, is_share  # not with the window

    if is_share(place):
        return Shared(place)
    new = not place.exists()
    if new and not anew:
        refuse_lost(place)
    if new and (anew or path is None):
        make_folder(place.parent)
    if not new and not is_known(settings, place) and is_library(place):
        if not _is_mine(place, ask, parent):
            return Shared(place)
        _remember(settings, place)
    library = _open(place, Author(settings.author, settings.name), parent)
    if new:
        _remember(settings, place)
    return library


def _remember(settings: Settings, place: Path) -> None:
    with suppress(DiskTrouble):  # then it is asked again, the next time
        remember(settings, place)


def _is_mine(place: Path, ask: "Ask | None", parent: QWidget | None) -> bool:
    mine = ask.is_mine(parent, place) if ask else False
    if mine is None:
        raise NotOpened
    return mine


def _open(place: Path, author: Author, parent: QWidget | None) -> Reader:
    try:
        return _open_as_it_is(place, author)
    except OlderLibrary:
        if not _brought(place, parent):
            raise
        return _open_as_it_is(place, author)


def _brought(place: Path, parent: QWidget | None) -> bool:
    from gui.startup.bringing import bring  # where there is something to bring
    from gui.work import Cancelled

    try:
        return bring(place, parent) is not None
    except Cancelled:
        raise NotOpened from None


def _open_as_it_is(place: Path, author: Author) -> Reader:
    if place.is_file() and not os.access(place, os.W_OK):
        return ReadOnlyLibrary(place)
    try:
        return Library(place, author)
    except ReadOnly:
        return ReadOnlyLibrary(place)
    except NewerLibrary:
        return ReadOnlyLibrary(place, _newer(place))


def _newer(place: Path) -> NewerLibrary:
    return NewerLibrary(
        tr("{name} was written by a newer Meipi and can only be read.").format(name=place.name),
        tr("Install that version to change it."),
    )
