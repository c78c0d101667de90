"""The card that is shown over a finding in a picture: its words, and what is known of it."""

from datetime import date

from gui.ledger.row import Row
from gui.ledger.words import (
    away_words,
    confidence_words,
    figure_words,
    outcome_words,
    status_words,
)
from gui.parts.horizons import due_words
from gui.tongue import aside, tr
from gui.tongue.days import day_words

LONGEST = 400


def lines(row: Row, today: date) -> list[tuple[str, str]]:
    """Give what is known of a finding, each with its name."""
    one = row.finding
    due = due_words(one.due)
    if one.due and one.due.latest and not one.outcome:
        due = aside(due, away_words(one.due.latest, today))
    told = (
        (tr("Quantity"), figure_words(one.figure)),
        (tr("Horizon"), due),
        (tr("Confidence"), confidence_words(one.confidence)),
        (tr("Status"), status_words(one.status)),
        (tr("Outcome"), outcome_words(one)),
        (tr("Tags"), ", ".join(row.tags)),
        (tr("Source"), ", ".join(row.sources)),
        (tr("Published"), day_words(row.published)),
        (tr("Evidence"), str(len(one.evidence))),
        (tr("Private"), tr("stays here when you share") if one.private else ""),
    )
    return [(name, words) for name, words in told if words]


def tip(row: Row, today: date) -> str:
    """Give the card as Qt shows it; what is in it is text, whatever it looks like."""
    from html import escape  # with the first card

    rows = "".join(
        f"<tr><td style='padding-right: 12px'>{name}</td><td>{escape(words)}</td></tr>"
        for name, words in lines(row, today)
    )
    statement = escape(_cut(row.finding.statement))
    return f"<qt><b>{statement}</b><table style='margin-top: 4px'>{rows}</table></qt>"


def told(row: Row, today: date) -> tuple[str, list[str]]:
    """Give the same as a heading and lines."""
    return _cut(row.finding.statement), [f"{name}: {words}" for name, words in lines(row, today)]


def _cut(statement: str) -> str:
    return statement if len(statement) <= LONGEST else statement[:LONGEST] + "…"


def spoken(row: Row, today: date) -> str:
    """Say the same in one line, for a screen reader."""
    return ". ".join(
        (row.finding.statement, *(f"{name} {words}" for name, words in lines(row, today)))
    )
