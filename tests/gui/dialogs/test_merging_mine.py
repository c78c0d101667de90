"""A share that is open to look at, merged into the reader's own library."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import backup
from core.library import Library
from core.model import Article
from core.settings import Settings, save
from gui.startup.opening import open_library
from tests.given import ANNA
from tests.gui.dialogs.conftest import Place, Sent, mark


def test_a_share_that_is_open_to_look_at_is_merged_into_the_readers_library(
    place: Place, library: Library, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    new = mark(ben, rare_earths, "oxides", note="his")
    save(Settings(author=ANNA.id, name=ANNA.name, library=str(library.path)))
    place.window.close()
    with open_library(sent(), Settings()) as reader:
        other = Place(reader, place.qtbot)
        bar = other.window.sharing._bar
        assert bar is not None
        assert bar.isVisible()
        assert bar.told.text().startswith("A share from Ben: from-ben.meipi, made on ")
        QTest.mouseClick(bar.asked, Qt.MouseButton.LeftButton)
        other.take(other.open())
        assert library.highlight(new).note == "his"
        assert bar.asked.text() == "Open My Library"
        with place.qtbot.waitSignal(other.window.deeds.library_asked) as heard:
            QTest.mouseClick(bar.asked, Qt.MouseButton.LeftButton)
        assert heard.args == [library.path]
        other.window.close()


def test_a_library_that_vanished_is_not_begun_anew_by_a_merge(
    place: Place, tmp_path: Path, sent: Sent
) -> None:
    mine = tmp_path / "mine.meipi"
    Library(mine, ANNA).close()
    backup.take(mine, backup.Reason.DAILY)
    mine.unlink()
    save(Settings(author=ANNA.id, name=ANNA.name, library=str(mine)))
    place.window.close()
    with open_library(sent(), Settings()) as reader:
        other = Place(reader, place.qtbot)
        assert other.window.sharing._bar is not None
        QTest.mouseClick(other.window.sharing._bar.asked, Qt.MouseButton.LeftButton)
        assert "mine.meipi is no longer in" in other.window.notice.text()
        assert not mine.exists()
        other.window.close()


def test_nothing_is_merged_into_what_can_only_be_read(place: Place, sent: Sent) -> None:
    share = sent()
    place.window.close()
    with open_library(share, Settings()) as reader:
        other = Place(reader, place.qtbot)
        other.window.sharing.merge_files([share])
        assert QApplication.activeModalWidget() is None
        assert "can only be read" in other.window.notice.text()
        other.window.close()
