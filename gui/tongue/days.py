"""Days and months in the language of the window: "9 Nov 2025", "2025年11月9日"."""

from datetime import date

from gui.tongue import phrase, tr

MONTHS = (
    *(phrase("Jan"), phrase("Feb"), phrase("Mar"), phrase("Apr"), phrase("May"), phrase("Jun")),
    *(phrase("Jul"), phrase("Aug"), phrase("Sep"), phrase("Oct"), phrase("Nov"), phrase("Dec")),
)


def month(number: int) -> str:
    """Say a month: "Nov"."""
    return tr(MONTHS[number - 1])


def month_of(year: int | str, number: int) -> str:
    """Say a month of a year: "Nov 2025"."""
    return tr("{month} {year}").format(month=month(number), year=year)


def short_day(day: date) -> str:
    """Say a day of this year: "9 Nov"."""
    return tr("{day} {month}").format(day=day.day, month=month(day.month))


def day_words(day: date | None) -> str:
    """Say a day: "9 Nov 2025"; of none, nothing."""
    if day is None:
        return ""
    return tr("{day} {month} {year}").format(day=day.day, month=month(day.month), year=day.year)
