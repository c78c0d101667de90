"""Two readers, what one sent the other, and the window of the one."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import annotate
from core.library import Library, Reader
from core.model import Article
from core.settings import Settings
from core.share.make import Choice, make
from gui.ask import Ask
from gui.desk import Desk
from gui.dialogs.merging import MergeDialog
from gui.window import Window
from tests.given import ANNA, BEN, passage

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Answers(Ask):
    """Answers what it was told to."""

    def __init__(self) -> None:
        self.file: Path | None = None

    def file_to_merge(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return self.file


def mark(library: Library, article: Article, words: str, **said: Any) -> str:
    change = annotate.highlight(passage(article, words), known=library.tags(), **said)
    return library.commit(change).edits[0].record


@pytest.fixture
def common(library: Library, rare_earths: Article) -> str:
    """A highlight that both readers have."""
    library.commit(library.add([rare_earths]).change)
    return mark(library, rare_earths, "10 to 20 years", note="why?")


@pytest.fixture
def ben(library: Library, common: str, tmp_path: Path) -> Iterator[Library]:
    """A colleague who went on with a copy of Anna's library."""
    assert common
    shutil.copy(library.path, tmp_path / "ben.meipi")
    clock = itertools.count(1_760_043_200_000, 1000).__next__
    with Library(tmp_path / "ben.meipi", BEN, clock) as opened:
        yield opened


Sent = Callable[..., Path]


@pytest.fixture
def sent(ben: Library, tmp_path: Path) -> Sent:
    def send(name: str = "from-ben.meipi", **choice: Any) -> Path:
        return make(ben.path, tmp_path / name, Choice(**choice), BEN).path

    return send


class Place:
    """The window over Anna's library, and the dialog that is open over it."""

    def __init__(self, library: Reader, qtbot: QtBot) -> None:
        self.qtbot, self.ask = qtbot, Answers()
        settings = Settings(author=ANNA.id, name=ANNA.name, theme="light", zone="UTC")
        self.window = Window(Desk(library), settings, self.ask)
        self.window.resize(1280, 800)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window._reading.stop()

    def open(self) -> MergeDialog:
        """Give the dialog, once it has looked the file through."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MergeDialog)
        self.qtbot.waitUntil(lambda: dialog._pages.currentIndex() > 0, timeout=20_000)
        self.settle(dialog)
        return dialog

    def settle(self, dialog: MergeDialog) -> None:
        self.qtbot.waitUntil(lambda: dialog.page._job is None)

    def merge(self, file: Path) -> MergeDialog:
        self.window.sharing.merge_files([file])
        return self.open()

    def take(self, dialog: MergeDialog) -> None:
        with self.qtbot.waitSignal(dialog.merged, timeout=20_000):
            QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)


@pytest.fixture
def place(library: Library, common: str, qtbot: QtBot) -> Iterator[Place]:
    assert common
    place = Place(library, qtbot)
    yield place
    while dialog := QApplication.activeModalWidget():
        dialog.close()
    place.window.close()
    place.window.deleteLater()
