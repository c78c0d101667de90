"""Findings in words: a quantity, a horizon, a day, how far it is and what became of it."""

from datetime import date

from core.finding import Due, Figure, Finding, Result, Status
from core.ledger import Standing, standing
from core.ledger import figure_words as told

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LENGTHS = (("year", 365), ("month", 30), ("day", 1))


def day_words(day: date | None) -> str:
    """Say a day: "9 Nov 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def due_words(due: Due | None) -> str:
    """Say when something is due, as finely as was said: "2035–2045", "by Mar 2026", "from 2031"."""
    if due is None:
        return ""
    first = _period(due.earliest, due.precision) if due.earliest else ""
    last = _period(due.latest, due.precision) if due.latest else ""
    if first and last:
        return first if first == last else f"{first}–{last}"
    return f"by {last}" if last else f"from {first}" if first else ""


def _period(day: date, precision: str) -> str:
    if precision in ("year", "decade"):
        return f"{day.year}"
    if precision == "half-year":
        return f"H{(day.month + 5) // 6} {day.year}"
    if precision == "quarter":
        return f"Q{(day.month + 2) // 3} {day.year}"
    if precision == "month":
        return f"{MONTHS[day.month - 1]} {day.year}"
    return day_words(day)


def figure_words(figure: Figure | None) -> str:
    """Say a quantity as its text has it, else in our words."""
    return (figure.said or told(figure)) if figure else ""


def confidence_words(confidence: int | None) -> str:
    return "" if confidence is None else f"{confidence}%"


def status_words(status: Status) -> str:
    return status.value.capitalize()


def result_words(result: Result) -> str:
    return result.value.capitalize()


def outcome_words(one: Finding) -> str:
    """Say what became of it, and since when that is known."""
    if one.outcome is None:
        return ""
    return f"{result_words(one.outcome.result)}, {day_words(one.outcome.on)}"


def is_over(one: Finding, today: date) -> bool:
    """Tell whether its horizon has passed and nobody has judged it yet."""
    return standing(one, today) is Standing.OVER


def away_words(day: date, today: date) -> str:
    """Say how far a day is: "today", "in 3 days", "2 months ago"."""
    days = (day - today).days
    if abs(days) < 2:
        return ("yesterday", "today", "tomorrow")[days + 1]
    name, length = next(each for each in LENGTHS if abs(days) >= each[1])
    number = abs(days) // length
    said = f"{number} {name}{'' if number == 1 else 's'}"
    return f"in {said}" if days > 0 else f"{said} ago"
