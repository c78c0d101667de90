"""Where the window stood: its size, its panes and what was read last, for the next start."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings
from PySide6.QtWidgets import QWidget

from core.settings import home
from gui.sketch import Edges

if TYPE_CHECKING:
    from gui.window import Window


class Places:
    """The memory of a window, in a file beside the settings."""

    def __init__(self) -> None:
        self._memory = QSettings(str(self.path()), QSettings.Format.IniFormat)

    @staticmethod
    def path() -> Path:
        return home("config") / "window.ini"

    def article(self) -> tuple[str, int | None]:
        """Give the article that was read last, and the row that was chosen in it."""
        row = self._memory.value("row")
        return str(self._memory.value("article", "", str)), None if row is None else int(str(row))

    def edges(self) -> Edges | None:
        """Tell where the parts of the window ended."""
        kept = self._memory.value("edges")
        return Edges.kept(kept) if isinstance(kept, list) else None

    def keep(self, window: "Window") -> None:
        memory = self._memory
        memory.setValue("geometry", window.window().saveGeometry())
        memory.setValue("panes", window.split.saveState())
        memory.setValue("floor", window.bookkeeping.floor.saveState())
        memory.setValue("ledger", not window.bookkeeping.place.isHidden())
        memory.setValue("columns", window.bookkeeping.widths())
        memory.setValue("folded", list(window.shelving.folded))
        memory.setValue("sidebar", not window.shelving.place.isHidden())
        if window.insights.view.annotated:
            memory.setValue("inspector", not window.inspector.isHidden())
        memory.setValue("article", window.articles.current() or "")
        memory.setValue("row", window.insights.view.position() or 0)
        memory.setValue("edges", edges(window).sizes())
        memory.sync()

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
        self._restore("panes", window.split.restoreState)
        self._restore("floor", window.bookkeeping.floor.restoreState)
        columns = memory.value("columns") or []
        if isinstance(columns, list):
            window.bookkeeping.columns = [int(one) for one in columns if str(one).isdecimal()]
        folded = memory.value("folded") or []
        window.shelving.folded = [folded] if isinstance(folded, str) else list(map(str, folded))
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
        articles=articles.width(),
        search=articles.search.height(),
        head=articles.head.geometry().bottom() + 1,
        inspector=0 if inspector.isHidden() else inspector.width(),
        ledger=0 if ledger.isHidden() else ledger.height(),
        foot=window.statusBar().height(),
        greeted=int(not window.articles.count()),
    )
