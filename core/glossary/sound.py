"""Words by the pinyin or the initials that somebody types.

Pinyin needs no tones, spaces or apostrophes: `xitu`, "xi tu" and "xī tǔ" are one.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from core import sources
from core.glossary.reading import plain, syllables
from core.glossary.table import table
from core.words import fold
from resources import HERE

#: Initials mean so much that only this many words are given for them.
FEW = 4
#: What is no longer than this sounds like too much.
SHORT = 5
#: The commonest surnames, nine in ten of all, and those of two characters.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任"
    "卢姚沈钟姜崔谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向"
    "汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单"
    "裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房蒲滕解牟艾尤阳时穆农司卓古吉缪"
    "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇魏呂盧鍾陸範賈韋鄒閆龍賀顧龔萬錢嚴湯齊喬龐顏莊聶魯關蘭寧紀畢單"
)
TWOFOLD = frozenset(
    ("欧阳", "歐陽", "上官", "司马", "司馬", "诸葛", "諸葛", "慕容", "令狐", "皇甫")
)
_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo"
    "|van|ve|vn|a|e|i|o|u|v)"
)
_IS_PINYIN = re.compile(f"(?:{_SYLLABLE})+").fullmatch
_IS_SYLLABLE = re.compile(_SYLLABLE).fullmatch
_IS_GIVEN = re.compile(f"(?:{_SYLLABLE}){{1,2}}").fullmatch
#: How 曾, 单, 解, 查, 仇 and 朴 are read as surnames.
READ_OTHERWISE = frozenset(("zeng", "shan", "xie", "zha", "qiu", "piao"))
#: Zhuang is a surname, and has as many letters as any.
LONGEST_SURNAME = 6


def typed(text: str) -> str:
    """Give the key of pinyin as typed: letters alone, v for ü; "" if it is none."""
    bare = re.sub(r"(?<=[a-z])[1-5]|['’\s]", "", fold(plain(unicodedata.normalize("NFKC", text))))
    return bare if bare.isascii() and bare.isalpha() and _IS_PINYIN(bare) else ""


def sounding(text: str) -> tuple[str, ...]:
    """Give the words that sound as typed, terms of the field first, then the commonest."""
    key = typed(text)
    if not key:
        return ()
    words = [*terms_by_sound().get(key, ()), *(row[0] for row in table("pinyin.tsv").rows(key))]
    return tuple(dict.fromkeys(words)) or _in_two(key)


def is_spelled(syllables: Iterable[str]) -> bool:
    """Tell whether these are the syllables of one word."""
    plain = [typed(one) for one in syllables]
    return all(map(_IS_SYLLABLE, plain)) and _best("".join(plain)) is not None


def _in_two(key: str) -> tuple[str, ...]:
    """Read pinyin as two words, one of them a term: zhongguoxitu is 中国稀土."""
    for at in range(len(key) - 4, 3, -1):
        first, second = _best(key[:at]), _best(key[at:])
        if first and second and not terms_by_sound().keys().isdisjoint((key[:at], key[at:])):
            return (first + second,)
    return ()


def _best(key: str) -> str | None:
    for word in terms_by_sound().get(key, ()):
        return word
    return next((row[0] for row in table("pinyin.tsv").rows(key)), None)


def beginning(text: str) -> tuple[str, ...]:
    """Give the terms and sources whose syllables begin with these letters, a few."""
    key = fold(text)
    return _by_initials().get(key, ())[:FEW] if len(key) > 1 else ()


@lru_cache(maxsize=4)
def of(words: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Give words by how they sound, and by their initials."""
    read = [(word, [plain(said) for _, said in syllables(word) if said]) for word in words]
    whole = (("".join(said), word) for word, said in read)
    return _gather((*whole, *(("".join(one[0] for one in said), word) for word, said in read)))


@cache
def _terms() -> tuple[tuple[str, list[str]], ...]:
    """Give the Chinese terms of the field with their syllables."""
    lines = (HERE / "glossary" / "terms.tsv").read_text("utf-8").splitlines()
    return tuple((word, said.split()) for word, said in (line.split("\t") for line in lines))


@cache
def terms_by_sound() -> Mapping[str, tuple[str, ...]]:
    """Give the Chinese terms of the field by their pinyin."""
    return _gather(("".join(said), word) for word, said in _terms())


def as_a_name(text: str) -> Iterator[str]:
    """Give how pages in English write a Chinese name: 雷军 is Lei Jun, 任正非 Ren Zhengfei."""
    said = [plain(one).replace("v", "u") for _, one in syllables(text)]
    if not 2 <= len(said) <= 4 or not all(said):
        return
    size = 2 if text[:2] in TWOFOLD else 1
    if len(said) > size and (size == 2 or (text[0] in SURNAMES and len(said) < 4)):
        yield f"{''.join(said[:size])} {''.join(said[size:])}"


def named(text: str) -> Iterator[str]:
    """Give a name as pages in English write it that was typed as one: leijun is Lei Jun."""
    key = typed(text) if text.isalpha() else ""
    for size in range(min(len(key) - 2, LONGEST_SURNAME), 1, -1):
        if key[:size] in _surnames() and _IS_GIVEN(key, size):
            yield f"{key[:size]} {key[size:]}"


@cache
def _surnames() -> frozenset[str]:
    said = (plain(each) for _, each in syllables("".join(SURNAMES)) if each)
    return frozenset(said) | READ_OTHERWISE


def alike(key: str) -> tuple[str, ...]:
    """Give the terms of the field that sound nearly as typed: huangjing is 黄金 to many ears."""
    return _by_blur().get(_blurred(key), ())[:FEW] if len(key) > SHORT else ()


@cache
def _by_blur() -> Mapping[str, tuple[str, ...]]:
    return _gather((_blurred("".join(said)), word) for word, said in _terms())


def _blurred(key: str) -> str:
    """Give pinyin without what is misheard: zh ch sh for z c s, and ng for n."""
    return re.sub("(?<=[zcs])h|(?<=n)g", "", key)


@cache
def _by_initials() -> Mapping[str, tuple[str, ...]]:
    named = [(one.chinese, fold(one.pinyin).split()) for one in sources.known()]
    known = [*_terms(), *named]
    return _gather(("".join(part[0] for part in said), word) for word, said in known)


def _gather(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found = defaultdict[str, list[str]](list)
    for key, word in pairs:
        found[key].append(word)
    return {key: tuple(dict.fromkeys(words)) for key, words in found.items()}
