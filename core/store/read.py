"""Rows to records: articles, and what readers did to them, as they are now.

What was done, and when, is read by `log`; larger questions have modules of their own.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from core.model import (
    Article,
    Author,
    Body,
    Card,
    Colour,
    Edition,
    Highlight,
    Kind,
    Masthead,
    Node,
    Passage,
    SavedSearch,
    Stance,
    Tag,
    Term,
)
from core.names import told_apart
from core.natural import natural
from core.store.batch import batches
from core.store.connect import reading
from core.store.shown import milliseconds

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
    ).fetchall()  # one that cannot be read would leave the table locked
    with reading():
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
    with reading():
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
        milliseconds(created),
        milliseconds(modified),
        bool(private),
    )


def tags(connection: sqlite3.Connection) -> list[Tag]:
    """Give every tag with how often it is used, by path."""
    rows, names = connection.execute(TAGS.format("")), aliases(connection)
    return sorted((Tag(*(*row, names.get(row[0], ()))) for row in rows), key=place)


def place(tag: Tag) -> tuple[tuple[str, ...], str]:
    """Give what tags are put in order by."""
    return natural(tag.path), tag.id


def tags_of(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Tag]:
    """Give some tags, as `tags` does; one that is not there is left out."""
    found = list[Tag]()
    for asked, some in batches(ids):
        rows = connection.execute(TAGS.format(f"WHERE id IN ({asked})"), some)
        names = _called(connection.execute(ALIASES.format("main", f"WHERE tag IN ({asked})"), some))
        found += [Tag(*(*row, names.get(row[0], ()))) for row in rows]
    return found


TAGS = (
    "SELECT id, name, parent, path, zh, en, colour,"
    " (SELECT count(*) FROM taggings WHERE tag = tags.id),"
    " (SELECT count(*) FROM finding_tags WHERE tag = tags.id) FROM tags {}"
)
ALIASES = "SELECT tag, name FROM {}.aliases {} ORDER BY name"


def aliases(connection: sqlite3.Connection, library: str = "main") -> dict[str, tuple[str, ...]]:
    """Give the other names of each tag that has any."""
    return _called(connection.execute(ALIASES.format(library, "")))


def _called(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    names = dict[str, list[str]]()
    for tag, name in rows:
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
    """Give everybody who did something here, or whose work came with a merge that is done.

    Of several of one name, the name of each tells which it is.
    """
    return [Author(*one) for one in told_apart(dict(connection.execute(AUTHORS))).items()]


def everybody(connection: sqlite3.Connection) -> dict[str, str]:
    """Give what to call everybody who ever said something here, by their ids."""
    return told_apart(dict(connection.execute("SELECT id, name FROM authors")))


UNDONE = "(SELECT id FROM changes WHERE source IS NOT NULL AND state IN ('undone', 'dropped'))"
#: Mostly the first is true: the name did not come with a merge that is undone. Of what came with
#: one, a mark may have come again since, or a deed with another merge.
AUTHORS = f"""
SELECT id, name FROM authors a WHERE EXISTS (
  SELECT 1 FROM revisions r WHERE r.record = a.id AND NOT EXISTS (
    SELECT 1 FROM merged m WHERE m.rev = r.rev AND m.change IN {UNDONE}))
 OR EXISTS (SELECT 1 FROM highlights WHERE author = a.id)
 OR EXISTS (SELECT 1 FROM findings WHERE author = a.id)
 OR EXISTS (SELECT 1 FROM pairs WHERE author = a.id)
 OR EXISTS (
  SELECT 1 FROM changes WHERE author = a.id AND (via IS NULL OR via NOT IN {UNDONE}))
"""


def author(connection: sqlite3.Connection, author: str) -> str | None:
    """Give the name of an author, if they did a deed here."""
    row = connection.execute("SELECT name FROM authors WHERE id = ?", [author]).fetchone()
    return row[0] if row else None
