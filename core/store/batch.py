"""Many values asked about in a few questions: SQLite takes so many in one, and no more."""

from collections.abc import Iterable, Iterator
from itertools import islice

AT_ONCE = 500


def batches(values: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Give values by the hundred, each batch with the marks to ask for it: ("?,?", [a, b])."""
    waiting = iter(values)
    while some := list(islice(waiting, AT_ONCE)):
        yield ",".join("?" * len(some)), some
