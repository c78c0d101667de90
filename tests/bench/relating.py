"""Laying a library's claims beside one another, and quantities, as they are read out of claims.

Bare is reading the quantities of the same claims, which is the least that has to be done. Very many
claims are read by a child meanwhile: what counts is which of both works longer. The
generated articles speak of few things in few words, so that each claim meets many others.
"""

import os
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from core.finding import Claim
from core.library import Reader
from core.quantity import quantities
from core.relate import Table, claims
from tests.bench.libraries import filled
from tests.bench.timing import Result
from tests.generate import articles

CLAIMS, IMPORTED, TIMES = 1_000, 10, 5
#: Seconds for so many claims, as they are promised for a hundred thousand.
PROMISE, QUANTITIES, IMPORT = 30.0, 0.25, 0.25


def bench(folder: Path, size: int) -> Iterator[Result]:
    some = [one for article in articles(CLAIMS // 8) for one in claims(article)]
    yield Result("quantities of 1,000 claims", _best(lambda: _read(some)), promise=QUANTITIES)
    many = size
    with Reader(filled(folder, many // 8)) as reader:
        shelf = reader.claims()
    bare = _seconds(lambda: _read(shelf))
    table = Table()
    ours = _longer(lambda: table.add(shelf))
    yield Result(f"relating {len(shelf):,} claims", ours, bare)
    yield Result("  of them", ours, promise=PROMISE * len(shelf) / 100_000)
    fresh = (one for article in articles(IMPORTED * TIMES, seed=99) for one in claims(article))
    imports = [list(islice(fresh, IMPORTED * 8)) for _ in range(TIMES)]
    each = min(_seconds(lambda new=new: table.add(new)) for new in imports)  # type: ignore[misc]
    yield Result(f"  and {IMPORTED} articles imported then", each, promise=IMPORT)


def _read(some: list[Claim]) -> None:
    for one in some:
        quantities(one.text)


def _best(job: Callable[[], object]) -> float:
    return min(_seconds(job) for _ in range(TIMES))


def _longer(job: Callable[[], object]) -> float:
    """Give the seconds that this process worked, or its child beside it: the longer of both."""
    start = os.times()
    job()
    spent = [end - begin for begin, end in zip(start, os.times(), strict=True)]
    own, child = spent[0] + spent[1], spent[2] + spent[3]
    return max(own, child)


def _seconds(job: Callable[[], object]) -> float:
    """Give the seconds that this process worked: others may be at work, too."""
    start = time.process_time()
    job()
    return time.process_time() - start
