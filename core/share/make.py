"""Make a share: a small library with what was chosen, to be sent to somebody.

It is a library's file of the same tables, of one kind more: `manifest` says who made it, when, and
what was left out, and its application id tells it from a library before anything in it is read.
What goes in is `choose`'s.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core import schema, settings
from core.disk import arrive, beside
from core.errors import DiskTrouble, Refused
from core.model import Author
from core.names import author_name
from core.natural import natural
from core.share import conclusions
from core.share.choose import Choice, choose
from core.share.count import private
from core.share.fresh import fresh
from core.share.mark import APPLICATION_ID, is_share
from core.store.connect import address, connect_to_look, trouble

__all__ = ["Choice", "Made", "make"]


@dataclass(frozen=True, slots=True)
class Made:
    """The share that was made: what it holds, and a sentence for each thing left out.

    How many private highlights stayed is told here alone: who gets the file hears nothing of them.
    """

    path: Path
    articles: int
    highlights: int
    findings: int
    revisions: int
    left_out: tuple[str, ...]


def now() -> datetime:
    return datetime.now(UTC)


def make(
    library: Path,
    out: Path,
    choice: Choice,
    by: Author | None = None,
    clock: Callable[[], datetime] = now,
    stop: Callable[[], bool] = lambda: False,
) -> Made:
    """Write a share of `library` to `out`; without `by`, in the name of this machine's reader.

    `stop` is asked now and then, and whether it is to be kept at the last; once it says so, nothing
    is left of the share.
    """
    connect_to_look(library).close()
    _must_be_free(out)
    by = by or settings.myself()
    with trouble(out), beside(out) as part:
        part.open("xb").close()  # a folder that is not there is told here
        made = _write(library, part, choice, by, clock(), stop)
        if stop():
            raise _called_off()
        arrive(part, out)
    articles, highlights, findings, revisions, left_out = made
    told = (*_private(library, choice), *left_out)
    return Made(out, articles, highlights, findings, revisions, told)


def _must_be_free(out: Path) -> None:
    """Refuse to write over what is no share, and beside a journal that would be played into it."""
    if out.exists() and not is_share(out):
        raise Refused(f"{out.name} is there already and is no share.", "Choose another name.")
    for end in ("-journal", "-wal"):
        beside = out.with_name(out.name + end)
        if beside.exists() and beside.stat().st_size:
            raise Refused(
                f"{beside.name} is where the share would be written.", "Choose another name."
            )


Counts = tuple[int, int, int, int, tuple[str, ...]]
COUNTED = ("articles", "highlights", "findings", "revisions")


def _called_off() -> Refused:
    return Refused("Sharing was called off; nothing was written.", "")


def _write(
    library: Path,
    path: Path,
    choice: Choice,
    by: Author,
    when: datetime,
    stop: Callable[[], bool],
) -> Counts:
    with _unless(stop), trouble(library), fresh(path) as connection:
        connection.set_progress_handler(stop, 100_000)
        connection.execute("COMMIT")
        connection.execute("ATTACH ? AS ours", [address(library, "mode=ro")])
        connection.execute("PRAGMA ours.cache_size = -64000")
        connection.execute("BEGIN")
        choose(connection, choice)
        left_out = tuple(_left_out(connection, choice))
        _copy(connection, choice)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        counts = _count(connection)
        _sign(connection, _manifest(choice, by, when, counts, left_out))
        _must_be_whole(connection, path)
    return (*counts, left_out)


@contextmanager
def _unless(stop: Callable[[], bool]) -> Iterator[None]:
    """Say what SQLite calls an interruption as what it is."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if stop() and error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise _called_off() from error
        raise


COPIED = {
    "articles": "id IN temp.chosen_articles ORDER BY id",
    "revisions": "rev IN temp.chosen_revs ORDER BY rev",
}
TEXTS = {
    "editions": "id IN temp.chosen_texts ORDER BY id",
    "nodes": "edition IN temp.chosen_texts ORDER BY edition, position",
}


def _copy(connection: sqlite3.Connection, choice: Choice) -> None:
    for table, which in COPIED.items():
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM ours.{table} WHERE {which}")
    if not choice.without_texts:
        _choose_texts(connection)
        for table, which in TEXTS.items():
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM ours.{table} WHERE {which}")
    # Deeds are told as history: nobody else can undo them. What they touched is counted anew.
    connection.execute(
        "INSERT INTO main.changes (id, name, count, author, clock, reverses)"
        " SELECT c.id, c.name, v.many, c.author, c.clock,"
        "  (SELECT id FROM ours.changes o WHERE o.id = c.reverses"
        "   AND EXISTS (SELECT 1 FROM main.revisions WHERE change = o.id))"
        " FROM (SELECT change, count(DISTINCT record) AS many FROM main.revisions"
        "  GROUP BY change) v JOIN ours.changes c ON c.id = v.change ORDER BY c.seq"
    )


def _choose_texts(connection: sqlite3.Connection) -> None:
    """Note the editions that the chosen revisions name: those shown, and those marked."""
    connection.execute("CREATE TEMP TABLE chosen_texts (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute(
        "INSERT INTO temp.chosen_texts SELECT id FROM ours.editions"
        " WHERE article IN temp.chosen_articles AND id IN ("
        " SELECT value FROM main.revisions WHERE kind = 'article' AND field = 'edition'"
        " UNION ALL SELECT json_extract(value, '$.edition') FROM main.revisions"
        " WHERE kind = 'highlight' AND field = 'passage')"
    )


def _private(library: Path, choice: Choice) -> list[str]:
    many = 0 if choice.include_private else private(library, choice)
    if many == 1:
        return ["1 private highlight was left out."]
    return [f"{many:,} private highlights were left out."] if many else []


def _left_out(connection: sqlite3.Connection, choice: Choice) -> list[str]:
    """Say what was left out, and nothing of what it was."""
    sentences = []
    if conclusions.stay(connection):
        sentences.append("Findings that are private, or rest on what stays, were left out.")
    if choice.without_texts:
        sentences.append("The texts of the articles were left out.")
    if choice.history == "current":
        sentences.append("Earlier versions were left out.")
    if choice.articles:
        sentences.append("Articles that were not chosen were left out.")
    if choice.tags:
        paths = connection.execute(
            "SELECT path FROM ours.tags WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(choice.tags)],
        )
        named = ", ".join(sorted((path for (path,) in paths), key=natural))
        sentences.append(f"Only highlights with these tags were taken: {named}.")
    if choice.author is not None:
        sentences.append("Highlights of other authors were left out.")
    return sentences


def _count(connection: sqlite3.Connection) -> tuple[int, int, int, int]:
    asked = ", ".join(f"(SELECT count(*) FROM {table})" for table in COUNTED)
    articles, highlights, findings, revisions = connection.execute(f"SELECT {asked}").fetchone()
    return articles, highlights, findings, revisions


def _manifest(
    choice: Choice,
    by: Author,
    when: datetime,
    counts: tuple[int, int, int, int],
    left_out: tuple[str, ...],
) -> dict[str, str]:
    return {
        "kind": "share",
        "made": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "by": by.id,
        "name": author_name(by.name),
        "schema": str(schema.VERSION),
        **{name: str(many) for name, many in zip(COUNTED, counts, strict=True)},
        "history": choice.history,
        "left_out": json.dumps(left_out, ensure_ascii=False),
    }


def _sign(connection: sqlite3.Connection, manifest: dict[str, str]) -> None:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO manifest VALUES (?, ?)", sorted(manifest.items()))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("COMMIT")


def _must_be_whole(connection: sqlite3.Connection, path: Path) -> None:
    """A share counts only when all of it can be read again; a full disk leaves less."""
    told = dict(connection.execute("SELECT key, value FROM manifest"))
    counted = dict(zip(COUNTED, _count(connection), strict=True))
    sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    keys = connection.execute("PRAGMA foreign_key_check").fetchone()
    if not sound or keys or any(told.get(key) != str(many) for key, many in counted.items()):
        raise DiskTrouble(
            f"{path.name} could not be written whole.", "Check the disk, then try again."
        )
