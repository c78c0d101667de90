"""The verbs: what a reader can do to a library, each giving a Change.

Pure but for the ids, which are made here, where things are born. Nothing is written: the library
commits a Change. The verbs of findings and of pairs are in `findings` and `pairs`, which are
imported by name, where somebody concludes something: a window that shows none loads none.
"""

from core.annotate.articles import read, take_away
from core.annotate.marks import (
    accept,
    highlight,
    judge,
    keep_private,
    note,
    reach,
    recolour,
    remove,
)
from core.annotate.settling import bring_back, settle, sign
from core.annotate.tags import Vocabulary, alike, join_tags, segments, tag, untag
from core.annotate.terms import (
    define,
    forget_search,
    keep_search,
    mend_search,
    redefine,
    teach,
    undefine,
)

__all__ = [
    "Vocabulary",
    "accept",
    "alike",
    "bring_back",
    "define",
    "forget_search",
    "highlight",
    "join_tags",
    "judge",
    "keep_private",
    "keep_search",
    "mend_search",
    "note",
    "reach",
    "read",
    "recolour",
    "redefine",
    "remove",
    "segments",
    "settle",
    "sign",
    "tag",
    "take_away",
    "teach",
    "undefine",
    "untag",
]
