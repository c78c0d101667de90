"""A Change into the file, in one transaction: texts, log, heads, and the cache of them."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from core.change import Change, Edit, Record
from core.model import Article, Kind
from core.outline import gist
from core.progress import WHOLE, Progress, counted, part, silent
from core.revision import Revision
from core.store import away, fold, refuse
from core.store.batch import batches


@dataclass(frozen=True, slots=True)
class Past:
    """A deed in the history. `state` is done, undone, dropped or None (not for undo).

    A merge has a `source`, the name of the file that it came from.
    """

    seq: int
    id: str
    name: str
    count: int
    author: str
    clock: int
    reverses: str | None
    state: str | None
    last: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who does a deed, and when (milliseconds since 1970, UTC)."""

    author: str
    clock: int

    def later(self, milliseconds: int) -> "Stamp":
        """Give the stamp of a revision that has to be later than another one of the same deed."""
        return Stamp(self.author, self.clock + milliseconds) if milliseconds else self


class Role(NamedTuple):
    """What a deed is in the history of undo: which it reverses, its state, and who did it last."""

    reverses: str | None
    state: str | None
    last: str | None


def write(
    connection: sqlite3.Connection, change: Change, stamp: Stamp, progress: Progress = silent
) -> None:
    """Write a new deed: it can be undone, unless it is quiet; what was undone is past redoing."""
    if not change.quiet:
        forget_undone(connection)
    state = None if change.quiet else "done"
    _record(connection, change, stamp, Role(None, state, change.id), progress)


def forget_undone(connection: sqlite3.Connection) -> None:
    """Drop what was undone: something else was done since, so it is past redoing."""
    connection.execute("UPDATE changes SET state = 'dropped' WHERE state = 'undone'")


def write_back(connection: sqlite3.Connection, change: Change, stamp: Stamp, of: Past) -> None:
    """Write the reversal of a deed."""
    turn_round(connection, change, of)
    _record(connection, change, stamp, Role(of.id, None, None))


def turn_round(connection: sqlite3.Connection, change: Change, of: Past) -> None:
    """Turn a deed's state round: done to undone, undone to done."""
    turned = "undone" if of.state == "done" else "done"
    connection.execute(
        "UPDATE changes SET state = ?, last = ? WHERE seq = ?", [turned, change.id, of.seq]
    )


#: How much of a deed is done, in thousandths, once its texts are written, and its revisions are.
WRITTEN, LOGGED = 400, 480


def _record(
    connection: sqlite3.Connection,
    change: Change,
    stamp: Stamp,
    role: Role,
    progress: Progress = silent,
) -> None:
    put_articles(connection, change.articles, part(progress, 0, WRITTEN))
    put_deed(connection, change, stamp, role)
    put_revisions(connection, list(_revisions(connection, change, stamp)))
    fold.fold(connection, change.edits, part(progress, LOGGED, WHOLE))


def put_deed(connection: sqlite3.Connection, change: Change, stamp: Stamp, role: Role) -> None:
    """Put a deed into the history; by hand, for sqlite-utils takes a tenth of a deed for it."""
    what = (change.id, change.name, change.count, stamp.author, stamp.clock)
    connection.execute(
        "INSERT INTO changes (id, name, count, author, clock, reverses, state, last, source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*what, *role, change.source or None),
    )


def put_articles(
    connection: sqlite3.Connection, articles: Iterable[Article], progress: Progress = silent
) -> None:
    """Keep what was read; what is there already is the same, for ids are made of content.

    By executemany, not by sqlite-utils' insert_all: ten thousand articles come at once. In the
    order of their ids, so that rows come to lie side by side.
    """
    articles = sorted(articles, key=lambda one: one.edition.id)
    connection.executemany(
        "INSERT OR IGNORE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (_masthead(article) for article in articles),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO editions VALUES (?, ?, ?, ?, ?, ?)",
        (_edition(article) for article in articles),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        chain.from_iterable(map(_nodes, counted(articles, progress))),
    )


def _masthead(article: Article) -> tuple[str | None, ...]:
    head = article.masthead
    known = (head.title, head.source, head.published, head.zone)
    return (article.id, *known, head.company, head.symbol, head.url)


def _edition(article: Article) -> tuple[str | int, ...]:
    edition = article.edition
    count = [node.kind for node in edition.nodes].count(Kind.CLAIM)
    return (edition.id, article.id, edition.body.value, gist(edition.nodes), count, edition.text)


def _nodes(article: Article) -> list[tuple[str | int | None, ...]]:
    """Give the rows of a text in plain values: SQLite takes long to be told what an enum is."""
    edition = article.edition.id
    return [
        (
            *(edition, n.position, n.depth, KINDS[n.kind], n.number, n.title, n.text),
            *(_cited(n.citations), int(n.truncated)),
        )
        for n in article.edition.nodes
    ]


KINDS = {kind: kind.value for kind in Kind}


@lru_cache(maxsize=5_000)
def _cited(citations: tuple[int, ...]) -> str:
    return " ".join(map(str, citations))


def put_revisions(connection: sqlite3.Connection, revisions: list[Revision]) -> None:
    """Add to the log and move the heads: in come these, out go those that they replace.

    In this order, for one of these may replace another of them.
    """
    rows = [(revision.rev, revision) for revision in revisions]
    connection.executemany(
        "INSERT OR IGNORE INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((rev, *said(revision)) for rev, revision in _in_order(rows)),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO heads VALUES (?, ?, ?)",
        ((r.record, r.field, rev) for rev, r in rows),
    )
    connection.executemany(
        "DELETE FROM heads WHERE record = ? AND field = ? AND rev = ?",
        ((r.record, r.field, parent) for _, r in rows for parent in r.parents),
    )


def _in_order(rows: Iterable[tuple[bytes, Revision]]) -> Iterator[tuple[bytes, Revision]]:
    """Give revisions by their ids, part by part: to sort very many keeps every thread waiting."""
    parts = dict[int, list[tuple[bytes, Revision]]]()
    for row in rows:
        parts.setdefault(row[0][0], []).append(row)
    for first in sorted(parts):
        yield from sorted(parts[first], key=itemgetter(0))


def said(revision: Revision) -> tuple[str | bytes | int | None, ...]:
    """Spell a revision as its row of the log, without its id."""
    r = revision
    what = (r.kind, r.record, r.field, b"".join(r.parents))
    return (*what, r.clock, r.author, r.value, r.change)


def stored(table: str) -> str:
    """Ask for a revision's columns but its id as they lie in the file, for `revision.sealed`."""
    columns = ("kind", "record", "field", "parents", "clock", "author", "value", "change")
    return ", ".join(
        f"{table}.{one}" if one in ("parents", "clock") else f"CAST({table}.{one} AS BLOB)"
        for one in columns
    )


def _revisions(connection: sqlite3.Connection, change: Change, stamp: Stamp) -> Iterator[Revision]:
    """Make the revisions of a change, removals last: they have to see all the others."""
    refuse.refuse_hidden(connection, change)
    heads = _heads(connection, change.edits)
    said_of: Spoken = {}
    for edit in sorted(change.edits, key=_is_removal):
        now = said_of.setdefault(edit.record, {}).setdefault(edit.field, [])
        said_before = _said_before(edit, now)
        held = heads.get((edit.record, edit.field), {})
        parents = said_before or _parents(connection, edit, held)
        if parents is None:
            continue
        if _is_removal(edit):
            parents = _seen(connection, edit, said_of)
        beside = len(now) if edit.replaces else 0
        revision = _revision(edit, parents, stamp.later(beside), change.id)
        now.append(revision)
        yield revision
    for article in away.left_away(connection, change):
        edit = Edit(Record.ARTICLE, article, "removed", "1", "1")
        yield _revision(edit, _seen(connection, edit, said_of), stamp, change.id)


#: What a change said so far, of each record and of each of its fields.
Spoken = dict[str, dict[str, list[Revision]]]


def _said_before(edit: Edit, now: Iterable[Revision]) -> tuple[bytes, ...]:
    """Give what this very change said of the field, if the edit goes on from there.

    An undo does not: what it takes back side by side was side by side before, and the one that was
    shown, which comes last, is said a little later than the others.
    """
    if edit.replaces:
        return ()
    return tuple(r.rev for r in now if r.value == edit.before)[-1:]


def _is_removal(edit: Edit) -> bool:
    return edit.field == "removed" and edit.after is not None


def _revision(edit: Edit, parents: Iterable[bytes], stamp: Stamp, change: str) -> Revision:
    what = (edit.kind, edit.record, edit.field, tuple(sorted(parents)))
    return Revision(*what, stamp.clock, stamp.author, edit.after, change)


def _seen(connection: sqlite3.Connection, edit: Edit, said_now: Spoken) -> tuple[bytes, ...]:
    """Give every head of the record a deletion is about: what it has not seen, it cannot hide.

    Of an article, the heads of the marks on it belong to what is seen.
    """
    rows = connection.execute(SEEN, {"record": edit.record}).fetchall()
    heads = {rev for _, rev in rows}
    for record in {edit.record, *(record for record, _ in rows)}:
        for revision in chain.from_iterable(said_now.get(record, {}).values()):
            heads.difference_update(revision.parents)
            heads.add(revision.rev)
    return tuple(heads)


SEEN = """
SELECT record, rev FROM heads WHERE record = :record UNION ALL
SELECT h.record, h.rev FROM highlights m JOIN heads h ON h.record = m.id WHERE m.article = :record
"""


Held = Mapping[bytes, str | None]


def _heads(
    connection: sqlite3.Connection, edits: Sequence[Edit]
) -> dict[tuple[str, str], dict[bytes, str | None]]:
    """Give the values that the fields of these edits hold, by record and field, then by revision.

    Other fields of the records are not read where these are few: they are most of a log.
    """
    found = dict[tuple[str, str], dict[bytes, str | None]]()
    fields = list({edit.field for edit in edits})
    asked = HEADS
    if len(fields) <= FEW:
        asked += f" AND h.field IN ({','.join('?' * len(fields))})"
    else:
        fields.clear()
    for marks, some in batches({edit.record: None for edit in edits}):
        for record, field, rev, value in connection.execute(asked.format(marks), [*some, *fields]):
            found.setdefault((record, field), {})[rev] = value
    return found


FEW = 50
HEADS = """
SELECT h.record, h.field, h.rev, r.value FROM heads h JOIN revisions r ON r.rev = h.rev
WHERE h.record IN ({})
"""


def _parents(connection: sqlite3.Connection, edit: Edit, held: Held) -> tuple[bytes, ...] | None:
    """Give the heads an edit replaces, or None where an undo finds the field as it wants it.

    Refuse an edit of a field that is no longer what it was.
    """
    values = set(held.values()) or {None}
    if edit.before not in values and not _removes_again(connection, edit):
        if edit.replaces and values == {edit.after}:
            return None
        raise refuse.changed(edit)
    # Of two heads an undo replaces its own; after other undos, its own was replaced by theirs.
    return tuple(held.keys() & set(edit.replaces)) or tuple(held)


def _removes_again(connection: sqlite3.Connection, edit: Edit) -> bool:
    """Tell whether an edit removes a record that was removed before and is shown all the same."""
    return _is_removal(edit) and refuse.is_live(connection, edit.kind, edit.record)
