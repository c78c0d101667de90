"""Dialogs and hard places for tests/pictures.py: every theme, no room, much room, large text."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from gui import work
from gui.dialogs.report import Report
from gui.parts.overlay import Overlay
from gui.startup.failing import UNFORESEEN
from gui.tongue import tr
from gui.window import Window
from tests.pictures_dress import DRESS

Save = Callable[[QWidget, str], None]
#: The commands that open a dialog over the window, or a page beside it.
COMMANDS = (
    *("export", "share", "history", "keys", "palette", "tags", "terms", "term", "readers"),
    *("preferences", "backups", "agreement", "add_to_finding"),
)
REPORT = """Traceback (most recent call last):
  File "gui/desk.py", line 120, in commit
    change = self._library.commit(make())
ZeroDivisionError: division by zero
"""
PLACES = (
    *(("narrow", 900, 600, 100), ("wide", 2560, 1440, 100)),
    *(("small-text", 1280, 800, 80), ("large-text", 1280, 800, 200)),
)


def take_dialogs(app: QApplication, window: Window, save: Save, modes: tuple[str, ...]) -> None:
    """Take what each command opens, in these themes."""
    for mode in modes:
        window.dress(mode)
        for name in COMMANDS:
            window.actions_[name].trigger()
            _settle(app)
            for shown in _over(window):
                save(shown, f"dialog-{name}-{mode}")
                shown.close()
        page = Report(tr(UNFORESEEN), REPORT, window)
        page.open()
        _settle(app)
        save(page, f"dialog-report-{mode}")
        page.close()
    window.dress(DRESS.usual)


def take_places(app: QApplication, window: Window, save: Save) -> None:
    """Take the window with little room, with much, and with text twice as large."""
    size = window.size()
    for name, width, height, percent in PLACES:
        window.resize(width, height)
        window.dressing.size_text(percent)
        _settle(app)
        save(window, f"place-{name}")
    window.dressing.size_text(100)
    window.resize(size)


def take_found(app: QApplication, window: Window, save: Save) -> None:
    """Take what is found in the article, named in the other language."""
    window.actions_["find_words"].trigger()
    window.insights.find_bar.field.setText("稀土")
    _settle(app)
    save(window, f"find-{DRESS.usual}")
    window.insights.find_bar.field.clear()
    window.insights.find_bar.left.emit()


def take_themes(app: QApplication, window: Window, save: Save) -> None:
    """Take the window in high contrast, on both grounds."""
    for mode in DRESS.themes:
        window.dress(mode)
        _settle(app)
        save(window, f"window-{mode}")
    window.dress(DRESS.usual)


def _over(window: Window) -> list[QWidget]:
    tops = QApplication.topLevelWidgets()
    over = (*tops, *window.findChildren(Overlay))
    return [one for one in over if one.isVisible() and one is not window]


def _settle(app: QApplication) -> None:
    for _ in range(8):
        app.processEvents()
    while work._running:
        app.processEvents()
