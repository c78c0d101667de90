"""What colours, stances and outcomes are called in the language of the window."""

from core.model import Colour, Stance
from gui.tongue import phrase, tr

COLOURS = {
    Colour.YELLOW: phrase("Yellow"),
    Colour.RED: phrase("Red"),
    Colour.GREEN: phrase("Green"),
    Colour.BLUE: phrase("Blue"),
    Colour.PURPLE: phrase("Purple"),
    Colour.MAGENTA: phrase("Magenta"),
    Colour.ORANGE: phrase("Orange"),
    Colour.GREY: phrase("Grey"),
}
STANCES = {
    Stance.NONE: phrase("None"),
    Stance.AGREE: phrase("Agree"),
    Stance.DOUBT: phrase("Doubt"),
    Stance.CHECK: phrase("Check later"),
}
#: By their values, since a start loads no findings.
STATUSES = {
    "open": phrase("Open"),
    "watched": phrase("Watched"),
    "settled": phrase("Settled"),
    "dropped": phrase("Dropped"),
}
RESULTS = {
    "came true": phrase("Came true"),
    "failed": phrase("Failed"),
    "partly": phrase("Partly"),
    "unclear": phrase("Unclear"),
    "moot": phrase("Moot"),
}

#: By the value of a kind of quantity.
KINDS = {
    "money": phrase("money"),
    "percent": phrase("percent"),
    "points": phrase("points"),
    "duration": phrase("duration"),
    "date": phrase("date"),
    "count": phrase("count"),
    "ratio": phrase("ratio"),
    "mass": phrase("mass"),
    "energy": phrase("energy"),
    "power": phrase("power"),
    "length": phrase("length"),
    "area": phrase("area"),
    "volume": phrase("volume"),
    "multiple": phrase("multiple"),
    "rate": phrase("rate"),
}

#: What time is counted in, as core says it of many.
PERIODS = {
    "centuries": phrase("centuries"),
    "decades": phrase("decades"),
    "years": phrase("years"),
    "quarters": phrase("quarters"),
    "months": phrase("months"),
    "weeks": phrase("weeks"),
    "days": phrase("days"),
    "hours": phrase("hours"),
    "minutes": phrase("minutes"),
    "seconds": phrase("seconds"),
    "milliseconds": phrase("milliseconds"),
}


def colour_name(colour: Colour) -> str:
    return tr(COLOURS[colour])


def stance_name(stance: Stance) -> str:
    return tr(STANCES[stance])


def status_name(status: str) -> str:
    return tr(STATUSES[status])


def result_name(result: str) -> str:
    return tr(RESULTS[result])


def kind_name(kind: str) -> str:
    return tr(KINDS[kind])


def unit_name(unit: str) -> str:
    """Name what is counted in; what is no time is written alike in both languages."""
    return tr(PERIODS.get(unit, unit))
