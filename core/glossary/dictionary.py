"""CC-CEDICT: a Chinese word with pinyin and senses, and words of either language for the other.

The data are Creative Commons BY-SA 4.0 (resources/glossary). Which of the words are worth searching
for was settled when the tables were made. Terms of the field and of the reader are `concept`'s.
"""

import re
from dataclasses import dataclass

from core.glossary.key import FUNCTION, FUNCTION_HAN, english
from core.glossary.reading import marked
from core.glossary.table import BAR, table
from core.words import fold

#: One thing is told about a word that is no sense of it: what it is counted by.
COUNTED = "CL:"
#: A single character with so many senses is not to be put into one English word.
MANY = 8
#: In a sense, how another word is read.
_READ = re.compile(r"\[([a-zA-Z:]+[1-5](?: ?[a-zA-Z:]+[1-5])*)\]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A word as it is written, in one of its pronunciations."""

    simplified: str
    traditional: str
    pinyin: str
    senses: tuple[str, ...]


def readings(word: str) -> tuple[Reading, ...]:
    """Give what is said of a Chinese word, simplified or traditional; names come last."""
    key = fold(word)
    return tuple(_read(key, row) for row in table("chinese.tsv").rows(key))


def _read(key: str, row: list[str]) -> Reading:
    written, traditional, pinyin, senses, _ = row
    simple = written or key
    said = _READ.sub(lambda found: f" ({marked(found[1])})", senses)
    told = tuple(one for one in said.split(BAR) if not one.startswith(COUNTED))
    return Reading(simple, traditional or simple, marked(pinyin), told)


def in_english(word: str) -> tuple[str, ...]:
    """Give the English words to search for instead of a Chinese one."""
    rows = table("chinese.tsv").rows(fold(word))
    if _means_much(word):
        return ()
    return tuple(one for row in rows for one in row[-1].split(BAR) if one)


def _means_much(word: str) -> bool:
    """Tell whether it is a character read in several ways, names apart, or with many senses."""
    if len(word) != 1:
        return False
    rows = list(table("chinese.tsv").rows(fold(word)))
    said = [row for row in rows if not row[2][:1].isupper()]
    return len(said) > 1 or any(row[3].count(BAR) >= MANY for row in said)


def in_chinese(key: str) -> tuple[str, ...]:
    """Give the Chinese words to search for instead of an English one, by its key.

    Function words are left out: 要 can mean "to ask", but whoever writes 要 means "will". So are
    single characters of many meanings, unless there is no better word.
    """
    if key in FUNCTION:
        return ()
    names = [name for name, *_ in table("english.tsv").rows(key) if name not in FUNCTION_HAN]
    return tuple(name for name in names if name == names[0] or not _means_much(name))


def has(text: str) -> bool:
    """Tell whether a text, in this very form, is an English word of the dictionary."""
    return english(text) in table("english.tsv")


def is_word(text: str) -> bool:
    """Tell whether a text is a Chinese word of the dictionary."""
    return fold(text) in table("chinese.tsv")
