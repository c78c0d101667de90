"""Periods of the calendar: a year, a quarter, a part of a year, from its first day to its last.

The reading of dates builds on these. Fiscal years are taken for calendar years. Early, mid and late
in a year are its thirds; the end of a period is its last day.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from core.quantity.value import Precision

FIRST, LAST = 1900, 2199


class Period(NamedTuple):
    """Two days, both inside, and how exactly they were said."""

    since: date
    until: date
    precision: Precision
    approximate: bool = False
    ends: bool = False


def year(number: int) -> Period | None:
    """Give a year; None where a number is more likely something else. So do those below."""
    if not FIRST <= number <= LAST:
        return None
    return Period(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def years(first: int, last: int) -> Period | None:
    one, other = year(first), year(last)
    return join(one, other) if one and other else None


def decade(number: int) -> Period | None:
    whole = years(number, number + 9)
    return whole and whole._replace(precision=Precision.DECADE)


def months(number: int, first: int, last: int) -> Period | None:
    """Give the months from one to another of a year; None if there are no such."""
    if not (1 <= first <= last <= 12 and FIRST <= number <= LAST):
        return None
    until = date(number, last, monthrange(number, last)[1])
    return Period(date(number, first, 1), until, Precision.MONTH)


def quarters(number: int, first: int, last: int) -> Period | None:
    """Give the quarters from one to another of a year, counted from 1."""
    found = months(number, first * 3 - 2, last * 3) if 1 <= first <= last <= 4 else None
    return found and found._replace(precision=Precision.QUARTER)


def half(number: int, which: int) -> Period | None:
    """Give the first (1) or the second (2) half of a year."""
    found = months(number, which * 6 - 5, which * 6)
    return found and found._replace(precision=Precision.HALF)


def days(number: int, month: int, first: int, last: int) -> Period | None:
    whole = months(number, month, month)
    if not whole or not 1 <= first <= last <= whole.until.day:
        return None
    start, end = whole.since.replace(day=first), whole.since.replace(day=last)
    return Period(start, end, Precision.DAY)


def join(one: Period, other: Period) -> Period | None:
    """Give the time from one period to another, None if the other is the earlier."""
    if other.since < one.since or other.until < one.until:
        return None
    rough = one.approximate or other.approximate
    return Period(one.since, other.until, other.precision, rough)


def early(whole: Period) -> Period:
    """Give the first third of a year; `middle` and `late` give the others."""
    return _third(whole, 1)


def middle(whole: Period) -> Period:
    return _third(whole, 5)


def late(whole: Period) -> Period:
    return _third(whole, 9)


def _third(whole: Period, month: int) -> Period:
    """Give the four months of a year that begin with one; of a shorter period, about all of it."""
    found = months(whole.since.year, month, month + 3)
    if whole.precision is not Precision.YEAR or not found:
        return whole._replace(approximate=True)
    return found._replace(approximate=True)


def end(whole: Period) -> Period:
    return Period(whole.until, whole.until, Precision.DAY, ends=True)


def start(whole: Period) -> Period:
    return Period(whole.since, whole.since, Precision.DAY)


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    return day + timedelta(days=1)
