"""Bring quantities to a unit in which they can be compared: kilograms, joules, days, plain shares.

Factors are those of the SI brochure (9th edition, 2019) and of ISO 80000; a year is 365.25 days, a
month a twelfth of it, a barrel 42 US gallons, an ounce is a troy ounce, as metals are traded.
"""

from decimal import Decimal
from typing import NamedTuple

from core.quantity.value import Kind, Quantity


class Measure(NamedTuple):
    """A value or range in a base unit; an end that is open is None."""

    low: Decimal | None
    high: Decimal | None
    unit: str


_BASES: dict[str, dict[str, str]] = {
    "kg": {
        "t": "1000", "kg": "1", "g": "0.001", "mg": "0.000001",
        "oz": "0.0311034768", "lb": "0.45359237", "jin": "0.5",
    },
    "J": {
        "J": "1", "MJ": "1000000", "GJ": "1000000000", "Wh": "3600", "kWh": "3600000",
        "MWh": "3600000000", "GWh": "3600000000000", "TWh": "3600000000000000", "kcal": "4184",
        "MMBtu": "1055055852.62",
    },
    "W": {
        "W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000", "TW": "1000000000000",
        "hp": "745.69987158227022",
    },
    "m": {
        "km": "1000", "m": "1", "cm": "0.01", "mm": "0.001", "µm": "0.000001", "mile": "1609.344",
        "nmi": "1852", "ft": "0.3048", "in": "0.0254",
    },
    "m²": {
        "km²": "1000000", "m²": "1", "ha": "10000", "mu": "666.6666666667", "acre": "4046.8564224",
        "ft²": "0.09290304",
    },
    "m³": {
        "m³": "1", "L": "0.001", "barrel": "0.158987294928", "ft³": "0.028316846592",
        "gallon": "0.003785411784",
    },
    "day": {
        "century": "36525", "decade": "3652.5", "year": "365.25", "quarter": "91.3125",
        "month": "30.4375", "week": "7", "day": "1", "hour": "0.0416666666667",
        "minute": "0.000694444444444", "second": "0.0000115740740741",
        "millisecond": "0.0000000115740740741",
    },
    "pp": {"pp": "1", "bp": "0.01"},
}  # fmt: skip
_FACTORS = {
    unit: (base, Decimal(factor)) for base, row in _BASES.items() for unit, factor in row.items()
}
#: Words in both languages for one counted thing.
_SAME = {
    "家": "company", "firm": "company", "company": "company", "辆": "vehicle", "car": "vehicle",
    "人": "person", "名": "person", "位": "person", "employee": "person", "worker": "person",
    "点": "point", "项": "item", "艘": "ship", "架": "aircraft", "jet": "aircraft", "次": "time",
}  # fmt: skip


def measured(one: Quantity) -> Measure:
    """Give a quantity in its base unit: "1" for shares and multiples, the currency for money.

    2 Mt and 200万吨 are both 2e9 kg; a rate keeps what it is counted by (CNY/t is CNY/kg).
    """
    if one.kind is Kind.PERCENT:
        return _times(one, Decimal("0.01"), "1")
    if one.kind in (Kind.RATIO, Kind.MULTIPLE):
        return _times(one, Decimal(1), "1")
    if one.kind is Kind.MONEY:
        return _times(one, Decimal(1), one.currency)
    if one.kind is Kind.RATE:
        return _rate(one)
    base, factor = _FACTORS.get(one.unit, (_SAME.get(one.unit, one.unit), Decimal(1)))
    return _times(one, factor, base)


def _rate(one: Quantity) -> Measure:
    what, _, per = one.unit.partition("/")
    top, above = _FACTORS.get(what, (_SAME.get(what, what), Decimal(1)))
    bottom, below = _FACTORS.get(per, (per, Decimal(1)))
    return _times(one, above / below, f"{top}/{bottom}")


def _times(one: Quantity, factor: Decimal, unit: str) -> Measure:
    low = None if one.low is None else (one.low * factor).normalize()
    high = None if one.high is None else (one.high * factor).normalize()
    return Measure(low, high, unit)


def meet(one: Quantity, other: Quantity) -> bool | None:
    """Tell whether two quantities can both be true; None if they measure different things."""
    first, second = measured(one), measured(other)
    if first.unit != second.unit or Kind.DATE in (one.kind, other.kind):
        return None
    starts = first.low is None or second.high is None or first.low <= second.high
    ends = second.low is None or first.high is None or second.low <= first.high
    return starts and ends
