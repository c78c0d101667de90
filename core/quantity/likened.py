"""Give a number the currency of the money it is held against: "9 billion yuan, up from 7 billion".

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
_MANY, _LIKE = 10**6, 100


def like(low: str, money: Draft, one: Draft) -> Draft:
    """Make money of a large number beside an amount of money, if they are of like size."""
    if money.kind is not Kind.MONEY or one.kind is not Kind.COUNT or one.unit:
        return one
    first, second = money.low or money.high, one.low or one.high
    if not first or not second or not _MANY <= second <= first * _LIKE or first > second * _LIKE:
        return one
    beside = _BESIDE.fullmatch(low, money.end, one.start)
    return one._replace(kind=Kind.MONEY, currency=money.currency) if beside else one
