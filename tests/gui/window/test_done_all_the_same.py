"""Another program takes the library the moment a deed is on the disk: it is told as done."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article
from gui.startup import failing
from gui.startup.failing import Failing
from gui.window import Window


@contextmanager
def taken(library: Library) -> Iterator[None]:
    """Have another program take the library for itself right after the next deed, until the end."""
    ours, deed = library._connection, list[str]()
    with closing(sqlite3.connect(library.path, timeout=0, isolation_level=None)) as other:

        def heard(statement: str) -> None:
            if len(deed) == 2 and not other.in_transaction:
                other.execute("BEGIN EXCLUSIVE")
            if statement == ("COMMIT" if deed else "BEGIN IMMEDIATE"):
                deed.append(statement)

        ours.execute("PRAGMA busy_timeout = 1")
        ours.set_trace_callback(heard)
        yield
        assert other.in_transaction
        ours.set_trace_callback(None)


def marks(window: Window) -> list[str]:
    """Name the highlights that are shown in the text."""
    annotated = window.insights.view.annotated
    assert annotated
    return [placed.highlight.id for placed in annotated.placed]


def press(window: Window, key: Qt.Key) -> None:
    """Press a key, and have what nobody catches told as the program tells it."""
    Failing(window)
    with capture_exceptions() as caught:
        QTest.keyClick(window.insights.view, key)
    for one in caught:
        failing.report(*one)


def test_a_mark_is_told_as_done_and_seen_once_the_library_is_free(
    window: Window, library: Library, article: Article, qtbot: QtBot
) -> None:
    window.hearing.begin()
    with taken(library):
        press(window, Qt.Key.Key_3)
        assert window.notice.text() == "Highlighted. It is shown as soon as the library is free."
    (placed,) = library.annotated(article.id).placed
    qtbot.waitUntil(lambda: placed.highlight.id in marks(window))


def test_what_was_done_meanwhile_is_seen_with_the_next_deed(
    window: Window, library: Library
) -> None:
    with taken(library):
        press(window, Qt.Key.Key_3)
    assert not marks(window)
    press(window, Qt.Key.Key_K)
    press(window, Qt.Key.Key_3)
    assert len(marks(window)) == 2


def test_a_note_counts_as_kept(window: Window, library: Library) -> None:
    press(window, Qt.Key.Key_3)
    press(window, Qt.Key.Key_N)
    note = window.inspector.detail().note
    QTest.keyClicks(note.editor, "mine")
    with taken(library):
        note.flush()
        assert not window.inspector.has_unkept()
    (highlight,) = marks(window)
    assert library.highlight(highlight).note == "mine"
