"""Where single articles stand on the shelf, for a list that goes on after a deed about a few."""

import sqlite3
from collections.abc import Iterable
from operator import itemgetter

from core.model import Stand
from core.store.batch import batches


def stands(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Stand]:
    """Tell where these articles stand, in the order of `read.order`."""
    found = [
        row
        for marks, some in batches(articles)
        for row in connection.execute(STANDS.format(marks), some)
    ]
    found.sort(key=itemgetter(1))
    found.sort(key=itemgetter(0), reverse=True)
    return [Stand(row, bool(there), after) for _, row, there, after in found]


STANDS = """
SELECT s.sort, s.row, s.edition IS NOT NULL, coalesce(
  (SELECT n.row FROM shelf n WHERE n.edition IS NOT NULL AND n.sort = s.sort AND n.row > s.row
   ORDER BY n.row LIMIT 1),
  (SELECT n.row FROM shelf n WHERE n.edition IS NOT NULL AND n.sort < s.sort
   ORDER BY n.sort DESC, n.row LIMIT 1))
FROM shelf s WHERE s.article IN ({})
"""
