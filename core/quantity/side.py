"""Read one amount at a place: sign, currency, number, scale and unit; a range has two of them.

What is between two amounts, before them and behind them is put together in `amounts`.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from core.quantity import nouns, numerals, units
from core.quantity.found import Scan
from core.quantity.numerals import Numeral
from core.quantity.units import Unit
from core.quantity.value import Kind

HALF = Decimal("0.5")
_HAN_BIG = re.compile("[百千万亿]+")
_BIG_AFTER = "近超逾约破达足过"
_HALF = re.compile(
    "half(?:[ -]an?)?[ -](?=(?:year|hour|day|month|decade|century|minute|percentage|percent"
    "|per cent|point)s?(?![a-z]))"
)
_HALF_HAN = re.compile("半(?=(?:个[月世小多]|年|天|小时|分钟)(?!代))")
_ARTICLE = re.compile(
    "an?[ ](?=(?:year|month|week|day|decade|century|hour"
    "|minute)(?![a-z-])(?! (?:ago|earlier|later|before|after|when|of|on|over|in which|that|to|at"
    "|from|ahead)))"
)
_ARTICLE_BEFORE = re.compile(
    "(?<![a-z])(?:within|in|for|under|over|than|about|nearly|almost|around|just|only|least|past"
    "|last|roughly|every|take|takes|took|lasted|lasts)[ ]$"
)
_PLUS = re.compile(
    r"\+(?=[ ]?[a-z%家个名人年种项款座台辆])"
    "|[ ]?[多余](?=[个家名人年天种项次位座辆台元美港日欧英吨款只倍%架艘套亩公平小分万亿件条户岁月"
    "例头起处所宗枚支批株匹颗])"
    "|-(?:odd|plus)(?= )"
)
_HALF_UNIT = re.compile(r"[ ]and[ ]an?[ ]half(?![a-z])|半(?![年月天个小导数成])")
_AND_A_HALF = re.compile("[a-z]+ and an? half(?![a-z]| (?:ago|earlier|later|before|after|when))")
_MIDDLE_HALF = re.compile("个半(?=月|小时|世纪|季度)")
_BEFORE_ONE = re.compile("(?:新|新的|每|这|那|同|另|全|下|上|第|唯|有)$")


class Side(NamedTuple):
    """An amount: where it stands, its number, and its unit and currency if it has them."""

    start: int
    end: int
    numeral: Numeral
    negative: bool = False
    currency: str = ""
    unit: Unit | None = None
    word: str = ""

    @property
    def is_bare(self) -> bool:
        return not (self.unit or self.currency)

    def values(self) -> tuple[Decimal, Decimal]:
        """Give the lower and upper end of the amount, in its unit and with its sign."""
        times = self.unit.times if self.unit else Decimal(1)
        low, high = self.numeral.low * times, self.numeral.high * times
        return (-high, -low) if self.negative else (low, high)


def side(scan: Scan, floor: int, at: int) -> Side | None:
    """Read the amount whose number begins at a place."""
    numeral = _numeral(scan, floor, at)
    if not numeral or numeral.end > scan.limit(at):
        return None
    start = at - 1 if at > floor and scan.low[at - 1] == "." else at
    start, negative = _signed(scan.low, floor, start)
    currency = ""
    if sign := units.sign_before(scan.low, floor, start):
        start, currency = sign
        start, before = _signed(scan.low, floor, start)
        negative = negative or before
    one = Side(start, numeral.end, numeral, negative, currency)
    return _with_unit(scan, at, _with_more(scan.low, one))


def _numeral(scan: Scan, floor: int, at: int) -> Numeral | None:
    low, char = scan.low, scan.low[at]
    if char.isdecimal():
        numeral = numerals.digits(scan.cased, low, at)
        return _point(numeral, low, at) if numeral and _is_point(low, floor, at) else numeral
    return _in_words(low, floor, at) if char.isascii() else _in_han(low, at)


def _is_point(low: str, floor: int, at: int) -> bool:
    return at > floor and low[at - 1] == "." and not low[at - 2 : at - 1].isalnum()


_SHORT_RUN = re.compile(r"\d{1,6}(?!\d)")


def _point(numeral: Numeral, low: str, at: int) -> Numeral | None:
    """Read .5 as a half."""
    match = _SHORT_RUN.match(low, at)
    if not match:
        return None
    shift = Decimal(10) ** (match.end() - at)
    return numeral._replace(low=numeral.low / shift, high=numeral.high / shift)


def _in_han(low: str, at: int) -> Numeral | None:
    """Read Chinese numerals, 半, and a scale that stands alone behind 近 or 超: 近百家."""
    if half := _HALF_HAN.match(low, at):
        blocked = at and low[at - 1] in "上下前后大一过每"
        return None if blocked else _number(HALF, half.end())
    if found := numerals.han(low, at):
        return None if found.low == 1 and _BEFORE_ONE.search(low[max(0, at - 2) : at]) else found
    big = _HAN_BIG.match(low, at)
    if not big or not at or low[at - 1] not in _BIG_AFTER:
        return None
    value = numerals.scale_value(big.group())
    return Numeral(value, value, big.end(), value, scaled=True)


def _number(value: Decimal, end: int) -> Numeral:
    return Numeral(value, value, end)


def _in_words(low: str, floor: int, at: int) -> Numeral | None:
    if half := _HALF.match(low, at):
        return _number(HALF, half.end())
    article = _ARTICLE.match(low, at)
    if article:
        before = low[max(floor, at - 10) : at]
        if low.endswith("once in ", floor, at):
            return None
        leads = _ARTICLE_BEFORE.search(before) or _AND_A_HALF.match(low, article.end())
        return _number(Decimal(1), article.end() - 1) if leads else None
    return numerals.words(low, at)


def _signed(low: str, floor: int, at: int) -> tuple[int, bool]:
    """Take up a sign that belongs to a number, or 负 and "minus" in words."""
    if at <= floor:
        return at, False
    sign = low[at - 1]
    if sign in "+-" and (at - 1 == floor or not (low[at - 2].isalnum() or low[at - 2] in ")%.-+")):
        return at - 1, sign == "-"
    if sign in "+-" and low[at - 2] >= "\u2e80" and at - 2 >= floor:
        return at - 1, sign == "-"
    if sign == "负" and low[max(0, at - 2) : at - 1] not in "正欠自担肩":
        return at - 1, True
    if low.startswith("minus ", at - 6) and at - 6 >= floor and low[at - 9 : at - 6] != "or ":
        return at - 6, True
    return at, False


def _with_more(low: str, one: Side) -> Side:
    match = _PLUS.match(low, one.end) if low[one.end : one.end + 1] in "+多余- " else None
    if not match:
        return one
    return one._replace(
        end=match.end(),
        numeral=one.numeral._replace(end=match.end(), more=match.group() != "-odd"),
    )


def _with_unit(scan: Scan, at: int, one: Side) -> Side:
    """Take up the unit behind a number, once a letter that may be scale or unit is decided."""
    one = _letter(scan.cased, scan.low, at, one) or one
    if middle := _MIDDLE_HALF.match(scan.low, one.end):
        half = one.numeral.low + HALF
        one = one._replace(end=middle.end(), numeral=_number(half, middle.end()))
        found = _after_half(scan, one.end)
    else:
        found = units.unit(scan.cased, scan.low, one.end) or _after_word(scan, one.end)
    if not found or found.end > scan.limit(at) or not _fits(scan.low, at, one, found):
        return one
    if one.currency:
        return one._replace(end=found.end) if _is_same_money(one, found.unit) else one
    return _with_half(scan.low, one._replace(end=found.end, unit=found.unit, word=found.word))


def _is_same_money(one: Side, unit: Unit) -> bool:
    """Tell "$5 billion USD" and "HK$5 dollars", where the currency is said twice."""
    return unit.kind is Kind.MONEY and unit.unit in (one.currency, "USD") and unit.times == 1


def _after_half(scan: Scan, at: int) -> units.Read | None:
    """Read the unit of 三个半月, whose 个 stands before the half."""
    for word, name in (("月", "month"), ("小时", "hour"), ("世纪", "century"), ("季度", "quarter")):
        if scan.low.startswith(word, at):
            return units.Read(Unit(Kind.DURATION, name, Decimal(1)), at + len(word), word)
    return None


_BETWEEN = re.compile(
    "[ -](?:consecutive|straight|successive|full|whole|more|additional|extra|further|long"
    "|calendar)(?=[ ](?:hour|day|week|month|quarter|year|decade)s?(?![a-z]))"
)


def _after_word(scan: Scan, at: int) -> units.Read | None:
    """Read the unit of "14 consecutive months", which has a word before it."""
    word = _BETWEEN.match(scan.low, at) if scan.low[at : at + 1] in (" ", "-") else None
    return units.unit(scan.cased, scan.low, word.end()) if word else None


def _with_half(low: str, one: Side) -> Side:
    """Add the rest of "a year and a half", 两年半 and 八成五; 3个多月 is more than three."""
    kind = one.unit.kind if one.unit else None
    if kind is Kind.DURATION and (tail := _HALF_UNIT.match(low, one.end)):
        return one._replace(end=tail.end(), numeral=_number(one.numeral.low + HALF, tail.end()))
    if kind is Kind.DURATION and (rest := _rest(low, one)):
        return rest
    if one.word in ("成", "米") and (whole := _tail(low, one)):
        return whole
    if one.word == "个多月":
        return one._replace(numeral=one.numeral._replace(more=True))
    return one


def _tail(low: str, one: Side) -> Side | None:
    """Add what stands behind its unit: 八成半, 八成五, 1米88."""
    if one.word == "米" and (found := _CENTIMETRES.match(low, one.end)):
        more = Decimal(f"0.{found.group()}")
    elif one.word == "成" and (found := _HALF_TENTH.match(low, one.end)):
        more = HALF
    elif one.word == "成" and (found := _TENTH.match(low, one.end)):
        more = Decimal("一二三四五六七八九".index(found.group()) + 1) / 10
    else:
        return None
    return one._replace(end=found.end(), numeral=_number(one.numeral.low + more, found.end()))


#: What is told besides, in a smaller unit: 4小时18分, "2 years and 3 months".
_RESTS = {
    name: (re.compile(rf"[零又]?(\d\d?){han}|[ ](?:and[ ])?(\d\d?)[ ]{word}s?(?![a-z])"), parts)
    for name, han, word, parts in (
        ("hour", "分钟?(?![之数])", "min(?:ute)?", 60),
        ("minute", "秒", "sec(?:ond)?", 60),
        ("year", "个月", "month", 12),
    )
}


def _rest(low: str, one: Side) -> Side | None:
    assert one.unit
    pattern, parts = _RESTS.get(one.unit.unit, (None, 1))
    match = pattern.match(low, one.end) if pattern else None
    if not match or not 0 < (more := int(match[1] or match[2])) < parts:
        return None
    value = one.numeral.low + (Decimal(more) / parts).quantize(_PLACES).normalize()
    return one._replace(end=match.end(), numeral=_number(value, match.end()))


_PLACES = Decimal("0.000001")
_CENTIMETRES = re.compile(r"(?<=\d米)\d\d?(?![\d万亿%年月日岁个名人米厘]|[.,]\d)")
_HALF_TENTH = re.compile("半(?![年月天个数成])")
_TENTH = re.compile("[一二三四五六七八九](?![十百千万亿成个年月日家倍分])")


def _letter(cased: str, low: str, at: int, one: Side) -> Side | None:
    """Read 20m and 5t as metres and tonnes, unless money or a noun makes it millions."""
    end = one.end
    glued = low[end - 1] in numerals.SHORT and low[end - 2].isdecimal() and low[at].isdecimal()
    if one.currency or not one.numeral.scaled or not glued:
        return None
    if units.unit(cased, low, end) or (low[end - 1] != "t" and nouns.noun(cased, end, len(low))):
        return None
    if _MONEY_BEFORE.search(low[max(0, at - 24) : at]):  # $300m-400m
        return None
    if low[end - 1] == "m" and not _is_size(low, at, end):
        return None
    value = one.numeral.low / one.numeral.scale
    return one._replace(end=end - 1, numeral=_number(value, end - 1))


_MONEY_BEFORE = re.compile(r"[$€£¥]\d[\d,.]*(?:bn|[kmbt])?[ ]?(?:-|to|and|or)[ ]?$")
#: What is told in metres. Else 51m are as likely to be millions.
_SIZE = re.compile(
    "(?<![a-z])(?:tall|high|deep|long|wide|thick|above|below|depth|height|length|width|draught"
    "|altitude|diameter|tower|wall|race|final|sprint|hurdles|relay|freestyle|dam|tunnel|bridge|ship|vessel"
    "|boat|pool|shaft|seam|drill(?:ed|ing|s)?|intersect(?:ed|ion)?|hole|core|from|beam|wave"
    "|waves|blade|blades|rotor|mast|swim|level|levels|water|sea|away|apart|distance|radius)"
    "(?![a-z])|[@x][ ]?$"
)


def _is_size(low: str, at: int, end: int) -> bool:
    """Tell a wall of 51m from an audience of 51m."""
    return bool(_SIZE.search(low[max(0, at - 40) : at]) or _SIZE.search(low[end : end + 24]))


#: Currencies whose name is another word too: "65 won".
_WORDS_TOO = ("won", "lira", "rand", "dong", "sterling")
_HOW_OFTEN = re.compile(r"[ ](?:a|an|per|in|this|last|since|square)(?![a-z])")


def _fits(low: str, at: int, one: Side, found: units.Read) -> bool:
    """Tell whether a unit may stand behind such a number."""
    word, value = found.word, one.numeral.low
    if word in units.SCALED_ONLY:
        return one.numeral.scaled
    if word in _WORDS_TOO:
        return one.numeral.scaled or value >= 100
    if word == "times":
        return not _HOW_OFTEN.match(low, found.end)
    if word == "点":
        return value >= 100 or value != int(value)
    if value == 1 and not low[at].isdecimal():
        return found.unit.kind is not Kind.COUNT and not _is_one_day(low, at, found)
    is_year = word in ("年", "year") and 1900 <= value <= 2199
    return not is_year or low[one.end - 1] in "0万千百"


def _is_one_day(low: str, at: int, found: units.Read) -> bool:
    """Tell "one day it may" from "within one day"."""
    return found.word == "day" and not _ARTICLE_BEFORE.search(low[max(0, at - 10) : at])
