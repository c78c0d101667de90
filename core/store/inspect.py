"""A library's file put to the question: is every page, row and hash what it should be?

Only looks; what it finds is told in lines for `core.check`. The cache is compared with one folded
anew from the log, beside it.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from core import schema
from core.errors import NotALibrary
from core.model import Edition, Masthead
from core.outline import article_id, claims, edition_id, gist
from core.progress import Tell
from core.revision import sealed
from core.store import fold, index, read
from core.store.connect import (
    at_work,
    connect,
    connect_to_look,
    database,
    must_not_be_newer,
    roomy,
    trouble,
)
from core.store.state import fill
from core.store.transaction import deed, moment
from core.store.write import stored

#: The tables that can be made anew, with the columns that tell what was done. Numbers of rows on
#: the shelf are an order of arrival and may differ.
CACHE = {
    "heads": "record, field, rev",
    "authors": "id, name",
    "shelf": "article, edition, sort, read",
    "pages": "article, page, name, seen",
    "aliases": "tag, alias, name",
    "tags": "id, name, parent, path, zh, en, colour",
    "highlights": 'id, article, edition, node, start, "end", quote, prefix, suffix, colour, note,'
    " stance, private, author, created, modified",
    "taggings": "highlight, tag",
    "findings": "id, statement, figure, earliest, latest, precision, confidence, status, outcome,"
    " judged, note, private, author, created, modified",
    "evidence": "finding, highlight, bearing",
    "finding_tags": "finding, tag",
    "pairs": "id, relation, verdict, claims, author, modified",
    "terms": "id, zh, en, note, whole",
    "searches": "id, name, query",
}
ENOUGH = 20


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a library to look at each byte of it; what is no UTF-8 is read as something else."""
    with trouble(path), closing(connect_to_look(path)) as connection, roomy(connection):
        must_not_be_newer(connection, path)
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
    """Hold tables and indexes against the format. A trigger meddles with deeds, so it is told.

    What is searched may be missing as a whole: a share has nothing of it.
    """
    made = dict(connection.execute(MADE))
    create = schema.create_bare if made.keys().isdisjoint(index.TABLES) else schema.create
    with closing(_empty(create)) as meant:
        ours = dict(meant.execute(MADE))
    for name, meaning in ours.items():
        if made.get(name) != meaning:
            yield f"The table or index {name} is {'changed' if name in made else 'missing'}."
    for trigger in database(connection).triggers:
        yield f"The library holds a trigger, {trigger.name}, which Meipi did not make."


MADE = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"


def _empty(create: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    """Make an empty library in memory."""
    anew = sqlite3.connect(":memory:", isolation_level=None)
    create(anew)
    return anew


def keys(connection: sqlite3.Connection) -> Iterator[str]:
    """Look for rows that name a row that is not there."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        which = f"Row {row}" if row is not None else "A row"
        yield f"{which} of {table} names a row of {parent} that is not there."


def log(connection: sqlite3.Connection) -> Iterator[str]:
    """Hash every revision again, as the bytes that it is."""
    rows = connection.execute(f"SELECT rev, {stored('r')} FROM revisions r")
    for rev, *said in rows:
        if sealed(tuple(said)) != rev:
            kind, record, field = (part.decode(errors="replace") for part in said[:3])
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
    with moment(connection), _set_aside(connection):
        try:
            fill(connection)
        except sqlite3.IntegrityError as error:
            yield f"{PAST_FOLDING}: {error}."
            return
        for table, columns in CACHE.items():
            yield from _differences(connection, table, columns.split(", "))


PAST_FOLDING = "The log cannot be folded"


def is_past_folding(lines: Sequence[str]) -> bool:
    """Tell from what was found whether nothing can be made of the log."""
    return any(line.startswith(PAST_FOLDING) for line in lines)


@contextmanager
def _set_aside(connection: sqlite3.Connection) -> Iterator[None]:
    """Have an empty cache in the place of the library's, which is `main`'s from then on."""
    made = re.findall(r"^CREATE TABLE ((\w+) .*?);$", schema.TABLES, re.DOTALL | re.MULTILINE)
    for what, table in made:
        if table in CACHE:
            connection.execute(f"CREATE TEMP TABLE {what}")
    try:
        yield
    finally:
        for table in CACHE:
            connection.execute(f"DROP TABLE temp.{table}")


def _differences(
    connection: sqlite3.Connection, table: str, columns: Sequence[str]
) -> Iterator[str]:
    told, meant = (
        {str(name) for (name,) in connection.execute(_lacking(table, columns, *way))}
        for way in (("main", "temp"), ("temp", "main"))
    )
    for name in sorted(told | meant):
        both = "differs from the log" if name in told else "lacks what the log says"
        wrong = both if name in meant else "says what the log does not"
        yield f"The table {table} {wrong} of {name}."


def _lacking(table: str, columns: Sequence[str], here: str, there: str) -> str:
    """Ask for what the rows are about that are here and not there."""
    same = " AND ".join(f"t.{column} IS h.{column}" for column in columns[1:])
    first = columns[0]
    return (
        f"SELECT h.{first} FROM {here}.{table} h WHERE NOT EXISTS (SELECT 1 FROM {there}.{table} t"
        f" WHERE t.{first} = h.{first} AND {same})"
    )


def searched(connection: sqlite3.Connection) -> Iterator[str]:
    """Hold the index against the texts and notes."""
    yield from index.wrong(connection)


def rebuild(path: Path, tell: Tell) -> None:
    """Make heads, cache and index of a library anew from its log, in one deed."""
    with trouble(path), closing(connect(path)) as connection:
        try:
            with deed(connection), roomy(connection), at_work(connection, tell):
                fold.rebuild(connection)
                index.make(connection)
        except sqlite3.IntegrityError as error:
            raise NotALibrary(
                f"The log of {path.name} is damaged; nothing was changed.", "Restore a copy of it."
            ) from error
