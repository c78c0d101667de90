"""One thing that a claim says of one subject: how much it is, whither it went, or when it happens.

Only what can be put to one subject for sure is made a frame. Reading a claim into frames is
`read`'s, laying two of them beside one another `contradict`'s.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.quantity import Direction, Kind, Quantity, measured
from core.relate import signs
from core.relate.lexicon import FORECASTERS
from core.relate.period import Periods
from core.relate.terms import PRICE, Term

SIGN = {Direction.ROSE: 1, Direction.FELL: -1}
Value = Decimal | int | None


class Frame(NamedTuple):
    """What is said of one subject. `role` and `unit` tell what can be laid beside what.

    `low` and `high` are in base units, an end that is open None; a change has its sign, a day is
    its ordinal. `terms` are the keys of what is spoken of, among them `names` and what is
    `specific`; `voices` are those whose forecast it is; `mode` is fact, forecast or aim.
    """

    start: int
    end: int
    role: str
    unit: str
    terms: frozenset[str]
    names: frozenset[str]
    specific: frozenset[str]
    periods: Periods
    mode: str
    negated: bool
    voices: frozenset[str]
    words: tuple[Term, ...]
    low: Value = None
    high: Value = None
    figure: Quantity | None = None

    @property
    def is_rough(self) -> bool:
        return bool(self.figure and self.figure.approximate)


def bare(terms: Sequence[Term], periods: Periods, low: str, start: int, end: int) -> Frame:
    """Make the frame of a clause that says something without a figure."""
    about = tuple(one for one in terms if one.key not in FORECASTERS)
    return Frame(
        start,
        end,
        "says",
        "",
        terms=frozenset(one.key for one in about),
        names=frozenset(one.key for one in about if one.name),
        specific=frozenset(one.key for one in about if not one.generic),
        periods=periods,
        mode=_mode(low),
        negated=bool(signs.NOT.search(low)),
        voices=frozenset(one.key for one in terms if one.key in FORECASTERS),
        words=about,
    )


def _mode(low: str) -> str:
    if signs.AIM.search(low):
        return "aim"
    return "forecast" if signs.FORECAST.search(low) else "fact"


def counted(subject: Frame, one: Quantity, role: str) -> Frame:
    """Give a frame its figure; what fell is below nothing."""
    found = measured(one)
    low, high = found.low, found.high
    if role.startswith("moves") and one.direction is Direction.FELL:
        low, high = _below(high), _below(low)
    if one.kind is Kind.RATE and one.currency:  # what a ton costs is its price
        subject = subject._replace(terms=subject.terms - {PRICE})
    unit = "count" if one.kind is Kind.COUNT else found.unit
    return subject._replace(
        start=one.start, end=one.end, role=role, unit=unit, low=low, high=high, figure=one
    )


def _below(value: Decimal | None) -> Decimal | None:
    return None if value is None else -abs(value)


def gone(subject: Frame, way: Direction, against: str) -> Frame:
    """Give a frame the way that its subject went."""
    sign = SIGN[way]
    return subject._replace(role=f"goes {against}", low=sign, high=sign)


def timed(subject: Frame, one: Quantity) -> Frame:
    """Give a frame the days on which it happens."""
    days = subject.periods - {(one.since, one.until)}
    return subject._replace(
        start=one.start, end=one.end, role="when", periods=days,
        low=_day(one.since), high=_day(one.until), figure=one,
    )  # fmt: skip


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
