"""What a page on paper has among its lines: strokes across it, its number, and the head it repeats.

They part a body where it goes on. A stroke is no text; numbers and heads are kept beside the
articles.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from core.parse.lines import EMPTY, Line, Look

_SIGNS = "-=*_—–~─━═·•"
_STROKE = re.compile(rf"(?:[{_SIGNS}] ?){{3,}}")
_ENDS = frozenset((*_SIGNS, " "))


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
