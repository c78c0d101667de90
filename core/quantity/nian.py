"""Read a Chinese date from its 年 on: 2025年9月18日, 2025年前三季度, 2026年底.

The year itself is read in `written`; bounds (年前, 以来) are put together in `dates`.
"""

import re

from core.quantity import period
from core.quantity.period import Period

_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"[ ]?[-~—至到][ ]?"
_MONTHS = re.compile(
    f"[ ]?(?:(?P<first>{_NUM})月?(?:份)?{_TO}(?P<last>{_NUM})月(?:份)?"
    f"|[前头](?P<count>{_NUM}|两)个?月"
    f"|(?P<month>{_NUM})[ ]?月(?:份)?"
    f"(?:[ ]?(?P<day>{_NUM})[ ]?[日号]?(?:{_TO}(?P<day_to>{_NUM})[ ]?)?[日号]"
    "|(?P<end>[底末]))?)"
)
_QUARTERS = re.compile(
    rf"[ ]?(?:第?(?P<word>[一二三四1-4])季(?:度|报)?|q(?P<q>[1-4])(?:{_TO}q?(?P<q_to>[1-4]))?(?!\d)"
    r"|(?P<half>[上下])半年|h(?P<h>[12])(?!\d)|前(?P<count>[二两三23])个?季度)(?P<end>末)?"
)
_PARTS = re.compile(r"[ ]?(?:年?(?P<part>[初底末]|中(?![国欧美央日东]))|全年)")
_MAKE = {"初": period.early, "底": period.end, "末": period.end, "中": period.middle}


def read(low: str, at: int, number: int) -> tuple[Period, int] | None:
    """Read what follows 年 at a place, and where it ends; the whole year if nothing does."""
    for pattern, make in ((_MONTHS, _month), (_QUARTERS, _quarter), (_PARTS, _part)):
        match = pattern.match(low, at)
        found = make(match, number) if match else None
        if match and found:
            return found, match.end()
    whole = period.year(number)
    return (whole, at) if whole else None


def _month(match: re.Match[str], number: int) -> Period | None:
    if match["first"]:
        return period.months(number, small(match["first"]), small(match["last"]))
    if match["count"]:
        return period.months(number, 1, small(match["count"]))
    month = small(match["month"])
    if match["day"]:
        day = small(match["day"])
        return period.days(number, month, day, small(match["day_to"] or match["day"]))
    return _ended(period.months(number, month, month), match)


def _quarter(match: re.Match[str], number: int) -> Period | None:
    if match["count"]:
        return _ended(period.quarters(number, 1, small(match["count"])), match)
    if which := match["word"] or match["q"]:
        last = match["q_to"] or which
        return _ended(period.quarters(number, small(which), small(last)), match)
    half = int(match["h"]) if match["h"] else 1 + (match["half"] == "下")
    return _ended(period.half(number, half), match)


def _ended(found: Period | None, match: re.Match[str]) -> Period | None:
    """Take the last day, if 底 or 末 says so."""
    return period.end(found) if found and match["end"] else found


def _part(match: re.Match[str], number: int) -> Period | None:
    whole = period.year(number)
    return _MAKE[match["part"]](whole) if whole and match["part"] else whole


def small(word: str) -> int:
    """Give the value of 12 or 十二, of two digits or three characters at most."""
    if word.isdecimal():
        return int(word)
    if word == "两":
        return 2
    tens, ten, ones = word.rpartition("十")
    digits = "〇一二三四五六七八九"
    value = digits.find(ones) if ones else 0
    return value + (10 * (digits.find(tens) if tens else 1) if ten else 0)
