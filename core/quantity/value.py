"""What a quantity is: a value or a range, its unit, and where in a text it stands.

Values only, frozen. Reading them out of a text, comparing them and putting them on a calendar is
left to the modules beside this one.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What is counted."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    DURATION = "duration"
    DATE = "date"
    COUNT = "count"
    RATIO = "ratio"
    MASS = "mass"
    ENERGY = "energy"
    POWER = "power"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MULTIPLE = "multiple"
    RATE = "rate"

    @property
    def broad(self) -> "Kind":
        """Give the kind that is printed for other programs: power as energy, sizes as counts."""
        if self is Kind.POWER:
            return Kind.ENERGY
        sizes = (Kind.LENGTH, Kind.AREA, Kind.VOLUME)
        return Kind.COUNT if self in sizes else self


class Direction(StrEnum):
    """Whither what is counted went."""

    NONE = ""
    ROSE = "rose"
    FELL = "fell"


class Bound(StrEnum):
    """What a value is a bound of; a date's bounds are by, before, after and since."""

    NONE = ""
    AT_LEAST = "at least"
    OVER = "over"
    UP_TO = "up to"
    UNDER = "under"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"


class Precision(StrEnum):
    """How long the period is that a date names."""

    NONE = ""
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half-year"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text, at the code points from `start` to before `end`.

    One value has `low` equal to `high`; an end that is open is None. Percents are plain numbers
    (30 for 三成), money is in whole units of `currency` (an ISO 4217 code), other values in `unit`:
    a symbol, an English noun in the singular, or a Chinese measure word. A rate's unit is "CNY/t".
    A date has neither, but `since` and `until`, both inclusive; `precision` is what was written.

    `parts` are the two numbers of a ratio that counts things ("eight out of nine"), `noun` what
    they count. `against` is the unit of the comparison: "year" for year-on-year and 同比. `hedged`
    and `unlikely` are said of the whole sentence. `past` is a duration that is over ("ago").
    """

    start: int
    end: int
    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    currency: str = ""
    since: date | None = None
    until: date | None = None
    precision: Precision = Precision.NONE
    bound: Bound = Bound.NONE
    direction: Direction = Direction.NONE
    approximate: bool = False
    hedged: bool = False
    unlikely: bool = False
    past: bool = False
    against: str = ""
    noun: str = ""
    parts: tuple[Decimal, Decimal] | None = None
