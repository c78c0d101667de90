"""The shelf in other orders than the newest first: put together by day, source or tag."""

import sqlite3
from array import array

#: What articles are put together by, and in which order the groups go.
GROUPS = {
    "none": "",
    "day": "substr(s.sort, 1, 10) DESC,",
    "source": "a.source IS NULL, a.source COLLATE NOCASE,",
    "tag": "g.tag IS NULL, g.tag,",
}
SORTS = {
    "date": "",
    "title": "a.title = '', a.title COLLATE NOCASE,",
    "source": "a.source IS NULL, a.source COLLATE NOCASE,",
}
TAGGED = (
    " LEFT JOIN (SELECT h.article, min(t.path) AS tag FROM taggings"
    " JOIN highlights h ON h.id = highlight JOIN tags t ON t.id = taggings.tag"
    " GROUP BY h.article) g ON g.article = s.article"
)


def arranged(
    connection: sqlite3.Connection, group: str, sort: str
) -> "tuple[array[int], dict[int, str]]":
    """Give the rows in an order; where they are put together by tags, also the tag of each.

    An article with several tags stands under the first by path.
    """
    tag, joined = ("g.tag", TAGGED) if group == "tag" else ("NULL", "")
    found = connection.execute(
        f"SELECT s.row, {tag} FROM shelf s JOIN articles a ON a.id = s.article{joined}"
        f" WHERE s.edition IS NOT NULL ORDER BY {GROUPS[group]} {SORTS[sort]} s.sort DESC, s.row"
    )
    rows, tags = array("q"), dict[int, str]()
    for row, name in found:
        rows.append(row)
        if name is not None:
            tags[row] = name
    return rows, tags
