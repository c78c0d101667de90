"""The window that speaks Chinese: nothing it says by itself is left in English."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QHeaderView, QTabBar, QWidget

from core.library import Library
from core.settings import Settings
from gui import tongue
from gui.ledger import Tab
from gui.window import Window
from tests.given import ANNA

Open = Callable[..., Window]
#: Names, kinds of files and keys, which are the same in both.
SAME = re.compile(
    r"([A-Z]:)?[\\/]\S+|\b(Ctrl|Shift|Alt|F\d+|Esc|Delete|Enter|Markdown|CSV|PNG|SVG|UTC"
    r"|English|Anna|Brier|Kappa|Alpha|Meipi|RSS|Atom|JSON Feed|OPML)\b"
)
SAYS = ("text", "title", "placeholderText", "toolTip", "accessibleName", "accessibleDescription")
DIALOGS = (
    *("preferences", "keys", "history", "tags", "tags_together", "backups", "terms", "agreement"),
)


@pytest.fixture
def window(open_window: Open, qapp: QApplication, library: Library) -> Iterator[Window]:
    """A window over a library that has nothing to say by itself."""
    tongue.wear(qapp, "zh")
    made = open_window(library, Settings(author=ANNA.id, name=ANNA.name, language="zh"))
    made.shelving.fill()
    yield made
    tongue.wear(qapp, "en")


def words(top: QWidget) -> Iterator[str]:
    """Give all that a widget and what stands in it say, to the eye and to a screen reader."""
    for one in (top, *top.findChildren(QObject)):
        for name in SAYS:
            with suppress(TypeError):
                yield str(getattr(one, name, str)())
        if isinstance(one, QComboBox):
            yield from map(one.itemText, range(one.count()))
        if isinstance(one, QTabBar):
            yield from map(one.tabText, range(one.count()))
        if isinstance(one, QHeaderView) and one.model():
            heads = range(one.count())
            yield from (str(one.model().headerData(n, one.orientation()) or "") for n in heads)


def english(top: QWidget) -> set[str]:
    return {said for said in words(top) if re.search("[A-Za-z]{3}", SAME.sub("", said))}


def test_the_window_its_menus_and_its_ledger(window: Window) -> None:
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane is not None
    for tab in Tab:
        pane.head.turn(tab)
    assert len({*window.findChildren(QAction)}) > 60
    assert english(window) == set()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog(window: Window, name: str) -> None:
    window.actions_[name].trigger()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    assert shown
    for dialog in shown:
        assert english(dialog) == set()
        dialog.close()
