"""Which Chinese word somebody points at: the longest that is known there, as the text is cut.

A word is put together of whole words that stand side by side, so that nobody points at 中亚 in
其中亚马逊. What is told of it is `entry`'s.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core import words
from core.glossary import dictionary
from core.glossary.concept import key, of_the_field, of_the_reader
from core.glossary.cut import CHARACTERS
from core.glossary.reading import is_read
from core.model import Term
from core.words import Own

#: Of a run without an end, so much about the place is cut.
ABOUT = 60


@dataclass(frozen=True, slots=True)
class Pointed:
    """A word, and where it stands: code points of the text, the end not included."""

    text: str
    start: int
    end: int


def word_at(text: str, place: int, own: Iterable[Term] = ()) -> Pointed | None:
    """Give the Chinese word at a place, if there is one."""
    if not 0 <= place < len(text) or not is_read(text[place]):
        return None
    names = tuple(own)
    start, end = _run(text, place)
    run, at = text[start:end], place - start
    first, last = _longest(run, at, names)
    return Pointed(run[first:last], start + first, start + last)


def _run(text: str, place: int) -> tuple[int, int]:
    start, end = place, place + 1
    while start > max(0, place - ABOUT) and is_read(text[start - 1]):
        start -= 1
    while end < min(len(text), place + ABOUT) and is_read(text[end]):
        end += 1
    return start, end


def _longest(run: str, at: int, own: tuple[Term, ...]) -> tuple[int, int]:
    """Give the best span about a place: a term of the reader's, words joined, a part of one."""
    mine = of_the_reader(own) if own else {}
    borders, anywhere = _borders(run, own), _spans(range(len(run) + 1), at)
    whole = max(one for one in borders if one <= at), min(one for one in borders if one > at)
    for span in (*anywhere, whole) if mine else ():
        if key(run[slice(*span)]) in mine:
            return span
    parts = (span for span in anywhere if whole[0] <= span[0] and span[1] <= whole[1])
    known = (span for span in (*_spans(borders, at), *parts) if _is_known(run[slice(*span)]))
    return next(known, whole)


def _spans(borders: Sequence[int], at: int) -> list[tuple[int, int]]:
    """Give the spans between borders that hold a place, the longest first."""
    before = [one for one in borders if at - CHARACTERS < one <= at]
    after = [one for one in borders if at < one <= at + CHARACTERS]
    spans = [(i, j) for i in before for j in after if j - i <= CHARACTERS]
    return sorted(spans, key=lambda span: (span[0] - span[1], span[0]))


def _is_known(text: str) -> bool:
    return bool(of_the_field(key(text))) or dictionary.is_word(text)


def _borders(run: str, own: tuple[Term, ...]) -> Sequence[int]:
    """Give where words begin, and the end of the run."""
    starts = list[int]()
    end = 0
    for word in sorted(words.words(run, _taught(own)), key=lambda one: (one.start, -one.end)):
        if word.start >= end:
            starts.append(word.start)
            end = word.end
    return [*starts, len(run)]


@lru_cache(maxsize=4)
def _taught(own: tuple[Term, ...]) -> Own:
    return Own.of(one.zh for one in own if one.whole)
