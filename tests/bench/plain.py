"""The index of a library as SQLite makes one unasked, of the same terms: what ours is held against.

It is kept beside the library for the next run.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from core.store import index
from tests.bench.corpus import filled

MADE = """
CREATE VIRTUAL TABLE plain USING fts5(
  title, source, body, title_words, words, content='', tokenize="ascii tokenchars '.%-|'"
)
"""
PUT = "INSERT INTO plain (rowid, title, source, body, title_words, words) VALUES (?, ?, ?, ?, ?, ?)"


def plain(size: int) -> sqlite3.Connection:
    """Give the index, with the library of so many articles at hand; a row is one of `docs`."""
    library = filled(size)
    path = library.with_suffix(".plain")
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _fill(unfinished, library)
        unfinished.rename(path)
    connection = sqlite3.connect(path)
    connection.execute("ATTACH ? AS library", [str(library)])
    return connection


def _fill(path: Path, library: Path) -> None:
    with closing(sqlite3.connect(path)) as made, closing(sqlite3.connect(library)) as full:
        made.execute("PRAGMA journal_mode = OFF")
        made.execute(MADE)
        docs = dict(full.execute("SELECT row, doc FROM docs WHERE row IS NOT NULL"))
        texts = index._texts(full, list(docs), index.own(full))
        made.executemany(PUT, ((docs[text.row], *text.cut) for text in texts))
        made.commit()
