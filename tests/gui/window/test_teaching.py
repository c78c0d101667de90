"""Words taught in the window: cut anew with the deed, on a worker, and taken back."""

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import annotate
from core.check import check
from core.library import Library
from core.search import rows
from gui.dialogs.waiting import WaitDialog
from gui.verbs import turning
from gui.window import Window
from tests.given import made
from tests.gui.mouse import drag
from tests.gui.pointed import point_at_claim, press, told

Key = Qt.Key
NEW = "磁体厂"  # which the dictionary of words does not know


@pytest.fixture
def factory(window: Window, library: Library) -> Window:
    """Give the window with a claim that holds a word which is cut wrongly."""
    news = made("新闻", f"江西的{NEW}明年开工")
    window.desk.add([news])
    window.articles.choose(news.id)
    window._reading.stop()
    window.insights.view.setFocus()
    return window


def taught(window: Window, qtbot: QtBot) -> None:
    """Select the characters, press the key, and wait until all is cut anew."""
    drag(window.insights.view, 1, 3, 6)
    press(window, Key.Key_W)
    qtbot.waitUntil(lambda: not window.turning.lending.at_work(), timeout=10_000)


def test_a_word_is_taught_by_one_key_and_is_pointed_at_as_one(
    factory: Window, library: Library, qtbot: QtBot
) -> None:
    point_at_claim(factory, "体")
    assert told(factory)[0] != NEW
    taught(factory, qtbot)
    (term,) = library.terms()
    assert (term.zh, term.whole, term.en) == (NEW, True, ())
    assert factory.notice.text() == "Taught it as one word."
    point_at_claim(factory, "体")
    assert told(factory)[:2] == [NEW, "Your term"]
    assert check(library.path).sound


def test_a_search_right_after_knows_the_word_and_undo_takes_it_back(
    factory: Window, library: Library, qtbot: QtBot
) -> None:
    assert rows(library, "works") == array("q")
    taught(factory, qtbot)
    term = library.terms()[0]
    factory.desk.commit(lambda: annotate.redefine(term, ["magnet works"]))
    assert len(rows(library, "magnet works")) == 1
    factory.turning.undo()
    factory.turning.undo()
    assert library.terms() == []
    assert check(library.path).sound


def test_a_word_of_many_texts_is_forgotten_on_a_worker(
    factory: Window, library: Library, qtbot: QtBot, monkeypatch
) -> None:
    taught(factory, qtbot)
    monkeypatch.setattr(turning, "LARGE", 3)
    assert library.undoable()
    factory.turning.undo()
    assert factory.turning.lending.at_work()
    qtbot.waitUntil(lambda: not factory.turning.lending.at_work(), timeout=10_000)
    assert library.terms() == []
    factory.turning.redo()
    qtbot.waitUntil(lambda: not factory.turning.lending.at_work(), timeout=10_000)
    assert library.terms()[0].whole
    assert check(library.path).sound


def test_it_is_told_what_takes_a_while(
    factory: Window, library: Library, qtbot: QtBot, monkeypatch
) -> None:
    monkeypatch.setattr("gui.verbs.aids.PATIENCE", 0)
    drag(factory.insights.view, 1, 3, 6)
    press(factory, Key.Key_W)
    assert isinstance(QApplication.activeModalWidget(), WaitDialog)
    qtbot.waitUntil(lambda: not factory.turning.lending.at_work(), timeout=10_000)
    assert library.terms()[0].whole


def test_a_word_is_taught_once(factory: Window, library: Library, qtbot: QtBot) -> None:
    taught(factory, qtbot)
    seq = library.last_seq()
    taught(factory, qtbot)
    assert factory.notice.text() == f"“{NEW}” is one word already."
    assert library.last_seq() == seq


def test_only_chinese_characters_can_be_taught(factory: Window, library: Library) -> None:
    drag(factory.insights.view, 1, 0, 0)
    press(factory, Key.Key_W)
    assert factory.notice.text() == "Select Chinese characters in a claim first."
    assert library.terms() == []
