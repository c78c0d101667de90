"""The index kept true: what a deed touched is put into it within the deed's own transaction.

What a text or a note is cut into is told by `core.words`; how it is asked for, by `seek`. Rows are
added and never changed, so that nobody has to know what an old row was cut into.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple
from zlib import crc32

from core import schema, words
from core.change import Record
from core.link import plain
from core.progress import Progress, silent
from core.store import brevity
from core.store.batch import AT_ONCE, batches
from core.words import GAP, Own

TABLES = ("texts", "notes", "docs", "noted")
Touched = Mapping[Record, Iterable[str]]


def own(connection: sqlite3.Connection) -> Own:
    """Give the reader's own words, which are not to be cut."""
    return Own.of(zh for (zh,) in connection.execute("SELECT zh FROM terms WHERE whole"))


def is_there(connection: sqlite3.Connection) -> bool:
    """Tell whether the file has an index: what came from elsewhere has none until it gets one."""
    asked = f"SELECT count(*) FROM sqlite_master WHERE name IN {TABLES}"
    return bool(connection.execute(asked).fetchone()[0] == len(TABLES))


def follow(
    connection: sqlite3.Connection, touched: Touched, before: Own, progress: Progress = silent
) -> None:
    """Bring the index up to date with the cache of these records; `before` were own words."""
    if not is_there(connection):
        return
    now = own(connection) if Record.TERM in touched else before
    show(connection, list(touched.get(Record.ARTICLE, ())), now, progress)
    note(connection, list(touched.get(Record.HIGHLIGHT, ())), now)
    if now.words != before.words:
        _learn(connection, before.words ^ now.words, now)


# Texts


def show(
    connection: sqlite3.Connection, articles: Sequence[str], own: Own, progress: Progress = silent
) -> None:
    """Have the text that is shown of each article found, and no other of it."""
    for done, (marks, some) in enumerate(batches(articles)):
        progress(done * AT_ONCE, len(articles))
        rows = connection.execute(SHOWN.format(marks), some).fetchall()
        connection.executemany(
            "UPDATE docs SET row = NULL WHERE row = ? AND edition IS NOT ?",
            [(row, edition) for row, edition, *_ in rows],
        )
        connection.executemany(
            "UPDATE docs SET row = ?, sort = ? WHERE doc = ?",
            [(row, sort, doc) for row, _, sort, doc, *was in rows if doc and was != [row, sort]],
        )
        _put(connection, [row for row, edition, _, doc, *_ in rows if edition and not doc], own)


SHOWN = """
SELECT s.row, s.edition, s.sort, d.doc, d.row, d.sort
FROM shelf s LEFT JOIN docs d ON d.edition = s.edition WHERE s.article IN ({})
"""


def _put(connection: sqlite3.Connection, rows: Sequence[int], own: Own) -> None:
    """Cut the texts that these rows of the shelf show, and put them in."""
    texts, docs = list[tuple[object, ...]](), list[tuple[object, ...]]()
    last = "SELECT coalesce(max(doc), 0) FROM docs"  # a number is not given twice
    for doc, text in enumerate(_texts(connection, rows, own), _one(connection, last) + 1):
        texts.append((_row(doc, text.cut), *text.cut))
        docs.append((doc, text.edition, text.row, text.sort, text.source or "", _sum(text.cut)))
    connection.executemany("INSERT INTO docs VALUES (?, ?, ?, ?, ?, ?)", docs)
    connection.executemany(
        "INSERT INTO texts (rowid, title, source, body, title_words, words)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        texts,
    )


#: A share without texts has none of the edition that it names.
TEXT = """
SELECT s.row, s.edition, s.sort, coalesce(a.title, ''), coalesce((SELECT group_concat(text, ?) FROM
    (SELECT text FROM nodes n WHERE n.edition = s.edition ORDER BY position)), ''),
  a.source, a.company, a.symbol
FROM shelf s LEFT JOIN articles a ON a.id = s.article WHERE s.row IN ({})
ORDER BY s.row
"""


class Text(NamedTuple):
    """An edition on the shelf, when it sorts, its source, and its columns as they are put in."""

    row: int
    edition: str
    sort: str
    source: str | None
    cut: tuple[str, ...]


def _texts(connection: sqlite3.Connection, rows: Sequence[int], own: Own) -> Iterator[Text]:
    """Cut the texts that rows of the shelf show; of a damaged library they may be gone."""
    for marks, some in batches(rows):
        asked = connection.execute(TEXT.format(marks), [GAP, *some])
        for row, edition, sort, title, body, *about in asked.fetchall():
            cut = (
                words.spell(title),
                words.spell(GAP.join(filter(None, about))),
                words.spell(body),
                words.spell_words(title, own),
                words.spell_words(body, own),
            )
            yield Text(row, edition, sort, about[0], cut)


def _sum(cut: Iterable[str]) -> int:
    return crc32("\n".join(cut).encode())


def _row(doc: int, cut: Iterable[str]) -> int:
    return brevity.row(doc, sum(column.count(" ") + 1 for column in cut if column))


def _one(connection: sqlite3.Connection, asked: str) -> int:
    return int(connection.execute(asked).fetchone()[0])


# Notes


def note(connection: sqlite3.Connection, highlights: Sequence[str], own: Own) -> None:
    """Have the notes of these highlights found as they are now."""
    for marks, some in batches(highlights):
        rows = dict(connection.execute(NOTES.format(marks), some))
        had = dict(connection.execute(NOTED.format(marks), some))
        cut = {one: _cut_note(said, own) for one, said in rows.items()}
        gone = [(one,) for one, told in had.items() if one not in cut or _sum(cut[one]) != told]
        connection.executemany("UPDATE noted SET highlight = NULL WHERE highlight = ?", gone)
        new = [one for one in cut if one not in had or (one,) in gone]
        last = _one(connection, "SELECT coalesce(max(row), 0) FROM noted")
        numbered = list(zip(count(last + 1), new, strict=False))
        connection.executemany(
            "INSERT INTO noted VALUES (?, ?, ?)",
            ((row, one, _sum(cut[one])) for row, one in numbered),
        )
        connection.executemany(
            "INSERT INTO notes (rowid, note, words) VALUES (?, ?, ?)",
            ((row, *cut[one]) for row, one in numbered),
        )


def _cut_note(said: str, own: Own) -> tuple[str, str]:
    """Cut a note as it reads: of a link, its words."""
    read = plain(said)
    return words.spell(read), words.spell_words(read, own)


NOTES = "SELECT id, note FROM highlights WHERE note <> '' AND id IN ({})"
NOTED = "SELECT highlight, sum FROM noted WHERE highlight IN ({})"


# All of it


def _learn(connection: sqlite3.Connection, changed: Iterable[str], own: Own) -> None:
    """Cut anew the texts and notes that hold one of these words."""
    for word in changed:
        asked = _phrase(word)
        rows = connection.execute(HOLDING, [f"{{title body}} : {asked}"]).fetchall()
        forgotten = "UPDATE docs SET edition = NULL, row = NULL WHERE doc = ?"
        connection.executemany(forgotten, [row[:1] for row in rows])
        _put(connection, [row for _, row in rows if row is not None], own)
        marked = connection.execute(NOTED_WITH, [f"note : {asked}"]).fetchall()
        note(connection, [one for (one,) in marked], own)


def holding(connection: sqlite3.Connection, taught: Iterable[str]) -> int:
    """Count the texts that are cut anew when these words are taught, or forgotten."""
    asked = " OR ".join(map(_phrase, Own.of(taught).words))
    if not asked or not is_there(connection):
        return 0
    counted = "SELECT count(*) FROM texts WHERE texts MATCH ?"
    return int(connection.execute(counted, [f"{{title body}} : ({asked})"]).fetchone()[0])


def _phrase(word: str) -> str:
    return f'"{" ".join(words.phrase(word)[0])}"' + ("*" if len(word) == 1 else "")


#: Texts that are not shown are forgotten: they are cut when they are shown again.
HOLDING = f"SELECT doc, row FROM texts JOIN docs ON doc = {brevity.DOC} WHERE texts MATCH ?"
NOTED_WITH = "SELECT highlight FROM notes JOIN noted ON row = notes.rowid WHERE notes MATCH ?"


def make(connection: sqlite3.Connection) -> None:
    """Make the index anew from the texts that are shown and the notes there are, within a deed."""
    for table in TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    schema.add_index(connection)
    known, asked = own(connection), "SELECT article FROM shelf WHERE edition IS NOT NULL"
    show(connection, _column(connection, f"{asked} ORDER BY row"), known)
    note(connection, _column(connection, "SELECT id FROM highlights ORDER BY id"), known)


def _column(connection: sqlite3.Connection, asked: str) -> list[str]:
    return [one for (one,) in connection.execute(asked)]


# Is it true?


def wrong(connection: sqlite3.Connection) -> Iterator[str]:
    """Cut every text and note again, and tell where the index says something else."""
    if not is_there(connection):
        return
    known = own(connection)
    yield from _wrong_texts(connection, known)
    yield from _wrong_notes(connection, known)


def _wrong_texts(connection: sqlite3.Connection, known: Own) -> Iterator[str]:
    asked = "SELECT row, edition, sum, doc FROM docs WHERE row IS NOT NULL"
    docs = {row: told for row, *told in connection.execute(asked)}
    shelf = "SELECT row FROM shelf WHERE edition IS NOT NULL"
    rows = [row for (row,) in connection.execute(shelf)]
    for text in _texts(connection, rows, known):
        had = docs.pop(text.row, None)
        if had is None or had[0] != text.edition:
            yield f"The index lacks the text of {_title(connection, text.edition)}."
        elif _sum(text.cut) != had[1]:
            yield f"The index has the text of {_title(connection, text.edition)} wrong."
        elif not _holds(connection, "texts", _row(had[2], text.cut), text.cut):
            yield f"The index lacks the text of {_title(connection, text.edition)}."
    for edition, *_ in docs.values():
        yield f"The index shows a text of {_title(connection, edition)} that is not shown."


def _title(connection: sqlite3.Connection, edition: str) -> str:
    """Say whose text it is; what has no title is called by the text's id."""
    asked = "SELECT a.title FROM editions e JOIN articles a ON a.id = e.article WHERE e.id = ?"
    found = connection.execute(asked, [edition]).fetchone()
    return f"“{found[0]}”" if found and found[0] else edition


def _holds(connection: sqlite3.Connection, table: str, row: int, cut: Iterable[str]) -> bool:
    """Tell whether a row is there, by the first term it has; one without any is as if it was."""
    first = next((column.split(" ", 1)[0] for column in cut if column), "")
    asked = f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = ?"
    return not first or bool(connection.execute(asked, [f'"{first}"', row]).fetchone())


def _wrong_notes(connection: sqlite3.Connection, known: Own) -> Iterator[str]:
    asked = "SELECT highlight, sum, row FROM noted WHERE highlight IS NOT NULL"
    rows = connection.execute(asked)
    noted = {highlight: told for highlight, *told in rows}
    asked = "SELECT id, note, quote FROM highlights WHERE note <> ''"
    for highlight, said, quote in connection.execute(asked):
        told = noted.pop(highlight, None)
        cut = _cut_note(said, known)
        if told is None or not _holds(connection, "notes", told[1], cut):
            yield f"The index lacks the note on “{quote}”."
        elif _sum(cut) != told[0]:
            yield f"The index has the note on “{quote}” wrong."
    for highlight in noted:
        yield f"The index has a note of highlight {highlight}, which has none."
