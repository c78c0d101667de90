"""The shelf in other orders than the newest first: put together by day, source, tag or page."""

import sqlite3
from array import array

from core.store.order import NO_DATE

#: What articles are put together by, and in which order the groups go.
GROUPS = {
    "none": "",
    "day": f"{NO_DATE}, substr(s.sort, 1, 10) DESC,",
    "source": "a.source IS NULL, a.source COLLATE NOCASE,",
    "tag": "g.name IS NULL, g.name,",
    "page": "g.name IS NULL, g.name,",
}
SORTS = {
    "date": "",
    "title": "a.title = '', a.title COLLATE NOCASE,",
    "source": "a.source IS NULL, a.source COLLATE NOCASE,",
}
#: What an article may have several of, it stands under the first of.
NAMED = {
    "tag": "SELECT h.article, min(t.path) AS name FROM taggings"
    " JOIN highlights h ON h.id = highlight JOIN tags t ON t.id = taggings.tag GROUP BY h.article",
    "page": "SELECT article, min(name) AS name FROM pages GROUP BY article",
}


def arranged(
    connection: sqlite3.Connection, group: str, sort: str
) -> "tuple[array[int], dict[int, str]]":
    """Give the rows in an order; where they are put together by tags or pages, also that of each.

    An article with several stands under the first by name.
    """
    name, joined = "NULL", ""
    if group in NAMED:
        name, joined = "g.name", f" LEFT JOIN ({NAMED[group]}) g ON g.article = s.article"
    found = connection.execute(
        f"SELECT s.row, {name} FROM shelf s JOIN articles a ON a.id = s.article{joined}"
        f" WHERE s.edition IS NOT NULL ORDER BY {GROUPS[group]} {SORTS[sort]}"
        f" {NO_DATE}, s.sort DESC, s.row"
    )
    rows, names = array("q"), dict[int, str]()
    for row, named in found:
        rows.append(row)
        if named is not None:
            names[row] = named
    return rows, names
