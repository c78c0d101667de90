"""Bytes to text: UTF-8 or UTF-16, else GB18030 or Big5, whichever reads more like Chinese.

A byte order mark decides, then UTF-8's own rules, then the share of common characters: that is
right for a title of two characters too, where general detectors name Korean or Thai.
"""

import codecs
import re
import unicodedata
from functools import cache

_SAMPLE = 20_000  # bytes looked at
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
#: Control characters but for those that part words and lines, and what stands for no character.
_NOTHING = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd-\uffff]")
#: Letters with signs and nothing beside them: any byte alone reads so.
_NO_WORD = re.compile(r"\s*[\x80-\xff][\s\x80-\xff]*")
#: What English with its dots, signs and accents here and there has nowhere: two letters in a row.
_UNLIKE_ENGLISH = re.compile("[\u00c0-\u07ff]{2}|[\u0080-\u009f]")
_PUNCTUATION = frozenset("，。、；：？！“”‘’《》【】（）—…·％￥\u3000「」『』～")
_COMMON = frozenset(
    "一是人了不在有大中国和为这上他个地年来我会以到时要出的生学说道民家子也成行下们于后就发自"
    "之对得主长可过天作分方用多你着部能市等业全里工公经本都而高政法面门动日进区事代那去心小同"
    "北定开产前其军还然起种所如现理机体表力好外与文当两实重新三么只山水关明从化平建又制南内西"
    "没此将员名手最东头者月间无安看见各城十相但已些正口通想度加第她合院物性战由位常点海意场武"
    "使次二向治因立数样身情入原问把路被并利石老教万知级量任江及应省资委务元美特期世湖回系比气"
    "汉总展电科金先声提品设或义王社很统处四首共马形己儿司太目基领队直计别女权话少流命至报米给"
    "打变果书清活几州华解议更称程今决张导术府才保交放管结师便走达族反再题色五京河接条规式县白"
    "它改风光运信受什组听布百济党指论强做取技黄神选记斯真却职号界件花类何眼兵传带空干农边据集"
    "联古广完质阳难增历史专官每住商即步认车台林必死游举线言皇土团收考求德叫近备研争非具李众连"
    "调感转笑革该持始英克士尔让拉思根格造较际亲单朝红型价校约器字段周亚深候则功属积快图火千准"
    "究往极育装许参半令吃观鱼精办像帝八复影告远群包整构料随划算象容示投势热值夫网望源"
    "國爲這個來會時學說們於後發對長過業裏經門動進區開產軍還種現機體與當兩實麼關從內沒將員東頭"
    "間無見戰點場數樣問並萬級應資務氣漢總電聲設義統處馬兒領隊計別權話報給變書幾華議稱決張導術"
    "結師達題條規縣風運組聽濟黨論強黃選記卻職號類傳帶幹農邊據聯廣質陽難歷專認車臺遊舉線團備爭"
    "衆連調轉該爾讓較際親單紅價約亞則屬積圖準極裝許參喫觀魚辦復遠羣構隨劃勢熱網"
)


def decode(read: bytes) -> str:
    """Give the text; bytes that are none of it become U+FFFD."""
    for bom, name in _BOMS:
        if read.startswith(bom):
            return read.decode(name, "replace")
    sample = read[:_SAMPLE]
    name = "utf-8" if _is_utf8(read, sample) else _likeliest(sample)
    return read.decode(name, "replace")


def is_rubbish(text: str) -> bool:
    """Tell what was never written as text: a picture, a program, a font, a packed document.

    Of these, one character in ten is a control character or stands for nothing, or in UTF-16 for
    whatever anybody likes; of damaged text, few.
    """
    glance = text[:_SAMPLE]
    is_nothing = len(_NOTHING.findall(glance)) > 3 + len(glance) // 20
    return is_nothing or _NO_WORD.fullmatch(glance) is not None


def _is_utf8(read: bytes, sample: bytes) -> bool:
    """Tell whether bytes are UTF-8, perhaps cut or damaged in a few places."""
    if sample.count(0) * 8 > len(sample):
        return False
    text = read.decode("utf-8", "replace")
    if "\ufffd" not in text:
        return not _reads_better(sample, text[:_SAMPLE])
    strange = text.count("\ufffd") - read.count(b"\xef\xbf\xbd")
    wide = sum(1 for char in text[:_SAMPLE] if "\u0800" <= char != "\ufffd")
    return strange <= 3 + wide // 50 and wide > strange


def _reads_better(sample: bytes, text: str) -> bool:
    """Tell whether valid UTF-8 is rather a few characters of GB18030, pair by pair."""
    if _UNLIKE_ENGLISH.search(text) is None or any(char >= "\u0800" for char in text):
        return False
    chinese = [char for char in sample.decode("gb18030", "replace") if not char.isascii()]
    return len(chinese) > 1 and sum(map(_weight, chinese)) >= 2 * len(chinese)


def _likeliest(sample: bytes) -> str:
    return max(_OTHERS, key=lambda name: _score(sample, name))


def _score(sample: bytes, name: str) -> float:
    """Say how much bytes read like text in an encoding; a character cut at the end is no fault."""
    if name.startswith("utf-16") and len(sample) % 2:
        sample = sample[:-1]
    text = sample.decode(name, "replace").removesuffix("\ufffd")
    return sum(map(_weight, text)) if text else -1.0


@cache
def _weight(char: str) -> float:
    if char in _COMMON:
        return 3.0
    if char in _PUNCTUATION:
        return 2.0
    if char.isascii():
        return 0.2 if char.isprintable() or char in "\n\r\t" else -6.0
    if char in _usual():
        return 1.0
    if char == "\ufffd" or unicodedata.category(char)[0] == "C":
        return -6.0
    return 0.0 if char < "\u0250" else -2.0


@cache
def _usual() -> frozenset[str]:
    """Give the usual characters of China (GB 2312, first level) and of Taiwan (Big5, first)."""
    simple = bytes(b for lead in range(0xB0, 0xD8) for t in range(0xA1, 0xFF) for b in (lead, t))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    full = bytes(b for lead in range(0xA4, 0xC7) for trail in trails for b in (lead, trail))
    return frozenset(simple.decode("gb2312", "ignore") + full.decode("big5", "ignore"))
