"""Which time a sentence speaks of: dates as `core.quantity` reads them, and days and
months without a year.

Two claims are of one time where these are equal. What is said without any is of its day, for as
long as what it says holds; how long that is, `contradict` knows.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from core.quantity import Bound, Kind, Quantity, times
from core.quantity.months import MONTHS

Span = tuple[date | None, date | None]
Periods = frozenset[Span]

_NAMED = "|".join(sorted(MONTHS, key=len, reverse=True))
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_HAN = {char: number for number, char in enumerate("一二三四五六七八九十", 1)}
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_COUNTED |= {"ten": 10, "eleven": 11, "两": 2} | _HAN

_SPELLED = "|".join(word for word in _COUNTED if word.isascii())

_MONTH = re.compile(
    rf"(?<![a-z])(?:in|for|during|from|of|by|last|through|to|until|since|,|\()[ ]?"
    rf"(?:early|late|mid|end)?[ -]?(?P<name>{_NAMED})\.?"
    rf"(?:(?:[ ](?:to|through|-)[ ]|-)(?P<to>{_NAMED})\.?)?"
    rf"(?![a-z])(?!\.?,?[ ]\d)|^(?P<begin>{_NAMED})"
    rf"(?:(?:[ ](?:to|through|-)[ ]|-)(?P<begin_to>{_NAMED}))?"
    rf"(?=[ ][a-z])"
    rf"|(?:(?<![a-z])(?:the|its|their)|['’]s)[ ](?P<of>{_NAMED})"
    rf"(?=[ ](?!to |of |on |towards?|have |be |not )[a-z])"
    r"|(?<![\d年.])(?P<han>1[0-2]|[1-9])(?:[-至到](?P<han_to>1[0-2]|[1-9]))?月(?:份|末|底)?"
    r"(?!\d{1,2}(?:[日号~—至到-]|[^\d.,a-z\u4e00-\u9fff]|$))"
    r"|前(?P<count>\d{1,2}|[两一二三四五六七八九十])个?月"
    rf"|(?<![a-z])first[ ](?P<months>{_SPELLED}|\d{{1,2}})[ ]months"
    r"|(?<![a-z])first[ ](?P<quarters>two|three)[ ]quarters"
)
_DAY = re.compile(
    rf"(?:^|(?<![a-z])(?:on|by|until|from|before|after|since|through|of|the)[ ]|['’]s[ ]|[,(][ ]?)"
    rf"(?P<name>{_NAMED})\.?[ ](?P<day>\d{{1,2}})(?![\d.,]*[\d%]|-|[ ](?:%|per|to|[mbt]\w*illion))"
    r"|(?<![\d年.])(?P<han>1[0-2]|[1-9])月(?P<han_day>\d{1,2})日"
)
_QUARTER = re.compile(
    rf"(?<![a-z])(?P<nth>{'|'.join(_NTH)})[ -](?P<unit>quarter|half)(?![ ]of[ ]\d)"
    r"|(?<![a-z\d])(?:q(?P<q>[1-4])|h(?P<h>[12])|(?P<h2>[12])h|(?P<q2>[1-4])q)(?![a-z\d])(?![ ]?\d)"
    r"|(?<![\d年])(?P<some>前)?[第]?(?P<han>[一二三四])季度?|(?P<half>[上下])半年"
)


#: One of these is in every text that names a time so.
_NEARBY = ("year", "quarter", "month", "decade", "century", *"年季月五")
_MONTHLY = re.compile(
    "(?<![a-z])(?:early|late|mid)?(?:jan|feb|ma[ry]|apr|ju[nl]|aug|sep|oct|nov|dec|first )|月"
)
#: Days of half a year: of the same day in three years, one is as near as that.
_NEAREST = 183
_QUARTERLY = re.compile("[qh][1-4]|[1-4][qh]|quarter|half|季|半年")


class Heard:
    """The times of one text, asked for piece by piece."""

    def __init__(self, low: str, read: Sequence[Quantity], published: date | None) -> None:
        days = [one for one in read if one.kind is Kind.DATE and not _is_record(low, one)]
        found = [(one.start, one.end, _span(one)) for one in days]
        if published is not None and any(map(low.__contains__, _NEARBY)):
            found += [(one.start, one.end, _span(one)) for one in times(low, published)]
        taken = [(start, end) for start, end, _ in found]
        today = published or date(1, 7, 1)  # amid a year, so that each of its days is near
        named = (*_days(low, today), *_months(low, today)) if _MONTHLY.search(low) else ()
        quarters = _quarters(low, today) if _QUARTERLY.search(low) else ()
        for start, end, span in (*named, *quarters):
            if not any(first < end and start < last for first, last in taken):
                found.append((start, end, span))
        self.found = sorted(found, key=lambda one: one[0])

    def between(self, start: int, end: int) -> Periods:
        """Give the times that are named in a piece of the text."""
        return frozenset(span for first, _, span in self.found if start <= first < end)


_RECORD = re.compile(
    "(?<![a-z])(?:first|most|least|best|worst|(?:high|low|larg|bigg|small|fast|slow|strong|weak|"
    "long|steep|sharp)(?:er)?est)(?![a-z])[^,;.]*$"
)
_RECORD_HAN = re.compile("的?(?:首|最|新[高低])")


def _is_record(low: str, one: Quantity) -> bool:
    """Tell since when there was nothing like it, as in "its highest since 2011": no time of it."""
    if one.bound is not Bound.SINCE:
        return False
    return bool(_RECORD.search(low[: one.start]) or _RECORD_HAN.match(low, one.end))


def compared(against: str, periods: Periods) -> str:
    """Tell what 环比 is against, by the time that is spoken of: the month or quarter before."""
    if against != "period" or len(periods) != 1:
        return against
    ((since, until),) = periods
    days = (until - since).days if since and until else 0
    return "month" if 27 <= days <= 31 else "quarter" if 88 <= days <= 92 else against


def _span(one: Quantity) -> Span:
    if one.bound is Bound.SINCE:
        return one.since, date.max
    return one.since, one.until


def _months(low: str, today: date) -> Iterator[tuple[int, int, Span]]:
    for match in _MONTH.finditer(low):
        first, last = _which(match)
        if 0 < first <= last <= 12:
            may_come = first == last and (match["han"] or match[0].startswith(_AHEAD))
            yield match.start(), match.end(), _of_months(first, last, today, 1 if may_come else 0)


#: Behind these a month may be the next: "it adds 137,000 barrels in November".
_AHEAD = ("in ", "by ", "for ", "until ", "through ")


def _days(low: str, today: date) -> Iterator[tuple[int, int, Span]]:
    """Give the days that are named without a year, each in the year that is nearest."""
    for match in _DAY.finditer(low):
        month = int(match["han"]) if match["han"] else MONTHS[match["name"]]
        number = int(match["day"] or match["han_day"])
        for year in (today.year - 1, today.year, today.year + 1):
            with suppress(ValueError):  # no such day, or none of the calendar
                day = date(year, month, number)
                if abs((day - today).days) <= _NEAREST:
                    yield match.start(), match.end(), (day, day)
                    break


def _which(match: re.Match[str]) -> tuple[int, int]:
    if match["quarters"]:
        return 1, 3 * _COUNTED[match["quarters"]]
    if counted := match["count"] or match["months"]:
        return 1, int(counted) if counted.isdecimal() else _COUNTED[counted]
    if match["han"]:
        return int(match["han"]), int(match["han_to"] or match["han"])
    name = match["name"] or match["begin"] or match["of"]
    last = match["to"] or match["begin_to"] or name
    return MONTHS[name], MONTHS[last]


def _quarters(low: str, today: date) -> Iterator[tuple[int, int, Span]]:
    for match in _QUARTER.finditer(low):
        half = match["half"] or match["h"] or match["h2"] or match["unit"] == "half"
        last = _nth(match) * (6 if half else 3)
        if last <= 12:
            first = 1 if match["some"] else last - (5 if half else 2)
            yield match.start(), match.end(), _of_months(first, last, today)


def _nth(match: re.Match[str]) -> int:
    if match["nth"]:
        return _NTH[match["nth"]]
    if match["half"]:
        return 1 if match["half"] == "上" else 2
    number = match["q"] or match["q2"] or match["h"] or match["h2"]
    return int(number) if number else _HAN[match["han"]]


def _of_months(first: int, last: int, today: date, ahead: int = 0) -> Span:
    """Give the last such months that had begun on a day, or begin in so many months."""
    reach = today.month + ahead
    year = today.year + (reach >= first + 12) - (reach < first)
    year = min(max(year, date.min.year), date.max.year)
    end = date(year, 12, 31) if last == 12 else date(year, last + 1, 1) - timedelta(days=1)
    return date(year, first, 1), end
