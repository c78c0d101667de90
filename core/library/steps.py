"""The history as steps: what each deed was, or which deed it took back or did again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.store.write import Past


@dataclass(frozen=True, slots=True)
class Step:
    """A deed; `way` is do, undo or redo, `source` a merge's file.

    What took a merge back, or brought it again, has the source of that merge.
    """

    past: Past
    way: str
    source: str | None


def steps(newest_first: Sequence[Past]) -> list[Step]:
    """Tell how each of these deeds came about, in their order."""
    sources = {past.id: past.source for past in newest_first}
    ways = list(_ways(newest_first))[::-1]
    return [
        Step(past, way, past.source or sources.get(past.reverses or ""))
        for past, way in zip(newest_first, ways, strict=True)
    ]


def _ways(newest_first: Sequence[Past]) -> Iterator[str]:
    """Walk forward: the first reversal of a deed undid it, the next did it again."""
    undone = set[str]()
    for past in reversed(newest_first):
        if past.reverses is None:
            yield "do"
        else:
            yield "redo" if past.reverses in undone else "undo"
            undone ^= {past.reverses}
