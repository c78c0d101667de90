"""Where single articles stand on the shelf, for a list that goes on after a deed about a few."""

import sqlite3
from collections.abc import Iterable
from operator import attrgetter, itemgetter
from typing import NamedTuple

from core.model import Stand
from core.store.batch import batches
from core.store.order import DATED, NO_DATE, UNDATED


def stands(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Stand]:
    """Tell where these articles stand, in the order of `order`."""
    found = [
        _Found(*row)
        for marks, some in batches(articles)
        for row in connection.execute(STANDS.format(marks), some)
    ]
    found.sort(key=attrgetter("row"))
    found.sort(key=attrgetter("sort"), reverse=True)
    found.sort(key=attrgetter("undated"))
    at_the_end = any(one.undated or one.after is None for one in found)
    undated = sorted(connection.execute(UNDATED), key=itemgetter(1)) if at_the_end else []
    undated.sort(key=itemgetter(0), reverse=True)
    return [Stand(one.row, bool(one.there), _after(one, undated)) for one in found]


class _Found(NamedTuple):
    sort: str
    row: int
    there: int
    undated: int
    after: int | None


def _after(one: _Found, undated: list[tuple[str, int]]) -> int | None:
    """Give the row that comes next; after the last that is dated, those that are not."""
    if one.undated:
        later = (row for sort, row in undated if (sort, -row) < (one.sort, -one.row))
        return next(later, None)
    return one.after or next((row for _, row in undated), None)


STANDS = f"""
WITH named AS (
  SELECT s.sort, s.row, s.edition IS NOT NULL AS there, {NO_DATE} AS undated
  FROM shelf s JOIN articles a ON a.id = s.article WHERE s.article IN ({{}})
)
SELECT s.*, iif(s.undated, NULL, coalesce(
  (SELECT n.row FROM shelf n CROSS JOIN articles a ON a.id = n.article AND {DATED}
   WHERE n.edition IS NOT NULL AND n.sort = s.sort AND n.row > s.row ORDER BY n.row LIMIT 1),
  (SELECT n.row FROM shelf n CROSS JOIN articles a ON a.id = n.article AND {DATED}
   WHERE n.edition IS NOT NULL AND n.sort < s.sort ORDER BY n.sort DESC, n.row LIMIT 1)))
FROM named s
"""
