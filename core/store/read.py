"""Rows to records: every question that the rest of the program asks the file."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from core.change import Edit, Record
from core.model import (
    Article,
    Author,
    Body,
    Card,
    Colour,
    Conflict,
    Edition,
    Head,
    Highlight,
    Kind,
    Masthead,
    Node,
    Passage,
    SavedSearch,
    Saying,
    Stance,
    Tag,
    Term,
)
from core.revision import cut
from core.store.write import Past

#: So many rows are asked for in one question; SQLite takes no question of any length.
AT_ONCE = 1000
HIGHLIGHT = (
    'h.id, h.article, h.edition, h.node, h.start, h."end", h.quote, h.prefix, h.suffix,'
    " h.colour, h.note, h.stance, h.author, h.created, h.modified, h.private,"
    " (SELECT group_concat(tag) FROM taggings WHERE highlight = h.id)"
)


def count(connection: sqlite3.Connection) -> int:
    found = connection.execute("SELECT count(*) FROM shelf WHERE edition IS NOT NULL")
    return int(found.fetchone()[0])


def cards(
    connection: sqlite3.Connection, rows: Sequence[int], hidden: Iterable[str] = ()
) -> list[Card]:
    """Give what the list shows of these rows, in order; marks of `hidden` authors do not count."""
    who, by_row = list(hidden), dict[int, Card]()
    but = f"AND h.author NOT IN ({','.join('?' * len(who))})" if who else ""
    for i in range(0, len(rows), AT_ONCE):
        some = ",".join(map(str, rows[i : i + AT_ONCE]))
        for row in connection.execute(CARDS.format(but, some), who):
            card = Card(*row[:9], bool(row[9]))  # type: ignore[call-arg]  # ten columns and fields
            by_row[card.row] = card
    return [by_row[row] for row in rows if row in by_row]


CARDS = (
    "SELECT s.row, a.id, a.title, e.gist, a.source, a.published, a.zone, e.claims,"
    " (SELECT count(*) FROM highlights h WHERE h.article = a.id {}), s.read"
    " FROM shelf s JOIN articles a ON a.id = s.article JOIN editions e ON e.id = s.edition"
    " WHERE s.row IN ({})"
)


def row_of(connection: sqlite3.Connection, article: str) -> int | None:
    row = connection.execute(
        "SELECT row FROM shelf WHERE article = ? AND edition IS NOT NULL", [article]
    ).fetchone()
    return row[0] if row else None


def ids(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """Give the ids on the shelf that begin so, at most three."""
    first = beginning.lower()
    rows = connection.execute(
        "SELECT article FROM shelf WHERE edition IS NOT NULL AND article >= ? AND article < ?"
        " ORDER BY article LIMIT 3",
        [first, first + "\U0010ffff"],
    )
    return [article for (article,) in rows]


def shelf(connection: sqlite3.Connection, article: str) -> tuple[str, bool] | None:
    """Give the edition shown of an article and whether it was read; None if it is not there."""
    row = connection.execute(
        "SELECT edition, read FROM shelf WHERE article = ? AND edition IS NOT NULL", [article]
    ).fetchone()
    return (row[0], bool(row[1])) if row else None


def article(connection: sqlite3.Connection, article: str, edition: str) -> Article:
    """Give an article in one of its editions."""
    row = connection.execute(
        "SELECT title, source, published, zone, company, symbol, url FROM articles WHERE id = ?",
        [article],
    ).fetchone()
    return Article(article, Masthead(*row), text_of(connection, edition))


def text_of(connection: sqlite3.Connection, edition: str) -> Edition:
    """Give an edition; one that came with a share without texts is empty."""
    body, text = connection.execute(
        "SELECT body, text FROM editions WHERE id = ?", [edition]
    ).fetchone() or (Body.RAW, "")
    rows = connection.execute(
        "SELECT position, depth, kind, text, title, number, citations, truncated"
        " FROM nodes WHERE edition = ? ORDER BY position",
        [edition],
    )
    return Edition(edition, Body(body), text, tuple(_node(*row) for row in rows))


def _node(
    position: int,
    depth: int,
    kind: str,
    text: str,
    title: str | None,
    number: int | None,
    *rest: str,
) -> Node:
    citations, truncated = rest
    numbers = tuple(map(int, citations.split()))
    return Node(position, depth, Kind(kind), text, title, number, numbers, bool(truncated))


def highlights(
    connection: sqlite3.Connection,
    *,
    article: str | None = None,
    highlight: str | None = None,
    tag: str | None = None,
) -> list[Highlight]:
    """Give highlights in reading order: of one article, or one by its id, or of a tag, or all."""
    where, values = "1", list[str]()
    if article is not None:
        where, values = "h.article = ?", [article]
    if highlight is not None:
        where, values = "h.id = ?", [highlight]
    if tag is not None:
        where, values = "h.id IN (SELECT highlight FROM taggings WHERE tag = ?)", [tag]
    rows = connection.execute(
        f"SELECT {HIGHLIGHT} FROM highlights h WHERE {where} ORDER BY h.node, h.start, h.created",
        values,
    )
    return [_highlight(row) for row in rows]


def _highlight(row: Sequence[str]) -> Highlight:
    where, (colour, note, stance, author, created, modified, private, tags) = row[1:9], row[9:]
    return Highlight(
        row[0],
        Passage(*where),  # type: ignore[arg-type]  # STRICT columns hold integers where it has them
        Colour(colour),
        note,
        Stance(stance),
        tuple(sorted(tags.split(","))) if tags else (),
        author,
        _milliseconds(created),
        _milliseconds(modified),
        bool(private),
    )


def _milliseconds(iso: str) -> int:
    return round(datetime.fromisoformat(iso).timestamp() * 1000)


def tags(connection: sqlite3.Connection) -> list[Tag]:
    """Give every tag with how often it is used, by path."""
    rows = connection.execute(
        "SELECT id, name, parent, path, zh, en, colour,"
        " (SELECT count(*) FROM taggings WHERE tag = tags.id),"
        " (SELECT count(*) FROM finding_tags WHERE tag = tags.id) FROM tags ORDER BY path"
    )
    names = aliases(connection)
    return [Tag(*(*row, names.get(row[0], ()))) for row in rows]


def aliases(connection: sqlite3.Connection, library: str = "main") -> dict[str, tuple[str, ...]]:
    """Give the other names of each tag that has any."""
    names = dict[str, list[str]]()
    for tag, name in connection.execute(f"SELECT tag, name FROM {library}.aliases ORDER BY name"):
        names.setdefault(tag, []).append(name)
    return {tag: tuple(called) for tag, called in names.items()}


def terms(connection: sqlite3.Connection) -> list[Term]:
    """Give the reader's own terms, by their Chinese."""
    rows = connection.execute("SELECT id, zh, en, note, whole FROM terms ORDER BY zh, id")
    return [
        Term(one, zh, tuple(filter(None, en.split("; "))), note, bool(whole))
        for one, zh, en, note, whole in rows
    ]


def searches(connection: sqlite3.Connection) -> list[SavedSearch]:
    """Give the searches kept, by name."""
    rows = connection.execute("SELECT id, name, query FROM searches ORDER BY name, id")
    return [SavedSearch(*row) for row in rows]


def authors(connection: sqlite3.Connection) -> list[Author]:
    return [Author(*row) for row in connection.execute("SELECT id, name FROM authors")]


def author(connection: sqlite3.Connection, author: str) -> str | None:
    """Give the name of an author, if they did a deed here."""
    row = connection.execute("SELECT name FROM authors WHERE id = ?", [author]).fetchone()
    return row[0] if row else None


def last_seq(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])


def history(connection: sqlite3.Connection, limit: int) -> list[Past]:
    """Give the last deeds, newest first; what a merge brought is told by the merge."""
    rows = connection.execute(f"{PAST} WHERE via IS NULL ORDER BY seq DESC LIMIT ?", [limit])
    return [Past(*row) for row in rows]


def past(connection: sqlite3.Connection, state: str) -> Past | None:
    """Give the deed that undo ("done") or redo ("undone") would take next."""
    way = "DESC" if state == "done" else "ASC"
    row = connection.execute(
        f"{PAST} WHERE state = ? ORDER BY seq {way} LIMIT 1", [state]
    ).fetchone()
    return Past(*row) if row else None


PAST = "SELECT seq, id, name, count, author, clock, reverses, state, last, source FROM changes"


def since(connection: sqlite3.Connection, seq: int) -> Iterator[tuple[str, str, str]]:
    """Give (name, id, source) of the changes made after this one, in order."""
    yield from connection.execute(
        "SELECT name, id, coalesce(source, '') FROM changes"
        " WHERE seq > ? AND via IS NULL ORDER BY seq",
        [seq],
    ).fetchall()


def sayings(connection: sqlite3.Connection, record: str) -> list[Saying]:
    """Give all that was ever said of a record, newest first."""
    rows = connection.execute(
        "SELECT r.field, r.value, r.clock, coalesce(a.name, r.author) FROM revisions r"
        " LEFT JOIN authors a ON a.id = r.author LEFT JOIN changes c ON c.id = r.change"
        " WHERE r.record = ? ORDER BY r.clock DESC, c.seq DESC, r.field",
        [record],
    )
    return [Saying(*row) for row in rows]


def edits(connection: sqlite3.Connection, change: str) -> tuple[Edit, ...]:
    """Read the edits of a change out of the log, with the revisions that made them.

    What settled two heads of a field is an edit of each, first of the one that was shown: taken
    back, both are there again.
    """
    rows = connection.execute(
        "SELECT kind, record, field, parents, value, rev FROM revisions WHERE change = ?"
        " ORDER BY kind, record, field, value IS NULL, clock DESC, rev DESC",
        [change],
    ).fetchall()
    steps = {(field, rev): parents for _, _, field, parents, _, rev in rows}
    passed = {(field, one) for _, _, field, parents, *_ in rows for one in cut(parents)}
    return tuple(
        Edit(Record(kind), record, field, before, value, replaces=(rev,))
        for kind, record, field, parents, value, rev in rows
        if (field, rev) not in passed
        for before in _before(connection, _first(parents, field, steps), field, value)
    )


def _first(
    parents: bytes, field: str, steps: Mapping[tuple[str, bytes], bytes]
) -> tuple[bytes, ...]:
    """Give what the first of a change's steps in a field replaced, from the last one's parents."""
    while (field, parents) in steps:
        parents = steps[field, parents]
    return cut(parents)


def _before(
    connection: sqlite3.Connection, parents: Sequence[bytes], field: str, value: str | None
) -> Iterable[str | None]:
    """Give what a field held before, first what was shown of it; what is removed was there."""
    if field == "removed" and value is not None:
        return (None,)
    rows = connection.execute(
        f"SELECT value FROM revisions WHERE rev IN ({','.join('?' * len(parents))}) AND field = ?"
        " ORDER BY value IS NOT NULL DESC, clock DESC, rev DESC",
        [*parents, field],
    )
    return dict.fromkeys(value for (value,) in rows) or (None,)


def touched(connection: sqlite3.Connection, merge: str) -> tuple[Edit, ...]:
    """Read which fields a merge touched."""
    rows = connection.execute(
        "SELECT DISTINCT kind, record, field FROM merged JOIN revisions USING (rev)"
        " WHERE merged.change = ?",
        [merge],
    )
    return tuple(Edit(Record(kind), record, field, None, None) for kind, record, field in rows)


#: A record that is there: whose two versions somebody sees.
SHOWN = "(EXISTS (SELECT 1 FROM shelf WHERE article = r.record AND edition IS NOT NULL){})".format(
    "".join(
        f" OR EXISTS (SELECT 1 FROM {table} WHERE id = r.record)"
        for table in ("highlights", "findings", "pairs", "tags", "terms", "searches")
    )
)
#: What one of two read was read, and two who joined a pair of claims mean the same two. Two who
#: name a page or another name of a tag only wrote it smaller or larger.
NO_CONFLICTS = "('article', 'read'), ('pair', 'claims')"


def contested(connection: sqlite3.Connection, record: str | None = None) -> list[Conflict]:
    """Give the fields, of a record or of all that are there, that hold several values at once."""
    where, values = ("record = ?", [record]) if record is not None else ("1", [])
    rows = connection.execute(
        "SELECT r.kind, r.record, r.field, r.rev, r.value, r.clock, r.author FROM"
        f" (SELECT record, field FROM heads WHERE {where} AND field <> 'removed'"
        "  GROUP BY record, field HAVING count(*) > 1) two"
        " JOIN heads USING (record, field) JOIN revisions r ON r.rev = heads.rev"
        f" WHERE {SHOWN} AND (r.kind, r.field) NOT IN (VALUES {NO_CONFLICTS})"
        " AND r.field NOT GLOB 'alias:*' AND r.field NOT GLOB 'page:*'"
        " ORDER BY r.record, r.field, r.value IS NULL, r.clock DESC, r.rev DESC",
        values,
    )
    found = []
    for (kind, one, field), heads in groupby(rows, itemgetter(0, 1, 2)):
        said = tuple(Head(*head[3:]) for head in heads)
        if len({head.value for head in said}) > 1:
            found.append(Conflict(kind, one, field, said))
    return found
