"""Two large libraries joined, looked at before, taken apart again, and checked.

Half of the highlights are in both; of these, some notes were changed on both sides. The bare
equivalent of the merge is the rows that it adds, put into the same tables in one transaction; what
ours puts into the index comes on top.
"""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from statistics import median

from core import schema
from core.check import check
from core.library import Library
from core.merge import plan
from tests.bench.readers import pair
from tests.bench.timing import Result, in_turn, seconds
from tests.generate import articles, mark
from tests.given import ANNA

CONFLICTS = 0.06  # of the highlights of one library
LOOK, MERGE, DEED = 1.0, 4.0, 1.2
TIMES, DEEDS = 3, 150
#: The tables that a merge adds to, parents before children.
TABLES = (
    "articles",
    "editions",
    "nodes",
    "changes",
    "revisions",
    "heads",
    "merged",
    "authors",
    "shelf",
    "tags",
    "highlights",
    "taggings",
)
Rows = dict[str, list[tuple[object, ...]]]


def bench(folder: Path, size: int) -> Iterator[Result]:
    place = folder / "merging"
    place.mkdir()
    anna, ben = pair(place, size, int(size * CONFLICTS))
    both = f"{size:,} + {size:,} highlights"
    looks = [_look(anna, ben) for _ in range(TIMES)]
    first, whole = (median(look[i] for look in looks) for i in range(2))
    yield Result("first picture of what would be merged", first, promise=LOOK)
    yield Result(f"the same weighed, {int(size * CONFLICTS):,} in conflict", whole)
    added = _added(anna, ben)
    number = count()

    def copy() -> Path:
        return Path(shutil.copy(anna, place / f"{next(number)}.meipi"))

    merged, bare = in_turn(lambda: _merge(copy(), ben), lambda: _insert(copy(), added), TIMES)
    yield Result(f"merge {both}", merged, bare, MERGE)
    with Library(place / "0.meipi", ANNA) as library:
        yield Result("take that merge back", seconds(library.undo), bare)
        yield Result("bring it again", seconds(library.redo), bare)
    checked = seconds(lambda: check(anna))
    yield Result(f"check of {size:,} highlights", checked, seconds(lambda: _pages(anna)))
    many, first = _deeds(anna, place / "small.meipi")
    yield Result(f"highlight {size + 1:,}, against the first", many, first, DEED)
    shutil.rmtree(place)


def _look(anna: Path, ben: Path) -> tuple[float, float]:
    """Time how long it takes to see what is new, and then what differs."""
    begun = time.perf_counter()
    seen = list[float]()
    plan(anna, ben, lambda _: seen.append(time.perf_counter()))
    return seen[0] - begun, time.perf_counter() - begun


def _merge(anna: Path, ben: Path) -> float:
    with Library(anna, ANNA) as library:
        return seconds(lambda: library.merge(ben))


def _added(anna: Path, ben: Path) -> Rows:
    """Give the rows that are there after the merge and were not before, as they are put in."""
    after = anna.with_name("after.meipi")
    shutil.copy(anna, after)
    _merge(after, ben)
    with closing(sqlite3.connect(after)) as connection:
        connection.execute("ATTACH ? AS before", [str(anna)])
        asked = "SELECT * FROM main.{0} EXCEPT SELECT * FROM before.{0}"
        added = {table: connection.execute(asked.format(table)).fetchall() for table in TABLES}
    return {table: rows for table, rows in added.items() if rows}


def _insert(anna: Path, added: Rows) -> float:
    with closing(sqlite3.connect(anna, isolation_level=None)) as connection:
        schema.settle(connection)
        connection.execute("PRAGMA foreign_keys = OFF")

        def insert() -> None:
            connection.execute("BEGIN IMMEDIATE")
            for table, rows in added.items():
                marks = ",".join("?" * len(rows[0]))
                connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)
            connection.execute("COMMIT")

        return seconds(insert)


def _pages(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA integrity_check").fetchall()


def _deeds(large: Path, small: Path) -> tuple[float, float]:
    """Mark a passage in a large library and in a small one, in turn."""
    some = list(articles(1, seed=9))
    with Library(small, ANNA) as few, Library(large, ANNA) as many:
        for library in (few, many):
            library.commit(library.add(some).change)

        def one(library: Library) -> float:
            change = mark(some[0])
            return seconds(lambda: library.commit(change))

        return in_turn(lambda: one(many), lambda: one(few), DEEDS)
