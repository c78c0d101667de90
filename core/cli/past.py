"""The history as steps: what each deed was, or which deed it took back or did again."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.library import Past, Reader


@dataclass(frozen=True, slots=True)
class Step:
    """A deed; `way` is do, undo or redo, `author` a name, `source` a merge's file.

    What took a merge back, or brought it again, has the source of that merge.
    """

    past: Past
    way: str
    author: str
    source: str | None


def steps(reader: Reader, limit: int) -> list[Step]:
    """Give the last deeds, newest first."""
    deeds = reader.history(-1)
    names = {one.id: one.name for one in reader.authors()}
    ways, sources = _ways(deeds), {past.id: past.source for past in deeds}
    return [
        Step(
            past,
            ways[past.id],
            names.get(past.author) or past.author,
            past.source or sources.get(past.reverses or ""),
        )
        for past in deeds[:limit]
    ]


def _ways(newest_first: Sequence[Past]) -> dict[str, str]:
    """Tell undo from redo: of the reversals of one deed, the first is an undo, the next a redo."""
    last: dict[str, str] = {}
    ways: dict[str, str] = {}
    for past in reversed(newest_first):
        if past.reverses is None:
            ways[past.id] = "do"
        else:
            last[past.reverses] = "redo" if last.get(past.reverses) == "undo" else "undo"
            ways[past.id] = last[past.reverses]
    return ways
