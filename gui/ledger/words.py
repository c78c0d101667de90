"""Findings in words: a quantity, a horizon, a day, how far it is and what became of it."""

from datetime import date
from typing import TYPE_CHECKING

from core.finding import Figure, Finding, Result, Status
from core.ledger import Standing, standing
from core.ledger import figure_words as told
from gui.tongue import tr
from gui.tongue.days import day_words
from gui.tongue.names import KINDS, kind_name, result_name, status_name, unit_name

if TYPE_CHECKING:
    from core.ledger.axes import Axis

LENGTHS = (365, 30, 1)  # days in a year, a month and a day


def axis_words(axis: "Axis") -> str:
    """Say what stands along an axis: "Duration, years"."""
    kind = axis.name.lower()
    name = kind_name(kind).capitalize() if kind in KINDS else axis.name
    if not axis.unit:
        return name
    return tr("{measure}, {unit}").format(measure=name, unit=unit_name(axis.unit))


def figure_words(figure: Figure | None) -> str:
    """Say a quantity as its text has it, else in our words."""
    return (figure.said or told(figure)) if figure else ""


def confidence_words(confidence: int | None) -> str:
    return "" if confidence is None else f"{confidence}%"


def status_words(status: Status) -> str:
    return status_name(status)


def result_words(result: Result) -> str:
    return result_name(result)


def outcome_words(one: Finding) -> str:
    """Say what became of it, and since when that is known."""
    if one.outcome is None:
        return ""
    return tr(", ").join((result_words(one.outcome.result), day_words(one.outcome.on)))


def is_over(one: Finding, today: date) -> bool:
    """Tell whether its horizon has passed and nobody has judged it yet."""
    return standing(one, today) is Standing.OVER


def away_words(day: date, today: date) -> str:
    """Say how far a day is: "today", "in 3 days", "2 months ago"."""
    days = (day - today).days
    if abs(days) < 2:
        return (tr("yesterday"), tr("today"), tr("tomorrow"))[days + 1]
    place, length = next(one for one in enumerate(LENGTHS) if abs(days) >= one[1])
    return (_ahead if days > 0 else _ago)(abs(days) // length)[place]


def _ahead(number: int) -> tuple[str, str, str]:
    return (
        tr("in %n year(s)", "", number),
        tr("in %n month(s)", "", number),
        tr("in %n day(s)", "", number),
    )


def _ago(number: int) -> tuple[str, str, str]:
    return (
        tr("%n year(s) ago", "", number),
        tr("%n month(s) ago", "", number),
        tr("%n day(s) ago", "", number),
    )
