"""Ten thousand articles: read from a page, and stored, against bare rows in the same tables."""

import gc
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

from core import schema
from core.library import Library
from core.model import Article
from core.parse import parse_text
from core.store import index
from core.store.write import _edition, _masthead, _nodes
from tests.bench.timing import Result, in_turn, seconds
from tests.generate import articles, page
from tests.given import ANNA

ARTICLES = 10_000
TIMES = 3
PROMISE, PARSE_PROMISE = 3.0, 1.0


def bench(folder: Path, _size: int) -> Iterator[Result]:
    made, text, number = list(articles(ARTICLES)), page(ARTICLES), count()
    gc.freeze()

    def store(tables: Sequence[str] = ()) -> float:
        path = folder / f"store-{next(number)}.meipi"
        Library(path, ANNA).close()
        with closing(sqlite3.connect(path)) as connection:
            for table in tables:
                connection.execute(f"DROP TABLE {table}")
        with Library(path, ANNA) as library:
            return seconds(lambda: library.commit(library.add(made).change))

    def rows() -> float:
        return _bare(folder / f"rows-{next(number)}.meipi", made)

    stored, bare = in_turn(lambda: store(index.TABLES), rows, TIMES)
    yield Result("store 10,000 articles", stored, bare, PROMISE)
    stored, bare = in_turn(store, rows, TIMES)
    yield Result("  and index them for search", stored, bare)
    read, stored = in_turn(lambda: seconds(lambda: parse_text(text)), store, TIMES)
    yield Result("read 10,000 articles, against storing them", read, stored, PARSE_PROMISE)


def _bare(path: Path, made: list[Article]) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    schema.settle(connection)
    schema.create(connection)
    tables: dict[str, list[tuple[str | int | None, ...]]] = {
        "articles": [_masthead(one) for one in made],
        "editions": [_edition(one) for one in made],
        "nodes": [row for one in made for row in _nodes(one)],
    }

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for table, some in tables.items():
            marks = ",".join("?" * len(some[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", some)
        connection.execute("COMMIT")

    spent = seconds(insert)
    connection.close()
    return spent
