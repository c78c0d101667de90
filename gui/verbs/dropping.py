"""Files and texts that are held over the window: what a drop would do is shown, and then done.

Fields let files go by; a text goes into the field that it is dropped on. What comes from inside the
window, claims and articles, is for tags alone.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from gui.parts.drag import CARRIED, TAG
from gui.tongue import phrase, tr
from gui.verbs.pasting import files_in, text_in

if TYPE_CHECKING:
    from gui.parts.landing import Landing
    from gui.window import Window

COPY = Qt.DropAction.CopyAction
SHOWN_FIRST = phrase("You see the articles first. Nothing is added before you say so.")
LOOKED_INTO = phrase("You see what is new in it first. Nothing is merged before you say so.")
KINDS = phrase(
    "Meipi can import saved pages and texts, folders of them, shares, and other Meipi libraries."
)
#: What holds no text that could be read, by the first part of its kind, or all of it.
UNREAD = ("image", "audio", "video", "font")
CLOSED = ("application/pdf", "application/zip", "application/gzip", "application/msword")
OFFICE = "application/vnd."
LONGEST = 60  # characters of a file's name


class Offer(NamedTuple):
    """What is said of something held over the window."""

    icon: str
    sentence: str
    more: str
    possible: bool = True


class Dropping(QObject):
    """What comes over the window by the mouse, from when it comes to when it is dropped or goes."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._held: Offer | None = None  # what becomes of what is held over the window

    @cached_property
    def landing(self) -> "Landing":
        """What lies over the window then, made when it is first needed."""
        from gui.parts.landing import Landing

        return Landing(self._window)

    # From when it comes to when it goes

    def enter(self, event: QDropEvent) -> None:
        """Show what a drop would do; what is not for the window is left to others."""
        offer = self._held = self._offer(event)
        event.setAccepted(offer is not None)
        if offer:
            self.landing.say(offer.icon, offer.sentence, offer.more, possible=offer.possible)
            self.move(event)

    def move(self, event: QDropEvent) -> None:
        """Say again, at each move of the mouse, what was worked out when it came."""
        offer = self._held
        event.setDropAction(self._action(event))
        # One that is refused is let in all the same, or nobody would hear that it goes.
        entering = event.type() is QEvent.Type.DragEnter
        event.setAccepted(offer is not None and (offer.possible or entering))

    def _action(self, event: QDropEvent) -> Qt.DropAction:
        """Give what the other program hears of it: it would take away what it is told was moved."""
        if event.type() is QEvent.Type.Drop and not event.possibleActions() & COPY:
            return Qt.DropAction.IgnoreAction
        return COPY

    def leave(self) -> None:
        if "landing" in self.__dict__:
            self.landing.hide()

    def drop(self, event: QDropEvent) -> None:
        """Import what can be, or look into what is Meipi's own."""
        self.leave()
        self._held = self._offer(event)
        self.move(event)
        if not event.isAccepted():
            return
        data = event.mimeData()
        if paths := files_in(data):
            self._window.deeds.import_files(paths)
        else:
            self._window.deeds.import_text(text_in(data))

    # What it is

    def _offer(self, event: QDropEvent) -> Offer | None:
        data = event.mimeData()
        inside = event.source() is not None or any(map(data.hasFormat, (*CARRIED, TAG)))
        if inside or QApplication.activeModalWidget():
            return None
        paths = files_in(data)
        if not paths and not text_in(data).strip():
            return None
        if not self._desk.reader.writable:
            return _refusal(tr("Nothing can be added here"), str(self._desk.why))
        if not self._desk.free:
            return _refusal(tr("Nothing can be added just now"), tr("A large task is under way."))
        if not paths:
            return Offer("paste", tr("Drop to import this text"), tr(SHOWN_FIRST))
        return _of_files(paths)


def _refusal(sentence: str, more: str) -> Offer:
    return Offer("refuse", sentence, more, possible=False)


def _of_files(paths: list[Path]) -> Offer:
    """Say what becomes of files: by their names, for a disk may take long to answer."""
    from gui.verbs.sharing import ENDS  # when files come

    ours = [path for path in paths if path.suffix.lower() in ENDS]
    texts = [path for path in paths if path not in ours and not _is_closed(path)]
    pages = len(texts)
    if not ours and not texts:
        return _refusal(tr("This cannot be imported"), tr(KINDS))
    if not ours:
        one = tr("Drop to import {name}").format(name=_name(texts[0])) if pages == 1 else ""
        return Offer("import", one or tr("Drop to import %n file(s)", "", pages), tr(SHOWN_FIRST))
    if not pages and len(ours) == 1:
        said = tr("Drop to look into {name}").format(name=_name(ours[0]))
        return Offer("share", said, tr(LOOKED_INTO))
    look = tr("Drop to look into %n Meipi file(s)", "", len(ours))
    if not pages:
        return Offer("share", look, tr(LOOKED_INTO))
    both = tr("Drop to import %n file(s)", "", pages)
    return Offer("import", both, tr("After that you look into %n Meipi file(s).", "", len(ours)))


def _name(path: Path) -> str:
    from core.share.words import visible  # when files come

    name = visible(path.name)
    return name if len(name) <= LONGEST else f"{name[: LONGEST // 2]}…{name[-LONGEST // 2 :]}"


def _is_closed(path: Path) -> bool:
    """Tell whether a file is of a kind that holds no text to be read."""
    import mimetypes  # when files come

    kind, packed = mimetypes.guess_type(path.name)
    kind = kind or ""
    is_text = kind.partition("/")[0] not in UNREAD and kind not in CLOSED
    return bool(packed) or not is_text or kind.startswith(OFFICE)
