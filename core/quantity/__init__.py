"""Quantities out of any claim, English and Chinese: what is counted, how much, and where it stands.

Pure: text goes in, values come out. No kept library reads claims well enough, so the grammar is our
own; which sentences become findings, and what contradicts what, is left to others. What reads is a
hundred patterns, which take a moment: they are loaded when the first text is read.
"""

from datetime import date

from core.quantity.calendar import day_words, when
from core.quantity.horizon import Horizon, horizon
from core.quantity.measures import Measure, measured, meet
from core.quantity.spoken import spoken
from core.quantity.value import Bound, Direction, Kind, Precision, Quantity

__all__ = [
    "Bound",
    "Direction",
    "Horizon",
    "Kind",
    "Measure",
    "Precision",
    "Quantity",
    "day_words",
    "horizon",
    "measured",
    "meet",
    "quantities",
    "spoken",
    "times",
    "when",
]


def quantities(text: str) -> tuple[Quantity, ...]:
    """Give the quantities of a text in order; their spans, in code points, do not overlap."""
    from core.quantity import read  # with the first text

    return read.quantities(text)


def times(text: str, published: date) -> tuple[Quantity, ...]:
    """Give the dates that a text names without their year, as of a day; in order, with spans."""
    from core.quantity import nearby

    return nearby.times(text, published)
