"""Figures and horizons in a reader's words, and read back from what a reader types."""

from collections.abc import Iterable, Iterator
from datetime import date

from core import ledger
from core.finding import Due, Figure, Finding
from core.ledger import due_of, figure_of
from core.quantity import Kind, quantities, when
from gui.highlights.finding.evidence import BEARINGS
from gui.highlights.finding.read_field import Offer
from gui.highlights.finding.shown import Read

OPEN_ENDED = ("from ", "since ", "after ")
NO_FIGURE = "No quantity is read in this. Write it like 10–20 years, 85% or $8.5 billion."
NO_PERCENT = "A confidence is a number from 0 to 100 per cent."
SURE: tuple[Offer, ...] = tuple((f"{percent} %", percent) for percent in (10, 25, 50, 75, 90))
NO_DUE = "No time is read in this. Write it like 2035–2045, by 2030, Q4 2026 or 5 years."


def figure_words(figure: Figure | None) -> str:
    return ledger.figure_words(figure) if figure else ""


def due_words(due: Due | None) -> str:
    return when(due.earliest, due.latest, due.precision) if due else ""


def below(finding: Finding, highlight: str) -> str:
    """Say in a line what a highlight says to a finding, how much is found, and for when."""
    bearing = next(BEARINGS[e.bearing] for e in finding.evidence if e.highlight == highlight)
    return " · ".join(filter(None, (bearing, figure_words(finding.figure), due_words(finding.due))))


def typed_figure(text: str) -> Figure | None:
    """Read the first quantity of what was typed."""
    found = quantities(text)
    return figure_of(found[0], text) if found else None


def typed_due(text: str, published: date | None) -> Due | None:
    """Read a time out of what was typed; a duration counts from the day of publishing."""
    for one in quantities(text):
        if one.kind is Kind.DATE:
            open_ended = text.lower().lstrip().startswith(OPEN_ENDED)
            return Due(one.since, None if open_ended else one.until, one.precision.value)
        due = due_of(one, published) if published else None
        if due:
            return due
    return None


def percent_words(percent: int | None) -> str:
    return "" if percent is None else f"{percent} %"


def typed_percent(text: str) -> int | None:
    """Read how sure somebody is: "70", "70 %"."""
    digits = text.replace("%", "").replace("％", "").strip()
    sure = int(digits) if digits.isdecimal() else -1
    return sure if 0 <= sure <= 100 else None


def figure_offers(read: Iterable[Read]) -> list[Offer]:
    """Offer the quantities that stand in the evidence, each once."""
    figures = (figure_of(one.quantity, one.words) for one in read)
    return [(figure_words(figure), figure) for figure in dict.fromkeys(figures)]


def due_offers(read: Iterable[Read]) -> list[Offer]:
    """Offer the times to which the quantities lead, each once."""
    return [(due_words(due), due) for due in dict.fromkeys(_dues(read))]


def _dues(read: Iterable[Read]) -> Iterator[Due]:
    for one in read:
        due = due_of(one.quantity, one.published) if one.published else None
        if due:
            yield due
