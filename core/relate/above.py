"""What a claim leaves to what stands above it: "It rose 12% in 2025" under "Copper output".

A heading, or else a title, is taken for the subject if it names one thing and says nothing of it.
Whether that is enough to lay the claim beside another is `subject`'s.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from core.finding import Claim
from core.glossary.dictionary import has
from core.quantity import Direction
from core.quantity.moves import Moves
from core.quantity.plain import plain
from core.relate.lexicon import SECTIONS
from core.relate.terms import Lexicon, Term

#: So many words name a thing; more tell a story.
MOST = 4
#: How a claim begins that goes on about what stands above it; "it takes" is about nothing.
_GOES_ON = re.compile(
    "(?:it|they)(?! (?:[a-z]+ )?(?:takes?|took|is|was|be|seems?)(?![a-z]))[ ]|(?:its|their) "
    "|[该它]|其(?![中他次余它])"
)
#: What stands between two things, or in a sentence.
_SEVERAL = re.compile(
    '[\\d,;:，。；：、！!?？|&/()（）"“”]|(?<![a-z])(?:and|or|versus|vs|not|after|as)(?![a-z])|[与和及或]'
)


def subject_above(
    lexicon: Lexicon, claim: Claim, low: str, terms: Sequence[Term]
) -> tuple[Term, ...]:
    """Give the words above a claim that is about them; none where it names its own subject."""
    if any(not one.generic for one in terms) and not _GOES_ON.match(low):
        return ()
    return _above(lexicon, claim.heading, claim.title)


@lru_cache(maxsize=4096)
def _above(lexicon: Lexicon, heading: str, title: str) -> tuple[Term, ...]:
    for label in (heading, title):
        low = plain(label).low
        terms = [one for one in lexicon.terms(label) if one.key not in SECTIONS]
        if terms:
            is_name = len(terms) <= MOST and not all(one.generic for one in terms)
            return _placed(label, terms) if is_name and _is_label(low) else ()
    return ()


def _is_label(low: str) -> bool:
    return not _SEVERAL.search(low) and Moves(low).direction(len(low)) is Direction.NONE


def _placed(label: str, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Put words before the text of a claim, where nothing is written.

    Where all words have a capital, it makes no name.
    """
    plain = is_capitalized(label)
    return tuple(
        one._replace(start=0, end=0, name=one.name and (one.known or not plain)) for one in terms
    )


def is_capitalized(label: str) -> bool:
    """Tell a label that has a capital at each word, or one word of the language."""
    words = label.split()
    if len(words) == 1:
        return has(label)
    return bool(words) and all(word[0].isupper() for word in words if len(word) > 3)
