"""What a figure is to its subject: a level, a change, a span that it takes, or nothing sure."""

import re

from core.quantity import Kind, Quantity
from core.relate import signs
from core.relate.clause import Clause
from core.relate.period import Periods, compared

#: So much before a figure tells what it is.
BEFORE, NEAR, BEHIND = 28, 40, 6


def role(low: str, piece: Clause, one: Quantity, periods: Periods) -> str:
    """Tell what a figure of a clause is; "" where it is not sure, or tells which thing is meant.

    A change is told with what it is against: "moves year".
    """
    before = low[max(piece.start, one.start - BEFORE) : one.start]
    if signs.FROM.search(before) or is_grade(low, one):
        return ""
    if one.kind is Kind.DURATION:
        return _span(low, piece, one)
    if one.kind is Kind.MULTIPLE:
        return "grows" if one.direction and periods else ""
    if one.kind is Kind.MONEY and signs.DEED.is_in(low[piece.start : piece.end]):
        return ""
    return _counted(before, one, compared(one.against, periods))


def is_grade(low: str, one: Quantity) -> bool:
    """Tell whether a figure names a thing: "300-watt modules", 10年期国债, "the top ten"."""
    within = signs.GRADE.search(low, one.start, one.end)
    if within or signs.GRADE_AFTER.match(low, one.end):
        return True
    is_count = one.kind is Kind.COUNT
    return (
        is_count and signs.GRADE_BEFORE.search(low[max(0, one.start - 16) : one.start]) is not None
    )


def is_of(low: str, before: Quantity, one: Quantity) -> bool:
    """Tell whether a figure behind another tells which things are meant: "bars of one kilogram"."""
    if Kind.DATE in (before.kind, one.kind) or one.start - before.end > NEAR:
        return False
    return _OF.search(low[before.end : one.start]) is not None


_OF = re.compile(
    r"[a-z]{3}(?<!range)(?<!level)(?<!rate)(?<!high)(?<!low)(?<!record)(?<!total) of $"
)


def _span(low: str, piece: Clause, one: Quantity) -> str:
    near = low[max(piece.start, one.start - NEAR) : min(piece.end, one.end + BEHIND)]
    return "takes" if not one.past and signs.TAKES.is_in(near) else ""


def _counted(before: str, one: Quantity, against: str) -> str:
    moved = f"moves {against}" if one.direction else ""
    if one.kind is Kind.POINTS:
        return moved
    if not one.direction or signs.TO.search(before):
        return "is"
    return moved if one.kind is Kind.PERCENT or signs.BY.search(before) else ""
