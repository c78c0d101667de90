"""Many values asked about in a few questions: SQLite takes so many in one, and no more."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

AT_ONCE = 500
Value = TypeVar("Value")


def batches(values: Iterable[Value]) -> Iterator[tuple[str, list[Value]]]:
    """Give values by the hundred, each batch with the marks to ask for it: ("?,?", [a, b])."""
    waiting = iter(values)
    while some := list(islice(waiting, AT_ONCE)):
        yield ",".join("?" * len(some)), some
