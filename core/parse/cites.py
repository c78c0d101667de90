"""Citations: `[1][3]` at the end of a claim, before or after its full stop.

A number in brackets from 1 to 999 is a passage of the same article; anything else in brackets is
text. Other hands write `［1］`, `【1】`, `[^1]`, `[1, 3]` and `[1]-[3]`, and mean the same; what is
written in other signs is for `signs`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

OPENS, CLOSES = "[［【", "]］】"
WIDE = OPENS[1:]  # rare ones
_ODD = r"[\s\u200b]?"  # white space in the brackets
NUMBER = r"[1-9１-９]\d{0,2}(?!\d)"
_ONE = rf"[\[［【]{_ODD}\^?{NUMBER}(?:[,，、;–-]\s?{NUMBER}){{0,15}}{_ODD}[\]］】]"
CITE = re.compile(_ONE)
#: What may stand between two citations of one claim, and after the last.
_GAP = r"[ \t\u00a0\u200b]*"
RUN = re.compile(rf"(?:{_ONE}(?:[,，、–-](?=[\[［【])|{_GAP}))++")
_ALONE = re.compile(rf"(?:{_ONE}[,，、–-]?)++(?<=[\]］】])[.。]?")
_PARTS = re.compile(r"\d+|[–-]")
#: White space of any width, or of none, as copying may leave it between a claim and its citations.
AIR = " \t\n\u00a0\u2002\u2003\u2009\u200a\u200b\u202f\u2060\u3000\ufeff"
STOPS = f"{AIR}.。;；"
_LONGEST = 80
_WIDEST = 50  # passages that one dash stands for


def last_end(text: str) -> int:
    """Give where the last citation of a text ends; -1 if it has none."""
    end = _last_bracket(text, len(text))
    while end:
        if begins_at(text, end) >= 0:
            return end
        end = _last_bracket(text, end - 1)
    return -1


def _last_bracket(text: str, end: int) -> int:
    """Give the place after the last closing bracket before this one; 0 if there is none."""
    return _last(text, CLOSES, 0, end) + 1


def _last(text: str, brackets: str, start: int, end: int) -> int:
    """Give the place of the last of these brackets; -1 if there is none."""
    usual = text.rfind(brackets[0], start, end)
    if text.isascii():
        return usual
    return max(usual, *(text.rfind(one, start, end) for one in brackets[1:]))


def ends_in_one(text: str) -> bool:
    """Tell whether a text ends in a citation, or in one and a stop."""
    return begins_at(text, len(text.rstrip(STOPS))) >= 0


def begins_at(text: str, end: int) -> int:
    """Give where the citation that ends here begins; -1 if none does."""
    if not end or text[end - 1] not in CLOSES:
        return -1
    low = max(0, end - _LONGEST)
    start = _last(text, OPENS, low, end)
    found = CITE.fullmatch(text, start, end) if start >= 0 else None
    return start if found else -1


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Walk where each run of citations begins and ends."""
    if is_wide(text):
        yield from (run.span() for run in RUN.finditer(text))
        return
    at = text.find("[")
    while at >= 0:
        run = RUN.match(text, at)
        if run:
            yield run.span()
        at = text.find("[", run.end() if run else at + 1)


def is_wide(text: str) -> bool:
    """Tell whether a text has brackets other than the usual ones, which are looked for slower."""
    return not text.isascii() and any(opens in text for opens in WIDE)


def numbers(text: str) -> tuple[int, ...]:
    """Give the passages that the citations in a text name, in their order."""
    return tuple(number for start, end in runs(text) for number in of_run(text, start, end))


def of_run(text: str, start: int, end: int) -> tuple[int, ...]:
    """Give the passages that one run of citations names."""
    return named(text[start:end])


def named(run: str) -> tuple[int, ...]:
    """Give the passages that a run of citations names, and nothing else stands in."""
    return _short(run) if len(run) <= _LONGEST else _read(run)


def _read(run: str) -> tuple[int, ...]:
    try:
        return tuple(map(int, _PARTS.findall(run)))
    except ValueError:
        return tuple(_walked(_PARTS.findall(run)))


_short = lru_cache(maxsize=256)(_read)  # most name one or two of the first passages


def _walked(parts: Iterable[str]) -> Iterator[int]:
    """Walk the passages of a run with a dash, which stands for those between two."""
    before, dashed = 0, False
    for part in parts:
        if part in "–-":
            dashed = True
            continue
        number = int(part)
        if dashed and before < number <= before + _WIDEST:
            yield from range(before + 1, number)
        yield number
        before, dashed = number, False


def off(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the citations off the end of a claim; a stop that only closes them goes with them.

    Citations in the middle stay in the text, and are given too, all in their order.
    """
    text = text.strip()
    found = CITE.search(text) if _last(text, CLOSES, 0, len(text)) >= 0 else None
    if found is None:
        return text, ()
    first = found.start()
    if _ALONE.fullmatch(text, first):
        return text[:first].rstrip().rstrip(AIR), numbers(text[first:])
    return text[: _first_of_run(text)], numbers(text)


def _first_of_run(text: str) -> int:
    """Give where the citations at the end of a text begin, white space before them."""
    start = end = len(text.rstrip(STOPS))
    while (begins := begins_at(text, start)) >= 0:
        start = begins
        while start and text[start - 1] in AIR:
            start -= 1
        if start > 1 and text[start - 1] in ",，、–-" and text[start - 2] in CLOSES:
            start -= 1
    return len(text) if start == end else start
