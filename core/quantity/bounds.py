"""The words about a number that bound it ("at least", 以内) or make it rough ("about", 左右).

A bound belongs to the quantity's span, "about" stays outside. Texts are folded ones.
"""

import re
from typing import NamedTuple

from core.quantity.draft import Draft
from core.quantity.value import Bound

_BOUNDS = {
    Bound.AT_LEAST: (
        "at least|no less than|no fewer than|no lower than|not less than|not fewer than|"
        "a minimum of|minimum of|≥|>=|不得低于|不得少于|不得小于|"
        "不应低于|不应少于|不能低于|不能少于|不会低于|不少于|不低于|不小于|不下|至少|最少|起码"
    ),
    Bound.OVER: (
        "more than|greater than|higher than|larger than|bigger than|longer than|over|above|"
        "could top|may top|will top|would top|to top|could pass|may pass|will pass|would pass|"
        "exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|surpassing|topped|topping|"
        "passed|passing|crossed|crossing|in excess of|upwards of|upward of|beyond|north of|>|"
        "broke through|breaking through|breached|tops|"
        "超过|超出|超越|超|逾|突破|首破|已破|升破|涨破|破|冲破|高于|大于|多于|跨过|站上"
    ),
    Bound.UP_TO: (
        "up to|at most|no more than|no greater than|no higher than|not more than|as much as|"
        "as many as|as high as|as long as|a maximum of|maximum of|within|within the next|"
        "within the coming|not exceeding|not exceed|"
        "capped at|not above|not over|≤|<=|不得超过|不得高于|不得多于|"
        "不得大于|不能超过|不应超过|不会超过|未超过|没有超过|没超过|不超过|不高于|不多于|不大于|不超|至多|最多|最高|最高达|最高可达|上限为"
    ),
    Bound.UNDER: (
        "less than|fewer than|lower than|smaller than|shorter than|under|below|short of|south of|<|"
        "不足|不到|低于|少于|小于|未满|不满|不及|跌破|下破"
    ),
}
_ABOUT = (
    "about|around|approximately|approx|approx.|roughly|some|circa|ca.|nearly|almost|near|close to|"
    "nearing|an estimated|estimated|more or less|virtually|~|≈|"
    "大约|大概|约为|约合|约|将近|接近|临近|近|差不多|大致|估计"
)
#: Words that may stand between a bound and its number, and words that only look like "about".
_EMPTY = (
    "just|only|仅|达到|高达|达|可能|最近|附近|签约|合约|条约|违约|纽约|履约|预约|节约|邀约|"
    "打破|击破|攻破"
)


class _Phrase(NamedTuple):
    words: str
    bound: Bound
    rough: bool


def _by_last_word() -> dict[str, tuple[_Phrase, ...]]:
    """Sort the phrases by the word or character they end with, the longer ones first."""
    phrases = [_Phrase(w, bound, False) for bound, ws in _BOUNDS.items() for w in ws.split("|")]
    phrases += [_Phrase(words, Bound.NONE, True) for words in _ABOUT.split("|")]
    phrases += [_Phrase(words, Bound.NONE, False) for words in _EMPTY.split("|")]
    found: dict[str, tuple[_Phrase, ...]] = {}
    for phrase in sorted(phrases, key=lambda one: -len(one.words)):
        last = phrase.words.rpartition(" ")[2]
        key = last if _is_latin(last[-1]) else last[-1]
        found[key] = (*found.get(key, ()), phrase)
    return found


def _is_latin(char: str) -> bool:
    return "a" <= char <= "z" or char == "."


_PHRASES = _by_last_word()
_LONGEST = 16


class Before(NamedTuple):
    """What stands before a number: its bound and where that begins, and whether it says about."""

    start: int
    bound: Bound = Bound.NONE
    approximate: bool = False


def before(low: str, floor: int, start: int) -> Before:
    """Read the bound and the "about" that end where a number starts."""
    at, rough = start, False
    for _ in range(3):
        end = at - 1 if at > floor and low[at - 1] == " " else at
        phrase = _phrase(low, floor, end, spaced=end < at)
        if not phrase:
            break
        at = end - len(phrase.words)
        if phrase.bound:
            return Before(at, phrase.bound, rough)
        rough = rough or phrase.rough
    return Before(start, approximate=rough)


def _phrase(low: str, floor: int, end: int, *, spaced: bool) -> _Phrase | None:
    """Find the phrase that ends at a place; English needs a space behind it."""
    if end <= floor:
        return None
    first = end - 1
    latin = _is_latin(low[first])
    if latin:
        if not spaced:
            return None
        while first > max(floor, end - _LONGEST) and _is_latin(low[first - 1]):
            first -= 1
    for phrase in _PHRASES.get(low[first:end], ()):
        start = end - len(phrase.words)
        free = start >= floor and not (latin and start and _is_latin(low[start - 1]))
        if free and low.startswith(phrase.words, start):
            return phrase
    return None


#: Behind these "over" is more than; elsewhere "over five days" is while they lasted.
_LASTS = re.compile(
    r"(?:^|[^a-z 0-9%$€£¥)]|(?<![a-z])(?:tak(?:e|es|en|ing)|took|last(?:s|ed|ing)?|for|after|in"
    r"|just|well|of|been|is|are|was|were|be|spen[dt]|spending|wait(?:s|ed|ing)?|than|from|by|since"
    r"|slightly|to|and|or|with|remain(?:s|ed)?|requir(?:e|es|ed)|needs?|needed|average[ds]?"
    r"|averaging|span(?:s|ned)?|a little|far|already|now|still|have|has|had|every|little))[ ]?$"
)


def is_during(low: str, start: int) -> bool:
    """Tell "$5 billion over five years" from "it took over five years"."""
    return low.startswith("over ", start) and not _LASTS.search(low[max(0, start - 16) : start])


_AFTER = re.compile(
    "(?P<least>[ ]?(?:or more|or above|or higher|or over|or greater|and above|and over|and up"
    "|plus(?=[ ]?(?:[,.;)]|$))|及以上|或以上|以上|之多(?!样))"
    r"|\+(?!\d))"
    "|(?P<most>[ ]?(?:or less|or fewer|or below|or lower|or under|and below|and under|及以下"
    "|或以下|以下|以内|之内|内(?![部地在外容需存]))(?![a-z]))"
    "|(?P<more>[多余](?![样元个次家人年])|有余)"
)
_OR_SO = re.compile(r"[ ]?(?:or so|or thereabouts|-?odd|左右|上下|许)(?![a-z])")


#: What a bound behind a quantity may begin with.
_FIRSTS = frozenset(" +-及或以之内多余有左上许")


class After(NamedTuple):
    """What stands behind a quantity: a bound and where it ends, and whether it says about."""

    end: int
    bound: Bound = Bound.NONE
    approximate: bool = False


def after(low: str, end: int) -> After:
    """Read the bound or the "or so" that begins where a quantity ends."""
    if low[end : end + 1] not in _FIRSTS:
        return After(end)
    if match := _AFTER.match(low, end):
        bound = Bound.UP_TO if match["most"] else Bound.OVER if match["more"] else Bound.AT_LEAST
        return After(match.end(), bound)
    return After(end, approximate=bool(_OR_SO.match(low, end)))


def opened(one: Draft, bound: Bound) -> Draft:
    """Open the end of a value that its bound leaves open; a range keeps both ends."""
    if not bound or one.low != one.high:
        return one._replace(bound=bound)
    if bound in (Bound.AT_LEAST, Bound.OVER):
        return one._replace(bound=bound, high=None)
    return one._replace(bound=bound, low=None)
