"""Read the figures of a passage, so that a changed one is never overlooked.

A figure is a number, its scale ("billion", 亿) and its unit ("%", years, 年). Only equality is
asked here: 20% is 20 percent and 二十年 is 20年, but 10 million is not 1000万. What a figure means
is left to others.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

_NEAR = 32  # code points about a span that may complete a figure it cuts

#: Words for one number, scale or unit, the first standing for all.
_NUMBERS = (
    "0 zero|1 first|2 two second|3 three third|4 four fourth|5 five fifth|6 six sixth|"
    "7 seven seventh|8 eight eighth|9 nine ninth|10 ten tenth|11 eleven|12 twelve|13 thirteen|"
    "14 fourteen|15 fifteen|16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30 thirty|"
    "40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety|½ half|×2 double doubled twice|"
    "×3 triple tripled"
)
_HAN = dict(zip("〇一二三四五六七八九", range(10), strict=True)) | {"零": 0, "两": 2}
_HAN_PLACES = {"十": 10, "百": 100, "千": 1000}

_SCALES = (
    "hundred hundreds|thousand thousands k|million millions mn m 百万|billion billions bn b|"
    "trillion trillions tn 万亿|万|亿|千万|百亿|千亿|dozen dozens|上半年|下半年|翻倍 翻番|减半"
)
_UNITS = (
    "% percent pct 个百分比|pp ppt ppts 个百分点 百分点|bp bps 个基点 基点|"
    "year years yr yrs 年|month months 个月 月|day days 天 日|week weeks 周|"
    "quarter quarters 季度 个季度|hour hours 小时|minute minutes min 分钟|decade decades|"
    "ton tons tonne tonnes mt t 吨 公吨|kt kiloton kilotons kilotonne kilotonnes|"
    "kg kilogram kilograms 千克 公斤|gram grams g 克|pound pounds lb lbs 磅|"
    "ounce ounces oz 盎司|barrel barrels bbl 桶|bpd|litre litres liter liters 升|"
    "km kilometre kilometres kilometer kilometers 公里 千米|metre metres meter meters 米|"
    "mile miles 英里|hectare hectares ha 公顷|acre acres 英亩|亩|平方公里 km2|平方米 m2|立方米 m3|"
    "gw gigawatt gigawatts 吉瓦|mw megawatt megawatts 兆瓦|kw kilowatt kilowatts 千瓦|"
    "tw terawatt terawatts 太瓦|gwh 吉瓦时|mwh 兆瓦时|kwh 千瓦时 度电|twh 太瓦时|times x 倍|fold|"
    "$ us$ dollar dollars usd 美元|¥ yuan rmb cny 元|€ euro euros eur 欧元|hk$ hkd 港元|£ gbp 英镑|"
    "yen jpy 日元|won krw 韩元|rupee rupees inr 卢比|rouble roubles ruble rubles 卢布|"
    "成|家|个|名|人|次|股|项|座|辆|台|艘|架|套|枚|季|点"
)
_SPELLINGS = {
    "per cent": "pct",
    "percentage points": "pp",
    "percentage point": "pp",
    "basis points": "bp",
    "basis point": "bp",
}
_TRADITIONAL = str.maketrans("億萬兩噸個週點−頃畝時鎊盧餘鐘減", "亿万两吨个周点-顷亩时镑卢余钟减")


def _names(lines: str) -> dict[str, str]:
    return {word: line.split()[0] for line in lines.split("|") for word in line.split()}


def _any_of(words: Iterable[str]) -> str:
    """Match any of these words, whole if they are English."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + "(?![a-z])" * ("a" <= word[-1] <= "z") for word in ordered)


_VALUES, _SCALE_NAMES, _UNIT_NAMES = _names(_NUMBERS), _names(_SCALES), _names(_UNITS)
_CURRENCIES = ["us$", "hk$", "$", "¥", "€", "£", "rmb", "usd", "cny", "eur", "hkd", "gbp"]
#: After these a dash is no minus: 5%-10%, 2025年-2027年.
_NO_MINUS = "[0-9a-z%〇零一二两三四五六七八九十百千万亿年月日天周吨元倍点成家个名次度]"
_NUMBER = rf"(?:(?<!{_NO_MINUS})-)?\d+(?:,\d{{3}})*(?:\.\d+)?"
_HAN_DIGITS = "[〇零一二两三四五六七八九十百千]"
_HAN_NUMBER = f"(?!一(?:个(?!百分|基点|月|季)|点|次)){_HAN_DIGITS}{{1,12}}"
_HAN_FRACTION = f"(?<!{_HAN_DIGITS}){_HAN_DIGITS}{{1,4}}分之{_HAN_DIGITS}{{1,4}}"
_ENGLISH = rf"(?<![a-z])(?:{_any_of(_VALUES)}|one(?=[ -](?:{_any_of(_UNIT_NAMES)})))"
#: What may stand between a number and its unit.
_BETWEEN = "(?: (?:consecutive|straight|successive|more|full|further|additional|metric)(?= ))?"
_AFTER = f"{_any_of(_SCALE_NAMES)}|{_any_of(_UNIT_NAMES)}"


class Figures(NamedTuple):
    """Numbers and scales in the order they are read, and how often each unit is met."""

    numbers: tuple[str, ...]
    units: Counter[str]


def figures(text: str, start: int, end: int) -> Figures:
    """Read the figures that a span of a text touches, each to its end."""
    before = _plain(text[max(0, start - _NEAR) : start])
    within = _plain(text[start:end])
    line = before + within + _plain(text[end : end + _NEAR])
    low, high = len(before), len(before) + len(within)
    numbers: list[str] = []
    units: Counter[str] = Counter()
    for match in _pattern().finditer(line):
        if match.start() < high and match.end() > low:
            parts = _touched(match, low, high)
            for name, part in parts.items():
                if name in ("money", "unit"):
                    units[_UNIT_NAMES[part]] += 1
                else:
                    numbers.append(_value(part) if name == "number" else _SCALE_NAMES[part])
    return Figures(tuple(numbers), units)


@cache
def _pattern() -> re.Pattern[str]:
    """Make the pattern of figures when it is first asked for: it takes some milliseconds."""
    return re.compile(
        rf"(?P<money>{_any_of(_CURRENCIES)})?[ ]?"
        rf"(?P<number>{_NUMBER}|第{_HAN_NUMBER}|百分之{_HAN_NUMBER}|{_HAN_FRACTION}|"
        rf"(?<!{_HAN_DIGITS}){_HAN_NUMBER}(?=[多余几]?(?:{_AFTER}))|{_ENGLISH})"
        rf"(?:[多余几]?[ -]?(?P<scale>{_any_of(_SCALE_NAMES)}))?"
        rf"(?:{_BETWEEN}[多余几]?[ -]?(?P<unit>{_any_of(_UNIT_NAMES)}))?"
        rf"|(?<![a-z])(?P<bare>thousands?|millions?|billions?|trillions?|万亿|亿|万|上半年|下半年|翻[倍番]|减半)(?![a-z])"
    )


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_TRADITIONAL)
        if not text.isprintable():
            text = "".join(char for char in text if unicodedata.category(char) != "Cf")
        # Chinese needs no spaces
        text = re.sub(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])", "", text)
    text = text.casefold()
    for long, short in _SPELLINGS.items():
        text = text.replace(long, short)
    return re.sub(r"(?:minus |negative |负)(?=\d)", "-", text)


def _touched(match: re.Match[str], low: int, high: int) -> dict[str, str]:
    """Give the parts of a figure that a span touches; all of them, if it touches the number.

    A number in English words counts only if all of it is in the span.
    """
    parts = {name: part for name, part in match.groupdict().items() if part}
    first, last = match.span("number")
    if parts.get("number", "").isalpha() and match["number"].isascii():
        whole = low <= first and last <= high
        if not whole:
            del parts["number"]
    else:
        whole = first < high and last > low
    return {
        name: part
        for name, part in parts.items()
        if whole or (match.start(name) < high and match.end(name) > low)
    }


def _value(word: str) -> str:
    if word in _VALUES or word == "one":
        return _VALUES.get(word, "1")
    word = word.removeprefix("第").removeprefix("百分之")
    if "分之" in word:
        below, above = word.split("分之")
        return f"{_han_value(above)}/{_han_value(below)}"
    return str(_han_value(word)) if word[0] in _HAN or word[0] in _HAN_PLACES else _digits(word)


def _digits(word: str) -> str:
    """Write digits of any script in ours, without commas."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in word if c != ",")


def _han_value(word: str) -> int:
    """Give the value of 二十三 or 二〇二五."""
    total = digit = 0
    for char in word:
        if char in _HAN_PLACES:
            total += (digit or 1) * _HAN_PLACES[char]
            digit = 0
        else:
            digit = digit * 10 + _HAN[char]
    return total + digit
