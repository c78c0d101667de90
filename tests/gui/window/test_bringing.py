"""A large library of an older format is brought to this one under a dialog, with a copy first."""

import shutil
from pathlib import Path

import pytest

from core import backup
from core.library import Reader
from core.search import search
from core.settings import load, remember
from gui.dialogs.waiting import WaitDialog
from gui.startup import bringing
from gui.startup.start import start
from gui.window import Window
from tests.data.keep import FOLDER
from tests.gui.window.conftest import Answers
from tests.gui.window.starting import do

pytestmark = pytest.mark.usefixtures("as_before")


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bringing, "LARGE", 0)
    path = tmp_path / "old.meipi"
    shutil.copyfile(FOLDER / "library-2.meipi", path)
    remember(load(), path)
    return path


def test_a_large_library_is_brought_under_a_dialog_and_then_shown(old: Path) -> None:
    told = list[str]()

    def look(window: Window) -> None:
        told.append(window.desk.reader.path.name)
        window.close()

    do((WaitDialog, lambda dialog: told.append(dialog.what.text())), (Window, look))
    assert start(old, Answers()) == 0
    assert told == ["Bringing old.meipi up to date…", "old.meipi"]
    assert [copy.reason for copy in backup.copies(old)] == [backup.Reason.MIGRATE]
    with Reader(old) as reader:
        assert search(reader, "替代品").hits


def test_who_calls_it_off_sees_nothing_and_loses_nothing(old: Path) -> None:
    do((WaitDialog, lambda dialog: dialog.cancel.click()))
    assert start(old, Answers()) == 1
    backup.migrate(old)
    with Reader(old) as reader:
        assert search(reader, "替代品").hits
