"""A library file written in one go: tables first, indexes and the current state last.

Nobody else knows of the file yet, so it needs no journal: it counts once it is whole, checked and
on the disk under its own name.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core import schema
from core.store.connect import address
from core.store.state import fill

INDEXES = re.findall(r"^CREATE INDEX (\w+).*?;$", schema.TABLES, re.MULTILINE)


@contextmanager
def fresh(path: Path) -> Iterator[sqlite3.Connection]:
    """Give an empty library to fill; at the end it has its indexes and its current state.

    It is opened by an address, so that another may be attached by one: of itself SQLite takes
    addresses on Linux alone.
    """
    place = address(path, "mode=rwc")
    with closing(sqlite3.connect(place, isolation_level=None, uri=True)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("PRAGMA cache_size = -24000")
        schema.create_bare(connection)
        for index in INDEXES:
            connection.execute(f"DROP INDEX {index}")
        connection.execute("BEGIN")
        yield connection
        fill(connection)
        connection.execute("COMMIT")
        for statement in schema.TABLES.split(";\n"):
            if statement.startswith("CREATE INDEX"):
                connection.execute(statement)
