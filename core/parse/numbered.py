"""A numbered list with lists under its numbers: the outer lines are headings, the inner claims.

`一、` over `（1）`, `1.` over `(a)` or bullets, three deep at most. Only where every number is in
its place is it taken for one: a claim that is shown as a heading would mislead.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.parse import cites, headings
from core.parse.lines import Line, Look

_HAN = "一二三四五六七八九十"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<han>[{_HAN}]{{1,3}})[、.．]",
        rf"[(（](?P<han>[{_HAN}]{{1,3}})[)）]、?",
        r"(?P<roman>[IVX]{1,4})[.．]\s",
        r"(?P<figure>[0-9０-９]{1,2})(?:[.．](?![\d０-９])|、)",
        r"(?P<figure>[0-9０-９]{1,2})[)）]",
        r"[(（](?P<figure>[0-9０-９]{1,2})[)）]",
        r"(?P<letter>[a-z])[.)）]\s",
        r"(?P<letter>[A-Z])[.)）]\s",
        r"[(（](?P<letter>[a-zA-Z])[)）]",
        r"(?P<round>[①-⑳])",
        r"[0-9]{1,2}\.(?P<figure>[0-9]{1,2})[.、]?(?!\d)",
    )
)
_FIRST = frozenset("1１一I①aA(（")
_LOOKS = frozenset((Look.TEXT, Look.CITED, Look.BULLET))
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_DEEPEST, _LONGEST = 3, 80


class _Mark(NamedTuple):
    """A line's number in a list: how it is written, what it is, and where it ends."""

    form: int
    number: int
    end: int


class _Row(NamedTuple):
    """A line of a list: where it stands, and how deep."""

    place: int
    depth: int


_BULLET = _Mark(-1, 0, 0)  # of a claim without a number


def listed(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of such lists the looks that they have."""
    told, at = list[Line](), 0
    if not any(map(_may_begin, lines)):
        return list(lines)
    while at < len(lines):
        rows, end = _rows(lines, at) if _may_begin(lines[at]) else ([], at + 1)
        told += _told(lines, rows, end) if rows else lines[at:end]
        at = end
    return told


def _may_begin(line: Line) -> bool:
    if line.text[:1] not in _FIRST or line.look not in (Look.TEXT, Look.BULLET):
        return False
    mark = _mark(line.text)
    return mark is not None and mark.number == 1 and _heads(line.text, mark.end)


def _mark(text: str) -> _Mark | None:
    """Give the number that a line begins with."""
    for form, pattern in enumerate(_FORMS):
        found = pattern.match(text)
        if found is not None:
            return _Mark(form, _number(found), found.end())
    return None


def _number(found: re.Match[str]) -> int:
    known = found.groupdict()
    if known.get("figure"):
        return int(known["figure"])
    if known.get("han"):
        return _of_han(known["han"])
    if known.get("roman"):
        return _ROMAN.index(known["roman"]) + 1 if known["roman"] in _ROMAN else 0
    letter = known.get("letter")
    return ord(letter.lower()) - ord("a") + 1 if letter else ord(known["round"]) - ord("①") + 1


def _of_han(said: str) -> int:
    """Read a number up to 99 in Chinese; 0 for what is none."""
    tens, is_ten, ones = said.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return 0
    worth = 10 * (_HAN.index(tens) + 1 if tens else 1) if is_ten else 0
    return worth + (_HAN.index(ones) + 1 if ones else 0)


def _heads(text: str, after: int) -> bool:
    """Tell whether a line may be a heading, its number taken off."""
    bare = text[after:].strip("*_ ").rstrip(":：").strip("*_ ")
    return len(bare) <= _LONGEST and not cites.ends_in_one(bare) and headings.looks_like(bare)


def _rows(lines: Sequence[Line], at: int) -> tuple[list[_Row], int]:
    """Read the list that begins here; give no rows if it is none, and where to look further."""
    rows, forms, last = list[_Row](), list[int](), list[int]()
    place = at
    while place < len(lines):
        line = lines[place]
        mark = _mark(line.text) if line.look in _LOOKS else None
        if mark is None and line.look in (Look.BULLET, Look.CITED) and rows:
            mark = _BULLET
        if mark is not None and not _takes(forms, last, mark):
            return [], max(place, at + 1)
        if mark is not None:
            rows.append(_Row(place, len(forms) - 1))
        elif line.look is not Look.BLANK:
            break
        place += 1
    is_list = _is_whole(lines, rows) and (_is_cited(lines, rows) or _is_alone(lines, at, place))
    return (rows if is_list else []), max(place, at + 1)


def _is_cited(lines: Sequence[Line], rows: Sequence[_Row]) -> bool:
    return any(cites.ends_in_one(lines[row.place].text) for row in rows)


def _is_alone(lines: Sequence[Line], at: int, end: int) -> bool:
    """Tell whether no plain text stands about a list: else it is but a part of a longer text."""
    above = [line.look for line in lines[max(0, at - 4) : at] if line.look is not Look.BLANK]
    below = [line.look for line in lines[end : end + 4] if line.look is not Look.BLANK]
    begins = not above or above[-1] is not Look.TEXT or (at < 4 and len(above) == 1)
    return begins and (not below or Look.TEXT is not below[0] or Look.META in below[:2])


def _takes(forms: list[int], last: list[int], mark: _Mark) -> bool:
    """Put a number where it belongs, below the last, beside it or further out; else tell so."""
    if mark.form in forms:
        depth = forms.index(mark.form)
        del forms[depth + 1 :], last[depth + 1 :]
        last[depth] += mark.form != _BULLET.form
        return mark.number == last[depth]
    if len(forms) == _DEEPEST or mark.number > 1 or _BULLET.form in forms:
        return False
    forms.append(mark.form)
    last.append(mark.number)
    return True


def _is_whole(lines: Sequence[Line], rows: Sequence[_Row]) -> bool:
    """Tell whether two headings at least have claims, and all that stand over others are short."""
    if sum(row.depth == 0 for row in rows) < 2 or rows[-1].depth == 0:
        return False
    for row, below in pairwise(rows):
        text = lines[row.place].text
        mark = _mark(text)
        if row.depth == 0 and below.depth == 0:
            return False
        if below.depth > row.depth and not (mark and _heads(text, mark.end)):
            return False
    return True


def _told(lines: Sequence[Line], rows: Sequence[_Row], end: int) -> Iterator[Line]:
    """Give the rows as headings and claims, and the blank lines after them."""
    is_deep = max(row.depth for row in rows) > 1
    below = [*(row.depth for row in rows[1:]), 0]
    for row, depth in zip(rows, below, strict=True):
        line = lines[row.place]
        if depth > row.depth:
            yield line._replace(look=Look.HEADING, mark=3 + row.depth if is_deep else 0)
        else:
            yield line._replace(look=Look.BULLET)
    yield from lines[rows[-1].place + 1 : end]
