"""A quantity while it is being read: what is known of it before its sentence is asked.

A plain tuple, for a text has many and each is changed several times; `quantity` makes the value.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.quantity.value import Bound, Direction, Kind, Precision


class Draft(NamedTuple):
    """The fields of a Quantity that its own words tell."""

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
    noun: str = ""
    parts: tuple[Decimal, Decimal] | None = None
