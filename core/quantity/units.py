"""Units by every spelling, in both languages: what is measured, in which unit, how many of it.

The spellings are rows of resources/units.csv, the currencies among them. What stands before a unit
and how a unit compares with another is left to others.
"""

import csv
import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from core.quantity.value import Kind
from resources import HERE


class Unit(NamedTuple):
    """A unit: `unit` as it is told (an ISO 4217 code for money), `times` of which was written."""

    kind: Kind
    unit: str
    times: Decimal


class Read(NamedTuple):
    """A unit read at a place, and where it ends."""

    unit: Unit
    end: int
    word: str


#: Signs and codes before a number, the longer ones first.
SIGNS = {
    "us$": "USD", "us $": "USD", "u.s.$": "USD", "hk$": "HKD", "nt$": "TWD", "au$": "AUD",
    "ca$": "CAD", "nz$": "NZD", "a$": "AUD", "c$": "CAD", "s$": "SGD", "r$": "BRL", "mx$": "MXN",
    "$": "USD", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR", "₽": "RUB", "₺": "TRY",
    "฿": "THB", "₫": "VND", "cn¥": "CNY", "rmb¥": "CNY", "jp¥": "JPY", "¥": "CNY",
    "人民币": "CNY", "rs.": "INR", "rs": "INR", "sfr": "CHF", "skr": "SEK", "nkr": "NOK",
    "dkr": "DKK",
}  # fmt: skip
_CODES = (
    "usd cny cnh rmb eur gbp jpy hkd krw twd inr aud cad sgd chf rub brl nzd mxn "
    "idr vnd thb myr sar aed zar sek nok dkk pln czk huf ils php clp ngn kzt uah"
)
_ALIASES = {"rmb": "CNY", "cnh": "CNY"}
#: Code points about a ¥ that tell whether it is yen.
NEAR = 100
_JAPAN = re.compile(
    r"(?<![a-z])(?:yen|japan|japanese|tokyo|boj|nikkei)(?![a-z])|日[本元圆央银]|东京"
)
#: Words that begin with a unit but are none: 成立, 元件, 年代, 点钟, 家电, 个性, 度假.
_NOT = {
    "成": "立为本果功长品员熟都交效型就绩分语见人",
    "元": "件素旦宇首老朝月",
    "年": "代级轻龄度报薪轮货味份检审",
    "周": "年岁边转刊报期一二三四五六日末",
    "天": "然津气上下才使猫际",
    "秒": "杀",
    "点": "半钟分整",
    "个": "人体性股案别税贷",
    "名": "单义牌",
    "位": "居于置列数",
    "人": "民工才口类物均气形造机行士次",
    "次": "日于要新贷级",
    "项": "目标",
    "种": "植子",
    "台": "湾积阶风独",
    "部": "门分委长署",
    "座": "谈位",
    "条": "件约例",
    "款": "项",
    "双": "方向边重碳休",
    "支": "持付撑",
    "件": "套",
    "份": "额",
    "户": "籍外型",
    "股": "份市权指东票价息",
    "张": "家",
    "片": "面区",
    "块": "链",
    "所": "有以得谓",
    "例": "如外",
    "场": "景馆所外内",
    "单": "位一边独",
    "手": "机段续",
    "列": "车入举出",
    "车": "型企展辆载道间次位",
    "起": "来步到点",
    "间": "接隔",
    "瓶": "颈",
    "米": "粉",
    "克": "服",
    "升": "级至值温",
    "方": "面式案向法针略",
    "平": "台均衡",
    "头": "部企寸脑版条绪等号疼盔衔",
    "个点": "位状评心赞",
}
#: Words that are a unit only as written here: 5G is no weight, a second plant no time.
_CASED = {
    "g": "g", "t": "t", "m": "m", "w": "W", "x": "xX", "tops": "TOPS", "sec": "sec", "min": "min",
    "mb": "MB", "gb": "GB", "tb": "TB", "pb": "PB", "eb": "EB", "kb": "KB", "in": "in",
    "hp": "hp", "gt": "Gt", "mj": "MJ", "gj": "GJ", "sar": "SAR", "try": "TRY", "pts": "pts",
    "ms": "ms", "jin": "jin", "个pct": "个pct",
}  # fmt: skip
#: Han units that are too short to stand without 万 or 亿 before them.
SCALED_ONLY = ("平", "度", "方", "人民币", "单", "手")


@cache
def _table() -> dict[str, Unit]:
    with (HERE / "units.csv").open(encoding="utf-8", newline="") as rows:
        return {
            spelling: Unit(Kind(row["kind"]), row["unit"], Decimal(row["times"]))
            for row in csv.DictReader(rows)
            for spelling in row["spellings"].split("|")
        }


@cache
def _by_first() -> dict[str, str]:
    """Give by the character that units begin with how they are spelled, the longer ones first."""
    by_first: dict[str, list[str]] = {}
    for spelling in sorted(_table(), key=len, reverse=True):
        pattern = _latin(spelling) if spelling[0].isascii() else _han(spelling)
        by_first.setdefault(spelling[0], []).append(pattern)
    return {first: "|".join(patterns) for first, patterns in by_first.items()}


@cache
def _pattern(first: str) -> re.Pattern[str] | None:
    """Make the pattern of the units that begin so, once one may: there are 150."""
    spelled = _by_first().get(first)
    return re.compile(spelled) if spelled else None


def _latin(spelling: str) -> str:
    pattern = re.escape(spelling).replace(r"\ ", "[ -]")
    pattern = pattern.replace(r"\-", "[ -]")
    return pattern + ("(?![a-z0-9²³])" if spelling[-1].isalnum() else "")


def _han(spelling: str) -> str:
    if spelling == "日":  # the 3rd of a month, unless 三日内
        return "日(?=[之以]?内)"
    if spelling == "家":  # 五家具有 is five, 五家具 nothing
        return "家(?![庭用电居族长乡园]|具(?!有|备|体))"
    not_before = _NOT.get(spelling, "")
    return re.escape(spelling) + (f"(?![{not_before}])" if not_before else "")


def unit(cased: str, low: str, at: int) -> Read | None:
    """Read the unit at a place, a space or hyphen before it allowed."""
    start = at + 1 if low[at : at + 1] in (" ", "-") else at
    pattern = _pattern(low[start : start + 1])
    match = pattern.match(low, start) if pattern else None
    if not match:
        return None
    word, written = match.group(), cased[start : match.end()]
    if written not in _CASED.get(word, written) or (word == "second" and low[at] != "-"):
        return None
    found = _table()[_spelled(word)]
    if written == "Mt":
        found = found._replace(times=Decimal(10**6))
    if word == "pct" and not low[max(0, at - 8) : at].isascii():  # in Chinese it is a point
        found = _table()["pp"]
    return Read(found, match.end(), word)


def _spelled(word: str) -> str:
    """Give the spelling of the table for one with other spaces or hyphens."""
    if word in _table():
        return word
    spaced = word.replace("-", " ")
    return spaced if spaced in _table() else spaced.replace(" ", "-")


_BEFORE = SIGNS | {code: _ALIASES.get(code, code.upper()) for code in _CODES.split()}
#: What a currency's sign or code may end with.
_LASTS = frozenset(word[-1] for word in _BEFORE)


def sign_before(low: str, floor: int, at: int) -> tuple[int, str] | None:
    """Find the currency sign or code that ends at a place: where it begins, and its code."""
    end = at - 1 if at > floor and low[at - 1] == " " else at
    if end <= floor or low[end - 1] not in _LASTS:
        return None
    for length in range(min(5, end - floor), 0, -1):
        start = end - length
        word = low[start:end]
        if word not in _BEFORE or (_is_letter(word[0]) and _is_glued(low, start)):
            continue
        if word == "¥" and _JAPAN.search(low, max(0, start - NEAR), start + NEAR):
            return start, "JPY"
        return start, _BEFORE[word]
    return None


def _is_glued(low: str, start: int) -> bool:
    """Tell whether a code is part of a word, or of a pair: EUR/USD 1.17."""
    return start > 0 and (_is_letter(low[start - 1]) or low[start - 1] == "/")


def _is_letter(char: str) -> bool:
    return "a" <= char <= "z"
