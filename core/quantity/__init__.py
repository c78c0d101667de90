"""Quantities out of any claim, English and Chinese: what is counted, how much, and where it stands.

Pure: text goes in, values come out. No kept library reads claims well enough, so the grammar is our
own; which sentences become findings, and what contradicts what, is left to others.
"""

from core.quantity.calendar import day_words, when
from core.quantity.horizon import Horizon, horizon
from core.quantity.measures import Measure, measured, meet
from core.quantity.nearby import times
from core.quantity.read import quantities
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
