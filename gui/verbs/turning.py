"""Undo and redo: at once where little is turned round, on a worker where much is."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.change import Change
from core.library import Library, Past
from core.model import Author
from core.progress import Progress
from gui.dialogs.words import deed_words
from gui.tongue import called, phrase, tr
from gui.verbs.lending import Lending
from gui.work.connection import writing

if TYPE_CHECKING:
    from gui.window import Window

LARGE = 1000  # revisions, which take about a tenth of a second
TURNED = {"undo": phrase("Undone"), "redo": phrase("Done again")}


class Turning(QObject):
    """The commands that take deeds back, for `actions` to tie by their names."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self.lending = Lending(window)

    def undo(self) -> None:
        self._window.inspector.flush()
        self._turn("undo", self._desk.reader.undoable())

    def redo(self) -> None:
        self._turn("redo", self._desk.reader.redoable())

    def history(self) -> None:
        from gui.dialogs.history import HistoryDialog

        dialog = HistoryDialog(self._desk.reader, self._window)
        dialog.undo_to.connect(self.undo_to)
        self._desk.changed.connect(dialog.look_again)
        self._desk.refreshed.connect(dialog.look_again)
        dialog.open()

    def undo_to(self, seq: int) -> None:
        """Take back every deed down to this one, and this one."""
        self._window.inspector.flush()
        past = self._desk.reader.undoable()
        while past and past.seq >= seq:
            if self._is_large(past):
                self._begin("undo", past, seq)
                return
            if not self._desk.undo():
                return
            past = self._desk.reader.undoable()

    def _turn(self, way: str, past: Past | None) -> None:
        if past is None or not self._is_large(past):
            change = self._desk.undo() if way == "undo" else self._desk.redo()
            self._tell(way, change, past)
        else:
            self._begin(way, past, past.seq)

    def _is_large(self, past: Past) -> bool:
        writable = self._desk.reader.writable
        return writable and self._desk.reader.weight(past) > LARGE

    def _tell(self, way: str, change: Change | None, past: Past | None) -> None:
        if change:
            source = past.source if past else None
            words = deed_words(change.name, change.count, source or "")
            self._window.notice.say(
                tr("{turned}: {deed}.").format(
                    turned=tr(TURNED[way]), deed=words[0].lower() + words[1:]
                )
            )

    # On a worker

    def _begin(self, way: str, past: Past, seq: int) -> None:
        reader = self._desk.reader
        assert isinstance(reader, Library)
        words = deed_words(past.name, past.count, past.source or "")
        self.lending.begin(
            called(tr("Undo") if way == "undo" else tr("Redo"), words),
            partial(_turned, reader.path, reader.author, way, seq),
            partial(self._tell, way, past=past),
            revisions=reader.weight(past),
        )


def _turned(path: Path, author: Author, way: str, seq: int, progress: Progress) -> Change:
    """Turn deeds round down to this one; give the last change."""
    change = Change(way, ())
    with writing(path, author, progress) as library:
        if way == "redo":
            return library.redo() or change
        past = library.undoable()
        while past and past.seq >= seq:
            change = library.undo() or change
            past = library.undoable()
    return change
