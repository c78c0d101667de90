"""How far a large deed is: of a whole that its parts share among them.

What hears it may call the deed off by what it raises.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Value = TypeVar("Value")
Heard = Callable[[int, int], None]  # so much done, of so much
WHOLE = 1_000
STEP = 50  # values: who shows it at each would be at that alone


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def part(heard: Heard, first: int, last: int) -> Heard:
    """Tell what is done of a part as what is done of the whole, from `first` to `last` of it."""
    return lambda done, total: heard(first + (last - first) * done // max(total, 1), WHOLE)


def counted(values: Sequence[Value], heard: Heard) -> Iterator[Value]:
    """Give values one by one, and tell now and then how many went by."""
    for done, one in enumerate(values):
        if not done % STEP:
            heard(done, len(values))
        yield one
