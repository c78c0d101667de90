"""A body in lines: Markdown headings and bullets, or the same without their marks."""

from collections.abc import Iterator, Sequence

from core.parse import cites, headings
from core.parse.flat import flat
from core.parse.lines import Line, Look, is_flat
from core.parse.pieces import Piece, answer, claim, heading


def lined(lines: Sequence[Line]) -> Iterator[Piece]:
    """Find the pieces of a body."""
    held = ""  # a claim that may go on in the next line
    for place, line in enumerate(lines):
        if held and _goes_on(held, line):
            held = f"{held} {line.text}"
            continue
        if held:
            yield claim(held)
        held = ""
        if line.look is Look.BULLET and not is_flat(f"- {line.text}"):
            held = line.text
        elif line.look is Look.BULLET:
            yield from flat(f" - {line.text}")
        else:
            yield from _line(line, heads=_heads(lines, place))
    if held:
        yield claim(held)


def _goes_on(claim_so_far: str, line: Line) -> bool:
    if line.look not in (Look.TEXT, Look.CITED) or cites.last_end(claim_so_far) >= 0:
        return False
    return line.text[0].islower() or line.look is Look.CITED


def _heads(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a plain line stands over claims, and so is their heading."""
    beyond = lines[place + 1].look if place + 1 < len(lines) else None
    return beyond in (Look.BULLET, Look.CITED)


def _line(line: Line, *, heads: bool) -> Iterator[Piece]:
    if line.look is Look.HEADING or (line.look is Look.TEXT and heads):
        for one in headings.apart(line.text.strip("*_ ").rstrip(":：")):
            yield heading(one, line.mark)
    elif line.look is Look.FLAT:
        yield from flat(line.text)
    else:
        yield answer(line.text)
