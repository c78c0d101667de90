"""What was refused of a stranger's file, a sentence for each row; of very many the first only."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.share.values import Wrong
from core.share.words import visible

MOST = 200


class Refusals:
    """Sentences, and how many there would be."""

    def __init__(self) -> None:
        self._sentences: list[str] = []
        self.many = 0

    def add(self, sentence: str) -> None:
        self.many += 1
        if len(self._sentences) < MOST:
            self._sentences.append(sentence)

    @contextmanager
    def of(self, what: str, called: object) -> Iterator[None]:
        """Refuse this row if it turns out wrong."""
        try:
            yield
        except Wrong as wrong:
            self.add(f"{what} {seen(called)} {wrong}.")

    def told(self) -> tuple[str, ...]:
        more = self.many - len(self._sentences)
        return (*self._sentences, *([f"And {more:,} more."] if more else []))


def seen(value: object) -> str:
    """Spell what stands where an id or a name should be."""
    if isinstance(value, bytes):
        return visible(value[:400].decode(errors="replace")) or "without a name"
    return visible(str(value)) if value is not None else "without a name"
