"""Which tags stand together: on one highlight, and on one article."""

import sqlite3


def pairs(connection: sqlite3.Connection, most: int) -> list[tuple[str, str, int, int]]:
    """Give two tags, and on how many highlights and articles both are; each two once.

    Of more than so many, those on most articles and highlights; -1 is no end.

    Articles count while they are on the shelf, and so do the highlights on them.
    """
    return connection.execute(PAIRS, [most]).fetchall()


PAIRS = """
WITH given AS MATERIALIZED (
  SELECT t.highlight, t.tag, h.article FROM taggings t
  JOIN highlights h ON h.id = t.highlight
  JOIN shelf s ON s.article = h.article AND s.edition IS NOT NULL
), worn AS MATERIALIZED (SELECT DISTINCT article, tag FROM given ORDER BY article, tag),
marked AS (
  SELECT a.tag AS one, b.tag AS other, count(*) AS many FROM given a
  JOIN taggings b ON b.highlight = a.highlight AND b.tag > a.tag GROUP BY a.tag, b.tag
), read AS (
  SELECT a.tag AS one, b.tag AS other, count(*) AS many FROM worn a
  JOIN worn b ON b.article = a.article AND b.tag > a.tag GROUP BY a.tag, b.tag
)
SELECT r.one, r.other, coalesce(m.many, 0), r.many FROM read r
LEFT JOIN marked m ON m.one = r.one AND m.other = r.other
JOIN tags one ON one.id = r.one JOIN tags other ON other.id = r.other
ORDER BY r.many DESC, m.many DESC LIMIT ?
"""
