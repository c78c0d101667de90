"""What carries a tag, for a list of it: highlights with their articles, and findings."""

import sqlite3


def counts(connection: sqlite3.Connection, tag: str) -> tuple[int, int]:
    """Count the highlights and the articles that a tag is on."""
    found = connection.execute(
        "SELECT count(*), count(DISTINCT h.article) FROM taggings t"
        " JOIN highlights h ON h.id = t.highlight"
        " JOIN shelf s ON s.article = h.article AND s.edition IS NOT NULL WHERE t.tag = ?",
        [tag],
    ).fetchone()
    return found[0], found[1]


def uses(connection: sqlite3.Connection, tag: str, limit: object) -> list[tuple[str, ...]]:
    """Give (kind, id, words, article, title): findings, then highlights, the newest first."""
    return connection.execute(
        "SELECT * FROM (SELECT 'finding', f.id, f.statement, '', '' FROM finding_tags t"
        " JOIN findings f ON f.id = t.finding WHERE t.tag = ?1 ORDER BY f.created DESC LIMIT ?2)"
        " UNION ALL SELECT * FROM (SELECT 'highlight', h.id, h.quote, h.article, a.title"
        " FROM taggings t JOIN highlights h ON h.id = t.highlight"
        " JOIN shelf s ON s.article = h.article AND s.edition IS NOT NULL"
        " JOIN articles a ON a.id = h.article"
        " WHERE t.tag = ?1 ORDER BY h.created DESC LIMIT ?2)",
        [tag, limit],
    ).fetchall()
