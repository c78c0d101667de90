"""Something told to whoever may refuse it: what is refused meanwhile is this and nothing else.

Deeds are done by others, who are asked by a signal; that one could not be done comes by another
signal, and of whichever deed it was. Whoever asks tells what it hands over `of`, and knows then.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class Telling(Generic[T]):
    """What is told just now, and whether what was told last was refused."""

    def __init__(self) -> None:
        self._now: T | None = None
        self.refused = False

    @contextmanager
    def of(self, what: T) -> Iterator[None]:
        """Tell of this while the block is run."""
        before, self._now, self.refused = self._now, what, False
        try:
            yield
        finally:
            self._now = before

    def refuse(self) -> T | None:
        """Hear that something is refused; give what it is, if it was told here."""
        if self._now is not None:
            self.refused = True
        return self._now
