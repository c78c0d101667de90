"""Where some letters stand in a text, whatever their case, width, accents and script.

Letter for letter: what is called otherwise, or in the other language, `core.search` finds.
"""

from bisect import bisect_right
from itertools import accumulate

from core.words.fold import TABLE, fold


def within(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Give the places in order, as code points of the text."""
    needle = fold(" ".join(wanted.split()))
    if not needle:
        return ()
    pieces = [char.translate(TABLE) for char in text]
    ends = list(accumulate(map(len, pieces)))  # of each code point, in what is folded
    hay, found, at = "".join(pieces), [], 0
    while (at := hay.find(needle, at)) >= 0:
        found.append((bisect_right(ends, at), bisect_right(ends, at + len(needle) - 1) + 1))
        at += len(needle)
    return tuple(dict.fromkeys(found))
