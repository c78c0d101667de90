"""The share dialog over the real window: what goes is counted as one ticks, made, and told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import annotate
from core.annotate import vocabulary
from core.library import Library
from core.model import Article
from core.settings import Settings, save
from core.share.guard import Guarded, open_guarded
from gui import work
from gui.ask import Ask
from gui.desk import Desk
from gui.dialogs.sharing import DONE, ShareDialog
from gui.window import Window
from tests.generate import mark
from tests.given import ANNA, BEN

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Fill = Callable[..., list[Article]]


class Answers(Ask):
    """Answers what it was told to, and remembers what it was shown."""

    def __init__(self, file: Path) -> None:
        self.file: Path | None = file
        self.offered: list[str] = []
        self.folders: list[Path] = []

    def file_to_share(self, parent: QWidget | None, name: str) -> Path | None:  # noqa: ARG002
        self.offered.append(name)
        return self.file

    def show_folder(self, folder: Path) -> None:
        self.folders.append(folder)


class Place:
    """A window over three articles, and the dialog over it."""

    def __init__(self, library: Library, qtbot: QtBot, file: Path) -> None:
        self.qtbot, self.ask = qtbot, Answers(file)
        settings = Settings(author=ANNA.id, name=ANNA.name, theme="light", zone="UTC")
        self.window = Window(Desk(library), settings, self.ask)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window._reading.stop()

    def open(self) -> ShareDialog:
        QTest.keyClick(self.window, Qt.Key.Key_E, KEYS)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShareDialog)
        self.count(dialog)
        return dialog

    def count(self, dialog: ShareDialog) -> str:
        self.qtbot.waitUntil(lambda: dialog._counting is None)
        return dialog.goes.text()

    def click(self, dialog: ShareDialog, button: QAbstractButton) -> str:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))
        return self.count(dialog)

    def share(self, dialog: ShareDialog) -> None:
        QTest.mouseClick(dialog.share, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: dialog._job is None, timeout=20_000)


@pytest.fixture
def filled(library: Library, fill: Fill) -> list[Article]:
    """Three articles: Anna marked two of them, once in private, and Ben the third."""
    made = fill(3)
    for n, article in enumerate(made[:2]):
        one = library.commit(mark(article)).edits[0].record
        library.commit(annotate.tag([library.highlight(one)], "claim/forecast", library.tags()))
        library.commit(annotate.note(library.highlight(one), "a note"))
        if n:
            library.commit(annotate.keep_private([library.highlight(one)], private=True))
    with Library(library.path, BEN) as ben:
        ben.commit(mark(made[2]))
    return made


@pytest.fixture
def place(library: Library, filled: list[Article], qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    assert filled
    place = Place(library, qtbot, tmp_path / "for-ben.meipi")
    place.window.articles.choose(filled[0].id)
    yield place
    while dialog := QApplication.activeModalWidget():
        dialog.close()
    place.window.close()
    place.window.deleteLater()


@contextmanager
def the_worker_held() -> Iterator[None]:
    """Let no job begin before something was done."""
    pool, may_go = QThreadPool.globalInstance(), Event()
    usual = pool.maxThreadCount()
    pool.waitForDone()
    pool.setMaxThreadCount(1)
    pool.start(may_go.wait)
    try:
        yield
    finally:
        pool.setMaxThreadCount(usual)
        may_go.set()


def looked(path: Path) -> Guarded:
    return open_guarded(path, path.with_name("clean.meipi"))


def test_what_goes_is_counted_as_one_ticks(place: Place) -> None:
    dialog = place.open()
    assert dialog.this.isChecked()
    assert dialog.tagged.isVisible()
    assert dialog.goes.text() == "1 article, 1 highlight, 1 note"
    assert place.click(dialog, dialog.all) == "3 articles, 2 highlights, 1 note"
    assert dialog.stays.text().startswith("1 private highlight stays here")
    assert place.click(dialog, dialog.private) == "3 articles, 3 highlights, 2 notes"
    assert dialog.stays.text().startswith("1 private highlight goes along")
    assert place.click(dialog, dialog.tagged) == "Tick a tag."
    assert not dialog.share.isEnabled()


def test_only_my_own_leaves_out_what_others_marked(place: Place, library: Library) -> None:
    save(Settings(author=ANNA.id, name=ANNA.name))
    dialog = place.open()
    place.click(dialog, dialog.all)
    assert place.click(dialog, dialog.mine) == "1 article, 1 highlight, 1 note"
    assert library.count() == 3


def test_what_cannot_be_written_is_told_and_enter_tries_again(place: Place, tmp_path: Path) -> None:
    place.ask.file = tmp_path / "nowhere" / "out.meipi"
    dialog = place.open()
    place.share(dialog)
    assert "could not be" in dialog.failed.text()
    place.ask.file = tmp_path / "out.meipi"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    place.qtbot.waitUntil(lambda: dialog._pages.currentIndex() == DONE, timeout=20_000)
    assert place.ask.file.exists()


def test_who_ticks_a_tag_shares_by_tags_and_those_under_it(place: Place) -> None:
    dialog = place.open()
    tester = QAbstractItemModelTester(dialog.tags.model(), FATAL)
    rows = [dialog._tags.row(number) for number in range(2)]
    assert [(one.first, one.chip) for one in rows] == [("claim", ""), ("claim/forecast", "2")]
    dialog.tags.setFocus()
    dialog.tags.setCurrentIndex(dialog.tags.model().index(0, 0))
    QTest.keyClick(dialog.tags, Qt.Key.Key_Space)
    assert dialog.tagged.isChecked()
    assert place.count(dialog) == "1 article, 1 highlight, 1 note"
    assert tester.model() is not None


def test_where_there_are_no_tags_none_are_asked_for(place: Place, library: Library) -> None:
    for tag in library.tags():
        library.commit(vocabulary.remove(tag, library.tagged(tag.id), library.tags()))
    dialog = place.open()
    assert not dialog.tagged.isVisible()
    assert not dialog.tags.isVisible()


def test_a_share_is_made_and_told_with_its_place_and_folder(
    place: Place, filled: list[Article], tmp_path: Path
) -> None:
    dialog = place.open()
    place.click(dialog, dialog.all)
    place.click(dialog, dialog.present)
    place.share(dialog)
    assert dialog._pages.currentIndex() == DONE
    assert dialog.sentence.text() == "Shared 3 articles, 2 highlights."
    assert dialog.place.text() == str(tmp_path / "for-ben.meipi")
    assert "1 private highlight was left out." in dialog.left_out.text()
    assert place.ask.offered == ["library-share.meipi"]
    QTest.mouseClick(dialog.folder, Qt.MouseButton.LeftButton)
    assert place.ask.folders == [tmp_path]
    shared = looked(tmp_path / "for-ben.meipi")
    assert shared.counts["articles"] == len(filled)
    assert shared.counts["highlights"] == 2
    assert shared.manifest["history"] == "current"


def test_without_texts_no_text_goes(place: Place, tmp_path: Path) -> None:
    dialog = place.open()
    place.click(dialog, dialog.texts)
    place.share(dialog)
    assert looked(tmp_path / "for-ben.meipi").counts["editions"] == 0


def test_a_name_without_an_end_gets_one(place: Place, tmp_path: Path) -> None:
    place.ask.file = tmp_path / "bare"
    dialog = place.open()
    place.share(dialog)
    assert (tmp_path / "bare.meipi").is_file()


def test_who_names_no_place_is_back_at_the_choices(place: Place) -> None:
    place.ask.file = None
    dialog = place.open()
    place.click(dialog, dialog.share)
    assert dialog.choices.isEnabled()
    assert dialog.share.isEnabled()


def test_no_file_but_a_share_is_written_over_and_another_name_helps(
    place: Place, library: Library, tmp_path: Path
) -> None:
    before = library.path.read_bytes()
    place.ask.file = library.path
    dialog = place.open()
    place.share(dialog)
    assert "is there already and is no share" in dialog.failed.text()
    assert dialog.failed.isVisible()
    assert library.path.read_bytes() == before
    place.ask.file = tmp_path / "other.meipi"
    place.share(dialog)
    assert (tmp_path / "other.meipi").is_file()


def test_what_is_called_off_leaves_no_file(place: Place, tmp_path: Path) -> None:
    dialog = place.open()
    with the_worker_held():
        QTest.mouseClick(dialog.share, Qt.MouseButton.LeftButton)
        job = dialog._job
        assert job is not None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    place.qtbot.waitUntil(lambda: job not in work._running)
    assert not (tmp_path / "for-ben.meipi").exists()
    assert QApplication.activeModalWidget() is None


def test_a_note_being_typed_goes_along(place: Place, library: Library) -> None:
    window = place.window
    annotated = window.insights.view.annotated
    assert annotated is not None
    one = annotated.placed[0].highlight.id
    window.choose_highlight(one)
    window.deeds.note()
    typed = QApplication.focusWidget()
    assert typed is not None
    QTest.keyClicks(typed, "!")
    place.open()
    assert library.highlight(one).note == "a note!"
