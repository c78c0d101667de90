"""A finding's log in the reader's words: what was said of it, one line for each field."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from core import codec
from core.finding import Bearing, Outcome, Status
from core.model import Saying, Tag
from gui.highlights.finding.evidence import BEARINGS
from gui.highlights.finding.figures import due_words, figure_words
from gui.highlights.ports import HistoryLine
from gui.highlights.values import tag_path
from gui.parts.lines import first_line, one_line
from gui.tongue import phrase, tr
from gui.tongue.days import day_words
from gui.tongue.names import result_name, status_name

Value = TypeVar("Value")
NAMES = {
    "statement": phrase("Statement"),
    "figure": phrase("Quantity"),
    "due": phrase("Horizon"),
    "confidence": phrase("Confidence"),
    "status": phrase("Status"),
    "outcome": phrase("Outcome"),
    "note": phrase("Note"),
    "private": phrase("Private"),
}


def told(
    sayings: Iterable[Saying], tags: Mapping[str, Tag], quotes: Mapping[str, str]
) -> Iterator[HistoryLine]:
    """Give (when, who, what) of all that was said of a finding; `quotes` are its evidence's."""
    for one in sayings:
        evidence = one.field.removeprefix("evidence:")
        if evidence != one.field:
            line = f"{value_words(one.field, one.value)}: {first_line(quotes.get(evidence, '?'))}"
        else:
            line = _line(one.field, one.value, tags)
        yield one.clock, one.author, line


def name(field: str, tags: Mapping[str, Tag]) -> str:
    """Name a field of a finding: "Horizon", "Tag claim/forecast", "Evidence"."""
    if field.startswith("tag:"):
        return tr("Tag {0}").format(tag_path(field[4:], tags))
    return (
        tr("Evidence")
        if field.startswith("evidence:")
        else tr(NAMES[field])
        if field in NAMES
        else one_line(field, 80)
    )


def _line(field: str, value: str | None, tags: Mapping[str, Tag]) -> str:
    if field == "removed":
        return tr("Removed") if value else tr("Brought back")
    if field.startswith("tag:"):
        path = tag_path(field[4:], tags)
        return (
            tr("Tagged {path}").format(path=path)
            if value
            else tr("Tag {path} dropped").format(path=path)
        )
    return f"{name(field, tags)}: {first_line(value_words(field, value))}"


def value_words(field: str, value: str | None) -> str:
    """Say what a field of a finding holds."""
    if field == "private":
        return tr("Yes") if value else tr("No")
    if field == "status":
        return status_name(Status(value) if value in set(Status) else Status.OPEN)
    if field.startswith("evidence:"):
        return tr(BEARINGS[Bearing(value)]) if value in set(Bearing) else tr("Left out")
    if not value:
        return "(empty)"
    say = _SAY.get(field)
    return say(value) if say else value


def _read(read: Callable[[str], Value], say: Callable[[Value], str]) -> Callable[[str], str]:
    """Say a value as it is kept; one that cannot be read, letter by letter."""

    def said(text: str) -> str:
        try:
            return say(read(text))
        except ValueError:
            return text

    return said


def _outcome(outcome: Outcome) -> str:
    return tr("{0}, judged on {1}").format(result_name(outcome.result), day_words(outcome.on))


_SAY: dict[str, Callable[[str], str]] = {
    "figure": _read(codec.read_figure, figure_words),
    "due": _read(codec.read_due, due_words),
    "outcome": _read(codec.read_outcome, _outcome),
    "confidence": "{}%".format,
}
