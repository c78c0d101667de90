"""Text into what an index keeps, and a query into the same.

Two answers to one text. `terms` are for finding what was typed: overlapping pairs of Han, words of
other scripts without their endings, numbers. `words` are Han words as a dictionary cuts them, to
find a word and not its characters: 中亚 is no word of 其中亚马逊. Where both are kept, and how they
are asked for, is `store`'s and `search`'s.
"""

from core.words.cut import (
    GAP,
    INITIALS,
    NONE,
    Own,
    Term,
    forget,
    holds,
    is_han,
    is_odd,
    openings,
    origins,
    phrase,
    spell,
    spell_words,
    terms,
    words,
)
from core.words.fold import HAN, fold
from core.words.stem import beginnings, stem

__all__ = [
    "GAP",
    "HAN",
    "INITIALS",
    "NONE",
    "Own",
    "Term",
    "beginnings",
    "fold",
    "forget",
    "holds",
    "is_han",
    "is_odd",
    "openings",
    "origins",
    "phrase",
    "spell",
    "spell_words",
    "stem",
    "terms",
    "words",
]
