"""How a time is written over an article, and what it is in the site's own way of writing.

One that names its day is told in UTC where it names a zone. One that counts from the day on which
it was read ("3小时前", "yesterday") names no day by itself: it is told only to who knows that day.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

_DAYS = "一二三四五六日天"
_WEEKDAY = rf"(?:\s?[(（]?(?:星期|周|週|礼拜|禮拜)[{_DAYS}][)）]?)?"
_PART = "[-/.－／．"
_DAY = (
    rf"(?P<year>\d{{4}}){_PART}年]\s?(?P<month>\d{{1,2}}){_PART}月]\s?"
    rf"(?P<day>\d{{1,2}})[日号號]?{_WEEKDAY}"
)
_HALVES = "凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|[AaPp]\\.?[Mm]\\.?"
_CLOCK = (
    rf"(?P<early>(?:{_HALVES})\s?)?(?P<hour>\d{{1,2}})[:：](?P<minute>\d{{2}})"
    rf"(?:[:：]\d{{2}}(?:\.\d{{1,6}})?)?(?:\s?(?P<late>{_HALVES}))?"
)
_GAP = r"(?:T|[ ,，\u00a0\u3000]+(?:at\s)?|(?<=[日号號一二三四五六天)）]))"
#: Zones by their names, in hours before UTC; of names that mean several none.
_ZONES = {
    "北京时间": 8,
    "北京時間": 8,
    "HKT": 8,
    "SGT": 8,
    "JST": 9,
    "KST": 9,
    "CET": 1,
    "CEST": 2,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
#: Zones that keep summer time, in hours before UTC in winter.
_AMERICAN = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}
_ZONE = (
    r"(?:\s?[(（]?(?:Z|(?:UTC|GMT)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>[0-5]\d)?"
    rf"|UTC|GMT|(?P<zone>{'|'.join((*_ZONES, *_AMERICAN))}))[)）]?)?"
)
#: A zone by a name that several have, or that nobody knows.
VAGUE = re.compile(
    rf"(?<=[\dMm.])\s?[(（]?(?!(?:GMT|{'|'.join((*_ZONES, *_AMERICAN))})\b)[A-Z]{{1,3}}T[)）]?\Z"
)
_SAID = r"(?:(?:Updated|Published|Posted|更新于|更新於|发布于|發佈於|发布时间|更新时间)[:：]?\s?)?"
_LOCAL = r"(?:(?P<local>北京时间|北京時間)[:：]?\s?)?"
#: A time with its day, written in digits.
TIME = rf"{_SAID}{_LOCAL}{_DAY}(?:{_GAP}{_CLOCK})?{_ZONE}"
#: What a text must have to hold a day, quick to look for.
YEAR = re.compile(rf"\d{{4}}{_PART}年]")

#: A day as English has it: "Oct 11, 2025", "11 October 2025", "Sat, 8 Nov 2025".
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = r"(?P<name>(?:Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})\.?"
_ENGLISH = re.compile(
    r"(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?(?:(?P<first>\d{1,2})[ ])?"
    rf"{_MONTH}[ ](?:(?P<second>\d{{1,2}}),?[ ])?(?P<year>\d{{4}})(?!\d)"
)

_UNITS = {
    "minutes": "分钟|分鐘|minutes?|mins?|m",
    "hours": "小时|小時|hours?|hrs?|h",
    "days": "天|日|days?|d",
    "weeks": "周|週|星期|weeks?|w",
}
_UNIT = "|".join(f"(?P<{unit}>{names})" for unit, names in _UNITS.items())
_NEAR = ("刚刚 剛剛 今天 今日 today", "昨天 昨日 yesterday", "前天 前日")
_OF_DAY = re.sub(r"\?P<\w+>", "?:", _CLOCK)
#: A time that does not say of which day, or of which year, it is.
RELATIVE = re.compile(
    rf"(?:(?P<count>\d{{1,3}})|an?|one|一)\s?[个個]?(?:{_UNIT})(?:\s?之?前|\sago)|just now"
    rf"|(?P<near>{'|'.join(_NEAR).replace(' ', '|')})(?:,?\s?(?:at\s)?{_OF_DAY})?"
    rf"|(?:(?P<month>\d{{1,2}})[-/月]|{_MONTH}\s)(?P<day>\d{{1,2}})日?,?\s?{_OF_DAY}",
    re.IGNORECASE,
)
#: What such a time ends in, but for a clock's digits.
AGO = frozenset("前oO刚剛天日wWyY")


def in_digits(line: str) -> str:
    """Write the English days of a line as the site writes them."""
    return _ENGLISH.sub(_in_digits, line)


def _in_digits(day: re.Match[str]) -> str:
    """Write one; half a day, or two, stays as it is."""
    if (day["first"] is None) == (day["second"] is None):
        return day[0]
    return f"{day['year']}-{_month(day['name']):02}-{int(day['first'] or day['second']):02}"


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].title()) + 1


def told(known: Mapping[str, str | None]) -> str | None:
    """Give the time as "YYYY-MM-DD HH:MM", or the day alone; None for a day that never was."""
    try:
        year, month, day = (int(known[part] or 0) for part in ("year", "month", "day"))
        hour, minute = _hour(known), int(known["minute"] or 0)
        moment = datetime(year, month, day, hour, minute)  # noqa: DTZ001  as written, or in UTC
        if known["hours"] or known["zone"] or known["local"]:
            moment -= _ahead(known, moment.date())
    except (ValueError, OverflowError):
        return None
    said = moment.isoformat(" ", "minutes")
    return said if known["hour"] else said[:10]


def is_true(said: str) -> bool:
    """Tell whether there is such a time; it is written as the site writes its own."""
    try:
        return bool(datetime.fromisoformat(said))
    except ValueError:
        return False


def _hour(known: Mapping[str, str | None]) -> int:
    """Give the hour of the day; of a clock of twelve hours that one half is meant."""
    hour, minute = int(known["hour"] or 0), int(known["minute"] or 0)
    if hour > 23 or minute > 59:
        raise ValueError
    half = (known["early"] or known["late"] or "").strip().lower()
    if half in ("下午", "傍晚", "晚上") or half.startswith("p"):
        return hour + 12 if hour < 12 else hour
    if half == "中午" and hour < 11:
        return hour + 12
    return 0 if hour == 12 and half not in ("", "中午") else hour


def _is_american_summer(day: date) -> bool:
    """Tell whether it is summer time there: from March's second Sunday to November's first."""
    return _sunday(date(day.year, 3, 8)) <= day < _sunday(date(day.year, 11, 1))


def _sunday(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _ahead(known: Mapping[str, str | None], day: date) -> timedelta:
    """Give how far its zone is before UTC on that day."""
    if known["hour"] is None:
        return timedelta()
    zone = known["zone"] or known["local"]
    if zone in _AMERICAN:
        return timedelta(hours=_AMERICAN[zone] + _is_american_summer(day))
    if zone:
        return timedelta(hours=_ZONES[zone])
    ahead = timedelta(hours=int(known["hours"] or 0), minutes=int(known["minutes"] or 0))
    return -ahead if known["sign"] == "-" else ahead


def day_meant(said: str, read: datetime) -> str | None:
    """Give the day that a relative time ("3小时前") means to somebody who reads it at `read`."""
    found = RELATIVE.fullmatch(said)
    if found is None:
        return None
    unit = next((unit for unit in _UNITS if found[unit]), None)
    if found["day"]:
        return _last(read.date(), found)
    near = (found["near"] or "").lower()
    ago = next((days for days, names in enumerate(_NEAR) if near in names.split()), 0)
    span = timedelta(**{unit: int(found["count"] or 1)}) if unit else timedelta(days=ago)
    try:
        return (read - span).date().isoformat()
    except OverflowError:
        return None  # before all calendars


def _last(today: date, found: re.Match[str]) -> str | None:
    """Give the last such day of a month that is not to come."""
    month = int(found["month"] or 0) or _month(found["name"])
    for year in (today.year, today.year - 1):
        try:
            day = date(year, month, int(found["day"]))
        except ValueError:
            continue
        if day <= today + timedelta(days=1):  # it may be later there
            return day.isoformat()
    return None
