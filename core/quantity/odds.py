"""Read what stands against what: a vote of 8 to 1, a ratio of 3:1, a 10-for-1 split, 8比1.

Two numbers alone may be a score, a time or days; so a word has to say what they are.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from core.quantity import numerals
from core.quantity.draft import Draft
from core.quantity.found import Scan
from core.quantity.fractions import PLACES
from core.quantity.months import MONTHS
from core.quantity.value import Kind

_SIGNS = (
    "vot", "ratio", "odds", "split", "ruled", "ruling", "favo", "against", "backed",
    "approved", "adopted", "rejected", "passed", " to 1", " to one", "票", "表决", "比例",
    "裁", "判",
)  # fmt: skip
_ONE = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NO_MORE = r"(?![\w%-]|[.,]\d|[ ]?(?:%|per ?cent|basis|million|billion|trillion|times|x(?![a-z])))"
_ENGLISH = re.compile(
    rf"(?<![\w.,:$€£¥/-])(?P<top>{_ONE})(?P<to>(?:[ ]votes)?[ ]to[ ]|-to-|-|[ ]?:[ ]?)"
    rf"(?P<whole>{_ONE}){_NO_MORE}"
)
_SPLIT = re.compile(rf"(?<![\w.,-])(?P<top>{_ONE})-for-(?P<whole>{_ONE})(?![\w-])")
_VOTED_BEFORE = re.compile(
    rf"(?<![a-z])(?:vot(?:e|es|ed|ing)|ruled|ruling|decision)(?![a-z])"
    rf"(?!.*(?<![a-z])(?:on|in|by|before)[ ](?:{'|'.join(MONTHS)})[. ])[^.,;:\d]{{0,30}}$"
)
_VOTED_AFTER = re.compile(
    r"[ -](?:[a-z]+[ -])?(?:(?:vote|ruling|majority|decision)(?![a-z])"
    r"|split (?:on|among|within) )"
)
_BACKED = re.compile(r"(?<![a-z])(?:backed|approved|passed|adopted|rejected)[ ][a-z ]{0,24}by[ ]$")
_BY = re.compile(r"(?<![a-z])by[ ]$")
_RATIO_BEFORE = re.compile(r"(?<![a-z])(?:ratios?|odds)(?![a-z])[^.,;\d]{0,30}$")
_FOR_AND_AGAINST = re.compile(
    rf"(?<![\w.,])(?P<top>{_ONE})(?:[ ](?:voted|votes?|members|were))?[ ](?:for|in favou?r)"
    rf"(?:,|[ ]and|[ ]to|,[ ]and|[ ]with)?[ ](?P<whole>{_ONE})(?:[ ](?:voted|votes?|was|were))?"
    r"[ ](?:against|opposed)(?![a-z])"
)
_NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_HAN = re.compile(
    rf"(?P<top>{_NUMBER})(?:比|[ ]?:[ ]?)(?P<whole>{_NUMBER})(?![\d.%]|[一二三四五六七八九十])"
)
_HAN_BEFORE = re.compile(r"(?:票|表决|比例|比率|赔率|投票)[^。；;\d]{0,8}$")
_HAN_AFTER = re.compile(r"裁[定决]|判决|的?(?:投票|票数|表决|比例|比率|票决|多数票)")
_HAN_FOR = re.compile(
    rf"(?P<top>{_NUMBER})票(?:(?P<told>赞成|同意|支持)[,、;和比对 ]{{0,2}}|[对比])"
    rf"(?P<whole>{_NUMBER})票(?(told)(?:反对|否决))"
)


def odds(scan: Scan) -> list[Draft]:
    """Give the votes and ratios of a text, in order."""
    low = scan.low
    if not any(map(low.__contains__, _SIGNS)):
        return []
    found = (_read(match) for match in _matches(low) if scan.is_free(*match.span()))
    return sorted({one[:2]: one for one in found if one}.values())  # said in both languages: one


def _matches(low: str) -> Iterator[re.Match[str]]:
    yield from _FOR_AND_AGAINST.finditer(low)
    yield from _SPLIT.finditer(low)
    yield from (match for match in _ENGLISH.finditer(low) if _is_said(low, match))
    if not low.isascii():
        yield from _HAN_FOR.finditer(low)
        yield from (match for match in _HAN.finditer(low) if _is_said_in_han(low, match))


def _is_said(low: str, match: re.Match[str]) -> bool:
    """Tell whether words beside two numbers say that they stand against one another."""
    ahead = low[max(0, match.start() - 48) : match.start()]
    if "votes" in match["to"]:
        return True
    if _VOTED_BEFORE.search(ahead) or _BACKED.search(ahead) or _VOTED_AFTER.match(low, match.end()):
        return True
    if match["to"] == " to " and match["whole"] in ("1", "one") and _BY.search(ahead):
        return True
    exact = ":" in match["to"] or match["to"] == "-to-" or match["whole"] in ("1", "one")
    return exact and match["to"] != "-" and _RATIO_BEFORE.search(ahead) is not None


def _is_said_in_han(low: str, match: re.Match[str]) -> bool:
    ahead = low[max(0, match.start() - 12) : match.start()]
    return bool(_HAN_BEFORE.search(ahead) or _HAN_AFTER.match(low, match.end()))


def _read(match: re.Match[str]) -> Draft | None:
    top, whole = _value(match["top"]), _value(match["whole"])
    if not top or not whole:
        return None
    value = (top / whole).quantize(PLACES).normalize()
    return Draft(match.start(), match.end(), Kind.RATIO, value, value)


def _value(word: str) -> Decimal | None:
    if word.isdecimal():
        return Decimal(word)
    numeral = numerals.words(word, 0) if word.isascii() else numerals.han(word, 0)
    return numeral.low if numeral else None
