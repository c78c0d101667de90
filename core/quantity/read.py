"""Read the quantities of a text: fixed names first, then dates, then amounts, then their sentences.

Text in, values out: no clock and no library. Where the article is marked as damaged, nothing should
be asked here; a text that shows it is damaged gives nothing.
"""

from decimal import Decimal

from core.quantity import moves, traps
from core.quantity.amounts import amounts
from core.quantity.dates import dates
from core.quantity.draft import Draft
from core.quantity.found import Scan
from core.quantity.hedges import Hedges
from core.quantity.odds import odds
from core.quantity.value import Direction, Kind, Quantity

_SIGNED = (Kind.PERCENT, Kind.POINTS)
_CHANGES = (*_SIGNED, Kind.MONEY, Kind.MULTIPLE)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Give the quantities of a text in order; their spans, in code points, do not overlap."""
    if traps.is_damaged(text):
        return ()
    scan = Scan(text)
    scan.take(traps.fixed_names(scan.low))
    found = dates(scan)
    scan.take([(one.start, one.end) for one in found])
    against = odds(scan)
    scan.take([(one.start, one.end) for one in against])
    found = sorted([*found, *against, *amounts(scan)])
    if not found:
        return ()
    hedges, moved = Hedges(scan.cased), moves.Moves(scan.low)
    return tuple(_told(scan.low, hedges, moved, one) for one in found)


def _told(low: str, hedges: Hedges, moved: moves.Moves, one: Draft) -> Quantity:
    """Add what the words about a quantity say of it."""
    way, against = one.direction, ""
    if one.kind not in (Kind.DATE, Kind.DURATION):
        way = way or _signed(low, one) or moved.beside(one.end) or moved.direction(one.start)
        if one.kind in _CHANGES:
            way = way or moved.behind(one.end)
        against = moved.against(one.start, one.end)
    return Quantity(
        start=one.start,
        end=one.end,
        kind=one.kind,
        low=_tidy(one.low),
        high=_tidy(one.high),
        unit=one.unit,
        currency=one.currency,
        since=one.since,
        until=one.until,
        precision=one.precision,
        bound=one.bound,
        direction=way,
        approximate=one.approximate,
        hedged=hedges.hedged(one.start),
        unlikely=hedges.unlikely(one.start),
        past=one.kind is Kind.DURATION and moves.is_past(low, one.start, one.end),
        against=against,
        noun=one.noun,
        parts=one.parts,
    )


def _signed(low: str, one: Draft) -> Direction:
    """Take a written sign for a direction."""
    return (
        moves.SIGNS.get(low[one.start], Direction.NONE) if one.kind in _SIGNED else Direction.NONE
    )


def _tidy(value: Decimal | None) -> Decimal | None:
    """Write a value without needless zeros: 8500000000, not 8500000000.0."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
