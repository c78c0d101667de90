"""Progress of what takes long: how much is done, of a whole that its parts share among them.

What is called with it may call the work off by what it raises.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Value = TypeVar("Value")
Progress = Callable[[int, int], None]  # so much done, of so much
Tell = Callable[[], object]  # still at work; nobody knows how far
WHOLE = 1_000
STEP = 50  # values: who shows it at each would be at that alone


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def unheard() -> None:
    """Tell nobody."""


def part(progress: Progress, first: int, last: int) -> Progress:
    """Tell what is done of a part as what is done of the whole, from `first` to `last` of it."""
    return lambda done, total: progress(first + (last - first) * done // max(total, 1), WHOLE)


def counted(values: Sequence[Value], progress: Progress) -> Iterator[Value]:
    """Give values one by one, and tell now and then how many went by."""
    for done, one in enumerate(values):
        if not done % STEP:
            progress(done, len(values))
        yield one
