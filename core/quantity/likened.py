"""Give a number the unit of what it is held against: "9 billion yuan, up from 7 billion".

Asked of a number that counts nothing by itself; what is behind a number is left to others.
"""

import re

from core.quantity.draft import Draft
from core.quantity.value import Kind

#: Within one sentence, a word that compares last; a dot that ends none stands before a digit.
_BESIDE = re.compile(
    r"(?:[^.;。；]|\.(?=\d)){0,60}"
    r"(?:(?<![a-z])(?:from|versus|vs\.?|against|with|to|than|missing)[ ]"
    r"(?:the[ ]|an?[ ])?(?:[a-z]+[ ])?|[至到为由从])"
)
_KINDS = (Kind.MONEY, Kind.COUNT, Kind.MASS, Kind.ENERGY, Kind.VOLUME, Kind.AREA)
_MANY, _LIKE = 10**6, 100


def like(low: str, ahead: Draft | None, one: Draft) -> Draft:
    """Give a large number beside an amount its unit, if they are of like size."""
    if one.unit == "point":
        return _as_points(low, ahead, one)
    if ahead is None:
        return one
    if one.kind is not Kind.COUNT or one.unit or ahead.kind not in _KINDS:
        return one
    first, second = ahead.low or ahead.high, one.low or one.high
    if not first or not second or not _MANY <= second <= first * _LIKE or first > second * _LIKE:
        return one
    if not _BESIDE.fullmatch(low, ahead.end, one.start):
        return one
    return one._replace(kind=ahead.kind, unit=ahead.unit, currency=ahead.currency)


#: Points of an index, or of a game, are none of per cent.
_TALLY = re.compile(
    "(?<![a-z])(?:ind(?:ex|ices)|dow|nasdaq|s&p|ftse|dax|nikkei|shares|stocks|league|table|games?"
    "|scored?|matche?s?)(?![a-z])"
)
_ASIDE = re.compile("[^.;。；]{0,16}[,(][ ](?:up|down)[ ]$|[,(][ ]$")
_ASIDE_BEHIND = re.compile("[ ](?:below|above|higher|lower|short|ahead|behind)(?![a-z])")


_TO_SHARE = re.compile(r"[ ]to[ ]\d{1,2}(?:\.\d+)?[ ]?(?:%|per ?cent)")


def _as_points(low: str, ahead: Draft | None, one: Draft) -> Draft:
    """Read points beside a share as those of per cent: "44%, down three points"."""
    if _TALLY.search(low) or not one.high or one.high >= _LIKE:
        return one
    if _TO_SHARE.match(low, one.end):
        return one._replace(kind=Kind.POINTS, unit="pp")
    if not ahead or ahead.kind is not Kind.PERCENT:
        return one
    glue = low[ahead.end : one.start]
    if not _ASIDE.fullmatch(glue):
        return one
    if glue in (", ", "(") and not _ASIDE_BEHIND.match(low, one.end):
        return one
    return one._replace(kind=Kind.POINTS, unit="pp")
