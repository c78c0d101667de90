"""Read an amount per something as a rate: 元/吨, "$70 a barrel", 每吨8000元, "300 tons per year".

The unit of a rate is English in both languages: CNY/t, USD/oz, t/year.
"""

import re

from core.quantity import bounds, nouns, units
from core.quantity.draft import Draft
from core.quantity.found import Scan
from core.quantity.plain import wordset
from core.quantity.value import Kind

_HAN = {
    "股": "share", "辆": "vehicle", "人": "person", "台": "unit", "件": "piece", "手": "lot",
    "张": "sheet", "公斤": "kg", "千克": "kg", "斤": "jin", "月": "month", "日": "day",
    "天": "day", "年": "year", "户": "household", "次": "time", "片": "piece", "只": "piece",
    "颗": "piece", "平": "m²", "方": "m³", "车": "vehicle", "瓶": "bottle", "度": "kWh",
    "单": "order", "枚": "piece", "条": "piece", "套": "set", "箱": "box", "周": "week",
    "个": "unit", "头": "head", "剂": "dose", "针": "dose", "盒": "box",
    "艘": "ship", "架": "aircraft", "家": "firm", "季度": "quarter",
    "季": "quarter", "支": "piece", "干吨": "dry tonne", "湿吨": "wet tonne", "份": "copy",
}  # fmt: skip
_MEASURES = (
    "平方公里", "平方米", "平米", "立方米", "千瓦时", "千瓦小时", "兆瓦时", "百万英热", "盎司",
    "千瓦", "兆瓦", "小时", "分钟", "公里", "千米", "公顷", "吨", "克", "桶", "亩", "秒", "升",
    "瓦", "磅",
)  # fmt: skip
_UNITS = "|".join(sorted([*_HAN, *_MEASURES], key=len, reverse=True))
_PER = re.compile(
    "[ ]?/[ ]?(?P<slash>(?:(?:square|cubic|metric|sq)[ ])?[a-z]+[²³23]?)(?![a-z])"
    f"|[ ]?[/·•][ ]?(?P<han>{_UNITS})"
    "|[ ]per[ ](?P<many>(?:thousand|million|billion)[ ][a-z]+(?:[ ][a-z]+s(?![a-z]))?)(?![a-z-])"
    "|[ ]per[ -](?P<per>(?:(?:square|cubic|metric|sq|troy|trading|passenger"
    "|nautical)[ -])?[a-z][a-z-]*[²³]?)"
    "|[ ](?:an?|each"
    "|every)[ ](?P<a>(?:(?:square|cubic|metric|troy)[ ])?[a-z]+)(?![a-z-])"
    "|[ ](?P<adverb>annually|yearly|per annum|daily|monthly|weekly|hourly)(?![a-z])"
    f"|每(?P<mei>{_UNITS})(?![一二三])"
)
#: "20% a year", but "$500 a year after the ban".
_WHEN = re.compile(
    " (?:ago|earlier|later|before|after|ahead|from (?:now|then|that)|since|when|old|on|over)"
    "(?![a-z])"
)
_TIMES = wordset("second minute hour day night week month quarter year decade century")
_ADVERBS = {
    "annually": "year", "yearly": "year", "per annum": "year", "daily": "day", "monthly": "month",
    "weekly": "week", "hourly": "hour",
}  # fmt: skip
_AHEAD = re.compile(
    rf"(?:每(?P<thing>{_UNITS}))?每(?P<han>{_UNITS})(?:约|大约|近|仅|仅为|为|达|高达)?[ ]?$"
)
#: What ten shares get is told of ten at once.
_TEN_SHARES = re.compile("每(?:10|十)股拟?(?:派|分)[发现送息红]{0,2}(?:现金)?(?:红利|股利)?[ ]?$")
_SPEED = re.compile("(?:时速|每小时)(?:约|近|超|超过|可达|高达|达|为|达到)?[ ]?$")
#: "20,000 tons of ore a day" is a rate as well.
_OF = re.compile(
    "[ ]of[ ](?:[a-z-]+[ ]){1,2}?(?=(?:an?|per|every|each)[ ](?:day|year|month|week|hour)(?![a-z])"
    "|annually|daily|monthly)"
)
#: What an amount may be "a" of without "per": "$70 a barrel".
_NAMED = wordset(
    """
    dozen share vehicle person head household unit piece bottle ticket seat car worker bushel
    litre
    """
)
_SIZES = (Kind.MASS, Kind.ENERGY, Kind.VOLUME, Kind.AREA, Kind.LENGTH, Kind.POWER)
_RATED = (*_SIZES, Kind.MONEY, Kind.COUNT)


def behind(scan: Scan, one: Draft) -> Draft:
    """Make a rate of an amount that "per something" follows; give back any other as it is."""
    if one.kind not in _RATED:
        return one
    end = one.end
    if one.kind in _SIZES and (of := _OF.match(scan.low, end)):
        end = of.end() - 1
    match = _PER.match(scan.low, end)
    if not match or match.end() > scan.limit(one.start):
        return one
    if match["a"] in _TIMES and _WHEN.match(scan.low, match.end()):
        return one
    per = _per(match)
    if not per:
        return one
    rate = _rate(one, per, one.start, match.end())
    more = _PER.match(scan.low, rate.end) if per not in _TIMES else None
    if more and more.end() <= scan.limit(one.start) and (time := _per(more)) in _TIMES:
        return rate._replace(end=more.end(), unit=f"{rate.unit}/{time}")
    return rate


def ahead(scan: Scan, floor: int, one: Draft) -> Draft:
    """Make a rate of an amount that 每吨 leads to."""
    if one.kind not in _RATED or one.start == floor or scan.low.isascii():
        return one
    first = max(floor, one.start - 12)
    piece = scan.low[first : one.start]
    if one.unit in ("km", "m") and (speed := _SPEED.search(piece)):
        return _rate(one, "h", first + speed.start(), one.end)
    if one.kind is Kind.MONEY and (ten := _TEN_SHARES.search(piece)):
        low, high = (end and end / 10 for end in (one.low, one.high))
        rate = _rate(one, "share", first + ten.start(), one.end)
        return rate._replace(low=low, high=high)
    match = _AHEAD.search(piece)
    if not match:
        return one
    per = "/".join(_han(word) for word in (match["thing"], match["han"]) if word)
    rate = _rate(one, per, first + match.start(), one.end)
    before = bounds.before(scan.low, floor, rate.start)
    if one.bound or not before.bound:
        return rate
    return bounds.opened(rate._replace(start=before.start), before.bound)


def _rate(one: Draft, per: str, start: int, end: int) -> Draft:
    what = one.currency or one.unit or ""
    return one._replace(start=start, end=end, kind=Kind.RATE, unit=f"{what}/{per}")


def _per(match: re.Match[str]) -> str:
    if match["adverb"]:
        return _ADVERBS[match["adverb"]]
    if word := match["han"] or match["mei"]:
        return _han(word)
    return _many(match["many"]) if match["many"] else _per_word(match)


def _many(words: str) -> str:
    """Read what so many of are paid for at once: million input tokens, thousand cubic metres."""
    scale, _, what = words.partition(" ")
    found = units.unit(what, what, 0)
    known = found and found.end == len(what) and found.unit.unit
    return f"{scale} {known or nouns.singular(what.rpartition(' ')[2])}"


def _per_word(match: re.Match[str]) -> str:
    word = match["slash"] or match["per"] or match["a"]
    if other := {"annum": "year", "yr": "year", "pound": "lb"}.get(word):
        return other
    found = units.unit(word, word, 0)
    if found and found.end == len(word) and _may_be_per(found, article=bool(match["a"])):
        return found.unit.unit
    if match["a"] and word not in _NAMED:
        return ""
    return {"capita": "person", "mt": "t", "sqm": "m²", "bu": "bushel"}.get(
        word, nouns.singular(word)
    )


def _may_be_per(found: units.Read, *, article: bool) -> bool:
    """Tell a unit that things are counted by: "a barrel", but "per point" only."""
    if not found.unit.unit or found.unit.kind is Kind.MONEY:
        return False
    return not article or found.unit.kind is not Kind.COUNT or found.word == "person"


def _han(word: str) -> str:
    found = units.unit(word, word, 0)
    return _HAN.get(word) or (found.unit.unit if found else word)
