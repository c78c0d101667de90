"""Numbers in a row that share what is said once, at the end: "213, 167 and 62 billion yuan".

Asked at a number that has no unit of its own; the next of the row is asked in its turn.
"""

import re
from decimal import Decimal

from core.quantity import nouns
from core.quantity.found import Scan
from core.quantity.side import Side, side
from core.quantity.units import Unit
from core.quantity.value import Kind

_ITEM = r"[+-]?\d+(?:\.\d+)?(?:[ ]?(?:million|billion|trillion|[百千]?[万亿]+))?"
#: Of a longer row the last thirty have what stands at its end.
_ROW = re.compile(
    rf"(?P<more>(?:(?:,[ ]|、){_ITEM}){{0,30}})(?:,?[ ](?:and|or)[ ]|[和及与或]|以及)(?=[+-]?\d)"
)
#: Behind these two numbers are a row; of three or more nobody would think otherwise.
_LEADS = re.compile(
    r"(?:(?<![a-z])(?:of|by|at|to|from|was|were|are|is|fell|rose|gained|lost|cost|earned|raised"
    r"|worth|about|nearly|over|than|took|takes?|with)|(?:\d|illion),|[\d万亿]、"
    r"|[达为别是约近超至跌涨降升增减])[ ]?[+-]?$"
)
_RESPECTIVELY = re.compile(r"[^.;。；]{0,60}respectively")


def shared(scan: Scan, first: Side) -> tuple[Side, Side] | None:
    """Give a number what the last one of its row has: scale, unit, noun; and give the last too."""
    row = _ROW.match(scan.low, first.end)
    if row is None or not scan.is_free(first.end, row.end() + 1):
        return None
    if row.group().startswith(", or"):  # by 94.9 to 1,403.13, or 6.3%
        return None
    at = row.end() + (scan.low[row.end()] in "+-")
    last = side(scan, row.end(), at)
    if last is None or not (row["more"] or _leads(scan.low, first, last)):
        return None
    unit = last.unit or _counted(scan, last)
    is_noun = unit and unit.kind is Kind.COUNT and unit.unit.isascii() and not last.numeral.scaled
    if is_noun or not (unit or last.currency):
        return None
    numeral = first.numeral
    if not numeral.scaled and last.numeral.scaled:
        scale = last.numeral.scale
        numeral = numeral._replace(low=numeral.low * scale, high=numeral.high * scale)
    return first._replace(numeral=numeral, unit=unit, currency=last.currency), last


def _counted(scan: Scan, last: Side) -> Unit | None:
    """Give what millions count: "12.8 million and 12.7 million units"."""
    found = None
    if last.is_bare and last.numeral.scaled:
        found = nouns.noun(scan.cased, last.end, scan.limit(last.end))
    return Unit(Kind.COUNT, found.head, Decimal(1)) if found else None


def _leads(low: str, first: Side, last: Side) -> bool:
    ahead = low[max(0, first.start - 12) : first.start]
    return bool(_LEADS.search(ahead) or _RESPECTIVELY.match(low, last.end))
