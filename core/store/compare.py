"""Two libraries side by side: the questions that a look before a merge asks of both.

Only looks. The other library, a file of our own writing, is attached as `theirs`; what its answers
mean is told in `core.merge`.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from core.change import Record
from core.model import Author, Tag
from core.names import told_apart
from core.revision import Said, cut
from core.store.batch import batches
from core.store.connect import beside, connect_to_look, trouble
from core.store.read import aliases, place
from core.store.transaction import moment

MAPPED = 2_000_000_000


class Title(NamedTuple):
    """An article in the other library, and what is known of it here."""

    id: str
    title: str
    known: bool
    present: bool
    other_text: bool
    paged: bool
    highlights: int
    new: int


class InBoth(NamedTuple):
    """All that both libraries say of a record: what was said here, and what was said there."""

    record: str
    ours: list[Said]
    theirs: list[Said]

    @property
    def all_said(self) -> list[Said]:
        """Give what the union of both says, each once."""
        return list({one.rev: one for one in (*self.ours, *self.theirs)}.values())


class Apart(NamedTuple):
    """A record that both libraries show, and all that they say of the fields that differ."""

    record: str
    article: str
    ours: list[Said]
    theirs: list[Said]


@contextmanager
def both(ours: Path, theirs: Path) -> Iterator[sqlite3.Connection]:
    """Open two libraries to look, both as they are at one moment."""
    with trouble(theirs):
        connect_to_look(theirs).close()
    with (
        trouble(ours),
        closing(connect_to_look(ours)) as connection,
        beside(connection, theirs),
    ):
        # Mapped into memory: nobody else has the clean file. Our own may be cut short meanwhile.
        connection.execute(f"PRAGMA theirs.mmap_size = {MAPPED}")
        with moment(connection):
            yield connection


def titles(connection: sqlite3.Connection) -> list[Title]:
    """Give the articles there that are on the shelf, or are marked, newest first.

    One that only its text tells apart comes without a masthead where it comes without the text.
    """
    rows = connection.execute(TITLES)
    return [Title(one, title, *map(bool, told[:4]), *told[4:]) for one, title, *told in rows]


#: EXCEPT walks two orders side by side, which is many times as fast as asking for each.
TITLES = """
SELECT a.id, a.title,
  EXISTS (SELECT 1 FROM main.heads WHERE record = a.id),
  EXISTS (SELECT 1 FROM main.shelf WHERE article = a.id AND edition IS NOT NULL),
  EXISTS (SELECT 1 FROM theirs.editions e WHERE e.article = a.id
    AND NOT EXISTS (SELECT 1 FROM main.editions WHERE id = e.id)),
  EXISTS (SELECT 1 FROM theirs.pages p WHERE p.article = a.id
    AND NOT EXISTS (SELECT 1 FROM main.pages WHERE article = p.article AND page = p.page)),
  coalesce(h.marks, 0), coalesce(n.marks, 0)
FROM (SELECT id, title, published FROM theirs.articles UNION ALL
    SELECT m.article, coalesce(o.title, ''), o.published
    FROM (SELECT DISTINCT article FROM theirs.highlights
      WHERE article NOT IN (SELECT id FROM theirs.articles)) m
    LEFT JOIN main.articles o ON o.id = m.article) a
  LEFT JOIN theirs.shelf s ON s.article = a.id
  LEFT JOIN (SELECT article, count(*) AS marks FROM theirs.highlights GROUP BY article) h
    ON h.article = a.id
  LEFT JOIN (SELECT article, count(*) AS marks FROM theirs.highlights WHERE id IN
    (SELECT id FROM theirs.highlights EXCEPT SELECT record FROM main.heads ORDER BY 1)
    GROUP BY article) n ON n.article = a.id
WHERE s.edition IS NOT NULL OR h.marks ORDER BY a.published DESC, a.id
"""


def stir(connection: sqlite3.Connection) -> None:
    """Note the fields of known records that have heads there which are no heads here.

    EXCEPT walks two orders side by side here, too.
    """
    connection.execute(
        "CREATE TEMP TABLE stirred (record TEXT, field TEXT, PRIMARY KEY (record, field))"
        " WITHOUT ROWID"
    )
    connection.execute(
        "INSERT INTO temp.stirred SELECT DISTINCT record, field FROM"
        " (SELECT record, field, rev FROM theirs.heads"
        "  EXCEPT SELECT record, field, rev FROM main.heads ORDER BY 1, 2, 3) h"
        " WHERE EXISTS (SELECT 1 FROM main.heads WHERE record = h.record)"
    )


def apart(connection: sqlite3.Connection) -> Iterator[Apart]:
    """Give the stirred highlights that are shown here and there, and that nobody ever removed."""
    return _apart(connection, SHOWN)


def editions(connection: sqlite3.Connection) -> Iterator[Apart]:
    """Give the articles on both shelves of which another text may have been chosen there."""
    return _apart(connection, SHELVED)


SHOWN = """
SELECT s.record, s.field, h.article FROM temp.stirred s
  CROSS JOIN main.highlights h ON h.id = s.record CROSS JOIN theirs.highlights t ON t.id = s.record
WHERE NOT EXISTS (SELECT 1 FROM main.heads WHERE record = s.record AND field = 'removed')
  AND NOT EXISTS (SELECT 1 FROM theirs.heads WHERE record = s.record AND field = 'removed')
"""
SHELVED = """
SELECT s.record, s.field, s.record AS article FROM temp.stirred s
  CROSS JOIN main.shelf h ON h.article = s.record CROSS JOIN theirs.shelf t ON t.article = s.record
WHERE s.field = 'edition' AND h.edition IS NOT NULL AND t.edition IS NOT NULL
"""


def _apart(connection: sqlite3.Connection, which: str) -> Iterator[Apart]:
    connection.execute(f"CREATE TEMP TABLE apart AS {which}")
    ours, theirs = (
        _read(
            connection.execute(
                "SELECT a.record, rev, r.field, parents, clock, author, value FROM temp.apart a"
                f" CROSS JOIN {library}.revisions r ON r.record = a.record AND r.field = a.field"
            )
        )
        for library in ("main", "theirs")
    )
    articles = dict(connection.execute("SELECT record, article FROM temp.apart"))
    connection.execute("DROP TABLE temp.apart")
    for record, article in articles.items():
        yield Apart(record, article, ours.get(record, []), theirs.get(record, []))


def others(connection: sqlite3.Connection) -> Iterator[tuple[InBoth, str | None]]:
    """Give the other highlights that are stirred, and the article that the other library shows
    them in, if it does.

    Somebody removed them, or brought them back.
    """
    rows = connection.execute(
        "SELECT DISTINCT s.record, (SELECT article FROM theirs.highlights WHERE id = s.record)"
        f" FROM temp.stirred s WHERE s.record NOT IN (SELECT record FROM ({SHOWN})) AND EXISTS"
        "  (SELECT 1 FROM theirs.heads WHERE record = s.record AND field = 'passage'"
        "   UNION ALL SELECT 1 FROM main.heads WHERE record = s.record AND field = 'passage')"
    )
    there = dict[str, str | None](rows.fetchall())
    for one in in_both(connection, tuple(there)):
        yield one, there[one.record]


def gone_here(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Count by article the highlights there that were removed here and of which nothing is new."""
    return connection.execute(GONE).fetchall()


GONE = """
SELECT t.article, count(*) FROM theirs.highlights t
WHERE t.id IN (SELECT id FROM theirs.highlights EXCEPT SELECT id FROM main.highlights ORDER BY 1)
  AND EXISTS (SELECT 1 FROM main.heads WHERE record = t.id)
  AND NOT EXISTS (SELECT 1 FROM temp.stirred WHERE record = t.id)
GROUP BY t.article
"""


def beside_highlights(connection: sqlite3.Connection) -> Iterator[tuple[Record, InBoth]]:
    """Give records of other kinds of which the other library says something that ours does not."""
    rows = connection.execute(
        "SELECT DISTINCT kind, record FROM theirs.revisions t"
        " WHERE kind NOT IN ('article', 'highlight')"
        " AND NOT EXISTS (SELECT 1 FROM main.revisions WHERE rev = t.rev) ORDER BY kind, record"
    )
    kinds = {record: Record(kind) for kind, record in rows}
    for one in in_both(connection, tuple(kinds)):
        yield kinds[one.record], one


def resting(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Give the articles that each finding rests on, there or here."""
    rests = dict[str, tuple[str, ...]]()
    rows = connection.execute(
        " UNION ".join(
            f"SELECT finding, article FROM {library}.evidence"
            f" JOIN {library}.highlights ON id = highlight"
            for library in ("theirs", "main")
        )
    )
    for finding, article in rows:
        rests[finding] = (*rests.get(finding, ()), article)
    return rests


def paths(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Give the paths of the tags of both, by id; there counts before here."""
    asked = "SELECT id, path FROM main.tags UNION ALL SELECT id, path FROM theirs.tags"
    return connection.execute(asked).fetchall()


def going(connection: sqlite3.Connection) -> Iterator[tuple[str, InBoth, list[InBoth]]]:
    """Give the articles here that were taken away there: title, all that is said of them, marks."""
    titles = dict(connection.execute(GOING).fetchall())
    for one in in_both(connection, tuple(titles)):
        marks = connection.execute(MARKED, {"article": one.record}).fetchall()
        yield titles[one.record], one, list(in_both(connection, [mark for (mark,) in marks]))


GOING = """
SELECT s.record, coalesce(a.title, '') FROM temp.stirred s
  CROSS JOIN main.shelf h ON h.article = s.record LEFT JOIN main.articles a ON a.id = s.record
WHERE s.field = 'removed' AND h.edition IS NOT NULL
  AND EXISTS (SELECT 1 FROM theirs.heads t JOIN theirs.revisions r ON r.rev = t.rev
    WHERE t.record = s.record AND t.field = 'removed' AND r.value IS NOT NULL)
"""
MARKED = """
SELECT id FROM main.highlights WHERE article = :article
  UNION SELECT id FROM theirs.highlights WHERE article = :article
"""


def turned(connection: sqlite3.Connection) -> int:
    """Count the articles on both shelves of which another says there whether they were read."""
    (many,) = connection.execute(TURNED).fetchone()
    return int(many)


TURNED = """
SELECT count(*) FROM temp.stirred s
  CROSS JOIN main.shelf h ON h.article = s.record CROSS JOIN theirs.shelf t ON t.article = s.record
WHERE s.field = 'read' AND h.edition IS NOT NULL AND t.read <> h.read
"""


def signed(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Count by whom so much is said there that is not known here."""
    return connection.execute(
        "SELECT author, count(*) FROM theirs.revisions t WHERE NOT EXISTS"
        " (SELECT 1 FROM main.revisions WHERE rev = t.rev) GROUP BY author"
    ).fetchall()


def marks(connection: sqlite3.Connection, article: str) -> list[str]:
    """Name the highlights of an article that are there, in reading order, then those only here.

    Of those that are only here, the ones are meant of which the other library knows.
    """
    rows = connection.execute(
        "SELECT id FROM"
        " (SELECT 0 AS turn, id, node, start FROM theirs.highlights WHERE article = :article"
        " UNION ALL SELECT 1, id, node, start FROM main.highlights h WHERE article = :article"
        "  AND id NOT IN (SELECT id FROM theirs.highlights WHERE article = :article)"
        "  AND EXISTS (SELECT 1 FROM theirs.heads WHERE record = h.id))"
        " ORDER BY turn, node, start, id",
        {"article": article},
    )
    return [record for (record,) in rows]


def in_both(connection: sqlite3.Connection, records: Sequence[str]) -> Iterator[InBoth]:
    """Give all that both say of each of these records, in order."""
    for marks, some in batches(records):
        ours, theirs = (_said(connection, library, marks, some) for library in ("main", "theirs"))
        for record in some:
            yield InBoth(record, ours.get(record, []), theirs.get(record, []))


def _said(
    connection: sqlite3.Connection, library: str, marks: str, records: Sequence[str]
) -> dict[str, list[Said]]:
    rows = connection.execute(
        "SELECT record, rev, field, parents, clock, author, value"
        f" FROM {library}.revisions WHERE record IN ({marks})",
        records,
    )
    return _read(rows)


def _read(rows: Iterable[Sequence[Any]]) -> dict[str, list[Said]]:
    said = dict[str, list[Said]]()
    for record, rev, field, parents, *rest in rows:
        said.setdefault(record, []).append(Said(rev, field, cut(parents), *rest))
    return said


def tags(connection: sqlite3.Connection) -> tuple[list[Tag], list[Tag]]:
    """Give the tags here, and those there, by path."""
    here, there = (_tags(connection, library) for library in ("main", "theirs"))
    return here, there


def _tags(connection: sqlite3.Connection, library: str) -> list[Tag]:
    names = aliases(connection, library)
    rows = connection.execute(
        "SELECT id, name, parent, path, zh, en, colour, (SELECT count(*)"
        f" FROM {library}.taggings WHERE tag = t.id) FROM {library}.tags t"
    )
    return sorted((Tag(*(*row, 0, names.get(row[0], ()))) for row in rows), key=place)


def authors(connection: sqlite3.Connection) -> list[tuple[Author, bool, int]]:
    """Give who wrote there, whether they are known here, and how much they marked."""
    rows = connection.execute(
        "SELECT id, name, EXISTS (SELECT 1 FROM main.authors WHERE id = a.id),"
        " coalesce((SELECT marks FROM (SELECT author, count(*) AS marks FROM theirs.highlights"
        "  GROUP BY author) WHERE author = a.id), 0) FROM theirs.authors a ORDER BY name, id"
    ).fetchall()
    here = dict(connection.execute("SELECT id, name FROM main.authors"))
    called = told_apart(here | {one: name for one, name, *_ in rows})
    return [(Author(one, called[one]), bool(known), marks) for one, _, known, marks in rows]
