"""When something is due: a date or duration in a text, counted from the day it was published.

The day is given; there is no clock here. Times without a year ("next year") are read by `nearby`.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from core.quantity.value import Bound, Kind, Precision, Quantity


@dataclass(frozen=True, slots=True)
class Horizon:
    """The first and last day on which something may come true; None is open.

    `precision` is that of what was said: "10–20 years" gives years, to be shown as 2035–2045.
    """

    earliest: date | None
    latest: date | None
    precision: Precision


MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"week": Decimal(7), "day": Decimal(1), "hour": Decimal(1) / 24}
PRECISIONS = {
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.DECADE,
}


def horizon(one: Quantity, published: date) -> Horizon | None:
    """Give the days a date or duration points to; None for what points nowhere, or is past.

    A bound that is open to the past ("by 2030", "within a year") begins at the day of publishing.
    """
    if one.kind is Kind.DATE:
        return _dated(one, published)
    if one.kind is not Kind.DURATION or one.past:
        return None
    low = published if one.low is None else later(published, one.low, one.unit)
    high = None if one.high is None else later(published, one.high, one.unit)
    return Horizon(low, high, PRECISIONS.get(one.unit, Precision.DAY))


def _dated(one: Quantity, published: date) -> Horizon:
    precision = one.precision
    if one.bound is Bound.BY and one.until and (one.until.month, one.until.day) == (12, 31):
        precision = Precision.YEAR  # "by the end of 2026"
    earliest = one.since
    if earliest is None and one.until:
        earliest = min(published, one.until)
    return Horizon(earliest, one.until, precision)


def later(day: date, count: Decimal, unit: str) -> date | None:
    """Add a duration to a day; None where the calendar ends."""
    from calendar import monthrange  # with the first duration

    if unit not in MONTHS:
        return _days_later(day, count * _DAYS.get(unit, Decimal(0)))
    whole = count * MONTHS[unit]
    if whole > (date.max.year - day.year) * 12 - 12:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + int(whole), 12)
    start = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return _days_later(start, (whole - int(whole)) * 30)


def _days_later(day: date, days: Decimal) -> date | None:
    left = date.max.toordinal() - day.toordinal()
    return day + timedelta(days=int(days)) if days <= left else None
