"""Chinese names of sources that a page writes in pinyin: `Guan Cha Zhe Wang` is 观察者网.

The names are rows of resources/sources.csv; what a page wrote is always kept beside them. Telling a
source from the rest of a line is parsing's.
"""

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from resources import HERE

HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
#: Fewer letters than this say too little to be the beginning of a name.
LETTERS = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A medium, broker or office: its Chinese name, its pinyin as pages write it, and English."""

    chinese: str
    pinyin: str
    english: str

    def answers_to(self, text: str) -> bool:
        """Tell whether the text is part of the Chinese name, or begins a word of the others."""
        if has_han(text):
            return text in self.chinese
        if len(key(text)) < LETTERS:
            return False
        starts = f" {self.english} ".casefold().find(f" {text.casefold()}")
        return starts >= 0 or key(self.pinyin).startswith(key(text))


@lru_cache(maxsize=1024)
def name(source: str | None) -> str | None:
    """Give the Chinese name of a source: itself if it is Chinese, None if there is none known."""
    if not source or has_han(source):
        return source or None
    return _by_key().get(key(source))


def company(written: str | None) -> str | None:
    """Give a company's name once: pages write it twice, for its picture and for itself."""
    if not written:
        return None
    half = written[: len(written) // 2]
    return half if half and half * 2 == written else written


@lru_cache(maxsize=256)
def matching(text: str) -> tuple[str, ...]:
    """Give the pinyin spellings of the sources that a Chinese or English word names."""
    wanted = " ".join(text.split())
    return tuple(one.pinyin for one in known() if one.answers_to(wanted)) if wanted else ()


def has_han(text: str) -> bool:
    """Tell whether there is a Chinese character in it."""
    return any(first <= char <= last for char in text for first, last in HAN)


def key(spelling: str) -> str:
    """Fold what two spellings of one name may differ in: spaces, case and tone marks."""
    plain = unicodedata.normalize("NFKD", spelling).casefold()
    return "".join(char for char in plain if char.isalnum())


@cache
def known() -> tuple[Source, ...]:
    """Read the table, once."""
    text = (HERE / "sources.csv").read_text("utf-8")
    return tuple(Source(*row) for row in csv.reader(text.splitlines()[1:]))


def is_known(text: str) -> bool:
    """Tell whether a text is the name of a source in the table, as a page may write it."""
    return key(text) in _names()


@cache
def _names() -> frozenset[str]:
    names = (key(name) for one in known() for name in (one.chinese, one.pinyin, one.english))
    return frozenset(filter(None, names))


@cache
def _by_key() -> dict[str, str]:
    return {key(one.pinyin): one.chinese for one in known()}
