"""Read one date at its year: what stands before and behind the four digits, in both languages.

Ranges of two dates and bounds ("by", 年前) are put together in `dates`. Without a year there is no
date here; a number that only looks like a year is told apart in `dates` as well.
"""

import re
from typing import NamedTuple

from core.quantity import nian, period
from core.quantity.months import MONTHS
from core.quantity.period import Period

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NTH = {
    word: number
    for number, words in enumerate(
        ("first 1st", "second 2nd latter", "third 3rd", "fourth 4th final last"), start=1
    )
    for word in words.split()
}
_COUNTS = "two three four five six seven eight nine ten eleven"
_SMALL = {word: count for count, word in enumerate(_COUNTS.split(), start=2)}
_SMALL |= {str(count): count for count in range(2, 12)}
_NTHS, _SMALLS = "|".join(_NTH), "|".join(sorted(_SMALL, key=len, reverse=True))
_FISCAL = r"(?:(?:of|in)[ ])?(?:the[ ])?(?:fiscal(?:[ ]year)?[ -]|fy[ ]?|financial year[ ])?"
_ORD = "(?:st|nd|rd|th)?"
_TO = r"[ ]?(?:-|~|—|to|through|and)[ ]?"

_LEFT = re.compile(
    r"(?<![a-z\d])"
    rf"(?:(?P<day>\d{{1,2}}){_ORD}(?:{_TO}(?P<day_to>\d{{1,2}}){_ORD})?[ ]"
    rf"(?:of[ ])?(?P<of>{_MONTH})\.?,?[ ]"
    rf"|(?P<month>{_MONTH})\.?[ ](?P<nth>\d{{1,2}}){_ORD}(?:{_TO}(?P<nth_to>\d{{1,2}}){_ORD})?,?[ ]"
    rf"|(?:between[ ])?(?P<from>{_MONTH})\.?{_TO}(?P<to>{_MONTH})\.?(?:,|[ ]of|[ ]in)?[ ]"
    rf"|(?P<alone>{_MONTH})\.?(?:,|[ ]of)?[ -]"
    f"|(?:q(?P<q>[1-4])|(?P<qq>[1-4])q)(?:{_TO}(?:q(?P<q_to>[1-4])|(?P<qq_to>[1-4])q))?(?:[ ,-]+"
    f"|(?=fy))?{_FISCAL}"
    f"|(?P<quarter>{_NTHS})[ -]quarter(?:,|'s)?[ ]{_FISCAL}"
    f"|(?:h(?P<h>[12])|(?P<hh>[12])h)[ ,-]*{_FISCAL}"
    f"|(?P<half>first|second|1st|2nd|latter)[ -]half(?:,|[ -]year)?[ ]{_FISCAL}"
    f"|first (?P<count>{_SMALLS}) (?P<what>months|quarters)(?:,)?[ ]{_FISCAL}"
    "|(?:fiscal(?:[ ]year)?|financial year|calendar(?:[ ]year)?|[cf]y)[ -]?)$"
)
_PART = re.compile(
    "(?<![a-z])(?:(?P<late>late|later in|toward the end of|towards the end of)[ -]"
    "|(?P<early>early|early in)[ -]|(?P<middle>mid|middle of|the middle of)[ -]+"
    "|(?P<end>(?:the[ ])?(?:year[ -])?end(?:[ ]of)?|year[ -]end)[ -]"
    "|(?P<start>(?:the[ ])?(?:start|beginning) of)[ ])(?:the[ ])?$"
)
_HAN = "[〇零一二三四五六七八九]"
_HTO = r"[ ]?[-~—至到][ ]?"
#: Years that are written with two digits.
TWO_DIGITS = (10, 45)
YEAR = re.compile(rf"(?:19|20|21)\d\d(?!\d)|[一二]{_HAN}{{3}}(?=年)")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d%]|\.\d)")
_RIGHT = re.compile(
    r"(?P<iso_month>-(?P<m>0[1-9]|1[0-2])(?![\d,.%-]))|[-/](?P<next>\d\d)(?![\d%/-]|[,.]\d)"
    rf"|[ ]?-?q(?P<q>[1-4])(?:{_HTO}q?(?P<q_to>[1-4]))?(?![a-z\d])"
    r"|[ ]?-?(?:h(?P<h>[12])|(?P<hh>[12])h)(?![a-z\d])|(?P<decade>'?s)(?![a-z])"
    r"|(?P<mark>[eaf])(?![a-z\d])|(?P<nian>[ ]?(?:年代|年度|财年|财政年度|年))"
)
_SHORT = re.compile(
    r"(?<![a-z\d.])(?:(?:q(?P<q>[1-4])|(?P<qq>[1-4])q)(?:[ ]?fy)?[ ]?'?(?P<qy>\d\d)"
    r"|(?:h(?P<h>[12])|(?P<hh>[12])h)(?:[ ]?fy)?[ ]?'?(?P<hy>\d\d)|fy[ ]?'?(?P<fy>\d\d)"
    r"|(?P<y>[12]\d|3[0-5])(?=年?[qh][1-4](?!\d)"
    r"|年(?:第?[一二三四]季|[上下]半年|前[二三]|[底初末]|\d{1,2}月))年?(?:q(?P<yq>[1-4])"
    r"|h(?P<yh>[12]))?)(?![\da-z%]"
    r"|[.,]\d)"
)
_MAY_BE_SHORT = re.compile(r"[qh][1-4]|\d[qh年世]|fy")
_CENTURY = re.compile(r"(?P<century>1\d|2[01])世纪(?P<tens>[1-9]0|[一二三四五六七八九]十)年代")


class Written(NamedTuple):
    """A date as it stands: its place and its period."""

    start: int
    end: int
    period: Period


def at_year(low: str, floor: int, start: int, end: int) -> Written | None:
    """Read the date whose year stands from `start` to `end`."""
    number = _number(low[start:end])
    if iso := _ISO.match(low, start):
        found = period.days(number, int(iso[3]), int(iso[4]), int(iso[4]))
        if found:
            return Written(start, iso.end(), found)
    whole = period.year(number)
    if not whole:
        return None
    right = _RIGHT.match(low, end)
    if not right:
        return _left(low, floor, start, end, number)
    if right["nian"]:
        return _from_nian(low, start, right.end(), number, right["nian"].strip())
    if found := _behind(right, number):
        return _with_part(low, floor, Written(start, right.end(), found))
    return _left(low, floor, start, end, number)


def _number(digits: str) -> int:
    """Give the value of 2030 or 二〇三〇."""
    return int("".join(str(_DIGITS.get(char, char)) for char in digits))


_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}


def _from_nian(low: str, start: int, end: int, number: int, word: str) -> Written | None:
    if word == "年代":
        found = period.decade(number)
        return Written(start, end, found) if found else None
    read = nian.read(low, end, number)
    return Written(start, read[1], read[0]) if read else None


def _behind(right: re.Match[str], number: int) -> Period | None:
    """Read what follows a year at once: -09, /25, Q3, H1, s, E."""
    if right["next"] or right["m"]:
        return _after_dash(number, right["next"], right["m"])
    if right["q"]:
        return period.quarters(number, int(right["q"]), int(right["q_to"] or right["q"]))
    if which := right["h"] or right["hh"]:
        return period.half(number, int(which))
    if right["decade"]:
        return period.decade(number) if number % 10 == 0 else None
    return period.year(number)


def _after_dash(number: int, years: str | None, month: str | None) -> Period | None:
    """Tell 2024-25 (two years) from 2025-09 (a month)."""
    last = int(years or month or 0)
    if last == (number + 1) % 100 or (years and last > max(12, number % 100)):
        return period.years(number, number - number % 100 + last)
    return period.months(number, last, last) if month else None


def _left(low: str, floor: int, start: int, end: int, number: int) -> Written | None:
    first = max(floor, start - 44)
    match = _LEFT.search(low[first:start])
    found = _ahead(match, number) if match else None
    if match and found:
        return _with_part(low, floor, Written(first + match.start(), end, found))
    whole = period.year(number)
    return _with_part(low, floor, Written(start, end, whole)) if whole else None


def _ahead(match: re.Match[str], number: int) -> Period | None:
    """Read what leads to a year: December 31, Q4, first half of, fiscal."""
    if name := match["of"] or match["month"]:
        first = int(match["day"] or match["nth"])
        last = int(match["day_to"] or match["nth_to"] or first)
        return period.days(number, MONTHS[name], first, last)
    if name := match["from"] or match["alone"]:
        return period.months(number, MONTHS[name], MONTHS[match["to"] or name])
    if match["count"]:
        count = _SMALL[match["count"]] * (3 if match["what"] == "quarters" else 1)
        return period.months(number, 1, count)
    return _quarter_or_half(match, number) or period.year(number)


def _quarter_or_half(match: re.Match[str], number: int) -> Period | None:
    if which := match["q"] or match["qq"]:
        return period.quarters(number, int(which), int(match["q_to"] or match["qq_to"] or which))
    if match["quarter"]:
        return period.quarters(number, _NTH[match["quarter"]], _NTH[match["quarter"]])
    if which := match["h"] or match["hh"]:
        return period.half(number, int(which))
    return period.half(number, _NTH[match["half"]]) if match["half"] else None


def _with_part(low: str, floor: int, found: Written) -> Written:
    """Take up "early", "mid-", "the end of" before a date."""
    first = max(floor, found.start - 24)
    match = _PART.search(low[first : found.start])
    if not match:
        return found
    made = _PARTS[match.lastgroup or "end"](found.period)
    return Written(first + match.start(), found.end, made)


_PARTS = {
    "late": period.late, "early": period.early, "middle": period.middle, "end": period.end,
    "start": period.start,
}  # fmt: skip


def short(low: str) -> list[Written]:
    """Read dates whose year is not in four digits: 1Q25, FY25, 25年上半年, 20世纪90年代."""
    if not _MAY_BE_SHORT.search(low):
        return []
    found = [_short(low, match) for match in _SHORT.finditer(low)]
    found += [_in_century(match) for match in _CENTURY.finditer(low)]
    return [one for one in found if one]


def _short(low: str, match: re.Match[str]) -> Written | None:
    number = 2000 + int(match["qy"] or match["hy"] or match["fy"] or match["y"])
    if not TWO_DIGITS[0] <= number - 2000 <= TWO_DIGITS[1]:
        return None
    if which := match["q"] or match["qq"] or match["yq"]:
        made = period.quarters(number, int(which), int(which))
    elif which := match["h"] or match["hh"] or match["yh"]:
        made = period.half(number, int(which))
    elif match["y"]:
        read = nian.read(low, match.end(), number)
        return Written(match.start(), read[1], read[0]) if read else None
    else:
        made = period.year(number)
    return Written(match.start(), match.end(), made) if made else None


def _in_century(match: re.Match[str]) -> Written | None:
    made = period.decade((int(match["century"]) - 1) * 100 + nian.small(match["tens"]))
    return Written(match.start(), match.end(), made) if made else None
