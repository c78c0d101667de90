"""What a text speaks of: its words as keys that are alike in either language.

A term of the field or of the reader is known by its usual Chinese name, another English word by its
stem, another Chinese word by itself. Which of them name a subject is `subject`'s.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from core.glossary.concept import Concept, of_the_reader, shipped
from core.glossary.key import singular
from core.model import Term as Own
from core.quantity.plain import wordset
from core.relate.lexicon import GENERIC, NEUTRAL, SAME
from core.words import fold, stem
from core.words.han import cut


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


_WORD = re.compile(
    r"(?P<han>[\u3400-\u9fff\U00020000-\U0003ffff]+)"
    r"|(?P<abbr>(?:[A-Za-z]\.){2,})|(?P<latin>[^\W\d_\u3400-\u9fff](?:[^\W_\u3400-\u9fff]|[&'’.+-]"
    r"(?=[^\W_\u3400-\u9fff]))*\+*)|(?P<number>\d+(?:[.,]\d+)*(?P<letters>[A-Za-z]+\d*)?)"
)
_POSSESSIVE = re.compile("['’]s?$")
_CITATION = re.compile(r"\[\d+(?:[,-]\d+)*\]")
#: No phrase of the glossary that is met in claims has more words.
WORDS, HAN_WORDS = 5, 5
PRICE = "价格"


class Lexicon:
    """The glossary as claims are read with it; made once, with the reader's own terms."""

    def __init__(self, own: Iterable[Own] = ()) -> None:
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._begins: dict[str, int] = {}
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
            if words and self._names.setdefault(words, keys) is keys:
                self._begins[words[0]] = max(self._begins.get(words[0], 0), len(words))

    def terms(self, text: str) -> list[Term]:
        """Give the terms of a text in order, words that say nothing of a subject left out."""
        tokens = _tokens(text)
        found: list[Term] = []
        at = 0
        while at < len(tokens):
            at = self._take(tokens, at, found)
        return found

    def _take(self, tokens: "list[_Token]", at: int, found: list[Term]) -> int:
        """Take the longest name that begins at a token, or the token itself."""
        first = tokens[at]
        for size in range(min(self._begins.get(first.key, 0), len(tokens) - at), 0, -1):
            keys = self._names.get(tuple(one.key for one in tokens[at : at + size]))
            if keys and not (size == 1 and _is_small(first)):
                end = tokens[at + size - 1].end
                for key_ in keys:
                    if key_ not in NEUTRAL:
                        proper = key_ in self._proper
                        found.append(Term(key_, first.start, end, proper, key_ in GENERIC, True))
                return at + size
        _plain(first, found)
        return at + 1


class _Token(NamedTuple):
    key: str
    start: int
    end: int
    written: str
    number: bool = False


def _parts(concept: Concept) -> tuple[str, ...]:
    """Part the price of a thing into the thing and its price: 油价 is 石油 and 价格."""
    usual = concept.chinese[0]
    if usual.endswith(("价", "价格")) and concept.english and concept.english[0].endswith(" price"):
        thing = usual.removesuffix("格").removesuffix("价")
        return (_THINGS.get(thing, thing), PRICE)
    return ()


_THINGS = {"油": "原油", "金": "黄金", "银": "白银", "房": "住房", "猪": "生猪", "煤": "煤炭"}


def _split(name: str) -> tuple[str, ...]:
    """Split a name as a text is split."""
    return tuple(token.key for token in _tokens(name))


def _is_small(token: _Token) -> bool:
    """Tell "us" from US, and "it" from IT."""
    return len(token.written) == 2 and token.written.islower() and token.written.isascii()


def _tokens(text: str) -> list[_Token]:
    bare = _CITATION.sub(lambda match: " " * len(match.group()), text) if "[" in text else text
    return list(_walk(bare))


def _walk(text: str) -> Iterator[_Token]:
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match.group()
        if match["han"]:
            yield from _han(written, start)
        elif match["number"]:
            yield _Token(written.lower(), start, end, written, number=True)
        else:
            yield _Token(_english(written), start, end, written)


@lru_cache(maxsize=1 << 15)
def _english(written: str) -> str:
    return singular(_POSSESSIVE.sub("", fold(written)))


def _han(run: str, start: int) -> list[_Token]:
    return [_Token(word, start + first, start + last, word) for word, first, last in _cut(run)]


@lru_cache(maxsize=1 << 13)
def _cut(run: str) -> tuple[tuple[str, int, int], ...]:
    """Cut Han into words; 锂价 is 锂 and 价."""
    return tuple(_words(run))


def _words(run: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    for word in (word for piece in _DENIED.split(fold(run)) for word in cut(piece)):
        end = at + len(word)
        if _CLASSIFIED.fullmatch(word):
            at = end
            continue
        if len(word) > 1 and word[-1] == "价" and word not in _WHOLE:
            yield word[:-1], at, end - 1
            yield PRICE, end - 1, end
        elif len(word) == 2 and word[-1] == "矿" and word not in _WHOLE:
            yield word[:-1], at, end - 1
            yield "矿山", end - 1, end
        else:
            yield word, at, end
        at = end


#: Words in 价 and 矿 that are of one piece.
_WHOLE = wordset(
    "定价 评价 报价 股价 竞价 溢价 代价 平价 限价 议价 讨价还价 采矿 煤矿 探矿 选矿 开矿"
)
#: What is denied is cut apart from the word that denies it: 不适用 is no 不适.
_DENIED = re.compile("(?<=不)(?=适用|会|再|得|能|需|将|受|包括|涉及|影响|支持|允许)")
#: A number with what it counts by: 一台, 万吨.
_CLASSIFIED = re.compile(
    "[一二三四五六七八九十百千万亿两几]+[台个家辆座艘架吨名人只件部套颗枚片份条项次]"
)


def _plain(token: _Token, found: list[Term]) -> None:
    """Take a token that the glossary does not know."""
    written = token.written
    if token.number:
        found.append(Term("#" + token.key, token.start, token.end, name=True))
        return
    stemmed = _stemmed(token.key)
    name = _is_name(written, token.start) or token.key in _ORDINALS
    if (stemmed in NEUTRAL and not name) or (len(written) == 1 and written.isascii()):
        return
    found.append(Term(stemmed, token.start, token.end, name, stemmed in GENERIC, False))


_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "last",
        "next",
        "former",
        "latter",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "upper",
        "lower",
        "inner",
        "outer",
    ]
)


@lru_cache(maxsize=1 << 15)
def _stemmed(word: str) -> str:
    found = stem(word)
    return SAME.get(found, found)


def _is_name(written: str, start: int) -> bool:
    """Tell a name by its letters: a capital that begins no sentence, several, or digits."""
    if not written.isascii():
        return False
    if any(char.isdigit() for char in written):
        return True
    capitals = sum(char.isupper() for char in written)
    return capitals > 1 or (capitals == 1 and start > 0 and written[0].isupper())
