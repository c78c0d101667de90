"""Whether the figures of two claims agree, though one of them is rounded, or one is told more.

Two figures that agree hardly come together twice in the news of some days if both claims are of one
name: a profit that rose by 41.2 % to 18.55 billion is the one that rose by 41 % to 18.5 billion.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, starmap

from core.relate.frame import Figure
from core.relate.lexicon import HOME
from core.relate.read import Said
from core.relate.retold import digits, is_news, is_swapped
from core.relate.rivals import are_told_apart
from core.relate.subject import apart, matched

#: One figure of so many digits is the same where another beside it is only rounded; and two that
#: have so many together are not met by chance.
EXACT = 4
#: Rounding takes no more than such a share of a figure; 12% is no 10%.
NEAR = Decimal("0.04")
#: Of so many digits figures are alike where claims meet.
MET = 2


def agree(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Tell whether figures are alike but for one more, or but for rounding."""
    return _nearly(mine, theirs) or _is_rounded(mine, theirs)


def is_told_by_two(said: Said, heard: Said) -> bool:
    """Tell whether two claims put the same figures, two or more, to one thing."""
    few, many = sorted((said.counts, heard.counts), key=len)
    if len(few) < 2 or not is_news(said, heard) or not _all_met(few, many):
        return False
    one, other = said.claim.text, heard.claim.text
    if are_told_apart(one, other) or is_swapped(one, other):
        return False
    return not apart(said, heard) and _are_of_one(said, heard)


def _are_of_one(said: Said, heard: Said) -> bool:
    """Tell whether claims share a name or a term, and neither has a name of its own."""
    mine, theirs = matched(said.keys - heard.keys, heard.keys - said.keys)
    shared = said.keys - mine
    mine, theirs = mine - heard.context - HOME, theirs - said.context - HOME
    if mine & said.names or theirs & heard.names:
        return False
    if mine & said.known and theirs & heard.known:
        return False
    if _share_a_name(said, heard):
        return True
    return not (mine and theirs) and bool(shared & said.known - said.generic)


def keys(figures: Sequence[Figure]) -> Iterator[tuple[Hashable, ...]]:
    """Give what claims are looked up by of which two figures may agree."""
    if len(figures) > MANY:
        return
    begun = [(one[0], _begun(one[1])) for one in figures if one[1] and one[1] == one[2]]
    yield from combinations(begun, 2)


#: With more figures, a claim has others by which it is found.
MANY = 3


def _begun(value: Decimal) -> Decimal:
    """Give a value without what comes behind its first digits."""
    places = MET - 1 - value.adjusted()
    return Decimal(int(value.scaleb(places))).scaleb(-places)


def _all_met(few: Sequence[Figure], many: Sequence[Figure]) -> bool:
    """Tell whether every figure of one claim is in the other, which may have more."""
    left, met = list(many), 0
    for one in few:
        like = next((other for other in left if _rounds(one, other)), None)
        if like is None:
            return False
        left.remove(like)
        met += min(digits(one), digits(like))
    return met >= EXACT


def _share_a_name(said: Said, heard: Said) -> bool:
    mine, theirs = said.keys | said.context, heard.keys | heard.context
    names = ((said.names & theirs) | (heard.names & mine)) - HOME
    return any(name[0] != "#" for name in names)


def _nearly(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Tell whether all figures of one claim are in the other, that has one more."""
    fewer, more = sorted((mine, theirs), key=len)
    return 2 <= len(fewer) == len(more) - 1 and not Counter(fewer) - Counter(more)


def _is_rounded(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Tell whether figures are alike but for rounding, and not by chance: one has many digits."""
    pairs = list(zip(mine, theirs, strict=False))
    if len(mine) != len(theirs) or not all(starmap(_rounds, pairs)):
        return False
    return any(min(digits(one), digits(other)) >= EXACT for one, other in pairs)


def _rounds(one: Figure, other: Figure) -> bool:
    """Tell 12% from 12.1% said shorter: no more than half of its last digit away."""
    if one[0] != other[0] or one[1] != one[2] or other[1] != other[2]:
        return one == other
    if one[1] is None or other[1] is None or _far(one[1], other[1]):
        return False
    short = max(_exponent(one[1]), _exponent(other[1]))
    return abs(one[1] - other[1]) * 2 <= Decimal(1).scaleb(short)


def _far(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) > NEAR * max(abs(one), abs(other))


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
