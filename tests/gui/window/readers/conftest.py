"""A library in which Anna and Ben have each done something, and a window over it."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Article, Colour
from gui.window import Window
from tests.given import BEN, YEARS, place
from tests.gui.window.conftest import Open

Key: TypeAlias = Qt.Key


def mark(library: Library, article: Article, words: str, **what: object) -> str:
    passage = describe(article, *place(article, words))
    change = annotate.highlight(passage, known=library.tags(), **what)  # type: ignore[arg-type]
    return library.commit(change).edits[0].record


@pytest.fixture
def years(library: Library, article: Article) -> str:
    """Anna's highlight, which Ben has, too."""
    return mark(library, article, YEARS, note="why?")


@pytest.fixture
def hear_ben(
    library: Library, years: str, tmp_path: Path
) -> Callable[[Callable[[Library], object]], None]:
    """Let Ben do something in a copy of the library, and Anna something, and join both."""

    def heard(
        his: Callable[[Library], object], hers: Callable[[Library], object] | None = None
    ) -> None:
        path = tmp_path / "ben.meipi"
        shutil.copy(library.path, path)
        with Library(path, BEN, itertools.count(1_760_043_200_000, 1000).__next__) as ben:
            his(ben)
        if hers:
            hers(library)
        library.merge(path)

    return heard


@pytest.fixture
def merged(hear_ben, article: Article) -> None:
    """Ben marked "separated oxides" in the same article."""
    hear_ben(lambda ben: mark(ben, article, "separated oxides", colour=Colour.RED))


@pytest.fixture
def contested(hear_ben, years: str) -> str:
    """A highlight to which each gave another note and another colour."""
    hear_ben(
        lambda ben: (
            ben.commit(annotate.note(ben.highlight(years), "his note")),
            ben.commit(annotate.recolour([ben.highlight(years)], Colour.BLUE)),
        ),
        lambda anna: (
            anna.commit(annotate.note(anna.highlight(years), "her note")),
            anna.commit(annotate.recolour([anna.highlight(years)], Colour.GREEN)),
        ),
    )
    return years


@pytest.fixture
def reading(
    open_window: Open, library: Library, article: Article, qtbot: QtBot
) -> Callable[[], Window]:
    """Open the window with the article shown, once it knows what is contested."""

    def opened() -> Window:
        window = open_window(library)
        window._reading.stop()
        window.readers._looking.stop()
        window.articles.choose(article.id)
        window.insights.view.setFocus()
        look(window, qtbot)
        return window

    return opened


def look(window: Window, qtbot: QtBot) -> None:
    window.readers.contested.look()
    qtbot.waitUntil(lambda: not window.readers.contested.is_looking)


def press(
    window: Window, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
