"""An article that was looked at for a while counts as read."""

import sqlite3
from contextlib import closing
from pathlib import Path

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
