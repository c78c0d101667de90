"""Fold a text for reading, one code point for one: offsets stay what they were.

Full-width forms become ASCII, dashes and spaces one of a kind, traditional characters simplified,
ASCII letters small. What it means is left to others.
"""

import re
from typing import NamedTuple


class Plain(NamedTuple):
    """A folded text twice: `cased` as it was written, `low` in small letters."""

    cased: str
    low: str


_TRADITIONAL = dict(
    zip(
        "萬億兩個噸點週輛臺餘幾過從後間內達約漲減長項隻條種戶歲時鐘幣圓歐韓鎊將預計將至據開數節於破頃畝裡艘顆張筆陸斷僅僅會還這來來們總較同環滑調擴縮穩難不萬無續連標電兆準階級純員國際資產業務團體",
        "万亿两个吨点周辆台余几过从后间内达约涨减长项只条种户岁时钟币元欧韩镑将预计将至据开数节于破顷亩里艘颗张笔陆断仅仅会还这来来们总较同环滑调扩缩稳难不万无续连标电兆准阶级纯员国际资产业务团体",
        strict=True,
    )
)
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
#: Marks that part Chinese clauses are no commas and points within a number.
_KEPT = "，．；：！？"
_DASHES = dict.fromkeys("‐‑‒–−﹣－", "-") | dict.fromkeys("―—", "—") | dict.fromkeys("～〜∼", "~")
_MARKS = {"￥": "¥", "％": "%", "﹪": "%", "’": "'", "′": "'", "＇": "'", "\u3000": " "}
_THIN = "\u202f"
_SPACES = dict.fromkeys("\u00a0\u2007\u2009\u2002\u2003\u2005\u2006\u2008\u200a", _THIN)
_SPACES |= dict.fromkeys("\t\r\n\u2028\u2029", " ")
_TABLE = str.maketrans(
    {key: to for key, to in _WIDE.items() if key not in _KEPT}
    | _TRADITIONAL
    | _DASHES
    | _MARKS
    | _SPACES
)
_LOW = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_GROUPS = re.compile(r"(?<=\d)\u202f(?=\d{3}(?!\d))")
_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_WIDE_POINT = re.compile(r"(?<=[０-９])．(?=[０-９])")


def plain(text: str) -> Plain:
    """Fold a text; the answer has as many code points as it had."""
    if "，" in text or "．" in text:
        text = _WIDE_POINT.sub(".", _WIDE_COMMA.sub(",", text))
    cased = text if text.isascii() and text.isprintable() else text.translate(_TABLE)
    if _THIN in cased:  # a thin space within a number parts its thousands
        cased = _GROUPS.sub("'", cased).replace(_THIN, " ")
    return Plain(cased, cased.lower() if cased.isascii() else cased.translate(_LOW))


def wordset(words: str) -> frozenset[str]:
    """Make a set of words that are written one after another."""
    return frozenset(words.split())
