"""The verb of tags that stand together: counted beside the window, shown, asked for and saved."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.change import Change, Record
from core.errors import MeipiError
from core.progress import Progress
from gui import work
from gui.parts.later import later
from gui.tongue import tr
from gui.verbs.beside import Beside

if TYPE_CHECKING:
    from core.model import Tag
    from core.together import Found
    from gui.dialogs.together import TogetherDialog
    from gui.dialogs.together.shown import Shown
    from gui.window import Window

PAUSE = 300  # milliseconds after a deed, so that one after the other is counted once
COUNTED = (Record.TAG, Record.HIGHLIGHT, Record.ARTICLE)
TYPED = 120  # milliseconds after a key, where many pairs are put in order
FEW = 2000  # pairs, which are put in order at once


class Together(QObject):
    """The command over tags that stand together, for `actions` to tie by its name."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._beside = Beside(self._make)
        self._found: Found | None = None  # once it was counted
        self._job: work.Job[Found] | None = None
        self._ordering: work.Job[Shown] | None = None
        self._soon = later(self, PAUSE, self._count)
        self._typed = later(self, TYPED, self._arrange)
        self._desk.changed.connect(self._follow)
        self._desk.refreshed.connect(self._count)

    def tags_together(self) -> None:
        """Show which tags stand together, beside the window."""
        self._beside.show()
        self._count()

    def _make(self) -> "TogetherDialog":
        from gui.dialogs.together import TogetherDialog  # not for the first picture

        dialog = TogetherDialog(self._window)
        dialog.asked.connect(self._ask)
        dialog.saved.connect(self._save)
        dialog.turned.connect(self._turn)
        self._found = None
        return dialog

    def close(self) -> None:
        """Close it with the window."""
        self._beside.close()

    def _follow(self, change: Change) -> None:
        if self._beside.there is not None and any(
            edit.kind in COUNTED and edit.field != "read" for edit in change.edits
        ):
            self._soon.start()

    def _count(self) -> None:
        dialog = self._beside.there
        if dialog is None or not dialog.isVisible():
            return
        if self._job is not None:
            self._job.cancel()
        path = self._desk.reader.path
        self._job = work.run(
            lambda progress: _counted(path, progress), self._hear, self._window.notice.warn
        )

    def _hear(self, found: "Found") -> None:
        self._found = found
        self._arrange()

    def _turn(self) -> None:
        """Show other pairs, or in another order; of many once no more is typed."""
        if self._found is not None and len(self._found.pairs) > FEW:
            self._typed.start()
        else:
            self._arrange()

    def _arrange(self) -> None:
        """Put what was found in order, on a worker where it is much."""
        from gui.dialogs.together.shown import shown  # as the dialog is

        dialog, found = self._beside.there, self._found
        if self._ordering is not None:
            self._ordering.cancel()
        if dialog is None or found is None:
            return
        wanted = dialog.wanted()
        if len(found.pairs) > FEW:
            self._ordering = work.run(
                lambda _progress: shown(found, wanted), self._show, self._window.notice.warn
            )
        else:
            self._show(shown(found, wanted))

    def _show(self, shown: "Shown") -> None:
        if self._beside.there is not None and self._found is not None:
            self._beside.there.show_found(self._found, shown)

    def _ask(self, one: "Tag", other: "Tag") -> None:
        """Search for what has both."""
        from core.query import spelt  # where it is asked for

        queries = dict.fromkeys(spelt("tag", tag.path) for tag in (one, other))
        self._window.articles.search.setText(" ".join(queries))

    def _save(self, kind: str) -> None:
        from core import outgoing  # where it is asked for
        from core.together import written
        from gui.ledger import saving

        dialog = self._beside.there
        assert dialog is not None
        path = self._window.ask.file_to_save(dialog, f"{tr('Tags Together')}.{kind}")
        if path is None:
            return
        try:
            if kind == "csv":
                outgoing.write(path, written(dialog.pairs()).encode("utf-8-sig"))
            else:
                draw = saving.svg if kind == "svg" else saving.png
                outgoing.write(path, draw(dialog.matrix))
        except MeipiError as error:
            self._window.notice.warn(error)
            return
        self._window.notice.say(tr("Saved to {path}.").format(path=path))


def _counted(path: Path, progress: Progress) -> "Found":
    from core.together import MOST, Found, together  # on the worker
    from gui.work.connection import looking  # on the worker

    progress(0, 0)
    with looking(path) as reader:
        return Found(together(reader, MOST), reader.worn())
