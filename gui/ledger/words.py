"""Findings in words: a quantity, a horizon, a day, how far it is and what became of it."""

from datetime import date
from typing import TYPE_CHECKING

from core.finding import Due, Figure, Finding, Result, Status
from core.ledger import Standing, standing
from core.ledger import figure_words as told
from gui.tongue import tr
from gui.tongue.days import day_words, month_of
from gui.tongue.names import KINDS, kind_name, result_name, status_name, unit_name

if TYPE_CHECKING:
    from core.ledger.axes import Axis

LENGTHS = (365, 30, 1)  # days in a year, a month and a day


def due_words(due: Due | None) -> str:
    """Say when something is due, as finely as was said: "2035–2045", "by Mar 2026", "from 2031"."""
    if due is None:
        return ""
    first = _period(due.earliest, due.precision) if due.earliest else ""
    last = _period(due.latest, due.precision) if due.latest else ""
    if first and last:
        return first if first == last else f"{first}–{last}"
    return (
        tr("by {last}").format(last=last)
        if last
        else tr("from {first}").format(first=first)
        if first
        else ""
    )


def _period(day: date, precision: str) -> str:
    if precision in ("year", "decade"):
        return f"{day.year}"
    if precision == "half-year":
        return tr("H{half} {year}").format(half=(day.month + 5) // 6, year=day.year)
    if precision == "quarter":
        return tr("Q{quarter} {year}").format(quarter=(day.month + 2) // 3, year=day.year)
    if precision == "month":
        return month_of(day.year, day.month)
    return day_words(day)


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
