"""Where a text names things: terms of the field, and names that the field does not know.

Such a name has a capital within an English sentence, or is a proper name in the dictionary. A
heading that Is Written Like This names nothing by its capitals.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.glossary import dictionary
from core.glossary.cut import CHARACTERS
from core.glossary.key import FUNCTION, keys, singular
from core.glossary.thing import Thing, lengths, things
from core.words import HAN, fold, words

_RUN = re.compile(f"[{HAN}]+")
_LETTER = f"(?:(?![{HAN}])[^\\W_])"
_WORD = re.compile(f"{_LETTER}+(?:['’.&/]{_LETTER}+)*")
_ENDS = frozenset('.!?:;。…“”"(（—')
_OPENS = frozenset("'‘“\"")
#: Who somebody is: no name without what follows.
_WHO = (
    "president chairman chairwoman chair minister premier governor secretary mr mrs ms dr ceo "
    "chief officer prime director senator professor spokesman spokeswoman state"
)
_TITLES = frozenset(_WHO.split())
#: What most words that begin a sentence end in, if the dictionary has them not.
_ENDINGS = ("ly", "ing", "ed", "ers", "ors")
_HEADLINE = 0.6  # of the longer words of a heading have capitals
_LONG = 4
_LONGEST_NAME = 5  # characters of a Chinese name that only the dictionary knows


@dataclass(frozen=True, slots=True)
class Named:
    """A name from `start` to `end`: it means one of these things; one not `known` has only one."""

    things: tuple[Thing, ...]
    start: int
    end: int
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        return _key_of(self.text)

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def named(text: str, start: int, end: int, beside: str = "") -> list[Named]:
    """Give what a span of a text names, without the names that `beside` has in the same words."""
    found = (*_in_english(text, beside), *_in_chinese(text, start, end, beside))
    return [one for one in found if one.start < end and one.end > start]


# English


def _in_english(text: str, beside: str) -> Iterator[Named]:
    found = [_Word(one[0], *one.span()) for one in _WORD.finditer(text)]
    there = frozenset(_WORD.findall(beside))
    new = {one.start for one in found if one.text not in there}
    for row, some in _rows(found) if new else ():
        if new.isdisjoint(word.start for word in row):
            continue
        if some:
            yield Named(some, row[0].start, row[-1].end)
        elif not _is_headline(found):
            yield from _unknown(text, row)


def _rows(found: Sequence[_Word]) -> Iterator[tuple[Sequence[_Word], tuple[Thing, ...]]]:
    """Cut words into names that the field knows, and what is between them."""
    start = between = 0
    while start < len(found):
        size = _known(found, start)
        if not size:
            start += 1
            continue
        yield found[between:start], ()
        yield found[start : start + size], things()[_key(found[start : start + size])]
        start = between = start + size
    yield found[between:], ()


def _key(row: Sequence[_Word]) -> str:
    return " ".join(one.key for one in row)


@lru_cache(maxsize=8192)
def _key_of(word: str) -> str:
    return singular(fold(word))


def _known(found: Sequence[_Word], start: int) -> int:
    """Give how many words from a place on are the longest name of a thing."""
    for size in range(lengths().get(found[start].key, 0), 0, -1):
        some = things().get(_key(found[start : start + size]), ())
        if some and (size > 1 or _is_meant(found[start], some)):
            return min(size, len(found) - start)
    return 0


def _is_meant(word: _Word, some: Sequence[Thing]) -> bool:
    if word.key in FUNCTION:
        return word.text.replace(".", "").isupper()
    return word.is_capital or any(not one.proper for one in some)


def _is_headline(found: Sequence[_Word]) -> bool:
    long = [one for one in found if len(one.text) >= _LONG]
    return len(long) > 2 and sum(one.is_capital for one in long) > _HEADLINE * len(long)


def _unknown(text: str, words: Sequence[_Word]) -> Iterator[Named]:
    """Give names that the field does not know: words with capitals beside one another."""
    row = list[_Word]()
    for word in words:
        is_capital = word.is_capital and word.key not in FUNCTION
        if row and (not is_capital or text[row[-1].end : word.start].strip(" -")):
            yield from _one(text, row)
            row = []
        if is_capital:
            row.append(word)
    yield from _one(text, row)


def _one(text: str, row: Sequence[_Word]) -> Iterator[Named]:
    telling = [one for one in row if one.key not in _TITLES]
    if telling and not (len(telling) == 1 and _may_be_any(text, telling[0])):
        thing = Thing(frozenset((_key(telling),)), proper=True)
        yield Named((thing,), row[0].start, row[-1].end, known=False)


def _begins(text: str, at: int) -> bool:
    """Tell whether a sentence, or what is quoted, begins there."""
    while at and (text[at - 1] in _OPENS or text[at - 1].isspace()):
        if text[at - 1] in _ENDS:
            return True
        at -= 1
    return at == 0 or text[at - 1] in _ENDS


def _may_be_any(text: str, word: _Word) -> bool:
    """Tell whether a word has its capital for beginning a sentence, and may well be no name."""
    if not _begins(text, word.start):
        return False
    low = fold(word.text)
    is_usual = low.endswith(_ENDINGS) or any(char.isdigit() for char in low)
    return is_usual or any(dictionary.has(one) for one in keys(low))


# Chinese


def _in_chinese(text: str, start: int, end: int, beside: str) -> Iterator[Named]:
    other = fold(beside)
    for run in _RUN.finditer(text, max(0, start - CHARACTERS), end + CHARACTERS):
        folded = fold(run[0])
        places = range(max(0, end - run.start()))[: len(folded)]
        new = [place for place in places if _stretch(folded, place) not in other]
        if new:
            yield from _in_run(folded, run.start(), new)


def _stretch(run: str, start: int) -> str:
    """Give as much as the longest name takes that may begin at a place."""
    return run[start : start + (lengths().get(run[start]) or _LONGEST_NAME)]


def _in_run(run: str, at: int, starts: Iterable[int]) -> Iterator[Named]:
    """Give the names that begin at some places of a run, which stands `at` a place of its text."""
    ends = _borders(run)
    last = 0
    for start in starts:
        name = _longest(run, start, ends) if start >= last and start in ends else None
        if name:
            last = name.end
            yield Named(name.things, start + at, last + at, name.known)


def _borders(run: str) -> dict[int, list[int]]:
    """Give where words of a run begin, and where each ends; a part of one at its ends is a word."""
    ends = defaultdict[int, list[int]](list)
    for word in words(run):
        ends[word.start].append(word.end)
    return ends


def _longest(run: str, start: int, ends: Mapping[int, Sequence[int]]) -> Named | None:
    """Give the longest name from a place on that is put together of words."""
    most = lengths().get(run[start], 0)
    reached = [start]
    for stop in reached if most else ():
        more = ends.get(stop, ())
        reached += [end for end in more if end - start <= most and end not in reached]
    for end in sorted(reached[1:], reverse=True):
        if some := things().get(run[start:end], ()):
            return Named(some, start, end)
    end = max(ends[start])
    name = run[start:end]
    if not _is_proper(name):
        return None
    return Named((Thing(frozenset((name,)), proper=True),), start, end, known=False)


@lru_cache(maxsize=4096)
def _is_proper(name: str) -> bool:
    """Tell whether a Chinese word is nothing but a name in the dictionary."""
    read = dictionary.readings(name) if len(name) > 1 else ()
    return bool(read) and all(one.pinyin[:1].isupper() for one in read)
