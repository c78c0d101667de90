"""What carries a tag, for a list of it: highlights with their articles, and findings."""

import sqlite3
from collections.abc import Iterable

from core.names import SHORT_ID
from core.store.batch import batches
from core.store.read import everybody


def worn(connection: sqlite3.Connection, tag: str | None = None) -> dict[str, tuple[int, int]]:
    """Count the highlights and the articles that each tag, or one, is on, if it is on any."""
    these, values = ("", []) if tag is None else ("WHERE t.tag = ?", [tag])
    rows = connection.execute(WORN.format(these), values)
    return {one: (marks, articles) for one, marks, articles in rows}


WORN = """
SELECT t.tag, count(*), count(DISTINCT h.article) FROM taggings t
JOIN highlights h ON h.id = t.highlight
JOIN shelf s ON s.article = h.article AND s.edition IS NOT NULL {} GROUP BY t.tag
"""


def recent(connection: sqlite3.Connection, limit: int) -> list[str]:
    """Give the tags that were given last, the latest first; of a large deed a few."""
    found = dict[str, None]()
    for (change,) in connection.execute(DEEDS, [LOOKED_AT]):
        found.update((tag, None) for (tag,) in connection.execute(GIVEN, [change]))
        if len(found) >= limit:
            break
    return list(found)[:limit]


#: So many deeds are looked through; after as many others, nothing is recent any more.
LOOKED_AT = 200
DEEDS = """
SELECT id FROM (SELECT id, name, seq FROM changes ORDER BY seq DESC LIMIT ?)
WHERE name NOT IN ('import', 'merge', 'read', 'unread', 'note') ORDER BY seq DESC
"""
#: The beginning of a large deed tells enough: one that gave no tag would be looked through whole.
GIVEN = """
SELECT substr(field, 5) FROM
  (SELECT field, value FROM revisions WHERE change = ? LIMIT 1000)
WHERE field GLOB 'tag:*' AND value IS NOT NULL LIMIT 4
"""


def uses(connection: sqlite3.Connection, tag: str, limit: object) -> list[tuple[str, ...]]:
    """Give (kind, id, words, article, title): findings, then highlights, the newest first."""
    return connection.execute(
        "SELECT * FROM (SELECT 'finding', f.id, f.statement, '', '' FROM finding_tags t"
        " JOIN findings f ON f.id = t.finding WHERE t.tag = :tag"
        "  ORDER BY f.created DESC LIMIT :limit)"
        " UNION ALL SELECT * FROM (SELECT 'highlight', h.id, h.quote, h.article, a.title"
        " FROM taggings t JOIN highlights h ON h.id = t.highlight"
        " JOIN shelf s ON s.article = h.article AND s.edition IS NOT NULL"
        " JOIN articles a ON a.id = h.article"
        " WHERE t.tag = :tag ORDER BY h.created DESC LIMIT :limit)",
        {"tag": tag, "limit": limit},
    ).fetchall()


def makers(connection: sqlite3.Connection, tags: Iterable[str]) -> dict[str, str]:
    """Name who gave tags their first names."""
    found = dict[str, str]()
    for asked, some in batches(tags):
        found |= dict(connection.execute(MAKERS.format(asked), some).fetchall())
    called = everybody(connection) if found else {}
    return {tag: called.get(author) or author[:SHORT_ID] for tag, author in found.items()}


MAKERS = """
SELECT r.record, r.author FROM revisions r
WHERE r.record IN ({}) AND r.field = 'name' ORDER BY r.clock DESC, r.rev DESC
"""
