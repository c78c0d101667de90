"""What went wrong: its details in a window to copy, and what nobody foresaw as a report on disk.

A report that has not been seen is offered at the next start. What a reader can mend is told by
those who meet it, and here where they did not expect it: a disk may go at any moment.
"""

import faulthandler
import re
import sys
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from core.errors import Busy, MeipiError
from core.settings import home
from gui.startup import terminal
from gui.tongue import phrase, tr

if TYPE_CHECKING:
    from gui.window import Window

SHOWN = 20_000  # characters of a report, the last ones
#: What the parts of Windows say to one another, and hear themselves: Python takes all of it for an
#: end of the program. What does end it is another kind of code (0xc…, at a breakpoint 0x800000…) or
#: has a name.
HARMLESS = re.compile(
    r"^Windows fatal exception: code 0x8(?!00000)[0-9a-f]{7}\n"
    r"(?:\n|Thread 0x.*\n|Current thread.*\n|Extension modules:.*\n| {2}.*\n)*",
    re.MULTILINE,
)
UNFORESEEN = phrase("Something unexpected went wrong; what you did last may not have been done.")
BEFORE = phrase("Something unexpected went wrong last time. A report was kept.")


def place() -> Path:
    """Give the file of reports that have not been seen, beside the preferences."""
    return home("config") / "crash.txt"


def watch() -> None:
    """Keep a report of whatever nobody catches, even of what ends the program at once."""
    sys.excepthook = report
    if faulthandler.is_enabled():
        return
    with suppress(OSError):
        place().parent.mkdir(parents=True, exist_ok=True)
        _State.file = place().open("a", encoding="utf-8")
        faulthandler.enable(_State.file)


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep a report on disk and on the terminal, and tell of it in the window."""
    if isinstance(error, MeipiError) and _State.failing is not None:
        _State.failing.warn(error)
        return
    told = "".join(traceback.format_exception(kind, error, trace))
    terminal.tell(told)
    with suppress(OSError):
        place().parent.mkdir(parents=True, exist_ok=True)
        with place().open("a", encoding="utf-8", errors="replace") as file:
            file.write(told)
    if _State.failing is not None:
        _State.failing.tell(UNFORESEEN, told)


def unseen() -> str:
    """Give the reports that nobody has seen, the end of them where there is much."""
    try:
        kept = place().read_text("utf-8", errors="replace")
    except OSError:
        return ""
    return HARMLESS.sub("", kept)[-SHOWN:].strip()


def seen() -> None:
    """Lay what was reported aside. The file stays open for what may come."""
    with suppress(OSError):
        place().with_stem("crash-seen").write_text(unseen() + "\n", "utf-8")
        place().write_text("")


class Failing(QObject):
    """Tells in one window what went wrong, with its details."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        _State.failing = self
        self.destroyed.connect(partial(_let_go, self))
        window.notice.details_asked.connect(lambda error: self._show(str(error), _cause(error)))

    def offer(self) -> None:
        """Offer the report of the last time, if nobody has seen it."""
        told = unseen()
        if told:
            self.tell(BEFORE, told)
        else:
            with suppress(OSError):
                place().write_text("")  # of what is harmless there may be much

    def tell(self, words: str, told: str) -> None:
        """Say in the foot that there is a report; it is seen once it is opened."""

        def show() -> None:
            self._show(tr(words), told)
            seen()

        self._window.notice.offer(tr(words), tr("Details…"), show)

    def warn(self, error: MeipiError) -> None:
        """Say in the foot what a reader can mend; of a deed not shown yet, why is said there."""
        if not (isinstance(error, Busy) and self._window.desk.behind):
            self._window.notice.warn(error)

    def _show(self, words: str, told: str) -> None:
        from gui.dialogs.report import Report  # when something went wrong

        dialog = Report(words, told, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class _State:
    failing: Failing | None = None
    file: object = None  # kept open for what ends the program at once


def _let_go(failing: Failing) -> None:
    if _State.failing is failing:
        _State.failing = None


def _cause(error: MeipiError) -> str:
    """Give what lay behind an error, as those who mend Meipi read it."""
    return "".join(traceback.format_exception(error)).strip()
