"""Times that are said without a year: "next year", 明年, "by year-end", the 15th Five-Year Plan.

By our rule they are no quantities, for alone they name no day; with the day of publishing they do.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from core.quantity import period
from core.quantity.horizon import MONTHS, PRECISIONS, later
from core.quantity.months import MONTHS as NAMES
from core.quantity.period import Period
from core.quantity.plain import plain
from core.quantity.value import Bound, Kind, Precision, Quantity

_BY = r"(?<![a-z])(?:(?P<{0}>by|before|until|within)[ ])?(?:the[ ])?"
_ENGLISH = re.compile(
    _BY.format("by")
    + r"(?:(?P<part_end>end[ ]of[ ](?:the[ ])?)?(?P<part>q[1-4]|h[12]"
    + r"|(?:first|second|third|fourth|final|last)[ ](?:quarter|half)|early|mid|late"
    + rf"|{'|'.join(sorted(NAMES, key=len, reverse=True))})[ -](?:in[ ]|of[ ](?:the[ ])?)?)?"
    + r"(?P<end>end[ ]of[ ](?:the[ ])?)?"
    + r"(?P<which>this|next|last|current|coming|following)[ ](?P<unit>year|quarter|month|decade)"
    + r"(?![a-z'])"
)
_YEAR_END = re.compile(
    _BY.format("by")
    + r"(?:(?P<year>year-end|end[ ]of[ ]the[ ]year)|end[ ]of[ ]the[ ](?P<long>decade|century))"
    + r"(?![a-z])|(?<![a-z])(?:within[ ]the[ ]decade(?![a-z])"
    + r"|before[ ]the[ ]decade[ ](?:is[ ](?:out|over)|ends))(?P<out>)"
)
_PLAN = re.compile(
    "(?:(?:(?<![a-z])(?P<by>by|before|until)[ ])?(?:the[ ])?(?P<end>end[ ]of)[ ])?"
    "(?:(?<![a-z])the[ ])?(?P<nth>1[1-9])th five-year plan(?:[ ]period)?"
    '|(?:(?P<han_by>[到至])[“"「]?)?第?(?P<han>十[一二三四五六七八九])个?五'
    '(?:年规划|年计划|规划|计划|时期|期间)?(?!年|个|家|万|亿|倍)(?:[”"」]?(?P<han_end>期?末))?'
)
_CHINESE = re.compile(
    "(?P<what>今年|本年度?|明年|后年|去年|前年|本季度|下季度|上季度|本月|下个?月|上个?月|未来十年"
    "|下一个十年|年内|年底|年末)"
    "(?:(?<=[今明后去前]年)(?P<part>[上下]半年|前(?:[两二]个?|三)季度|第?[一二三四]季度?"
    r"|(?:1[0-2]|[1-9])月份?(?![\d-])|年?[初中](?![国欧美央日东级步次]))(?P<quarter_end>末)?"
    "|(?P<end>年?底|末))?(?P<by>之?前|内)?"
)
#: One of these is in every text that says a time so.
_ANY = re.compile("[a-z][ ](?:year|quarter|month|decade|century)|year[ -](?:end|plan)|[年季月五]")
_THIRDS = {"early": period.early, "mid": period.middle, "late": period.late}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COUNTS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_UNITS = {"十年": "decade", "季": "quarter", "月": "month"}
_SHIFTS = {"this": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "last": -1}
_HAN = {"去": -1, "上": -1, "今": 0, "本": 0, "年": 0, "明": 1, "下": 1, "未": 1, "后": 2}
#: From this month on a year's end is the one to come.
_OVER = 3
#: The 11th plan ran from 2006 to 2010; each takes five years.
_FIRST_PLAN, _FIRST_YEAR = 11, 2006


def times(text: str, published: date) -> tuple[Quantity, ...]:
    """Give the dates that a text names without their year, as of a day; in order, with spans.

    They may lie inside a longer quantity, and are kept apart from `quantities` for that reason.
    """
    low = plain(text).low
    if not _ANY.search(low):
        return ()
    found = [_english(match, published) for match in _ENGLISH.finditer(low)]
    found += [_year_end(match, published) for match in _YEAR_END.finditer(low)]
    found += [_plan(match) for match in _PLAN.finditer(low)]
    found += [_chinese(match, published) for match in _CHINESE.finditer(low)]
    return tuple(sorted(found, key=lambda one: one.start))


def _english(match: re.Match[str], published: date) -> Quantity:
    shift, unit = _SHIFTS[match["which"]], match["unit"]
    if match["part"] and unit == "year" and (part := _part(match["part"], published.year + shift)):
        return _of_part(match, period.end(part) if match["part_end"] else part, by=match["by"])
    since, until = _period(published, unit, shift)
    at_end = bool(match["end"])
    if match["by"] == "before" and not at_end:
        until = since - timedelta(days=1)
    return _quantity(match, unit, until if at_end else since, until, by=match["by"])


def _part(word: str, year: int) -> Period | None:
    """Give the part of a year that a word names: q3, "second half", early, March."""
    if word in NAMES:
        return period.months(year, NAMES[word], NAMES[word])
    whole = period.year(year)
    if word in _THIRDS:
        return whole and _THIRDS[word](whole)
    nth, _, kind = word.partition(" ")
    if kind:
        last = 2 if kind == "half" else 4
        which = _NTH.get(nth, last)
    else:
        kind, which = {"q": "quarter", "h": "half"}[nth[0]], int(nth[1])
    if kind == "half":
        return period.half(year, which) if which < 3 else None
    return period.quarters(year, which, which)


def _of_part(match: re.Match[str], part: Period, *, by: str | None) -> Quantity:
    until = part.until
    if by in ("before", "前", "之前") and not part.ends:
        until = period.day_before(part.since)
    one = _quantity(match, "year", part.since, until, by=by)
    return replace(one, precision=part.precision, approximate=part.approximate)


def _year_end(match: re.Match[str], published: date) -> Quantity:
    out = match["out"] is not None
    unit = "decade" if out else match["long"] or "year"
    _, until = _period(published, unit, 0)
    return _quantity(match, unit, until, until, by="by" if out else match["by"])


def _plan(match: re.Match[str]) -> Quantity:
    number = int(match["nth"] or 0) or 11 + "一二三四五六七八九".index(match["han"][1])
    first = _FIRST_YEAR + 5 * (number - _FIRST_PLAN)
    until = date(first + 4, 12, 31)
    at_end = bool(match["end"] or match["han_end"])
    by = (match["by"] or match["han_by"]) if at_end else None
    return _quantity(match, "year", until if at_end else date(first, 1, 1), until, by=by)


def _chinese(match: re.Match[str], published: date) -> Quantity:
    what = match["what"]
    unit = next((name for sign, name in _UNITS.items() if sign in what), "year")
    shift = -2 if what == "前年" else _HAN[what[0]]
    if match["part"] and (part := _han_part(match["part"], published.year + shift)):
        return _of_part(match, period.end(part) if match["quarter_end"] else part, by=match["by"])
    if what == "年末" and published.month < _OVER and not match["by"]:
        shift = -1  # in January a year's end is told of, and not foreseen
    since, until = _period(published, unit, shift)
    at_end = match["end"] or match["quarter_end"] or what in ("年底", "年末")
    by = match["by"] if match["by"] or what != "年内" else "内"
    if by in ("前", "之前") and not at_end:
        until = since - timedelta(days=1)
    return _quantity(match, unit, until if at_end else since, until, by=by)


def _han_part(word: str, year: int) -> Period | None:
    """Give the part of a year that Chinese names: 下半年, 三季度, 前三季度, 3月, 年初."""
    if "半年" in word:
        return period.half(year, 1 + (word[0] == "下"))
    if "月" in word:
        month = int(word.partition("月")[0])
        return period.months(year, month, month)
    if "季" in word:
        last = _COUNTS[word.strip("第前个季度")]
        return period.quarters(year, 1 if word[0] == "前" else last, last)
    whole = period.year(year)
    return whole and _THIRDS["early" if word[-1] == "初" else "mid"](whole)


def _quantity(
    match: re.Match[str], unit: str, since: date, until: date, *, by: str | None
) -> Quantity:
    start, end = match.span()
    bound = Bound.BY if by else Bound.NONE
    precision: Precision = PRECISIONS[unit]
    return Quantity(
        start,
        end,
        Kind.DATE,
        since=None if by else since,
        until=until,
        precision=precision,
        bound=bound,
    )


def _period(day: date, unit: str, shift: int) -> tuple[date, date]:
    """Give the year, quarter, month or decade of a day, or one that many later.

    The next decade is the ten years from the day on; this one ends with its last calendar year.
    """
    if unit == "decade" and shift > 0:
        return day, later(day, Decimal(10), "year") or date.max
    size = MONTHS[unit]
    first = (day.year * 12 + day.month - 1) // size + shift
    return _first_of(first * size), _first_of((first + 1) * size) - timedelta(days=1)


def _first_of(months: int) -> date:
    return date(min(max(months // 12, 1), date.max.year), months % 12 + 1, 1)
