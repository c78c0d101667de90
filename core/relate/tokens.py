"""A text cut into tokens: English words without their plurals, Chinese words, numbers.

What a token means, alone or with those behind it, is `terms`'.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from core.glossary.key import singular
from core.quantity.plain import wordset
from core.words import fold
from core.words.han import cut

_HAN = "\u3400-\u9fff"
_WORD = re.compile(
    rf"(?P<han>[{_HAN}\U00020000-\U0003ffff]+)|(?P<abbr>(?:[A-Za-z]\.){{2,}})"
    rf"|(?P<latin>[^\W\d_{_HAN}][^\W_{_HAN}]*(?:[&'’.+-][^\W_{_HAN}]+)*\+*)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:[A-Za-z]+\d*)?)"
)
_POSSESSIVE = re.compile("['’]s?$")
#: Citations, and times of day.
_NUMBERED = re.compile(r"\[\d+(?:[,-]\d+)*\]|(?<![\d:])\d{1,2}:[0-5]\d(?![\d:])")
PRICE, MINE = "价格", "开采"


#: A word as it is looked up, its code points, as it is written, and whether it is a number.
Token = tuple[str, int, int, str, bool]


def tokens(text: str) -> list[Token]:
    """Cut a text; citations and times of day are no numbers."""
    if "[" in text or ":" in text:
        text = _NUMBERED.sub(lambda match: " " * len(match.group()), text)
    found, at = list[Token](), 0
    for piece in text.split(" "):
        if piece:
            cuts = _known(piece) if len(piece) <= LONGEST else _cuts(piece)
            for word, start, end, written, number in cuts:
                found.append((word, at + start, at + end, written, number))
        at += len(piece) + 1
    return found


def _cuts(piece: str) -> list[Token]:
    """Cut what stands between two spaces."""
    found: list[Token] = []
    for match in _WORD.finditer(piece):
        kind, written, (start, end) = match.lastgroup, match[0], match.span()
        if kind == "han":
            if start and (time := _TIME.match(written)) and piece[start - 1].isdecimal():
                found.append((time[0], start, start + time.end(), time[0], False))
                written, start = written[time.end() :], start + time.end()
            found += [(word, start + a, start + b, word, False) for word, a, b in _cut(written)]
        elif kind == "number":
            found.append((written.lower(), start, end, written, True))
        else:
            found.append((_english(written), start, end, written, False))
    return found


#: Pieces so long are remembered: words come again, and sentences without a space do not.
LONGEST = 24
_known = lru_cache(maxsize=1 << 15)(_cuts)


@lru_cache(maxsize=1 << 15)
def _english(written: str) -> str:
    return singular(_POSSESSIVE.sub("", fold(written)))


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
        if len(word) > 1 and word[-1] == "价" and word not in WHOLE:
            yield word[:-1], at, end - 1
            yield PRICE, end - 1, end
        elif len(word) == 2 and word[-1] == "矿" and word not in WHOLE:
            yield word[:-1], at, end - 1
            yield MINE, end - 1, end
        elif len(word) > 2 and word.endswith(PRICE):
            yield word.removesuffix(PRICE), at, end - 2
            yield PRICE, end - 2, end
        else:
            yield word, at, end
        at = end


#: Words in 价 and 矿 that are of one piece.
WHOLE = wordset(
    "定价 评价 报价 股价 竞价 溢价 代价 平价 限价 议价 讨价还价"
    " 采矿 五矿 原矿 尾矿 磷矿 探矿 选矿 开矿"
)
#: What is denied is cut apart from the word that denies it: 不适用 is no 不适.
_DENIED = re.compile("(?<=不)(?=适用|会|再|得|能|需|将|受|包括|涉及|影响|支持|允许)")
#: What a number of a day, month or year ends with: 10个月光伏 has no moonlight.
_TIME = re.compile("个?月(?:份|底|末|初)?|年|[日号]")
#: A number with what it counts by: 一台, 万吨.
_CLASSIFIED = re.compile(
    "[一二三四五六七八九十百千万亿两几]+[台个家辆座艘架吨名人只件部套颗枚片份条项次]"
)
