"""How Chinese is read: pinyin with tones, for every character of a text.

A character is read as in the longest word of CC-CEDICT that stands there: 行 is xíng, but in 银行
it is háng.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from core.glossary.table import table
from core.words import HAN, fold

#: No word of the dictionary that is found in a text is longer.
LONGEST = 8
_RUN = re.compile(f"[{HAN}]+")
_TONED = re.compile(r"([a-zü:]+)([1-5])", re.IGNORECASE)
_MARKS = "\u0304\u0301\u030c\u0300"


def is_read(char: str) -> bool:
    """Tell whether a character is Han, which has a reading."""
    return _RUN.match(char) is not None


def pinyin(text: str) -> str:
    """Write a text in pinyin with tones, a space around syllables; what is not Han stays."""
    return " ".join(" ".join(said or written for written, said in syllables(text)).split())


def syllables(text: str) -> tuple[tuple[str, str], ...]:
    """Give each character with its syllable, and what stands between Han with "".

    The parts together are the text. A character that nobody knows how to read has "", too.
    """
    parts = list[tuple[str, str]]()
    end = 0
    for run in _RUN.finditer(text):
        parts += [(text[end : run.start()], "")] if run.start() > end else []
        parts += zip(run[0], _read(run[0]), strict=True)
        end = run.end()
    return (*parts, (text[end:], "")) if end < len(text) else tuple(parts)


def _read(run: str) -> Iterator[str]:
    start = 0
    while start < len(run):
        sizes = range(min(LONGEST, len(run) - start), 0, -1)
        words = (_said(run[start : start + size]) for size in sizes)
        said = next(filter(None, words), ("",))
        yield from said
        start += len(said)


@lru_cache(maxsize=4096)
def _said(word: str) -> tuple[str, ...]:
    """Give the syllables of a word of the dictionary, one for each of its characters."""
    for row in table("chinese.tsv").rows(fold(word)):
        said = tuple(marked(row[2]).lower().split())
        if len(said) == len(word):
            return said
    return ()


def plain(syllable: str) -> str:
    """Give a syllable without its tone, v for ü, as people type it."""
    parts = unicodedata.normalize("NFD", syllable.lower())
    bare = unicodedata.normalize("NFC", "".join(one for one in parts if one not in _MARKS))
    return bare.replace("ü", "v")


def marked(numbered: str) -> str:
    """Write a dictionary's pinyin as people do: "xi1 tu3" is "xī tǔ"."""
    return _TONED.sub(lambda found: _mark(found[1], int(found[2])), numbered)


def _mark(syllable: str, tone: int) -> str:
    """Set the tone over a or e, over the o of ou, else over the last vowel (GB/T 16159)."""
    bare = syllable.replace("u:", "ü").replace("U:", "Ü")
    low = bare.lower()
    vowels = [place for place, char in enumerate(low) if char in "aeiouü"]
    if tone == 5 or not vowels:
        return bare
    at = next((low.index(one) for one in ("a", "e", "ou") if one in low), vowels[-1])
    return unicodedata.normalize("NFC", bare[: at + 1] + _MARKS[tone - 1] + bare[at + 1 :])
