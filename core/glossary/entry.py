"""What is told of a Chinese word that somebody points at."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.glossary import dictionary
from core.glossary.concept import key, of_the_field, of_the_reader
from core.glossary.reading import pinyin
from core.model import Term


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in both scripts, its pinyin (several are parted by " / ") and its senses in English.

    A word that is not `known` to the glossary has pinyin and no senses.
    """

    word: str
    traditional: str
    pinyin: str
    senses: tuple[str, ...]
    known: bool


def look_up(word: str, own: Iterable[Term] = ()) -> Entry:
    """Tell of a word in either script; what the reader and the field call it comes first."""
    word = "".join(word.split())
    names = tuple(own)
    mine = of_the_reader(names).get(key(word), ()) if names else ()
    concepts = (*mine, *of_the_field().get(key(word), ()))
    readings = dictionary.readings(word)
    called = [name for one in concepts for name in one.english]
    senses = tuple(dict.fromkeys([*called, *(one for each in readings for one in each.senses)]))
    said = tuple(dict.fromkeys(one.pinyin for one in readings)) or (pinyin(word),)
    simple, traditional = (
        (readings[0].simplified, readings[0].traditional) if readings else (word, word)
    )
    return Entry(simple, traditional, " / ".join(said), senses, bool(concepts or readings))
