"""What more than half of all texts say, so that it tells none of them from another.

SQLite's bm25 gives it no weight, but goes through all that say it, in every search, to find that
out. Here it is remembered as long as the library stays as it is.
"""

import sqlite3

from core.store.brevity import LEVELS
from core.store.facets import Facets
from core.store.needle import Clause, match

#: So great a part of so many texts, the first, has to say it before all are counted.
PART, SOME = 0.4, 1000
SAYING = "SELECT count(*) FROM texts WHERE texts MATCH ?"


def is_common(
    connection: sqlite3.Connection, facets: Facets, clause: Clause, *, meant: bool
) -> bool:
    """Tell whether more than half of all texts say the one thing that a clause asks for."""
    if not _is_one(clause, meant):
        return False
    asked = match([clause], meant=meant)
    if asked not in facets.counts:
        some = min(SOME, facets.many)
        first = _many(connection, f"{SAYING} AND rowid < ?", asked, some * LEVELS)
        if first < some * PART:
            return False
        facets.counts[asked] = _many(connection, SAYING, asked)
    return facets.counts[asked] > facets.many / 2


def _is_one(clause: Clause, meant: bool) -> bool:
    """Tell whether a clause is one row of terms: bm25 weighs each by how many texts have it."""
    (want, *others) = clause.wants
    is_alone = not others and not (meant and want.meanings)
    return is_alone and len(want.literal) == 1 and len(want.literal[0]) == 1


def _many(connection: sqlite3.Connection, asked: str, *values: object) -> int:
    return int(connection.execute(asked, values).fetchone()[0])
