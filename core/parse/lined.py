"""A body in lines: Markdown headings and bullets, or the same without their marks."""

from collections.abc import Iterator, Sequence
from itertools import islice

from core.model import Kind
from core.parse import cites, headings
from core.parse.flat import flat
from core.parse.lines import WRAPPED, Line, Look, is_flat, is_item, leads_to_citations
from core.parse.pieces import IN_TABLE, Piece, answer, claim, heading
from core.parse.wrapped import goes_on, joined

_LONGEST_TABLE = 200  # lines


def lined(lines: Sequence[Line]) -> Iterator[Piece]:
    """Find the pieces of a body."""
    held = list[str]()  # lines of a claim that may go on in the next
    for place, line in enumerate(lines):
        if held and _goes_on(held[-1], lines, place):
            held.append(line.text)
            continue
        yield from _claim(held)
        held = []
        if line.look is Look.BULLET and line.mark == IN_TABLE:
            yield Piece(Kind.CLAIM, line.text, IN_TABLE)
        elif line.look is Look.BULLET and not _is_flat(lines, place):
            held = [line.text]
        elif line.look is Look.BULLET:
            yield from flat(f" - {line.text}")
        elif _is_begun(lines, place) or _is_item(lines, place):
            held = [line.text]
        else:
            yield from _line(line, heads=_heads(lines, place))
    yield from _claim(held)


def _claim(held: Sequence[str]) -> Iterator[Piece]:
    if held:
        yield claim(held[0] if len(held) == 1 else joined(held))


def _is_flat(lines: Sequence[Line], place: int) -> bool:
    """Tell whether several claims stand in a line, or one and the heading of those below."""
    text = lines[place].text
    if is_flat(f"- {text}"):
        return True
    cited, closes, after = text.rpartition("]")
    head = after.lstrip(cites.STOPS)
    if not (closes and head and _heads(lines, place) and cites.ends_in_one(cited + closes)):
        return False
    return headings.looks_like(head)


def _is_item(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a plain line is a claim with its number, and no heading with one."""
    return (
        lines[place].look is Look.TEXT and is_item(lines[place].text) and not _heads(lines, place)
    )


def _goes_on(above: str, lines: Sequence[Line], place: int) -> bool:
    """Tell whether a claim goes on in this line: what is uncited leads to citations."""
    line = lines[place]
    if line.look not in (Look.TEXT, Look.CITED) or cites.ends_in_one(above):
        return False
    return goes_on(line.text) or leads_to_citations(lines[place : place + WRAPPED])


def _is_begun(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a plain line is the first of a claim without a sign, as the next one shows."""
    after = lines[place + 1] if place + 1 < len(lines) else None
    return (
        lines[place].look is Look.TEXT
        and after is not None
        and after.look in (Look.TEXT, Look.CITED)
        and goes_on(after.text)
        and leads_to_citations(lines[place : place + WRAPPED])
    )


def _heads(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a plain line stands over claims, and so is their heading; no sentence is."""
    beyond = lines[place + 1].look if place + 1 < len(lines) else None
    is_over = beyond in (Look.BULLET, Look.CITED)
    return is_over and lines[place].text[-1] not in ".。" and not _is_of_table(lines, place)


def _is_of_table(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a plain line below a table says something of it: headings there are marked."""
    line = lines[place]
    if line.look is not Look.TEXT or line.text[-1] in "*:：" or lines[place - 1].mark != IN_TABLE:
        return False
    above = islice(map(lines.__getitem__, range(place - 1, -1, -1)), _LONGEST_TABLE)
    return next((one.mark > 0 for one in above if one.mark != IN_TABLE), False)


def _line(line: Line, *, heads: bool) -> Iterator[Piece]:
    if line.look is Look.HEADING or (line.look is Look.TEXT and heads):
        for one in headings.apart(headings.bare(line.text)):
            yield heading(one, line.mark)
    elif line.look is Look.FLAT:
        yield from flat(line.text)
    else:
        yield answer(line.text)
