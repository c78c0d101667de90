"""How what readers conclude is kept in the log: figures, days, outcomes and pairs, each as JSON.

One value has one spelling, so that what two readers say alike is alike; whatever is spelled
otherwise, or says what cannot be, is `Misspelt`.
"""

import json
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from core.finding import Due, Figure, Outcome, Relation, Result
from core.ident import derived
from core.model import Passage
from core.outline import normal

if TYPE_CHECKING:
    from decimal import Decimal

Claims = tuple[Relation, Passage, Passage]
Value = TypeVar("Value")

#: The words of `core.quantity`, which is not loaded for them.
KINDS = frozenset(
    (
        *("money", "percent", "points", "duration", "date", "count", "ratio", "mass", "energy"),
        *("power", "length", "area", "volume", "multiple", "rate"),
    )
)
BOUNDS = frozenset(("", "at least", "over", "up to", "under", "by", "before", "after", "since"))
DIRECTIONS = frozenset(("", "rose", "fell"))
PRECISIONS = frozenset(("day", "month", "quarter", "half-year", "year", "decade"))
FIGURE = frozenset(field.name for field in fields(Figure))
ENDS = ("low", "high")
SHORT, LONG = 80, 1000
DIGITS = 30
_is_number = re.compile(rf"-?\d{{1,{DIGITS}}}(?:\.\d{{1,{DIGITS}}})?").fullmatch
_is_currency = re.compile(r"[A-Z]{3}|").fullmatch
_unstorable = re.compile("[\0\ud800-\udfff]").search


class Misspelt(ValueError):
    """A text that we would not write for any value, or a value that has no spelling."""


_spell = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def _read(
    text: str, make: Callable[[dict[str, Any]], Value], spell: Callable[[Value], str]
) -> Value:
    """Read a value that is spelled as we spell it."""
    try:
        found = make(json.loads(text))
        if spell(found) == text:
            return found
    except ODD as error:
        raise Misspelt(text[:SHORT]) from error
    raise Misspelt(text[:SHORT])


#: What Python says where a text is no JSON, or JSON of something else.
ODD = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError)


def _must(holds: object) -> None:
    if not holds:
        raise Misspelt


# Figures


def spell_figure(figure: Figure) -> str:
    """Spell a figure; what it does not say is left out."""
    said = {name: getattr(figure, name) for name in FIGURE}
    said |= {end: _number(said[end]) for end in ENDS if said[end] is not None}
    return _spell({name: value for name, value in said.items() if value})


def _number(value: "Decimal") -> str:
    """Spell a number without an exponent, and without noughts that say nothing."""
    _must(value.is_finite() and abs(value.adjusted()) < DIGITS)
    plain = format(value, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain == "-0" else plain


@lru_cache(maxsize=1 << 14)
def read_figure(text: str) -> Figure:
    """Read a figure; remembered, for spelling it again takes longer than all else in a finding."""
    return _read(text, _figure, spell_figure)


def _figure(said: dict[str, Any]) -> Figure:
    ends = {end: _decimal(said[end]) for end in ENDS if end in said}
    figure = Figure(**{**said, **ends})
    _must(figure.kind in KINDS and figure.bound in BOUNDS and figure.direction in DIRECTIONS)
    _must(isinstance(figure.approximate, bool) and isinstance(figure.hedged, bool))
    _must(_is_currency(figure.currency) and len(figure.unit) <= SHORT and len(figure.said) <= LONG)
    _must(not _unstorable(figure.unit + figure.said))
    _must(None in ends.values() or len(ends) < 2 or ends["low"] <= ends["high"])
    return figure


def _decimal(said: str) -> "Decimal":
    from decimal import Decimal  # with the first figure

    _must(_is_number(said))
    return Decimal(said)


# Days


def spell_due(due: Due) -> str:
    """Spell when a finding is to be judged; an open end is left out."""
    days = {"earliest": due.earliest, "latest": due.latest}
    said = {key: day.isoformat() for key, day in days.items() if day}
    return _spell({**said, "precision": due.precision})


def read_due(text: str) -> Due:
    return _read(text, _due, spell_due)


def _due(said: dict[str, Any]) -> Due:
    first, last = (_day(said[key]) if key in said else None for key in ("earliest", "latest"))
    _must(first or last)
    _must(not (first and last) or first <= last)
    _must(said["precision"] in PRECISIONS)
    return Due(first, last, said["precision"])


def _day(said: str) -> date:
    return date.fromisoformat(said)


# Outcomes


def spell_outcome(outcome: Outcome) -> str:
    return _spell({"on": outcome.on.isoformat(), "result": outcome.result.value})


def read_outcome(text: str) -> Outcome:
    return _read(
        text, lambda said: Outcome(Result(said["result"]), _day(said["on"])), spell_outcome
    )


# Pairs of claims


def spell_claims(relation: Relation, one: Passage, other: Passage) -> str:
    """Spell two claims that belong together, always in the same order."""
    first, second = sorted((one, other), key=_key)
    return _spell({"one": _said(first), "other": _said(second), "relation": relation.value})


def _said(passage: Passage) -> dict[str, object]:
    return {field.name: getattr(passage, field.name) for field in fields(passage)}


def read_claims(text: str) -> Claims:
    return _read(text, _claims, lambda claims: spell_claims(*claims))


def _claims(said: dict[str, Any]) -> Claims:
    return Relation(said["relation"]), _passage(said["one"]), _passage(said["other"])


def _passage(said: dict[str, Any]) -> Passage:
    passage = Passage(**said)
    _must(all(type(said.get(field.name)) is field.type for field in fields(Passage)))
    _must(passage.node >= 0 and passage.end - passage.start == len(passage.quote) > 0)
    _must(passage.start >= 0 and not _unstorable(passage.quote + passage.prefix + passage.suffix))
    return passage


def pair_id(relation: Relation, one: Passage, other: Passage) -> str:
    """Give the id of a pair: alike for two readers, and whatever edition they read."""
    return derived("\x1e".join(("pair", relation.value, *sorted((_key(one), _key(other))))))


@lru_cache(maxsize=1 << 12)
def _key(claim: Passage) -> str:
    """Remembered, for one claim belongs with several."""
    return f"{claim.article}\x1f{normal(claim.quote)}"
