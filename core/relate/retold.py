"""Whether two articles tell one thing by a figure, and all the rest in other words.

A figure of some digits hardly comes twice in the news of some days if both speak of one subject;
that may stand in the title of the one and in the claim of the other. Nothing else may speak against
it: no name, no other figure, no rival word. Times and manner are asked for by `echo`.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, takewhile

from core.relate.frame import Figure
from core.relate.lexicon import SECTIONS
from core.relate.read import Said
from core.relate.rivals import are_told_apart
from core.relate.subject import apart, matched
from core.relate.tokens import tokens

#: A story is told again within so many days; one of so many digits, and of such words, later, too.
NEWS, SURE, NAMED = 3, 7, 2
#: Figures of so many digits are looked up alone, others two by two.
LEAST = 3
#: One of so many, of one named time, is told for weeks.
DATED = 5
#: So much the words that are alike must weigh where figures have so many digits.
WEIGHTS = ((4, 2), (3, 3), (2, 6))
#: With so many words alike, others need not be.
MANY = 3
#: What was written in other units has other digits now.
CONVERTED = ("day", "J")
#: With more digits than anybody writes there are fractions, and what was written in barrels or
#: ounces; those are taken to have had so many.
WRITTEN, FRACTION, BARRELS = 8, 2, 4
#: A place in a sentence has so many words at most.
PLACE = 4
#: Of one form are sentences of which such a share is alike, word for word.
FORM = 0.6
#: That a move is the first of a year names no other.
FIRST = frozenset(["first"])
#: An end of a figure, with its unit.
End = tuple[str, Decimal]


def retells(said: Said, heard: Said) -> bool:
    """Tell whether two claims share a figure and a subject, whatever else they tell of it."""
    mine, theirs = _ends(said.figures), _ends(heard.figures)
    common = mine & theirs
    if not common:
        return False
    rare = sum(map(_digits, common))
    least = next((weight for many, weight in WEIGHTS if rare >= many), None)
    near = is_news(said, heard) or (
        rare >= DATED and 0 < len(said.periods) == len(said.periods & heard.periods)
    )
    if least is None or not (near or rare >= SURE):
        return False
    if rare < SURE and _have_others(mine - common, theirs - common):
        return False
    if said.ways != heard.ways and any(map(_is_range, said.figures & heard.figures)):
        return False  # a bank that leaves its rate where it stands does not cut it to there
    return _speak_of_one(said, heard, least, near=near)


def keys(figures: Sequence[Figure]) -> Iterator[tuple[Hashable, ...]]:
    """Give what claims are looked up by that may tell of one thing by these figures."""
    ends = dict.fromkeys((unit, end) for unit, *ends in figures for end in ends if end)
    alone = [end for end in ends if _digits(end) >= LEAST]
    yield from alone
    few = [end for end in ends if _digits(end) == LEAST - 1]
    yield from combinations(few, 2)


def digits(figure: Figure) -> int:
    """Count the digits that a figure has, without the noughts at its ends."""
    unit, *ends = figure
    return sum(_digits((unit, end)) for end in {end for end in ends if end is not None})


def is_news(said: Said, heard: Said) -> bool:
    """Tell whether two articles tell of it within days, as far as they are dated."""
    one, other = said.claim, heard.claim
    if one.passage.article == other.passage.article:
        return False
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= NEWS


def is_swapped(one: str, other: str) -> bool:
    """Tell one sentence that has another thing in one place: nobody retells news so."""
    mine, theirs = ([token[0] for token in tokens(text)] for text in (one, other))
    for _ in "ahead", "behind":
        same = sum(
            1 for _ in takewhile(lambda both: both[0] == both[1], zip(mine, theirs, strict=False))
        )
        mine, theirs = mine[same:][::-1], theirs[same:][::-1]
    return max(len(mine), len(theirs)) <= PLACE


@lru_cache(maxsize=1 << 14)
def _ends(figures: frozenset[Figure]) -> frozenset[End]:
    """Give figures, be they bounds or not: up to 628 is 628."""
    return frozenset([(unit, end) for unit, *ends in figures for end in ends if end])


@lru_cache(maxsize=1 << 14)
def _digits(end: End) -> int:
    unit, value = end
    if unit in CONVERTED:
        return 1
    found = len(str(abs(int(value.normalize().scaleb(20)))).rstrip("0"))
    return found if found <= WRITTEN else FRACTION if unit == "1" else BARRELS


def _is_range(figure: Figure) -> bool:
    return None not in figure and figure[1] != figure[2]


def _have_others(mine: Iterable[End], theirs: Iterable[End]) -> bool:
    """Tell whether each has a figure of its own in one unit: they tell of two things then."""
    return not {unit for unit, _ in mine}.isdisjoint(unit for unit, _ in theirs)


def _speak_of_one(said: Said, heard: Said, least: int, *, near: bool) -> bool:
    mine, theirs = matched(said.keys - heard.keys, heard.keys - said.keys)
    generic, shared = said.generic | heard.generic, said.keys - mine
    if not near and len(shared - generic) < NAMED:
        return False
    if shared <= generic and apart(said, heard):
        return False
    mine, theirs = mine - heard.context - FIRST, theirs - said.context - FIRST
    shared |= (said.keys & heard.context) | (heard.keys & said.context)
    if _are_rivals(said, mine, heard, theirs, certain=len(shared - generic) >= MANY):
        return False
    return _weight(said, heard, shared, shared - generic) >= least


def _are_rivals(
    said: Said, mine: frozenset[str], heard: Said, theirs: frozenset[str], *, certain: bool
) -> bool:
    """Tell whether each has words of its own that may name another thing."""
    kinds = [(said.names, heard.names)]
    if not certain:
        kinds += [(said.known, heard.known), (said.generic, heard.generic)]
    if any(mine & one and theirs & other for one, other in kinds):
        return True
    one, other = said.claim.text, heard.claim.text
    if are_told_apart(one, other) or is_swapped(one, other):
        return True
    return bool(said.keys - heard.keys and heard.keys - said.keys) and _is_form(one, other)


def _is_form(one: str, other: str) -> bool:
    """Tell two sentences of one form, that has other things in some places."""
    from rapidfuzz.distance import LCSseq  # not on the way to the window

    mine, theirs = ([token[0] for token in tokens(text)] for text in (one, other))
    return LCSseq.normalized_similarity(mine, theirs) >= FORM


def _weight(said: Said, heard: Said, shared: frozenset[str], telling: frozenset[str]) -> int:
    """Weigh what is alike: words of the claims that tell something, others, those above, a time."""
    above = (said.context & heard.context) - SECTIONS - shared
    return len(telling) + len(shared) + len(above) + bool(said.periods & heard.periods)
