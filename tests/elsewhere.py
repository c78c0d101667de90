"""Another program that has the library to itself for a while."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from core.library import Library


@contextmanager
def busy(library: Library) -> Iterator[None]:
    """Have another program hold the library, for which ours does not wait until then."""
    ours = library._connection
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        (patience,) = ours.execute("PRAGMA busy_timeout").fetchone()
        ours.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            other.execute("ROLLBACK")
            ours.execute(f"PRAGMA busy_timeout = {patience}")  # for a worker that reads
