"""Whether two claims tell the same: one story from two sources, one claim in other words.

Figures, names, times and denials are alike, and so are most of the words. What many articles have
word for word is a form of theirs, and no echo.
"""

from core.relate.read import Said
from core.relate.reason import SAME_FIGURES, SAME_WORDS, Reason
from core.relate.subject import apart, matched

#: So many words both must have, and such a share of all; with figures that are alike, fewer.
WORDS, SHARE, NAMED_SHARE, LIKELY = 4, 0.72, 0.6, 0.8
COUNTED, COUNTED_SHARE, TRANSLATED = 2, 0.5, 0.42
#: Texts of one language are as like as this to each other, in per cent, words in any order.
LIKE = 80
#: A story is told again within so many days.
DAYS = 30


def tells_the_same(said: Said, heard: Said) -> Reason | None:
    """Give the reason why two claims tell the same, if they do."""
    if (said.negated, said.is_slower) != (heard.negated, heard.is_slower) or not _is_one_story(
        said, heard
    ):
        return None
    if said.ways and heard.ways and said.ways.isdisjoint(heard.ways):
        return None
    if not (said.periods <= heard.periods or heard.periods <= said.periods):
        return None
    figures = said.figures & heard.figures
    if said.figures != heard.figures and not _nearly(said, heard, len(figures)):
        return None
    words = _alike(said, heard, len(figures))
    if words is None:
        return None
    return Reason(words, (0, len(said.claim.text)), (0, len(heard.claim.text)))


def _is_one_story(said: Said, heard: Said) -> bool:
    one, other = said.claim, heard.claim
    if one.passage.article == other.passage.article:
        return one.passage.node != other.passage.node
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= DAYS


def _nearly(said: Said, heard: Said, alike: int) -> bool:
    """Tell whether all figures of one claim are in the other, that has one more."""
    mine, theirs = len(said.figures), len(heard.figures)
    return alike == min(mine, theirs) >= 2 and abs(mine - theirs) == 1


def _alike(said: Said, heard: Said, figures: int) -> str | None:
    """Tell in what two claims are alike; None if it is not enough."""
    left, right = matched(said.keys - heard.keys, heard.keys - said.keys)
    both = len(said.keys) - len(left)
    if _names(left, said) - heard.context or _names(right, heard) - said.context:
        return None
    share = both / (both + max(len(left), len(right)) or 1)
    translated = said.is_han != heard.is_han
    if figures:
        enough = TRANSLATED if translated else COUNTED_SHARE
        known = both >= COUNTED and any(
            not one.generic for one in said.terms if one.key not in left
        )
        if known and share >= enough and not _replaced(left, right, said, heard):
            return SAME_FIGURES
        return None
    if _replaced(left, right, said, heard) or (
        left and right and not translated and share < LIKELY
    ):
        return None
    named = len(_names(said.keys & heard.keys, said))
    least = SHARE if named < 2 else NAMED_SHARE
    if both >= WORDS and share >= least and (translated or named > 1 or _reads_alike(said, heard)):
        return SAME_WORDS
    return None


def _names(keys: frozenset[str], said: Said) -> frozenset[str]:
    return frozenset(one.key for one in said.terms if one.name and one.key in keys)


def _replaced(left: frozenset[str], right: frozenset[str], said: Said, heard: Said) -> bool:
    """Tell whether one has a term of the glossary where the other has another."""
    return (bool(_known(left, said)) and bool(_known(right, heard))) or (
        apart(said, heard) and not _names(said.keys & heard.keys, said)
    )


def _known(keys: frozenset[str], said: Said) -> frozenset[str]:
    return frozenset(one.key for one in said.terms if one.known and one.key in keys)


def _reads_alike(said: Said, heard: Said) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415  not on the way to the window

    one, other = (" ".join(sorted(each.keys)) for each in (said, heard))
    return bool(fuzz.ratio(one, other) >= LIKE)
