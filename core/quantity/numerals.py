"""Read one number at a place of a folded text: digits, English words or Chinese numerals.

Grouped digits are read as 1,234,567 everywhere; Indian (12,34,567), Swiss (1'234'567) and European
(1.234.567 or 1.234,56) groups too. "1,5" is one and a half only if a scale or unit follows, which
the caller asks for by its own pattern. What is counted is left to others.
"""

import re
from decimal import Decimal
from typing import NamedTuple

#: A number longer than this is a code, or noise.
LONGEST = 24


class Numeral(NamedTuple):
    """A number: one value, or a range said in one word (三五, 十几); `scale` is what was said last.

    `scaled` tells that a scale word was written, `more` that the number is a lower bound (多, 余).
    """

    low: Decimal
    high: Decimal
    end: int
    scale: Decimal = Decimal(1)
    scaled: bool = False
    more: bool = False
    vague: bool = False


_ENGLISH = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "lakhs": 10**5,
    "million": 10**6, "millions": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "m": 10**6,
    "mio": 10**6, "mrd": 10**9,
    "crore": 10**7, "crores": 10**7,
    "billion": 10**9, "billions": 10**9, "bn": 10**9, "bln": 10**9, "b": 10**9,
    "trillion": 10**12, "trillions": 10**12, "tn": 10**12, "trn": 10**12, "trln": 10**12,
    "t": 10**12, "dozen": 12,
}  # fmt: skip
#: Letters that are a scale only beside a currency or before what is counted.
SHORT = ("k", "m", "b", "t", "mm")

_UNITS = "|".join(sorted((word for word in _ENGLISH if _ENGLISH[word] < 20), key=len)[::-1])
_TENS = "|".join(word for word in _ENGLISH if _ENGLISH[word] >= 20)
_BELOW = rf"(?:(?:{_TENS})(?:[ -]?(?:{_UNITS}))?|{_UNITS})(?![a-z])"
_BIG = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
WORDS = re.compile(
    f"(?:{_BELOW}"
    "|(?:an?"
    f"|half an?|half(?=[ -]dozen))(?=[ -](?:{_BIG})(?![a-z])))"
    f"(?:[ -](?:{_BIG})(?![a-z])(?:(?:[ ]and)?[ ]{_BELOW})?){{0,6}}"
)
_AND_A_HALF = re.compile(r"[ -]and[ -]an?[ -]half(?![a-z])| 1/2(?!\d)")
_HALVED = 1000  # no number in digits from here on has a half behind it: 2025 is a year
DIGITS = re.compile(
    r"(?:\d{1,2}(?:,\d{2}){1,6},\d{3}|\d{1,3}(?:,\d{3}){1,7}|\d{1,3}(?:'\d{3}){1,7})(?:\.\d+)?"
    r"(?![\d,]{0,9}\d)"
    r"|\d{1,3}(?:\.\d{3}){1,7},\d+(?!\d)|\d{1,3}(?:\.\d{3}){2,7}(?![\d.]{0,9}\d)"
    r"|\d{1,3}(?: 000){1,7}(?!\d)|\d+(?:\.\d+)?"
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?(?![\d,.']| 000)")
_COMMA = re.compile(
    r"\d{1,3},\d{1,2}(?= ?(?:%|percent|per cent|million|billion|trillion|bn|€|eur|[kmgt]?wh?\b|ton"
    "|kg|mio|mrd|[万亿]))"
)
_SCALE = re.compile(
    rf"[ -]?(?:m(?:io|rd)\.(?=[ ][a-z€$£])|(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))})(?![a-z0-9²³/]))(?:[ -](?:hundred|thousand|million|billion|trillion|crore)(?![a-z]))?"  # noqa: E501
)

#: What a scale word may begin with, with or without a space before it.
_SCALE_FIRST = frozenset(" -htklmcbd")

_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
HAN = re.compile("[〇零一二三四五六七八九十百千万亿两几]+")
_HAN_POINT = re.compile("点([〇零一二三四五六七八九]{1,6})")
_HAN_SCALE = re.compile(
    "[ ]?[多余来]?(?:[十百千]?万亿|[十百千]?万(?!科|达|华|事|能|象|圣)|[十百千]?亿|千万|百万"
    "|十(?!大|强|佳|倍)|百(?!分|强|度|货)|千(?![瓦米克伏卡兆])|兆(?![瓦赫帕伏焦字]))"
)
_MORE = re.compile("[多余]")
_HAN_REST = re.compile(r"(\d{1,4})([千百]?[万千百])")
#: Two digits side by side that mean "about so many": 三五年, 七八成, 二三十.
_PAIRS = ("一两", "一二", "两三", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九")
_PAIR = re.compile(f"(十?)({'|'.join(_PAIRS)})([十百千]?[万亿]*)$")


def digits(cased: str, low: str, at: int) -> Numeral | None:
    """Read a number in digits, with the scale behind it."""
    match = _PLAIN.match(low, at) or _COMMA.match(low, at) or DIGITS.match(low, at)
    if not match or match.end() - at > LONGEST:
        return None
    value, end = Decimal(_bare(match.group())), match.end()
    if end < len(low) and low[end].isdecimal():
        return None
    if value < _HALVED and (half := _AND_A_HALF.match(low, end)):
        value, end = value + Decimal("0.5"), half.end()
    return _scaled(cased, low, value, end)


def _bare(written: str) -> str:
    """Write a number without its groups, and with a point before its fraction."""
    comma, point = written.rfind(","), written.rfind(".")
    if "," in written and (comma > point >= 0 or _is_fraction(written, comma)):
        return written.replace(".", "").replace(",", ".")
    if written.count(".") > 1:
        return written.replace(".", "")
    return written.replace(",", "").replace("'", "").replace(" ", "")


def _is_fraction(written: str, comma: int) -> bool:
    return written.count(",") == 1 and len(written) - comma - 1 < 3


def _scaled(cased: str, low: str, value: Decimal, end: int) -> Numeral:
    """Take up the scale words behind a number: "3.6 million", 1.5万亿, 1亿2000万, 3000多万."""
    if end < len(low) and low[end] in "十百千万亿兆多余来 " and (han := _HAN_SCALE.match(low, end)):
        return _han_scaled(low, value, han)
    match = _SCALE.match(low, end) if low[end : end + 1] in _SCALE_FIRST else None
    if match and _is_scale(cased, match):
        scale = Decimal(1)
        for word in re.findall("[a-z]+", match.group()):
            scale *= _SCALES[word]
        return Numeral(value * scale, value * scale, match.end(), scale, scaled=True)
    return Numeral(value, value, end)


def _is_scale(cased: str, match: re.Match[str]) -> bool:
    """Tell a million from a metre: a letter alone must be glued to its number, mm is MM."""
    word = match.group().strip(" -")
    if word == "mm":
        return cased[match.end() - 2 : match.end()] == "MM"
    return word not in SHORT or match.end() - match.start() == 1


def _han_scaled(low: str, value: Decimal, match: re.Match[str]) -> Numeral:
    scale, more, end = scale_value(match.group()), bool(_MORE.search(match.group())), match.end()
    value *= scale
    rest = _HAN_REST.match(low, end)
    if rest and not low.startswith(("瓦", "米", "克"), rest.end()):
        smaller = scale_value(rest.group(2))
        if smaller < scale:
            value, end, scale = value + int(rest.group(1)) * smaller, rest.end(), smaller
    return Numeral(value, value, end, scale, scaled=True, more=more)


def scale_value(word: str) -> Decimal:
    value = 1
    for char in word:
        value *= _PLACES.get(char) or _MYRIADS.get(char) or (10**12 if char == "兆" else 1)
    return Decimal(value)


_PART_OF = re.compile(
    "(?P<top>an?|one|two|three)[ -](?P<part>quarter|fifth|tenth)s?[ ]of[ ]an?[ ]"
    "(?P<big>million|billion|trillion)(?![a-z])"
)
_PARTS = {"quarter": Decimal("0.25"), "fifth": Decimal("0.2"), "tenth": Decimal("0.1")}


def _part_of(match: re.Match[str]) -> Numeral:
    """Read "a quarter of a million"."""
    scale = Decimal(_SCALES[match["big"]])
    value = _ENGLISH.get(match["top"], 1) * _PARTS[match["part"]] * scale
    return Numeral(value, value, match.end(), scale, scaled=True)


def words(low: str, at: int) -> Numeral | None:
    """Read a number in English words: "twenty-five", "half a million", "two and a half"."""
    if part := _PART_OF.match(low, at):
        return _part_of(part)
    match = WORDS.match(low, at)
    if not match or match.end() - at > 80:
        return None
    said = re.findall("[a-z]+", match.group())
    half = said[0] == "half"
    value, scaled = _english_value(said)
    end = match.end()
    if not scaled and (tail := _AND_A_HALF.match(low, end)):
        value, end = value + Decimal("0.5"), tail.end()
        if _SCALE.match(low, end):
            return _scaled(low, low, value, end)
    number = value / 2 if half else value
    scale = Decimal(_SCALES[said[-1]] if scaled else 1)
    return Numeral(number, number, end, scale, scaled)


def _english_value(said: list[str]) -> tuple[Decimal, bool]:
    """Add up number words; tell whether the last of them is a scale."""
    total = part = 0
    for word in said:
        if word in _ENGLISH:
            part += _ENGLISH[word]
        elif word in ("hundred", "dozen"):
            part = (part or 1) * _SCALES[word]
        elif word in _SCALES:
            total += (part or 1) * _SCALES[word]
            part = 0
    return Decimal(total + part), said[-1] in _SCALES


def han(low: str, at: int) -> Numeral | None:
    """Read Chinese numerals: 二十, 三千五百万, 两三, 十几, 三点五; none for 几, 数 or a bare 万."""
    match = HAN.match(low, at)
    if not match or match.end() - at > LONGEST:
        return None
    run, end = match.group(), match.end()
    if "几" in run:
        return _teens(run, end)
    if pair := _PAIR.match(run):
        return _pair(pair, end)
    value = han_value(run)
    return None if value is None else _with_rest(low, value, _last_scale(run), end)


def _with_rest(low: str, value: Decimal, scale: Decimal, end: int) -> Numeral:
    """Take up the fraction of 三点五, or the scale of 二十多万, behind Chinese numerals."""
    if point := _HAN_POINT.match(low, end):
        fraction = "".join(str(_HAN[char]) for char in point.group(1))
        return _scaled(low, low, value + Decimal(f"0.{fraction}"), point.end())
    if more := _HAN_MORE.match(low, end):
        scale = scale_value(more.group(1))
        return Numeral(value * scale, value * scale, more.end(), scale, scaled=True, more=True)
    return Numeral(value, value, end, scale, scaled=scale > 1)


_HAN_MORE = re.compile("[多余]([万亿]+)")


def _last_scale(run: str) -> Decimal:
    tail = run[len(run.rstrip("万亿")) :]
    return scale_value(tail) if tail else Decimal(1)


def _teens(run: str, end: int) -> Numeral | None:
    """Read 十几 and 二十几, with 万 or 亿 behind: eleven to nineteen of them, about."""
    match = re.fullmatch("([二两三四五六七八九]?)十几([万亿]*)", run)
    if not match:
        return None
    tens = 10 * _HAN.get(match.group(1), 1)
    times = scale_value(match.group(2))
    return Numeral((tens + 1) * times, (tens + 9) * times, end, times, scaled=times > 1, vague=True)


def _pair(match: re.Match[str], end: int) -> Numeral:
    ten, digits, places = match.groups()
    times = scale_value(places)
    low, high = ((10 * bool(ten) + _HAN[digit]) * times for digit in digits)
    return Numeral(low, high, end, _last_scale(places), scaled=times >= 10000)


def han_value(run: str) -> Decimal | None:
    """Give the value of a run of Chinese numerals, None for one that is no number (万, 百千)."""
    if run[0] not in _HAN and run[0] != "十":
        return None
    if all(char in _HAN for char in run):
        return Decimal("".join(str(_HAN[char]) for char in run))
    total = part = digit = 0
    place = 10
    for char in run:
        if char in _HAN:
            digit, place = _HAN[char], 1 if _HAN[char] == 0 else place
        elif char in _PLACES:
            part += (digit or 1) * _PLACES[char]
            digit, place = 0, _PLACES[char] // 10
        elif char == "亿":
            total, part, digit = (total + part + digit) * 10**8, 0, 0
            place = 10**7
        else:
            total, part, digit = total + (part + digit) * 10**4, 0, 0
            place = 10**3
    return Decimal(total + part + digit * place if len(run) > 1 else digit or part)
