"""Why two claims belong together, in one plain sentence for the reader."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from core.finding import Claim
from core.quantity import Direction, Quantity, spoken
from core.relate.frame import Frame

SAME_FIGURES = "Both give the same figures for the same thing."
SAME_WORDS = "Both say the same in other words."


class Reason(NamedTuple):
    """The sentence, and what in each of the two claims speaks for it, in code points."""

    words: str
    mine: tuple[int, int]
    theirs: tuple[int, int]


def contrast(one: Claim, mine: Frame, other: Claim, theirs: Frame) -> Reason:
    """Tell what two frames say against one another."""
    words = f"{_against(mine, theirs)}: {_shared(one, mine, other, theirs)}."
    return Reason(words, mine[:2], theirs[:2])


def succession(one: Claim, mine: Frame, other: Claim, theirs: Frame) -> Reason:
    """Tell the earlier figure and then the later, each with the time that tells them apart."""
    told = (
        f"{_told(mine)} {_at(one, mine, theirs)}, then {_told(theirs)} {_at(other, theirs, mine)}"
    )
    words = f"{told[:1].upper()}{told[1:]}: {_shared(one, mine, other, theirs)}."
    return Reason(words, mine[:2], theirs[:2])


def resumption(one: Claim, mine: Frame, other: Claim, theirs: Frame) -> Reason:
    """Tell when a halt was told, and when that it is over."""
    told = f"It halted by {one.published} and goes on by {other.published}"
    return Reason(f"{told}: {_shared(one, mine, other, theirs)}.", mine[:2], theirs[:2])


def _at(claim: Claim, one: Frame, other: Frame) -> str:
    """Give the time that one speaks of, or the day of the claim where both speak of the same."""
    if one.periods == other.periods:
        return f"on {claim.published}"
    ((since, until),) = one.periods
    assert since is not None
    assert until is not None
    return f"in {_named(since, (until - since).days + 1)}"


def _named(since: date, days: int) -> str:
    """Name a month, quarter, half or year as figures do: 2025-10, Q3 2025."""
    if days <= 31:
        return since.isoformat()[:7]
    if days <= 92:
        return f"Q{since.month // 3 + 1} {since.year}"
    return f"H{since.month // 6 + 1} {since.year}" if days <= 184 else str(since.year)


def _against(mine: Frame, theirs: Frame) -> str:
    if mine.negated != theirs.negated:
        return "One says it and the other denies it"
    if mine.is_deed:
        return "One says it and the other the opposite"
    if mine.role.startswith("goes"):
        way, other = ("rose" if one.low == 1 else "fell" for one in (mine, theirs))
        return f"It {way} here and {other} there"
    told = f"{_told(mine)} against {_told(theirs)}"
    return told[:1].upper() + told[1:]


def _told(one: Frame) -> str:
    """Tell a figure; of a level, not that it rose to it."""
    assert one.figure is not None
    return spoken(one.figure) if one.role.startswith("moves") else _level(one.figure)


@lru_cache(maxsize=1 << 12)
def _level(one: Quantity) -> str:
    return spoken(replace(one, direction=Direction.NONE, against=""))


#: What may stand between two words that are told together.
_WITHIN = re.compile("[^\\d,;:.，。；：、()（）]{0,14}")


def _shared(one: Claim, mine: Frame, other: Claim, theirs: Frame) -> str:
    """Give what both speak of in the words of that which names it, or else of what is above it."""
    for text, frame, beside in ((one.text, mine, theirs), (other.text, theirs, mine)):
        if all(word.end for word in frame.words):
            return _in_words(text, frame, beside)
    return ", ".join(filter(None, (one.heading, one.title)))


def _in_words(text: str, mine: Frame, theirs: Frame) -> str:
    """Give the words of a claim that tell what both speak of, as they are written there."""
    pieces, last = list[str](), -1
    for one in mine.words:
        if one.start < last or (one.generic and one.key not in theirs.terms):
            continue
        beside = text[last : one.start] if last >= 0 else ","
        written = text[one.start : one.end]
        if _WITHIN.fullmatch(beside):
            pieces[-1] += beside + written
        elif written not in pieces:
            pieces.append(written)
        last = one.end
    return ", ".join(pieces)
