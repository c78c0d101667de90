"""The real window over a real file, with a reader who answers its questions by hand."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import backup
from core.backup import Reason
from core.library import Library, Reader
from core.model import Article
from core.settings import Settings, load, remember
from gui import theme
from gui.ask import Ask
from gui.desk import Desk
from gui.look import sizing
from gui.verbs.findings.bookkeeping import Today, today
from gui.window import Window
from tests.generate import mark
from tests.given import ANNA, YEARS, made


class Answers(Ask):
    """Answers what it was told to; unasked, it would rather not."""

    def __init__(self) -> None:
        self.files: tuple[Path, ...] | None = None
        self.folder: Path | None = None
        self.library: Path | None = None
        self.terms: Path | None = None
        self.file: Path | None = None
        self.lose_note = False
        self.opened: list[str] = []
        self.shown_about = 0

    def files_to_import(self, parent: QWidget | None) -> tuple[Path, ...] | None:  # noqa: ARG002
        return self.files

    def folder_to_import(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return self.folder

    def folder_to_watch(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return self.folder

    def library_to_open(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return self.library

    def terms_to_import(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return self.terms

    def terms_to_export(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return self.terms

    def feeds_to_import(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return None

    def file_to_merge(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return None

    def file_to_share(self, parent: QWidget | None, name: str) -> Path | None:  # noqa: ARG002
        return None

    def file_to_export(self, parent: QWidget | None, name: str) -> Path | None:  # noqa: ARG002
        return None

    def folder_to_export(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return None

    def template(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return None

    def file_for_settings(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return None

    def settings_to_import(self, parent: QWidget | None) -> Path | None:  # noqa: ARG002
        return None

    def file_to_save(self, parent: QWidget | None, name: str) -> Path | None:  # noqa: ARG002
        return self.file

    def open_address(self, parent: QWidget | None, address: str | QUrl) -> QUrl | None:  # noqa: ARG002
        self.opened.append(str(address))
        return None

    def may_lose_note(self, parent: QWidget | None) -> bool:  # noqa: ARG002
        return self.lose_note

    def may_lose_finding(self, parent: QWidget | None) -> bool:  # noqa: ARG002
        return self.lose_note

    def about(self, parent: QWidget | None) -> None:  # noqa: ARG002
        self.shown_about += 1


Open = Callable[..., Window]


@pytest.fixture
def open_window(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open a window over a library, as active as if a reader had clicked on it."""
    if "library" in request.fixturenames:
        request.getfixturevalue("library")  # opened first, and closed after the window
    windows: list[Window] = []

    def opened(library: Reader, settings: Settings | None = None, today: Today = today) -> Window:
        window = Window(Desk(library), settings or settings_of_anna(), Answers(), today)
        windows.append(window)
        window.resize(1280, 800)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield opened
    QGuiApplication.clipboard().clear()
    for window in windows:
        assert isinstance(window.ask, Answers)
        window.ask.lose_note = True
        window.close()
        window.deleteLater()
        QGuiApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    sizing.apply(sizing.USUAL)


def settings_of_anna() -> Settings:
    return Settings(author=ANNA.id, name=ANNA.name, theme="light", zone="UTC")


@pytest.fixture
def article(library: Library, rare_earths: Article) -> Article:
    """An article in the library, among others."""
    others = [made(f"另一篇 {n}", f"Something else {n}", "And more") for n in range(3)]
    library.commit(library.add([rare_earths, *others]).change)
    return rare_earths


@pytest.fixture
def window(open_window: Open, library: Library, article: Article) -> Window:
    """The window, with the article shown and the tree ready for keys."""
    window = open_window(library)
    window.articles.choose(article.id)
    window.insights.view.setFocus()
    window.insights.view.go_to(2)
    window._reading.stop()  # time passes only where a test says so
    return window


@pytest.fixture
def span(article: Article) -> tuple[int, int]:
    """Where "10 to 20 years" stands in the claim."""
    start = article.edition.nodes[2].text.index(YEARS)
    return start, start + len(YEARS)


@pytest.fixture
def as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave nothing of a start behind."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    theme.apply(qapp, "light")
    sizing.apply(sizing.USUAL)


@pytest.fixture
def kept(path: Path) -> Path:
    """A library of the reader's own, with an article, a highlight, and a copy of both."""
    article = made("中国稀土替代品要找多久", "A secure supply chain could take 10 to 20 years")
    with Library(path, ANNA) as library:
        library.commit(library.add([article]).change)
        library.commit(mark(article))
    remember(load(), path)
    backup.take(path, Reason.DAILY)
    return path
