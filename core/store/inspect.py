"""A library's file put to the question: is every page, row and hash what it should be?

Only looks; what it finds is told in lines for `core.check`. The cache is compared with one folded
anew from the log, in memory.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core import schema
from core.errors import NotALibrary
from core.model import Edition, Masthead
from core.outline import article_id, claims, edition_id, gist
from core.revision import Revision
from core.store import fold, read
from core.store.connect import connect, connect_to_look, database, deed, moment, trouble

#: The tables that can be made anew, with the columns that tell what was done. Numbers of rows on
#: the shelf are an order of arrival and may differ.
CACHE = {
    "heads": "record, field, rev",
    "authors": "id, name",
    "shelf": "article, edition, sort, read",
    "tags": "id, name, parent, path, zh, en, colour",
    "highlights": 'id, article, edition, node, start, "end", quote, prefix, suffix, colour, note,'
    " stance, private, author, created, modified",
    "taggings": "highlight, tag",
}
LOG = ("articles", "changes", "revisions")
ENOUGH = 20


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a library to look at each byte of it; what is no UTF-8 is read as something else."""
    with trouble(path), closing(connect_to_look(path)) as connection:
        connection.text_factory = lambda text: text.decode(errors="replace")
        yield connection


def counts(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Count the articles on the shelf, the highlights and the revisions."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM shelf WHERE edition IS NOT NULL),"
        " (SELECT count(*) FROM highlights), (SELECT count(*) FROM revisions)"
    ).fetchone()
    return (row[0], row[1], row[2])


def pages(connection: sqlite3.Connection) -> Iterator[str]:
    """Ask SQLite about its pages and indexes."""
    for (line,) in connection.execute(f"PRAGMA integrity_check({ENOUGH})"):
        if line != "ok":
            yield f"The file is damaged: {line}."


def tables(connection: sqlite3.Connection) -> Iterator[str]:
    """Hold tables and indexes against the format. A trigger meddles with deeds, so it is told."""
    with closing(_empty()) as meant:
        ours = dict(meant.execute(MADE))
    made = dict(connection.execute(MADE))
    for name, meaning in ours.items():
        if made.get(name) != meaning:
            yield f"The table or index {name} is {'changed' if name in made else 'missing'}."
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        yield f"The library holds a trigger, {name}, which Meipi did not make."


MADE = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"


def _empty() -> sqlite3.Connection:
    """Make an empty library in memory."""
    anew = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(anew)
    return anew


def keys(connection: sqlite3.Connection) -> Iterator[str]:
    """Look for rows that name a row that is not there."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        which = f"Row {row}" if row is not None else "A row"
        yield f"{which} of {table} names a row of {parent} that is not there."


def log(connection: sqlite3.Connection) -> Iterator[str]:
    """Hash every revision again."""
    rows = connection.execute(
        "SELECT rev, kind, record, field, parents, clock, author, value, change FROM revisions"
    )
    for rev, kind, record, field, parents, clock, author, value, change in rows:
        before = tuple(parents[i : i + 16] for i in range(0, len(parents), 16))
        said = Revision(kind, record, field, before, clock, author, value, change)
        if said.rev != rev:
            yield f"Revision {rev.hex()} ({field} of {kind} {record}) is not what was written."


def texts(connection: sqlite3.Connection) -> Iterator[str]:
    """Make the ids of articles and editions again from what they say."""
    rows = connection.execute(
        "SELECT e.id, e.gist, e.claims, a.id, a.title, a.source, a.published"
        " FROM editions e JOIN articles a ON a.id = e.article"
    )
    for edition, words, number, article, *head in rows:
        try:
            shown = read.text_of(connection, edition)
        except (ValueError, TypeError) as error:
            yield f"The text {edition} of article {article} cannot be read: {error}."
            continue
        if article_id(Masthead(*head), shown.text) != article:
            yield f"Article {article} has not the title, source or time it was imported with."
        if edition_id(article, shown.nodes) != edition or not _in_order(shown):
            yield f"The text {edition} of article {article} is not what was imported."
        elif (gist(shown.nodes), sum(1 for _ in claims(shown.nodes))) != (words, number):
            yield f"The text {edition} of article {article} is summed up wrongly."


def _in_order(edition: Edition) -> bool:
    return all(node.position == i for i, node in enumerate(edition.nodes))


def quotes(connection: sqlite3.Connection) -> Iterator[str]:
    """Hold every highlight against the text it was made on, where that text is here."""
    rows = connection.execute(
        'SELECT h.id, h.quote, h.start, h."end", n.text FROM highlights h'
        " JOIN editions e ON e.id = h.edition"
        " LEFT JOIN nodes n ON n.edition = h.edition AND n.position = h.node"
    )
    for highlight, quote, start, end, text in rows:
        if text is None or text[start:end] != quote:
            yield f"The quote of highlight {highlight} is not what stands in its text."


def cache(connection: sqlite3.Connection) -> Iterator[str]:
    """Fold the log anew, and tell where what people see is something else."""
    with closing(_empty()) as anew:
        shown = _copy(connection, anew)
        try:
            _rebuild(anew)
        except (*UNFOLDABLE, sqlite3.DatabaseError) as error:
            yield f"The log cannot be folded: {error}."
            return
        for table, columns in CACHE.items():
            told = {tuple(row) for row in shown[table]}
            meant = set(anew.execute(f"SELECT {columns} FROM {table}"))
            yield from _differences(table, told - meant, meant - told)


#: What a value can do to the fold that no Meipi wrote.
UNFOLDABLE = (ValueError, KeyError, TypeError, OverflowError)


def _copy(
    connection: sqlite3.Connection, anew: sqlite3.Connection
) -> dict[str, list[tuple[object, ...]]]:
    """Copy the log and give the cache as it is, both of one moment."""
    with moment(connection):
        for table in LOG:
            rows = connection.execute(f"SELECT * FROM {table}")
            marks = ",".join("?" * len(rows.description))
            anew.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        return {
            table: connection.execute(f"SELECT {columns} FROM {table}").fetchall()
            for table, columns in CACHE.items()
        }


def _differences(
    table: str, told: Iterable[tuple[object, ...]], meant: Iterable[tuple[object, ...]]
) -> Iterator[str]:
    wrong = {_name(row): "says what the log does not" for row in told}
    for row in meant:
        name = _name(row)
        wrong[name] = "differs from the log" if name in wrong else "lacks what the log says"
    for name in sorted(wrong):
        yield f"The table {table} {wrong[name]} of {name}."


def _name(row: tuple[object, ...]) -> str:
    return str(row[0])


def rebuild(path: Path) -> None:
    """Make heads and cache of a library anew from its log, in one deed."""
    with trouble(path), closing(connect(path)) as connection:
        try:
            _rebuild(connection)
        except (*UNFOLDABLE, sqlite3.IntegrityError) as error:
            raise NotALibrary(
                f"The log of {path.name} is damaged; nothing was changed.", "Restore a copy of it."
            ) from error


def _rebuild(connection: sqlite3.Connection) -> None:
    db = database(connection)
    with deed(db):
        fold.rebuild(db)
