"""Files that the system asks to be opened, as a Mac does: before there is a window, or later."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library import Library
from core.settings import load, remember
from gui.__main__ import main
from gui.dialogs.importing import ImportDialog
from gui.startup.asked import App, Asked
from gui.window import Window
from tests.gui.window.starting import do

PAGE = "Tin\n2025-11-09 04:46\nCore Insights\n- Tin is short [1]\n"


def ask(*files: Path) -> None:
    app = QApplication.instance()
    assert app is not None
    for file in files:
        QApplication.sendEvent(app, QFileOpenEvent(str(file)))


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "one.txt", tmp_path / "two.md"]
    for file in files:
        file.write_text(PAGE.replace("Tin", file.stem), "utf-8")
    return files


def previews(window: Window) -> list[ImportDialog]:
    return [one for one in window.findChildren(ImportDialog) if one.isVisible()]


@pytest.mark.usefixtures("as_before")
def test_a_library_asked_for_takes_the_place_of_the_first(path: Path, library: Library) -> None:
    other = path.with_name("other.meipi")
    Library(other, library.author).close()
    remember(load(), other)
    shown: list[str] = []

    def look(window: Window) -> None:
        """Close the second; the first is closed for it."""
        name = window.desk.reader.path.name
        if name == "other.meipi":
            window.close()
        else:
            do((Window, look))
        shown.append(name)

    do((Window, look))
    ask(other)
    assert main([str(path)]) == 0
    assert set(shown) == {"library.meipi", "other.meipi"}


def test_pages_asked_for_together_are_shown_in_one_preview(
    window: Window, qapp: App, pages: list[Path], qtbot: QtBot
) -> None:
    Asked(window, qapp)
    ask(*pages)
    qtbot.waitUntil(lambda: bool(previews(window)))
    (preview,) = previews(window)
    qtbot.waitUntil(lambda: preview.add.text() == "Add 2 Articles")
    preview.reject()


def test_what_is_asked_for_under_a_dialog_waits_until_it_is_closed(
    window: Window, qapp: App, pages: list[Path], qtbot: QtBot
) -> None:
    asked = Asked(window, qapp)
    window.deeds.import_files(pages[:1])
    qtbot.waitUntil(lambda: bool(previews(window)))
    first = previews(window)[0]
    ask(pages[1])
    asked._open()
    assert previews(window) == [first]
    first.reject()
    qtbot.waitUntil(lambda: bool(previews(window)) and previews(window) != [first])
    previews(window)[0].reject()


def test_what_is_asked_for_while_a_large_deed_is_under_way_waits_for_its_end(
    window: Window, qapp: App, pages: list[Path], qtbot: QtBot
) -> None:
    asked = Asked(window, qapp)
    window.desk.lend()
    ask(*pages)
    asked._open()
    assert window.notice.text() == ""
    window.desk.take_back()
    qtbot.waitUntil(lambda: bool(previews(window)))
    previews(window)[0].reject()
