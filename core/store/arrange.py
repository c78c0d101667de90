"""The shelf in other orders than the newest first: put together by day, source, tag or page.

By date, or by day, what has no date comes last whichever way they go.
"""

import sqlite3
from array import array

from core.natural import natural
from core.store.order import NO_DATE

#: What articles are put together by, and in which order the groups go.
GROUPS = {
    "day": f"{NO_DATE}, substr(s.sort, 1, 10) DESC,",
    "source": "a.source IS NULL, a.source COLLATE NOCASE,",
}
SORTS = {
    "date": "",
    "oldest": f"{NO_DATE}, s.sort,",
    "title": "a.title = '', a.title COLLATE NOCASE,",
    "source": "a.source IS NULL, a.source COLLATE NOCASE,",
}
#: What an article may have several of, it stands under the first of.
NAMED = {
    "tag": "SELECT DISTINCT s.row, t.path FROM taggings JOIN highlights h ON h.id = highlight"
    " JOIN tags t ON t.id = taggings.tag JOIN shelf s ON s.article = h.article",
    "page": "SELECT s.row, p.name FROM pages p JOIN shelf s ON s.article = p.article",
}


def arranged(
    connection: sqlite3.Connection, group: str, sort: str
) -> "tuple[array[int], dict[int, str]]":
    """Give the rows in an order; where they are put together by tags or pages, also that of each.

    An article with several stands under the first by name.
    """
    days = group == "day" and sort == "oldest"  # then days go that way, too
    together = "" if days else GROUPS.get(group, "")
    found = connection.execute(
        "SELECT s.row FROM shelf s JOIN articles a ON a.id = s.article"
        f" WHERE s.edition IS NOT NULL ORDER BY {together} {SORTS[sort]}"
        f" {NO_DATE}, s.sort DESC, s.row"
    )
    rows = array("q", (row for (row,) in found))
    if group not in NAMED:
        return rows, {}
    told = connection.execute(NAMED[group]).fetchall()
    order = sorted({name for _, name in told}, key=natural)
    places = {name: place for place, name in enumerate(order)}
    names = dict(sorted(told, key=lambda one: places[one[1]], reverse=True))
    return array("q", sorted(rows, key=lambda row: places.get(names.get(row), len(places)))), names
