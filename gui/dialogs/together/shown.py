"""What is shown of tags that stand together: rows, and the square. No widget; for a worker, too."""

from dataclasses import dataclass

from core.together import Found, Pair, Square, Wanted, arranged, square
from gui.parts.lines import one_line
from gui.parts.sheet import Line

IN_SQUARE, IN_TABLE = 30, 3_000  # tags, and pairs: nobody reads on for longer


@dataclass(frozen=True, slots=True)
class Shown:
    """The pairs that are wanted, in their order, and what the table and the square show of them."""

    wanted: Wanted
    pairs: tuple[Pair, ...]
    lines: tuple[Line, ...]
    square: Square
    tags: int  # in all pairs


def shown(found: Found, wanted: Wanted) -> Shown:
    """Put pairs in order, and together."""
    pairs = arranged(found, wanted)
    tags = {tag.id for pair in pairs for tag in (pair.one, pair.other)}
    made = square(pairs, found.alone, wanted.on, IN_SQUARE)
    return Shown(wanted, pairs, tuple(map(_line, pairs[:IN_TABLE])), made, len(tags))


def _line(pair: Pair) -> Line:
    names = (one_line(pair.one.path), one_line(pair.other.path))
    return Line((*names, f"{pair.highlights:,}", f"{pair.articles:,}"), name(pair))


def name(pair: Pair) -> str:
    """Name a pair, to find it again among others."""
    return f"{pair.one.id} {pair.other.id}"
