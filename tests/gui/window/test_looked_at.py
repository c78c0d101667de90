"""An article that was looked at for a while counts as read."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article
from gui import work
from gui.window import Window


def test_an_article_looked_at_counts_as_read_and_undo_does_not_care(
    window: Window, library: Library, article: Article
) -> None:
    work.end()  # whoever reads would be waited for
    window._reading.timeout.emit()
    assert library.annotated(article.id).read
    assert library.undoable().name == "import"  # type: ignore[union-attr]
    assert window.notice.text() == ""


def test_an_article_counts_as_read_later_where_it_would_wait_for_somebody_who_reads(
    window: Window, library: Library, article: Article, path: Path
) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM revisions").fetchone()
        window._reading.timeout.emit()
        assert not library.annotated(article.id).read
        assert window.notice.text() == ""
        assert window._reading.isActive()
    window._reading.timeout.emit()
    assert library.annotated(article.id).read


def test_nothing_counts_as_read_while_another_window_is_in_front(
    window: Window, library: Library, article: Article, qtbot: QtBot
) -> None:
    work.end()  # as above
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    window._reading.timeout.emit()
    assert not library.annotated(article.id).read
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window._reading.isActive()
    window._reading.timeout.emit()
    assert library.annotated(article.id).read


def test_an_article_marked_as_unread_stays_so_when_one_comes_back_to_the_window(
    window: Window, library: Library, article: Article, qtbot: QtBot
) -> None:
    work.end()  # as above
    window._reading.timeout.emit()
    window.actions_["turn_unread"].trigger()
    other = QWidget()
    qtbot.addWidget(other)
    for one in (other, window):
        with qtbot.waitActive(one):
            one.show()
            one.activateWindow()
    assert not window._reading.isActive()
    assert not library.annotated(article.id).read
