"""A glossary of both languages: what else a word is called, how it is read, what it means.

The terms of the field are resources/terms.csv, those of the reader are handed in by who holds her
library, and the rest is CC-CEDICT. All of it lies on the disk and is asked from there. Cutting text
into words for an index is `words`', ranking and fetching what is found `search`'s.
"""

from core.glossary.cut import cut
from core.glossary.entry import Entry, look_up
from core.glossary.expand import Expansion, Kind, expand
from core.glossary.key import holds_together
from core.glossary.pointed import Pointed, word_at
from core.glossary.reading import pinyin, syllables

__all__ = [
    "Entry",
    "Expansion",
    "Kind",
    "Pointed",
    "cut",
    "expand",
    "holds_together",
    "look_up",
    "pinyin",
    "syllables",
    "word_at",
]
