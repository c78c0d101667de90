"""A question cut into the longest pieces that the glossary knows.

"rare earth export controls" is two, and so is 稀土出口管制.
Chinese is cut from its beginning, at the longest word there; pinyin that is typed syllable by
syllable is put together.
"""

import re
from collections.abc import Iterable, Iterator

from core.glossary import dictionary, figure, sound
from core.glossary.concept import key, of_the_field, of_the_reader
from core.glossary.key import holds_together
from core.model import Term
from core.words import HAN, is_han

#: No name has more words, no Chinese one more characters.
WORDS, CHARACTERS = 6, 12
_RUNS = re.compile(f"[{HAN}]+|[^\\s{HAN}]+")


def cut(text: str, own: Iterable[Term] = ()) -> tuple[str, ...]:
    """Cut plain words, typed with or without spaces, into pieces to be expanded one by one.

    Together the pieces are the text, but for spaces.
    """
    names = tuple(own)
    pieces = list[str]()
    latin = list[str]()
    for word in text.split():
        if is_han(word):
            pieces += _phrases(latin, names)
            latin.clear()
            pieces += [word] if _is_term(word, names) else _mixed(word, names)
        else:
            latin.append(word)
    return (*pieces, *_phrases(latin, names))


def _is_term(text: str, own: tuple[Term, ...]) -> bool:
    name = key(text)
    return bool(of_the_field(name)) or bool(own and name in of_the_reader(own))


def _mixed(word: str, own: tuple[Term, ...]) -> Iterator[str]:
    for run in _RUNS.findall(word):
        yield from _han(run, own) if is_han(run) else (run,)


def _han(run: str, own: tuple[Term, ...]) -> Iterator[str]:
    start = 0
    while start < len(run):
        sizes = range(min(CHARACTERS, len(run) - start), 1, -1)
        ends = (start + size for size in sizes if _is_chinese(run[start : start + size], own))
        end = next(ends, start + 1)
        yield run[start:end]
        start = end


def _is_chinese(text: str, own: tuple[Term, ...]) -> bool:
    return _is_term(text, own) or dictionary.is_word(text)


def _phrases(words: list[str], own: tuple[Term, ...]) -> Iterator[str]:
    start = 0
    while start < len(words):
        sizes = range(min(WORDS, len(words) - start), 1, -1)
        ends = (start + size for size in sizes if _is_one(words[start : start + size], own))
        end = next(ends, start + 1)
        yield " ".join(words[start:end])
        start = end


def _is_one(words: list[str], own: tuple[Term, ...]) -> bool:
    text = " ".join(words)
    if any(map(holds_together, (words[0], words[-1]))):
        return False
    if _is_term(text, own):
        return True
    return dictionary.has(text) or sound.is_spelled(words) or bool(figure.spellings(text))
