"""Tell a quantity in a few words, for a tooltip: "10–20 years", "CNY 187.4 trillion".

Written for a reader, never parsed again; in English, with numbers as they are spoken of.
"""

from datetime import date, timedelta
from decimal import Decimal

from core.plural import plural
from core.quantity.value import Bound, Direction, Kind, Precision, Quantity

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_OPEN = {
    Bound.AT_LEAST: "at least ", Bound.OVER: "over ", Bound.UP_TO: "up to ", Bound.UNDER: "under ",
}  # fmt: skip
_AGAINST = {
    "year": "year-on-year", "quarter": "quarter-on-quarter", "month": "month-on-month",
    "week": "week-on-week", "period": "on the period before",
}  # fmt: skip
_IN_SYMBOLS = (Kind.MASS, Kind.ENERGY, Kind.POWER, Kind.LENGTH, Kind.AREA, Kind.VOLUME)


def spoken(one: Quantity) -> str:
    """Give a quantity as a reader would say it."""
    if one.kind is Kind.DATE:
        return _about(one) + _date(one)
    told = _about(one) + _OPEN.get(one.bound, "") * (None in (one.low, one.high)) + _value(one)
    if one.direction:
        told = f"{'up' if one.direction is Direction.ROSE else 'down'} {told}"
    return f"{told} {_AGAINST[one.against]}" if one.against else told


def _about(one: Quantity) -> str:
    return "about " if one.approximate else ""


def _value(one: Quantity) -> str:
    if one.parts:
        top, whole = (_number(part) for part in one.parts)
        return f"{top} of {whole} {_plural(one.noun)}".strip()
    low, high = _ends(one)
    figures = low if low == high else f"{low}–{high}"
    if one.kind is Kind.PERCENT:
        return f"{figures}%"
    if one.kind is Kind.MULTIPLE:
        return f"{figures}×"
    if one.kind is Kind.MONEY:
        return f"{one.currency} {figures}"
    if one.kind is Kind.RATE and one.currency:
        return f"{one.currency} {figures} per {one.unit.partition('/')[2]}"
    single = (
        (one.low or one.high) == (one.high or one.low) == 1
        or (len(one.unit) < 4 and one.kind in _IN_SYMBOLS)
        or one.kind is Kind.RATE
    )
    return (
        f"{figures} {one.unit if single or not one.unit.isascii() else _plural(one.unit)}".strip()
    )


def _ends(one: Quantity) -> tuple[str, str]:
    """Give both ends; an open one is told as the other."""
    low = one.high if one.low is None else one.low
    high = one.low if one.high is None else one.high
    assert low is not None
    assert high is not None
    scale, name = next(
        ((s, f" {n}") for s, n in _SCALES if abs(high) >= s and abs(low) >= s), (1, "")
    )
    if low == high:
        return (f"{_number(low / scale)}{name}",) * 2
    return _number(low / scale), f"{_number(high / scale)}{name}"


def _number(value: Decimal) -> str:
    short = value.quantize(Decimal("0.0001")) if abs(value) < 10**15 else value
    told = f"{short:,f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def _plural(noun: str) -> str:
    if noun in ("", "Hz"):
        return noun
    return "people" if noun == "person" else plural(noun)


def _date(one: Quantity) -> str:
    since, until = one.since, one.until
    if since and until:
        first, last = _day(since, one.precision), _day(until, one.precision)
        return first if first == last else f"{first}–{last}"
    if until and one.bound is Bound.BEFORE:
        return f"before {_day(until + timedelta(days=1), one.precision)}"
    if until:
        return f"by {_day(until, one.precision)}"
    if since and one.bound is Bound.AFTER:
        return f"after {_day(since - timedelta(days=1), one.precision)}"
    return f"since {_day(since, one.precision)}" if since else ""


def _day(day: date, precision: Precision) -> str:
    if precision is Precision.DAY:
        return day.isoformat()
    if precision is Precision.MONTH:
        return day.isoformat()[:7]
    if precision is Precision.QUARTER:
        return f"Q{(day.month + 2) // 3} {day.year}"
    if precision is Precision.HALF:
        return f"H{(day.month + 5) // 6} {day.year}"
    return f"{day.year}"
