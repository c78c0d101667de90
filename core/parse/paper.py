"""What a page on paper has among its lines: strokes across it, its number, and the head it repeats.

They part a body where it goes on. A stroke is no text; numbers and heads are kept beside the
articles. Where a text tells the ends of its sheets, as one out of a PDF does, what stands at their
edges is told by that.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from core.parse import cites, headings
from core.parse.lines import EMPTY, FOLIO, Line, Look, canonical
from core.parse.meta import read_meta
from core.parse.together import MARGIN

_SHEET = "\f"
_FIGURE = re.compile(r"\d{1,4}", re.ASCII)
_LONGEST_HEAD = 120  # characters
_EDGE = 3  # lines
_SIGNS = "-=*_—–~─━═·•"
_STROKE = re.compile(rf"(?:[{_SIGNS}] ?){{3,}}")
_ENDS = frozenset((*_SIGNS, " "))


def in_one(text: str) -> tuple[str, list[str]]:
    """Put the sheets of a text together; give their numbers, and the heads that they repeat."""
    if _SHEET not in text:
        return text, []
    sheets = [canonical(sheet).split("\n") for sheet in text.split(_SHEET)]
    often = Counter(line.strip(MARGIN) for sheet in sheets for line in set(_edges(sheet)))
    often.update(line.strip(MARGIN) for line in sheets[0][_EDGE:-_EDGE])
    whole, out, ended = list[str](), list[str](), False
    for count, sheet in enumerate(sheets):
        above = _furniture(sheet, often) if count else 0
        below = _furniture(sheet[above:][::-1], often)
        middle = sheet[above : len(sheet) - below]
        out += [*sheet[:above], *sheet[len(sheet) - below :]]
        if above or ended:
            _without_blanks(whole)
            middle = _without_blanks(middle[::-1])[::-1]
        whole += middle
        ended = below > 0
    return "\n".join(whole), [bare for line in out if (bare := line.strip(MARGIN))]


def _edges(sheet: list[str]) -> list[str]:
    return [*sheet[:_EDGE], *sheet[-_EDGE:]]


def _furniture(lines: Sequence[str], often: Counter[str]) -> int:
    """Give how many lines at an edge of a sheet are its number, its head, or blank beside these."""
    count = 0
    for place, line in enumerate(lines[:_EDGE]):
        bare = line.strip(MARGIN)
        is_number = _FIGURE.fullmatch(bare) or FOLIO.fullmatch(bare)
        if is_number or (often[bare] > 1 and _is_head(bare, lines[place + 1 :])):
            count = place + 1
        elif bare:
            break
    return count


def _is_head(line: str, below: Sequence[str]) -> bool:
    """Tell whether a line that others repeat may be the head of a page: no title, claim or time."""
    if not line or len(line) > _LONGEST_HEAD or cites.ends_in_one(line) or headings.is_known(line):
        return False
    after = next(filter(None, (one.strip(MARGIN) for one in below)), "")
    return read_meta(line) is None and not (after and read_meta(after))


def _without_blanks(lines: list[str]) -> list[str]:
    """Take blank lines off the end."""
    while lines and not lines[-1].strip(MARGIN):
        lines.pop()
    return lines


def without_strokes(lines: list[Line]) -> list[Line]:
    """Make a line that is but a stroke a blank one."""
    return [EMPTY if _is_stroke(line) else line for line in lines]


def _is_stroke(line: Line) -> bool:
    return line.text[-1:] in _ENDS and _STROKE.fullmatch(line.text) is not None


def without_folios(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Take out the numbers of pages, and what stands beside several of them; give them as well."""
    places = [place for place, line in enumerate(lines) if line.look is Look.FOLIO]
    if not places:
        return lines, []
    beside = [_next(lines, place, step) for place in places for step in (-1, 1)]
    often = Counter(lines[near].text for near in set(beside) if _is_plain(lines, near))
    out = {*places, *(near for near in beside if often[lines[near].text] > 1)}
    kept = [EMPTY if place in out else line for place, line in enumerate(lines)]
    return list(_closed(kept, out)), [lines[place].text for place in sorted(out)]


def _next(lines: Sequence[Line], place: int, step: int) -> int:
    """Give the nearest line that is not blank; of the last, itself."""
    near = place + step
    while 0 <= near < len(lines) and not lines[near].text:
        near += step
    return near if 0 <= near < len(lines) else place


def _is_plain(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line may be the head of each page: no text of a list, nor over a time."""
    below = lines[_next(lines, place, 1)]
    return lines[place].look is Look.TEXT and below.look is not Look.META


def _closed(lines: list[Line], out: set[int]) -> Iterator[Line]:
    """Walk the lines; where one was taken out amid a sentence, no gap is left."""
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and not lines[end].text:
            end += 1
        amid = end < len(lines) and lines[end].text[0].islower()
        if not (amid and any(gap in out for gap in range(place, end))):
            yield from lines[place:end]
        yield from lines[end : end + 1]
        place = end + 1
