"""Figures and horizons in a reader's words, and read back from what a reader types."""

from collections.abc import Iterable, Iterator
from datetime import date

from core import codec
from core import figure as told
from core.figure import due_of, figure_of
from core.finding import Due, Figure, Finding
from core.quantity import Kind, Precision, Quantity, quantities, when
from gui.highlights.finding.evidence import BEARINGS
from gui.highlights.finding.read_field import Offer
from gui.highlights.finding.shown import Read
from gui.parts import horizons
from gui.parts.lines import one_line
from gui.tongue import is_chinese, phrase, tr

#: What is one of these is read back from Chinese as it is said.
ONE_PERIOD, SPAN = ("day", "month"), "–"
DIGITS = 3  # of a whole per cent
WIDEST = 80  # characters of a figure, which somebody else may have worded
OPEN_ENDED = ("from ", "since ", "after ")
NO_FIGURE = phrase(
    "No quantity could be read in this. Write it like 10–20 years, 85% or $8.5 billion."
)
NO_PERCENT = phrase("A confidence is a number from 0 to 100 per cent.")
SURE: tuple[Offer, ...] = tuple((f"{percent}%", percent) for percent in (10, 25, 50, 75, 90))
NO_DUE = phrase(
    "No time could be read in this. Write it like 2035–2045, by 2030, Q4 2026 or 5 years."
)


def figure_words(figure: Figure | None) -> str:
    return one_line(told.figure_words(figure), WIDEST) if figure else ""


def due_words(due: Due | None) -> str:
    """Say when something is due: a day or a month in the reader's language."""
    if due is None:
        return ""
    is_one = due.earliest and due.latest and due.precision in ONE_PERIOD
    said = horizons.due_words(due) if is_one and is_chinese() else SPAN
    return when(due.earliest, due.latest, due.precision) if SPAN in said else said


def below(finding: Finding, highlight: str) -> str:
    """Say in a line what a highlight says to a finding, how much is found, and for when."""
    said = (tr(BEARINGS[e.bearing]) for e in finding.evidence if e.highlight == highlight)
    bearing = next(said, "")
    return " · ".join(filter(None, (bearing, figure_words(finding.figure), due_words(finding.due))))


def figure_in(one: Quantity, words: str) -> Figure | None:
    """Give a quantity in some words as a figure; None if it is of a size that none is kept in."""
    figure = figure_of(one, words)
    try:
        codec.read_figure(codec.spell_figure(figure))
    except ValueError:
        return None
    return figure


def typed_figure(text: str) -> Figure | None:
    """Read the first quantity of what was typed."""
    return next((figure_in(one, text) for one in quantities(text)), None)


def typed_due(text: str, published: date | None) -> Due | None:
    """Read a time out of what was typed; a duration counts from the day of publishing."""
    found = (_typed_due(one, text, published) for one in quantities(text))
    return next((due for due in found if due), None)


def _typed_due(one: Quantity, text: str, published: date | None) -> Due | None:
    if one.kind is not Kind.DATE:
        return due_of(one, published) if published else None
    precision = one.precision or Precision.DAY
    single = "–" not in when(one.since, one.until, precision)
    open_ended = single and one.since and text.lower().lstrip().startswith(OPEN_ENDED)
    return Due(one.since, None if open_ended else one.until, precision.value)


def percent_words(percent: int | None) -> str:
    return "" if percent is None else f"{percent}%"


def typed_percent(text: str) -> int | None:
    """Read how sure somebody is: "70", "70 %"."""
    digits = text.replace("%", "").replace("％", "").strip()
    sure = int(digits) if digits.isdecimal() and len(digits) <= DIGITS else -1
    return sure if 0 <= sure <= 100 else None


def figure_offers(read: Iterable[Read]) -> list[Offer]:
    """Offer the quantities that stand in the evidence, each once."""
    figures = (figure_in(one.quantity, one.words) for one in read)
    return [(figure_words(figure), figure) for figure in dict.fromkeys(figures) if figure]


def due_offers(read: Iterable[Read]) -> list[Offer]:
    """Offer the times to which the quantities lead, each once."""
    return [(due_words(due), due) for due in dict.fromkeys(_dues(read))]


def _dues(read: Iterable[Read]) -> Iterator[Due]:
    for one in read:
        due = due_of(one.quantity, one.published) if one.published else None
        if due:
            yield due
