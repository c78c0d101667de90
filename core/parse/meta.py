"""The line of company, source and time that an article has: `Guan Cha Zhe Wang· 2025-11-09 04:46`.

A time written in another way than the site's own is told as the site writes it, and in UTC where it
names a zone. Which title it belongs to is `things`' to say.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from core.model import Masthead

_LONGEST = 400
#: What such a line may end in: a digit, the sign of a day or a zone, a bracket, Markdown's stars.
_LAST = frozenset("0123456789０１２３４５６７８９日号號Z)）CT*_")
#: A day as English has it: "Oct 11, 2025", "11 October 2025".
_ENGLISH = re.compile(
    r"(?:(?P<first>\d{1,2})[ ])?"
    r"(?P<month>(?:Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})"
    r"\.?[ ](?:(?P<second>\d{1,2}),?[ ])?(?P<year>\d{4})(?!\d)"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEAR = re.compile(r"\d{4}[-/.年]")
_SPACE = r"[\s\u200b-\u200f\u2060\ufeff]*"
_DAY = r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号號]?"
_HOUR = (
    r"(?:(?:T|[ ,，\u00a0\u3000]+|(?<=[日号號]))(?P<hour>\d{1,2})[:：](?P<minute>\d{2})"
    r"(?:[:：]\d{2}(?:\.\d{1,6})?)?)?"
)
_ZONE = (
    r"(?:\s?[(（]?(?:Z|(?:UTC|GMT)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>[0-5]\d)?"
    r"|UTC|GMT)[)）]?)?"
)
_TIME = _DAY + _HOUR + _ZONE
_COMPANY = r"(?:(?P<company>\S[^()]*?)\s?\((?P<symbol>[A-Z]{2,4}:[\w.\-]{1,15})\)[\s\u00a0]*)?"
_SOURCE = rf"(?:(?P<source>\S.*?)?{_SPACE}(?:Â·|ยท|[·•・‧∙])(?P<space>{_SPACE}))?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        _COMPANY + _SOURCE + _TIME,
        # as Chinese sites have it: "来源：雪球 2025-09-10 08:08", or the other way about
        rf"(?:来源|來源|Source)\s?[:：]\s*(?P<source>\S.*?)(?P<space>)[\s|]+{_TIME}",
        rf"{_TIME}[\s|]+(?:来源|來源|Source)\s?[:：]\s*(?P<source>\S.*?)(?P<space>)",
    )
)
_PARTS = ("year", "month", "day", "hour", "minute", "hours", "minutes")


class Meta(NamedTuple):
    """A line of source and time. List pages put a space after the dot, article pages none."""

    masthead: Masthead
    of_list: bool


def read_meta(line: str) -> Meta | None:
    """Read a line, not empty, of company, source and time; None if it is something else."""
    named = "来源" in line or "來源" in line or "Source" in line
    if not (named or line[-1] in _LAST) or len(line) > _LONGEST:
        return None
    if not _YEAR.search(line):
        line = _ENGLISH.sub(_in_digits, line)
        if not _YEAR.search(line):
            return None
    forms = _FORMS if named else _FORMS[:1]
    found = next(filter(None, (form.fullmatch(line.strip("*_")) for form in forms)), None)
    if found is None:
        return None
    known = {"company": None, "symbol": None, **found.groupdict()}
    if known["hour"] is None and known["space"] is None and known["company"] is None:
        return None  # a date alone may be anything
    published = _published(known)
    if published is None:
        return None
    source = (known["source"] or "").strip("*_ ") or None
    head = Masthead("", source, published, company=known["company"], symbol=known["symbol"])
    return Meta(head, bool(known["space"]))


def _in_digits(day: re.Match[str]) -> str:
    """Write an English day as the site writes one; half a day, or two, stays as it is."""
    if (day["first"] is None) == (day["second"] is None):
        return day[0]
    month = _MONTHS.index(day["month"][:3]) + 1
    return f"{day['year']}-{month:02}-{int(day['first'] or day['second']):02}"


def _published(known: Mapping[str, str | None]) -> str | None:
    """Give the time as "YYYY-MM-DD HH:MM", or the day alone; None for a day that never was."""
    year, month, day, hour, minute, hours, minutes = (int(known[part] or 0) for part in _PARTS)
    try:
        moment = datetime(year, month, day, hour, minute)  # noqa: DTZ001  told in UTC, or as written
        if known["sign"]:
            ahead = timedelta(hours=hours, minutes=minutes)
            moment += ahead if known["sign"] == "-" else -ahead
    except (ValueError, OverflowError):
        return None
    said = moment.isoformat(" ", "minutes")
    return said if known["hour"] else said[:10]
