"""Where the window stood: its size, its panes and what was read last, for the next start."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings
from PySide6.QtWidgets import QWidget

from core.settings import home
from gui.parts.later import later
from gui.startup.sketch import Edges

if TYPE_CHECKING:
    from gui.showing import Showing
    from gui.window import Window

#: What a pane showed: an article, a node of it, and what claims were collected by, if they were.
READ = re.compile(r"(\S+) (-?\d{1,9}) (.*)", re.DOTALL)

RESTS = 2000  # milliseconds at one claim

#: So many numbers say how the ledger stood; and a number has fewer digits.
BOOK, SHORT = 6, 10


class Places:
    """The memory of a window, in a file beside the settings."""

    def __init__(self) -> None:
        self._memory = QSettings(str(self.path()), QSettings.Format.IniFormat)

    @staticmethod
    def path() -> Path:
        return home("config") / "window.ini"

    def show_first(self, window: "Showing") -> None:
        """Show what was read last, in one pane or in two; else the first article."""
        kept = (READ.fullmatch(text) for text in _texts(self._memory.value("read"))[:2])
        for number, found in enumerate(filter(None, kept)):
            if number and window.insights.view.annotated:
                window.panes.open_beside()
            self._go_on(window, found[1], int(found[2]), found[3])
        if window.insights.view.annotated is None:
            window.articles.step(1)
        self._restore("beside", window.panes.split.restoreState)
        if self._memory.value("left", False, bool):
            window.panes.go_over()

    def _go_on(self, window: "Showing", article: str, node: int, query: str) -> None:
        tree = window.insights.view
        if window.articles.choose(article) and tree.annotated and node >= 0:
            tree.stand_at(min(node, len(tree.annotated.article.edition.nodes) - 1))
        if query:
            window.collecting.show(query, article, node)

    def edges(self) -> Edges | None:
        """Tell where the parts of the window ended."""
        kept = self._memory.value("edges")
        return Edges.kept(kept) if isinstance(kept, list) else None

    def keep(self, window: "Window") -> None:
        memory = self._memory
        memory.setValue("geometry", window.window().saveGeometry())
        memory.setValue("panes", window.split.widths())
        memory.setValue("floor", window.bookkeeping.floor.saveState())
        memory.setValue("ledger", not window.bookkeeping.place.isHidden())
        memory.setValue("columns", window.bookkeeping.widths())
        memory.setValue("book", window.bookkeeping.stands())
        memory.setValue("folded", list(window.shelving.folded))
        memory.setValue("sidebar", window.split.wants(window.shelving.place))
        if window.insights.view.annotated:
            memory.setValue("inspector", window.split.wants(window.inspector))
        memory.setValue("beside", window.panes.split.saveState())
        memory.setValue("edges", edges(window).sizes())
        self._rests.stop()
        self._keep_read(window)
        memory.sync()

    def follow(self, window: "Window") -> None:
        """Keep what is read also at rest, so that a crash comes back to where the reader was."""
        self._rests = later(window, RESTS, partial(self._note_read, window))
        window.panes.stood.connect(self._rests.start)

    def _note_read(self, window: "Window") -> None:
        if _read(window) != _texts(self._memory.value("read")):
            self._keep_read(window)
            self._memory.sync()

    def _keep_read(self, window: "Window") -> None:
        memory, panes = self._memory, window.panes
        for pane in reversed([*panes.all()]):
            pane.view.note_folds()
        memory.setValue("folds", panes.folds.lines())
        memory.setValue("read", _read(window))
        memory.setValue("left", panes.is_left)

    def restore_frame(self, frame: QWidget) -> None:
        """Put the window on the screen where it stood."""
        self._restore("geometry", frame.restoreGeometry)

    def _restore(self, name: str, restore: Callable[[QByteArray], bool]) -> None:
        kept = self._memory.value(name)
        if isinstance(kept, QByteArray):
            restore(kept)

    def restore(self, window: "Window") -> None:
        memory = self._memory
        self.restore_frame(window)
        window.split.want(_numbers(memory.value("panes")))
        self._restore("floor", window.bookkeeping.floor.restoreState)
        window.bookkeeping.columns = _numbers(memory.value("columns"))
        book = _numbers(memory.value("book"))
        window.bookkeeping.stood = book if len(book) == BOOK else []
        window.shelving.folded = _texts(memory.value("folded"))
        window.panes.folds.take(_texts(memory.value("folds")))
        window.shelving.place.setVisible(bool(memory.value("sidebar", True, bool)))
        window.bookkeeping.place.setVisible(bool(memory.value("ledger", False, bool)))
        window.inspector.setVisible(bool(memory.value("inspector", True, bool)))


def edges(window: "Window") -> Edges:
    """Tell where the parts of a window end."""
    side, ledger = window.shelving.place, window.bookkeeping.place
    articles, inspector = window.articles, window.inspector
    return Edges(
        bars=window.split.mapTo(window, QPoint()).y(),
        side=0 if side.isHidden() else side.width(),
        articles=window.split.width() if window.split.is_single else articles.width(),
        search=articles.search.height(),
        head=articles.head.geometry().bottom() + 1,
        inspector=0 if inspector.isHidden() else inspector.width(),
        ledger=0 if ledger.isHidden() else ledger.height(),
        foot=window.statusBar().height(),
        greeted=int(not window.articles.count()),
    )


def _read(window: "Window") -> list[str]:
    """Spell what the panes show, from left to right."""
    places = map(window.trail.place, window.panes.in_order())
    return [f"{one.article} {one.node} {one.query}" for one in places if one]


def _numbers(kept: object) -> list[int]:
    return [int(one) for one in _texts(kept) if one.isdecimal() and len(one) < SHORT]


def _texts(kept: object) -> list[str]:
    """Read a list, of which a file holds one alone as a text, and none as nothing."""
    if isinstance(kept, str):
        return [kept]
    return [str(one) for one in kept] if isinstance(kept, list) else []
