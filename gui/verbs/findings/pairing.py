"""What the ledger shows of two claims: where they stand, and why they are a pair or who said it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDateTime

from core import sources
from core.day import day_of
from core.finding import Pair, Relation
from core.model import Card, Passage
from core.relate import Proposal
from gui.ledger.claim import Side
from gui.ledger.proposals import Pairing
from gui.parts.people import Person
from gui.tongue import phrase, tr
from gui.tongue.days import day_words

WORDS = {
    "contradicts": phrase("contradiction"),
    "echoes": phrase("echo"),
    "updates": phrase("update"),
}
NOWHERE = (0, 0)


def pairing(
    pair: Proposal | Pair, one: Card, other: Card, readers: Mapping[str, Person]
) -> Pairing:
    """Put together two claims, of the articles of these cards."""
    if isinstance(pair, Pair):
        reason, spans = _verdict(pair, readers), (NOWHERE, NOWHERE)
    else:
        reason, spans = pair.reason, (pair.one_span, pair.other_span)
    sides = _side(pair.one, spans[0], one), _side(pair.other, spans[1], other)
    return Pairing(pair.id, WORDS[pair.relation], reason, *sides)


def in_time(pair: Proposal | Pair, one: Card, other: Card) -> Proposal | Pair:
    """Give what is an update with its earlier claim first."""
    if pair.relation != Relation.UPDATES or (one.published or "") <= (other.published or ""):
        return pair
    turned = replace(pair, one=pair.other, other=pair.one)
    if isinstance(turned, Proposal) and isinstance(pair, Proposal):
        return replace(turned, one_span=pair.other_span, other_span=pair.one_span)
    return turned


def _verdict(pair: Pair, readers: Mapping[str, Person]) -> str:
    said = tr("Confirmed by {name}, {day}") if pair.confirmed else tr("Dismissed by {name}, {day}")
    who = readers.get(pair.author)
    when = QDateTime.fromMSecsSinceEpoch(pair.modified).date()
    day = date(when.year(), when.month(), when.day())
    return said.format(name=who.name if who else pair.author[:8], day=day_words(day))


def _side(passage: Passage, span: tuple[int, int], card: Card) -> Side:
    source = sources.name(card.source) or card.source or ""
    about = " · ".join(filter(None, (source, day_words(day_of(card.published)))))
    return Side(passage.quote, card.title, about, (span,) if span[0] < span[1] else ())
