"""The pages that articles came from: of each article, and all of them with what is on them."""

import sqlite3
from collections.abc import Iterable

from core.model import OnPage
from core.store.batch import batches


def of(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, tuple[OnPage, ...]]:
    """Give the pages that each of these articles was on, in the order in which it was seen there.

    One that was on none is not among the answers.
    """
    found = dict[str, list[OnPage]]()
    for marks, some in batches(articles):
        rows = connection.execute(
            f"SELECT article, page, name, seen FROM pages WHERE article IN ({marks})"
            " ORDER BY seen, name",
            some,
        )
        for article, *page in rows:
            found.setdefault(article, []).append(OnPage(*page))
    return {article: tuple(pages) for article, pages in found.items()}


def names(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Give the id and the name of every page; one that is spelt in several ways has one of them."""
    return connection.execute("SELECT page, min(name) FROM pages GROUP BY page").fetchall()


def counts(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Count the articles of every page by its name, most first, and last those of none ("")."""
    rows = connection.execute(
        "SELECT min(name) AS name, count(*) AS many FROM pages GROUP BY page"
        " ORDER BY many DESC, name"
    ).fetchall()
    if rows:
        rows += connection.execute(
            "SELECT '', count(*) FROM shelf s WHERE edition IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM pages WHERE article = s.article)"
        ).fetchall()
    return [row for row in rows if row[1]]
