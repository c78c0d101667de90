"""When something is due, in words: as finely as was said."""

from datetime import date

from core.finding import Due
from gui.tongue import tr
from gui.tongue.days import day_words, month_of


def due_words(due: Due | None) -> str:
    """Say when something is due, as finely as was said: "2035–2045", "by Mar 2026", "from 2031"."""
    if due is None:
        return ""
    first = _period(due.earliest, due.precision) if due.earliest else ""
    last = _period(due.latest, due.precision) if due.latest else ""
    if first and last:
        return first if first == last else f"{first}–{last}"
    if last:
        return tr("by {last}").format(last=last)
    return tr("from {first}").format(first=first) if first else ""


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
