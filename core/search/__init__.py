"""Words into what was found: articles, the best first, with the rows that matched and why.

The query language is `query`'s, other names of words `glossary`'s, the index `store`'s. Here they
are put together: what was typed goes before what means the same, an article where all words stand
in one claim before one where they are apart, and of equals the newer first.
"""

from core.search.arrange import Arranged, arranged
from core.search.collect import Part, collect
from core.search.conclusions import Concluded, conclusions
from core.search.find import Found, Hit, rows, search
from core.search.light import light
from core.search.look import Row
from core.search.shelve import Shelf, Shelved, shelved
from core.store.facets import Counted
from core.store.seek import Stopped

__all__ = [
    "Arranged",
    "Concluded",
    "Counted",
    "Found",
    "Hit",
    "Part",
    "Row",
    "Shelf",
    "Shelved",
    "Stopped",
    "arranged",
    "collect",
    "conclusions",
    "light",
    "rows",
    "search",
    "shelved",
]
