"""What is told of a file while it is looked through, and that the looking can be called off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.library import Library
from core.model import Article
from gui import work
from gui.dialogs.merging import MergeDialog
from tests.given import made
from tests.gui.dialogs.conftest import Place, Sent, mark


def test_what_just_comes_along_is_told_while_the_rest_is_compared(
    place: Place, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides")
    place.window.sharing.merge_files([sent()])
    dialog, seen = QApplication.activeModalWidget(), list[str]()
    assert isinstance(dialog, MergeDialog)
    queued = Qt.ConnectionType.QueuedConnection
    dialog._heard.connect(lambda _line: seen.append(dialog.told.text()), queued)
    place.open()
    assert "1 highlight is new. Comparing the rest with your library…" in seen


def test_looking_can_be_called_off(
    place: Place, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides")
    place.window.sharing.merge_files([sent()])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    job = dialog._job
    assert job is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    place.qtbot.waitUntil(lambda: job not in work._running, timeout=20_000)
    assert dialog._looked is None


def test_many_articles_without_highlights_take_their_time_as_well(
    place: Place, ben: Library, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben.commit(ben.add([made("磁铁", "Magnets are five years away")]).change)
    dialog = place.merge(sent())
    monkeypatch.setattr("gui.dialogs.merging.dialog.ARTICLES_A_SECOND", 0.1)
    dialog._hear({"stage": "join"})
    assert "This may take half a minute." in dialog.promise.text()
    dialog.reject()


def test_articles_without_highlights_are_listed_alone(
    place: Place, ben: Library, sent: Sent
) -> None:
    bare = made("磁铁", "Magnets are five years away")
    ben.commit(ben.add([bare]).change)
    page = place.merge(sent(articles=(bare.id,))).page
    assert page.articles.isVisible()
    assert not page.right.isVisible()
    assert not any(button.isVisible() for button in page.filters.values())


def test_an_article_without_highlights_says_so_beside_one_that_has_some(
    place: Place, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides")
    ben.commit(ben.add([made("磁铁", "Magnets are five years away")]).change)
    page = place.merge(sent()).page
    titles = [page._articles.article(n).title for n in range(2)]
    for title, words in (("磁铁", True), (rare_earths.masthead.title, False)):
        page.articles.setCurrentIndex(page._articles.index(titles.index(title)))
        place.qtbot.waitUntil(lambda: page._job is None)
        assert page.unmarked.isVisible() is words
