"""Whether two frames are of one subject. Where it is not sure, they are not.

A word that only one has makes another subject, unless the other's title or heading has it; words
that both have in place of one another always do.
"""

from functools import lru_cache

from core.glossary import dictionary
from core.relate.frame import Frame
from core.relate.lexicon import GENERIC, PLACES, SECTIONS
from core.relate.read import Said
from core.relate.rivals import are_told_apart
from core.words import is_han, stem

#: Where one claim leaves a word to its title or heading, so many are said by both.
LEAST = 2


def is_one(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    """Tell whether two frames speak of one thing."""
    common = mine.terms & theirs.terms
    if mine.terms != theirs.terms:
        left, right = matched(mine.terms - common, theirs.terms - common)
        if mine.is_deed and len(common) >= LEAST:
            left, right = left - PLACES, right - PLACES
        if (left and right) or len(mine.terms) - len(left) < LEAST:
            return False
        if (left and not left <= heard.context) or (right and not right <= said.context):
            return False
    if _stands_apart(said, heard) or _stands_apart(heard, said):
        return False
    if common <= said.generic | heard.generic or not _is_read_above(said, heard):
        return False
    if common.isdisjoint(said.names) and apart(said, heard):
        return False
    return not are_told_apart(said.claim.text, heard.claim.text)


def _is_read_above(said: Said, heard: Said) -> bool:
    """Tell whether a subject that is read above a claim is all that is said of it there.

    Where both are read so, as in two lines under one heading, all that stands above has to be one.
    """
    if not (said.is_above or heard.is_above):
        return True
    if said.is_above and heard.is_above:
        one, other = said.claim, heard.claim
        is_elsewhere = one.passage.article != other.passage.article
        is_named = any(name[0] != "#" for name in said.names & heard.names)
        is_sure = is_named or one.source == other.source
        return is_elsewhere and is_sure and said.context == heard.context
    above, below = (said, heard) if said.is_above else (heard, said)
    return above.surroundings - SECTIONS <= below.keys | below.surroundings


def _stands_apart(one: Said, other: Said) -> bool:
    """Tell whether one stands under a name alone, of which the other says nothing."""
    return not one.heading <= other.keys | other.context


def apart(one: Said, other: Said) -> bool:
    """Tell whether two claims stand under names of different places or companies."""
    mine, theirs = one.surroundings, other.surroundings
    return bool(mine and theirs) and mine.isdisjoint(theirs | other.keys)


def stand_together(one: Said, other: Said) -> bool:
    """Tell whether titles and headings speak of one thing, too, where both have some."""
    mine, theirs = one.context - GENERIC, other.context - GENERIC
    return not mine or not theirs or not mine.isdisjoint(theirs)


def matched(mine: frozenset[str], theirs: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of both that have no like on the other side: forms of a word, translations."""
    if not mine or not theirs:
        return mine, theirs
    left, right = set(mine), set(theirs)
    for word in mine:
        like = next((other for other in right if akin(word, other)), None)
        if like:
            left.discard(word)
            right.discard(like)
    return frozenset(left), frozenset(right)


@lru_cache(maxsize=1 << 14)
def akin(one: str, other: str) -> bool:
    """Tell whether two words are forms of one word, or translations."""
    if is_han(one) == is_han(other):
        return _begin_alike(one, other)
    han, latin = (one, other) if is_han(one) else (other, one)
    return any(
        latin == stem(word) or _begin_alike(latin, stem(word))
        for phrase in dictionary.in_english(han)
        for word in phrase.lower().split()
    )


def _begin_alike(one: str, other: str) -> bool:
    """Tell "manufactur" and "manufacture", 自给 and 自给自足."""
    short, long = sorted((one, other), key=len)
    if is_han(short):
        return len(short) >= 2 and short in long
    return (
        len(short) >= 5
        and long.startswith(short[: max(5, len(short) - 1)])
        and len(long) - len(short) <= 3
    )
