"""What is told of a Chinese word that somebody points at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.glossary import dictionary
from core.glossary.concept import key, of_the_field
from core.glossary.dictionary import Reading
from core.glossary.reading import pinyin
from core.model import Term

#: What is told of how a word is written, and not of what it means.
VARIANT = "variant of"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in both scripts, its pinyin (several are parted by " / "), and what it is called.

    `own` is the reader's term, `field` are the English names of the field, `readings` what the
    dictionary tells of each pronunciation.
    """

    word: str
    traditional: str
    pinyin: str
    own: Term | None
    field: tuple[str, ...]
    readings: tuple[Reading, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """Give the senses of the dictionary, what tells but of spelling last."""
        senses = dict.fromkeys(sense for one in self.readings for sense in one.senses)
        return tuple(sorted(senses, key=lambda sense: VARIANT in sense))

    @property
    def senses(self) -> tuple[str, ...]:
        """Give all that it is called: by the reader, by the field, by the dictionary."""
        mine = self.own.en if self.own else ()
        return tuple(dict.fromkeys((*mine, *self.field, *self.told)))

    @property
    def known(self) -> bool:
        """Tell whether there is more to tell than how it is read."""
        return bool(self.own or self.field or self.told)


def look_up(word: str, own: Iterable[Term] = ()) -> Entry:
    """Tell of a word in either script."""
    word = "".join(word.split())
    mine = _mine(tuple(own)).get(key(word)) if word else None
    field = (name for one in of_the_field(key(word)) for name in one.english)
    readings = dictionary.readings(word)
    said = tuple(dict.fromkeys(one.pinyin for one in readings)) or (pinyin(word),)
    both = ((one.simplified, one.traditional) for one in readings)
    simple, traditional = next(both, (word, word))
    names = tuple(dict.fromkeys(field))
    return Entry(simple, traditional, " / ".join(said), mine, names, readings)


@lru_cache(maxsize=4)
def _mine(own: tuple[Term, ...]) -> Mapping[str, Term]:
    return {key(one.zh): one for one in reversed(own)}
