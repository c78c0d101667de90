"""How an English word is looked up: what its spellings have in common, and what else it may be.

Case, accents, hyphens, a plural's ending and the article before do not tell two words apart.
Plurals that mean something else do, and so do other endings: a training is no train.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from core import plural
from core.words import fold

#: Words that hold others together; nobody means them by themselves.
FUNCTION = frozenset(
    str.split(
        "a about above after again against all also am among an and any are around as at be because"
        " been before being below between both but by can cannot could did do does doing done down"
        " during each either else ever every few for from further had has have having he her here"
        " hers him his how however i if in into is it its itself just least less like many may me"
        " might more most much must my neither never no none nor not now of off often on once"
        " one only onto or other others our ours out over own per perhaps quite rather said same"
        " say says shall she should since so some such than that the their theirs them then there"
        " these they this those though through thus to too toward towards under until up upon us"
        " very via was we well were what when where whether which while who whom whose why will"
        " with within without would yes yet you your yours"
    )
)
FUNCTION_HAN = frozenset(
    str.split(
        "的 地 得 了 着 过 是 在 和 与 与其 及 以及 或 或者 并 并且 而 而且 但 但是 不 没"
        " 没有 也 都 就 才 又 还 很 更 最 这 那 这个 那个 这些 那些 此 其 某 每 各 之 所 以"
        " 于 为 从 到 对 对于 关于 把 被 让 向 由 跟 比 吗 呢 吧 啊 我 你 您 他 她 它 我们"
        " 你们 他们 她们 它们 起 自己 谁 什么 哪 哪个 哪些 哪里 怎么 怎样 如何 为什么 为何 多少"
        " 多久 几 如果 因为 所以 因此 虽然 即 则 将 会 能 可 可以 要 应 应该 已 已经 正在"
    )
)
#: Plurals that mean something else than the word without its s.
KEPT = frozenset(str.split("arms customs futures goods means options securities works"))
#: One word in British and in American spelling; what is typed is tried as it is, then so.
SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2}[^aeiou])our(?=$|ed$|ing$|s$|al$|able$)|(?<=[lv])our(?=$|s$)"), "or"),
    (re.compile(r"is(?=(?:e|ed|ing|ation|er)$)"), "iz"),
    (re.compile(r"(?<=[nt])re$"), "er"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"ll(?=(?:ed|ing|er)$)"), "l"),
    (re.compile(r"ae"), "e"),
    (re.compile(r"^sulph"), "sulf"),
    (re.compile(r"inium$"), "inum"),
)
_WORD = re.compile(r"[^\W_]+(?:['’.&/+][^\W_]+)*\+*")
_ARTICLES = ("the", "a", "an", "to")


@lru_cache(maxsize=4096)
def english(text: str) -> str:
    """Give the key of an English word or of several: "the Export Controls" is "export control"."""
    words = _WORD.findall(fold(text))
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(map(singular, words))


def holds_together(text: str) -> bool:
    """Tell whether a text is a word like "us" or 的, which nobody means by itself; US is none."""
    if fold(text) in FUNCTION_HAN:
        return True
    return english(text) in FUNCTION and not text.replace(".", "").isupper()


def singular(word: str) -> str:
    """Give a folded word without the ending of a plural or an owner, and dots."""
    word = re.sub(r"['’]s?$|[.]", "", word)
    stays = word in KEPT or (len(word) < 4 and word.endswith("s"))
    return word if stays else plural.singular(word)


def keys(text: str) -> Iterator[str]:
    """Give the key of a text, then keys of what it may be another form or spelling of."""
    key = english(text)
    yield key
    words = key.split()
    if 0 < len(words) <= 4:
        others = product(*([word, *_others(word)] for word in words))
        yield from dict.fromkeys(other for made in others if (other := " ".join(made)) != key)


def _others(word: str) -> Iterator[str]:
    for pattern, instead in SPELLINGS:
        if pattern.search(word):
            yield pattern.sub(instead, word)
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2:
            yield f"{rest}e"
            if rest[-1] == rest[-2] and rest[-1] not in "aeiouls":
                yield rest[:-1]
            elif rest[-1] != "i":
                yield rest
            else:
                yield f"{rest[:-1]}y"
