"""Say when: the days of a horizon, no finer than what was said of them.

Written for a reader, never parsed again.
"""

from datetime import date

from core.quantity.value import Precision

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def when(earliest: date | None, latest: date | None, precision: str = Precision.DAY) -> str:
    """Say a span of days: "2035–2045", "by 2030", "from 9 Nov 2025"; "" if it is open at both ends.

    `precision` is the word of a `Precision`; an unknown one is taken for days.
    """
    if earliest is None and latest is None:
        return ""
    if latest is None:
        return f"from {_day(earliest, precision)}"
    if earliest is None:
        return f"by {_day(latest, precision)}"
    first, last = _day(earliest, precision), _day(latest, precision)
    if first == last:
        return first
    dash = " – " if " " in first + last else "–"
    return f"{first}{dash}{last}"


def day_words(day: date) -> str:
    """Say one day: "9 Nov 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day(day: date | None, precision: str) -> str:
    assert day is not None
    if precision == Precision.MONTH:
        return f"{MONTHS[day.month - 1]} {day.year}"
    if precision == Precision.QUARTER:
        return f"Q{(day.month + 2) // 3} {day.year}"
    if precision == Precision.HALF:
        return f"H{(day.month + 5) // 6} {day.year}"
    if precision in (Precision.YEAR, Precision.DECADE):
        return str(day.year)
    return day_words(day)
