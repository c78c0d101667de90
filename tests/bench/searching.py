"""Searching a hundred thousand articles and a million claims, against the bare FTS5 query.

Ours is the whole of it: the query read, other names found, fifty articles ranked and looked into,
snippets with the words marked, and all counted by source, month and tag. Bare is what SQLite is
asked for the same rows, of an index as it makes one unasked: the articles that match, ranked by
bm25, and the texts of the first fifty. Each figure is the worst of twenty but one (p95), in time of
the processor.
"""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from core.library import Library, Reader
from core.query import parse
from core.search import search
from core.search.wanted import Known, wanted
from core.store import index
from core.store.needle import match
from tests.bench import memory, rivals
from tests.bench.corpus import CHUNK, bilingual, classes, filled
from tests.bench.plain import plain
from tests.bench.timing import Result, p95, work
from tests.given import ANNA

TIMES = 5
PROMISE, INDEX_PROMISE = 2.0, 2.5
#: The others take minutes to put more into their indexes; `rivals` by name compares over all.
AGAINST_RIVALS = 10_000


def bench(folder: Path, size: int) -> Iterator[Result]:
    yield _import(folder)
    gc.freeze()
    with Reader(filled(size)) as reader, closing(plain(size)) as beside:
        for name, queries in classes().items():
            literal = name != "across"
            pairs = [_timed(reader, beside, query, literal) for query in queries]
            ours, bare = (p95([pair[i] for pair in pairs]) for i in (0, 1))
            yield Result(f"search, {name}, p95", ours, bare, PROMISE)
    yield from memory.bench(filled(size))
    yield from rivals.bench(folder, min(size, AGAINST_RIVALS))


def _timed(
    reader: Reader, beside: sqlite3.Connection, query: str, literal: bool
) -> tuple[float, float]:
    """Time a query, ours and bare in turn, each at its best of some."""
    asked = match(wanted(parse(query), Known(reader, literal)), meant=True)
    pairs = [
        (
            work(lambda: search(reader, query, literal=literal)),
            work(lambda: beside.execute(BARE, [asked]).fetchall()),
        )
        for _ in range(TIMES)
    ]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


#: The fifty best, and their texts: no snippet is made without.
BARE = """
SELECT score, n.position, n.text FROM
  (SELECT rowid, bm25(plain, 10.0, 4.0, 1.0, 8.0, 1.0) AS score FROM plain WHERE plain MATCH ?
  ORDER BY score LIMIT 50) best
CROSS JOIN docs d ON d.doc = best.rowid CROSS JOIN nodes n ON n.edition = d.edition
"""


def _import(folder: Path) -> Result:
    """Import ten thousand articles, and the same with nothing put into the index."""
    made, number = list(bilingual(CHUNK)), iter(range(100))

    def store() -> float:
        with Library(folder / f"indexed-{next(number)}.meipi", ANNA) as library:
            return work(lambda: library.commit(library.add(made).change))

    def bare() -> float:
        follow, index.follow = index.follow, _nothing
        try:
            return store()
        finally:
            index.follow = follow

    pairs = [(store(), bare()) for _ in range(2)]
    ours, without = (min(pair[i] for pair in pairs) for i in (0, 1))
    return Result("import 10,000 with the index, without", ours, without, INDEX_PROMISE)


_nothing: Callable[..., None] = lambda *_: None  # noqa: E731
