"""What a text speaks of: its words as keys that are alike in either language.

A term of the field or of the reader is known by its usual Chinese name, another English word by its
stem, another Chinese word by itself. Which of them name a subject is `subject`'s.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from core.glossary.concept import Concept, of_the_reader, shipped
from core.model import Term as Own
from core.quantity.plain import wordset
from core.relate.lexicon import GENERIC, NARROWER, NEUTRAL, SAME, WITHIN
from core.relate.tokens import MINE, PRICE, WHOLE, Token, tokens
from core.words import stem


class Term(NamedTuple):
    """A word or phrase at code points `start` to `end`, by its key.

    A `name` is of one place, company, grade or model, and is like no other; a `generic` one says
    nothing by itself; `known` ones are of the glossary and have the same key in either language.
    """

    key: str
    start: int
    end: int
    name: bool = False
    generic: bool = False
    known: bool = False


class Lexicon:
    """The glossary as claims are read with it; made once, with the reader's own terms."""

    def __init__(self, own: Iterable[Own] = ()) -> None:
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._begins: dict[str, int] = {}
        self._goes_on: set[tuple[str, ...]] = set()
        self._proper: set[str] = set()
        mine = of_the_reader(tuple(own))
        for concept in (*{id(c): c for many in mine.values() for c in many}.values(), *shipped()):
            self._add(concept)

    def _add(self, concept: Concept) -> None:
        usual = concept.chinese[0]
        keys = _parts(concept) or (SAME.get(usual, usual),)
        if concept.english and concept.english[0][:1].isupper():
            self._proper.add(usual)
        for name in (*concept.chinese, *concept.english):
            words = _split(name)
            if words and words[0] not in NARROWER and self._name(words, keys) and len(words) > 1:
                self._name((f"{words[0]}-{words[1]}", *words[2:]), keys)  # rare-earth magnets

    def _name(self, words: tuple[str, ...], keys: tuple[str, ...]) -> bool:
        if self._names.setdefault(words, keys) is not keys:
            return False
        self._begins[words[0]] = max(self._begins.get(words[0], 0), len(words))
        self._goes_on.add(words[:2])
        return True

    def terms(self, text: str) -> list[Term]:
        """Give the terms of a text in order, words that say nothing of a subject left out."""
        cut, found, at = tokens(text), list[Term](), 0
        begins, last = self._begins, len(cut) - 1
        while at <= last:
            word, start, end, written, number = cut[at]
            taken = self._take(cut, at, last, found) if word in begins else 0
            if not taken:
                if number or (at and word in _NUMBERS and cut[at - 1][0] in _LABELS):
                    found.append(Term("#" + word, start, end, name=True))
                elif known := _word(written, word, start > 0):
                    found.append(Term(known[0], start, end, *known[1:]))
            at += taken or 1
        return found

    def _take(self, cut: list[Token], at: int, last: int, found: list[Term]) -> int:
        """Take the longest name that begins at a token; give how many tokens it has."""
        word, start, end, written, _ = cut[at]
        if at < last and (word, cut[at + 1][0]) in self._goes_on:
            for size in range(min(self._begins[word], last + 1 - at), 1, -1):
                keys = self._names.get(tuple([one[0] for one in cut[at : at + size]]))
                if keys:
                    found += self._named(keys, start, cut[at + size - 1][2])
                    return size
        keys = self._names.get((word,))
        if keys and not _is_small(written):
            found += self._named(keys, start, end)
            return 1
        return 0

    def _named(self, keys: tuple[str, ...], start: int, end: int) -> Iterator[Term]:
        for key_ in keys:
            if key_ not in NEUTRAL:
                yield Term(key_, start, end, key_ in self._proper, key_ in GENERIC, known=True)


def _parts(concept: Concept) -> tuple[str, ...]:
    """Part a price or a mine from what it is of: 油价 is 原油 and 价格, 锂矿 is 锂 and 开采."""
    usual = concept.chinese[0]
    if usual in WITHIN:
        return WITHIN[usual]
    if usual.endswith(("价", "价格")) and concept.english and concept.english[0].endswith(" price"):
        thing = usual.removesuffix("格").removesuffix("价")
        return (_THINGS.get(thing, thing), PRICE)
    if len(usual) == 2 and usual[1] == "矿" and usual not in WHOLE:
        return (usual[0], MINE)
    return ()


_THINGS = {"油": "原油", "金": "黄金", "银": "白银", "房": "住房", "猪": "生猪", "煤": "煤炭"}


def _split(name: str) -> tuple[str, ...]:
    """Split a name as a text is split."""
    return tuple(token[0] for token in tokens(name))


def _is_small(written: str) -> bool:
    """Tell "us" from US, and "it" from IT."""
    return len(written) == 2 and written.islower() and written.isascii()


#: "Round one" and "phase two" are names.
_LABELS = wordset(
    "round phase stage step part class tier group type model plan option scenario line unit level"
    " case block train lot batch zone area route site series no number reactor"
)
_NUMBERS = wordset("one two three four five six seven eight nine ten i ii iii iv a b c d")
_ORDINALS = wordset(
    "first second third fourth fifth sixth seventh eighth ninth tenth former latter"
    " north south east west northern southern eastern western upper lower inner outer"
)


@lru_cache(maxsize=1 << 15)
def _word(written: str, word: str, inside: bool) -> tuple[str, bool, bool] | None:
    """Give a word's key, whether it is a name, and whether it is generic; None if it says nothing.

    `inside` is a word that begins no text.
    """
    stemmed = stem(word)
    key_ = SAME.get(stemmed, stemmed)
    name = _is_name(written, inside) or word in _ORDINALS
    if not name and (key_ in NEUTRAL or (len(written) == 1 and written.isascii())):
        return None
    return key_, name, key_ in GENERIC


def _is_name(written: str, inside: bool) -> bool:
    """Tell a name by its letters: a capital that begins no sentence, several, or digits."""
    if not written.isascii():
        return False
    if any(char.isdigit() for char in written):
        return True
    capitals = sum(char.isupper() for char in written)
    return capitals > 1 or (capitals == 1 and inside and written[0].isupper())
