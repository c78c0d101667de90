"""Figure and days of a finding taken out of a claim, and a figure told in a few words."""

from datetime import date

from core.finding import Due, Figure
from core.quantity import Bound, Direction, Kind, Precision, Quantity, horizon, spoken


def figure_of(one: Quantity, text: str) -> Figure:
    """Give a quantity in a text as the figure of a finding, apart from that text."""
    return Figure(
        kind=one.kind.value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        currency=one.currency,
        bound=one.bound.value,
        direction=one.direction.value,
        approximate=one.approximate,
        hedged=one.hedged,
        said=" ".join(text[one.start : one.end].split()),
    )


def due_of(one: Quantity, published: date) -> Due | None:
    """Give when a quantity of an article published on a day comes due; None if it never does.

    "10 to 20 years", published on 2025-11-09, is due between 2035-11-09 and 2045-11-09, to be shown
    as 2035–2045.
    """
    found = horizon(one, published)
    if found is None or not (found.earliest or found.latest):
        return None
    return Due(found.earliest, found.latest, found.precision.value or Precision.DAY.value)


def figure_words(figure: Figure) -> str:
    """Tell a figure in a few words: "10–20 years"; a date, or "two thirds", as the text has it."""
    as_said = figure.kind == Kind.DATE or (figure.kind == Kind.RATIO and figure.said)
    if as_said or (figure.low is None and figure.high is None):
        return figure.said
    return spoken(
        Quantity(
            0,
            len(figure.said),
            Kind(figure.kind),
            figure.low,
            figure.high,
            figure.unit,
            figure.currency,
            bound=Bound(figure.bound),
            direction=Direction(figure.direction),
            approximate=figure.approximate,
        )
    )
