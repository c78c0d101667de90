"""What is being written and is in no library yet, kept beside the preferences for a worse day.

A finding that is not made, a third text, a note that has to wait: a program may be killed while
somebody writes them, or the session end with nobody there to be asked. The next start offers them.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from core import disk
from core.errors import DiskTrouble
from core.settings import home
from gui.parts.later import every
from gui.tongue import phrase, tr
from gui.verbs.readers import HINT

if TYPE_CHECKING:
    from core.scratch import Scratch
    from gui.window import Window

EVERY = 3000  # milliseconds
NAME, LARGEST = "draft.txt", 1 << 26
BEFORE = phrase("What you were writing when Meipi ended was kept.")


def place() -> Path:
    """Give the folder with a folder for each program that keeps something."""
    return home("data") / "drafts"


class Drafting(QObject):
    """Keeps what one window holds, from `begin` on."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._kept = ""
        self._folder: Scratch | None = None
        self._timer = every(self, EVERY, self.keep)

    def begin(self) -> None:
        """Offer what was kept before, and keep what is written from now on."""
        self._timer.start()
        self._offer()

    def keep(self) -> None:
        """Write down what is written by now, also what waits for a large deed."""
        self._write(_joined((self._text(), self._waiting())))

    def _write(self, text: str) -> None:
        """Write that down, if it is something else; on a full disk, later."""
        if text == self._kept:
            return
        if text:
            with suppress(OSError, DiskTrouble):
                disk.write(self._held() / NAME, text.encode("utf-8", "replace"))
                self._kept = text
        else:
            self._drop()

    def close(self) -> None:
        """Keep nothing more, and what was kept only if nobody was there to be asked about it."""
        self._timer.stop()
        unasked = self._text() if self._window.ask.nobody else ""
        if text := _joined((unasked, self._waiting())):
            self._write(text)
        else:
            self._drop()

    def _text(self) -> str:
        window = self._window
        holders = (window.concluding, window.inspector, window.readers)
        return _joined(text for one in holders for text in one.unkept_texts())

    def _waiting(self) -> str:
        return _joined(self._window.desk.waiting_notes)

    def _held(self) -> Path:
        from core.scratch import Scratch  # when there is something to keep

        if self._folder is None:
            self._folder = Scratch(place())
        return self._folder.path

    def _drop(self) -> None:
        self._kept = ""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None

    # The next start

    def _offer(self) -> None:
        from core.scratch import left  # not for the first picture

        read = {one: text for one in left(place()) if (text := _read(one)) is not None}
        text, folders = _joined(read.values()), tuple(read)
        if text:
            show = partial(self._show, text, folders)
            self._window.notice.offer(tr(BEFORE), tr("Show…"), show)
        else:
            _forget(folders)

    def _show(self, text: str, folders: Sequence[Path]) -> None:
        from gui.dialogs.report import Report  # when something was kept

        dialog = Report(tr(BEFORE), text, self._window, tr(HINT))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _code: _forget(folders))  # not before it was read
        dialog.open()


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, texts))


def _read(folder: Path) -> str | None:
    """Give what was kept; None where it cannot be read just now: that is not to be forgotten."""
    try:
        return disk.read(folder / NAME, LARGEST).decode("utf-8", "replace").strip()
    except FileNotFoundError:
        return ""
    except OSError:
        return None


def _forget(folders: Sequence[Path]) -> None:
    from core.scratch import forget

    for folder in folders:
        forget(folder)
