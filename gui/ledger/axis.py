"""Where the ticks of an axis stand and what they say: days, plain numbers, powers of ten.

Arithmetic only; days are counted as Python's ordinals, so that an axis of time is one of numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from gui.tongue.days import month as month_name
from gui.tongue.days import short_day

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
DAYS = (1, 2, 7, 14)
MONTH_STEPS = (1, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
MONTH, YEAR = 30.44, 365.25
SCALES = ((1e12, " tn"), (1e9, " bn"), (1e6, " m"))


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis; `strong` begins a year, or is a power of ten."""

    at: float
    words: str
    strong: bool = True


def day_ticks(first: float, last: float, most: int) -> list[Tick]:
    """Give the ticks between two days, as fine as `most` of them allow."""
    first, last = max(first, FIRST), min(last, LAST)
    room = (last - first) / max(most, 1)
    for step in DAYS:
        if room <= step:
            return list(_days(ceil(first), floor(last), step))
    for step in MONTH_STEPS:
        if room <= step * MONTH:
            return list(_months(first, last, step))
    step = next((one for one in YEAR_STEPS if room <= one * YEAR), YEAR_STEPS[-1])
    return list(_years(first, last, step))


def _days(first: int, last: int, step: int) -> Iterator[Tick]:
    for ordinal in range(first + -first % step, last + 1, step):
        day = date.fromordinal(ordinal)
        yield Tick(ordinal, short_day(day), day.day <= step)


def _months(first: float, last: float, step: int) -> Iterator[Tick]:
    day = date.fromordinal(floor(first))
    for month in range((day.year - 1) * 12, 9999 * 12, step):
        at = date(month // 12 + 1, month % 12 + 1, 1).toordinal()
        if at > last:
            return
        if at >= first:
            begins = month % 12 == 0
            yield Tick(at, str(month // 12 + 1) if begins else month_name(month % 12 + 1), begins)


def _years(first: float, last: float, step: int) -> Iterator[Tick]:
    year = date.fromordinal(floor(first)).year
    for each in range(year + -year % step, 10_000, step):
        at = date(each, 1, 1).toordinal() if each else FIRST
        if at > last:
            return
        if at >= first:
            yield Tick(at, str(each))


#: A share of a number under which nothing can be told of it for sure.
SURE = 1e-12


def number_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Give round numbers between two, at most so many."""
    rough = (high - low) / max(most, 1)
    if rough <= SURE * max(abs(low), abs(high)):
        return [Tick(low, short(low))]
    power = 10.0 ** floor(log10(rough))
    step = next(power * one for one in (1, 2, 5, 10) if rough <= power * one * 1.0001)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [Tick(step * n, short(step * n)) for n in range(first, last + 1)]


def log_ticks(low: float, high: float) -> list[Tick]:
    """Give the powers of ten between two numbers, and 2 and 5 times them without words."""
    powers = range(floor(log10(low)), ceil(log10(high)) + 1)
    every = ceil(len(powers) / 8)
    made = (
        Tick(10.0**power * times, short(10.0**power) if times == 1 else "", times == 1)
        for power in powers
        for times in ((1, 2, 5) if every == 1 else (1,))
        if power % every == 0
    )
    return [tick for tick in made if low * 0.9999 <= tick.at <= high * 1.0001]


def short(value: float) -> str:
    """Say a number in little room: "1,500", "2.5 bn"."""
    scale, name = next(((s, n) for s, n in SCALES if abs(value) >= s * 0.9999), (1.0, ""))
    told = f"{value / scale:,.3f}" if abs(value) >= 0.001 or value == 0 else f"{value:.1g}"
    return (told.rstrip("0").rstrip(".") if "." in told and "e" not in told else told) + name
