"""While many articles are added it is shown how many there are already."""

import pytest
from pytestqt.qtbot import QtBot

from core.library import Library
from core.parse import parse_text
from gui.dialogs.waiting import WaitDialog
from gui.verbs import arriving
from gui.window import Window
from tests.generate import page


def test_it_is_shown_how_many_are_added_so_far(
    qtbot: QtBot, window: Window, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arriving, "MANY", 2)
    seen: list[tuple[int, str]] = []
    show = WaitDialog.show_far

    def shown(dialog: WaitDialog, many: int, done: int, total: int) -> None:
        show(dialog, many, done, total)
        seen.append((dialog.bar.maximum(), dialog.told.text()))

    monkeypatch.setattr(WaitDialog, "show_far", shown)
    before = library.count()
    window.deeds.add(parse_text(page(3)).articles)
    qtbot.waitUntil(lambda: library.count() == before + 3)
    qtbot.waitUntil(lambda: not window.turning.lending.at_work())
    assert seen
    assert all(far == 1_000 and told.split(",")[0].endswith(" of 3") for far, told in seen)
