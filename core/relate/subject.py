"""Whether two frames are of one subject. Where it is not sure, they are not.

A word that only one has makes another subject, unless the other's title or heading has it; words
that both have in place of one another always do.
"""

from functools import lru_cache

from core.glossary import dictionary
from core.relate.frame import Frame
from core.relate.read import Said
from core.words import is_han, stem

#: A subject is told by so many words that both say; so many more allow for one that only one says.
LEAST, MANY = 2, 4


def is_one(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    """Tell whether two frames speak of one thing."""
    common = mine.terms & theirs.terms
    if mine.terms != theirs.terms:
        left, right = matched(mine.terms - common, theirs.terms - common)
        alike = len(mine.terms) - len(left)
        if left and right:
            return False
        if not _may_lack(left, said, heard, alike) or not _may_lack(right, heard, said, alike):
            return False
    else:
        alike = len(common)
    specific = len(common - said.generic - heard.generic)
    if alike < LEAST and not (alike == specific == 1 and mine.terms == theirs.terms):
        return False
    if not specific:
        return False
    return not common.isdisjoint(said.names) or not apart(said, heard)


def _may_lack(extra: frozenset[str], said: Said, other: Said, alike: int) -> bool:
    """Tell whether the other may leave these words out."""
    own = extra - other.keys
    own = own and own - other.context
    if own & said.names:
        return False
    return len(own) <= (alike >= MANY)


def apart(one: Said, other: Said) -> bool:
    """Tell whether two claims stand under names of different places or companies."""
    mine, theirs = one.surroundings, other.surroundings
    return bool(mine and theirs) and mine.isdisjoint(theirs | other.keys)


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
