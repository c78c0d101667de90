"""Where the window stood: its size, its panes and what was read last, for the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from core.settings import home

if TYPE_CHECKING:
    from gui.window import Window


class Places:
    """The memory of a window, in a file beside the settings."""

    def __init__(self) -> None:
        self._memory = QSettings(str(home("config") / "window.ini"), QSettings.Format.IniFormat)

    def article(self) -> tuple[str, int | None]:
        """Give the article that was read last, and the row that was chosen in it."""
        row = self._memory.value("row")
        return str(self._memory.value("article", "", str)), None if row is None else int(str(row))

    def keep(self, window: "Window") -> None:
        memory = self._memory
        memory.setValue("geometry", window.saveGeometry())
        memory.setValue("panes", window.split.saveState())
        memory.setValue("floor", window.bookkeeping.floor.saveState())
        memory.setValue("ledger", not window.bookkeeping.place.isHidden())
        memory.setValue("sidebar", not window.shelving.place.isHidden())
        if window.insights.view.annotated:
            memory.setValue("inspector", not window.inspector.isHidden())
        memory.setValue("article", window.articles.current() or "")
        memory.setValue("row", window.insights.view.position() or 0)
        memory.setValue("text", window.text_size())
        memory.sync()

    def restore(self, window: "Window") -> None:
        memory = self._memory
        for name, restore in (
            ("geometry", window.restoreGeometry),
            ("panes", window.split.restoreState),
            ("floor", window.bookkeeping.floor.restoreState),
        ):
            kept = memory.value(name)
            if isinstance(kept, QByteArray):
                restore(kept)
        if memory.contains("text"):
            window.scale_text(float(str(memory.value("text", window.text_size()))))
        window.shelving.place.setVisible(bool(memory.value("sidebar", True, bool)))
        window.bookkeeping.place.setVisible(bool(memory.value("ledger", False, bool)))
        window.inspector.setVisible(bool(memory.value("inspector", True, bool)))
