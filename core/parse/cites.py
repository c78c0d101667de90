"""Citations: `[1][3]` at the end of a claim, before or after its full stop.

A number in brackets from 1 to 999 is a passage of the same article; anything else in brackets is
text.
"""

import re

CITE = re.compile(r"\[([1-9]\d{0,2})\]")
_RUN = re.compile(r"(?:\[[1-9]\d{0,2}\])+[.。]?")
_STOPS = " \t.。"
_LONGEST = len("[999]")


def last_end(text: str) -> int:
    """Give where the last citation of a text ends; -1 if it has none."""
    end = text.rfind("]") + 1
    while end:
        if begins_at(text, end) >= 0:
            return end
        end = text.rfind("]", 0, end - 1) + 1
    return -1


def ends_in_one(text: str) -> bool:
    """Tell whether a text ends in a citation, or in one and a stop."""
    return begins_at(text, len(text.rstrip(_STOPS))) >= 0


def begins_at(text: str, end: int) -> int:
    """Give where the citation that ends here begins; -1 if none does."""
    start = text.rfind("[", max(0, end - _LONGEST), end)
    found = CITE.fullmatch(text, start, end) if start >= 0 else None
    return start if found else -1


def off(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the citations off the end of a claim; a stop that only closes them goes with them.

    Citations in the middle stay in the text, and are given too, all in their order.
    """
    text = text.strip()
    first = text.find("[")
    if first < 0:
        return text, ()
    numbers = tuple(map(int, CITE.findall(text, first)))
    if text.find(" ", first) < 0 and _RUN.fullmatch(text, first):
        return text[:first].rstrip(), numbers
    return text[: _first_of_run(text)], numbers


def _first_of_run(text: str) -> int:
    """Give where the citations at the end of a text begin, white space before them."""
    start = end = len(text.rstrip(_STOPS))
    while (begins := begins_at(text, start)) >= 0:
        start = begins
        while start and text[start - 1] in " \t":
            start -= 1
    return len(text) if start == end else start
