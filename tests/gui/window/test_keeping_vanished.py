"""A library that is not where it was, and of which there are copies."""

import os
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import backup
from core.library import Reader
from core.settings import load, save
from gui.dialogs.keeping.rescue import RescueDialog
from gui.startup.start import start
from gui.window import Window
from tests.gui.window.conftest import Answers
from tests.gui.window.starting import do

pytestmark = pytest.mark.usefixtures("as_before")


def test_a_library_that_vanished_is_not_made_anew_unasked(kept: Path) -> None:
    kept.unlink()
    told = list[str]()

    def quit_(dialog: RescueDialog) -> None:
        told.extend((dialog.accessibleName(), dialog.out.text()))
        dialog.out.click()

    do((RescueDialog, quit_))
    assert start(kept, Answers()) == 1
    assert told == [f"library.meipi is no longer in {kept.parent}.", "Quit"]
    assert not kept.exists()


def test_a_copy_is_put_where_a_vanished_library_was(kept: Path) -> None:
    kept.unlink()
    do((RescueDialog, lambda dialog: dialog.back.click()), (Window, lambda window: window.close()))
    assert start(kept, Answers()) == 0
    with Reader(kept) as reader:
        assert reader.count() == 1


def test_a_new_library_is_started_where_the_reader_says_so(kept: Path) -> None:
    kept.unlink()
    do((RescueDialog, lambda dialog: dialog.empty.click()), (Window, lambda one: one.close()))
    assert start(kept, Answers()) == 0
    with Reader(kept) as reader:
        assert reader.count() == 0
    assert len(backup.copies(kept)) == 1


@pytest.fixture
def unplugged(kept: Path) -> Path:
    """The reader's own library, gone with the folder that it was in."""
    settings = load()
    settings.library = str(kept)
    save(settings)
    shutil.rmtree(kept.parent)
    return kept


def test_a_library_that_went_with_its_folder_is_told_to_be_gone(unplugged: Path) -> None:
    told = list[str]()

    def quit_(dialog: RescueDialog) -> None:
        told.append(dialog.accessibleName())
        dialog.out.click()

    do((RescueDialog, quit_))
    assert start(None, Answers()) == 1
    assert told == [f"library.meipi is no longer in {unplugged.parent}."]
    assert not unplugged.parent.exists()


@pytest.mark.parametrize(("button", "articles"), [("back", 1), ("empty", 0)])
def test_its_folder_is_made_where_the_reader_wants_one_there(
    unplugged: Path, button: str, articles: int
) -> None:
    do(
        (RescueDialog, lambda dialog: getattr(dialog, button).click()),
        (Window, lambda window: window.close()),
    )
    assert start(None, Answers()) == 0
    with Reader(unplugged) as reader:
        assert reader.count() == articles


@pytest.mark.skipif(os.name == "nt", reason="an open file is neither moved nor replaced there")
def test_a_look_on_a_worker_tells_as_a_deed_does_that_the_file_went(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    path.unlink()
    window.articles.search.setText("rare earths")
    qtbot.waitUntil(lambda: bool(window.notice.text()))
    assert window.notice.text().startswith(f"library.meipi is no longer in {path.parent};")
