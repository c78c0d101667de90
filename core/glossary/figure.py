"""Figures in other spellings: "10–20 years" is 10至20年 as well, $6.4bn is 64亿, 三十年 30 years.

A figure is a number or two, and what is counted; what it says of a claim is `quantity`'s to tell.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from core.words import fold, is_han, stem

if TYPE_CHECKING:
    from decimal import Decimal

PERCENT = ("%", "percent", "per cent")
UNITS = (
    ("years", "年"),
    ("months", "个月"),
    ("weeks", "周"),
    ("days", "天"),
    ("tons", "吨"),
    ("nm", "纳米", "nanometers"),
    ("kg", "公斤", "千克", "kilograms"),
    ("km", "公里", "kilometers"),
    ("GW", "吉瓦", "gigawatts"),
    ("MW", "兆瓦", "megawatts"),
    ("GWh", "吉瓦时"),
    ("MWh", "兆瓦时"),
    ("kWh", "千瓦时"),
    ("basis points", "个基点", "基点", "bp", "bps"),
    ("percentage points", "个百分点", "百分点"),
    PERCENT,
)
SCALES = {
    "trillion": 12,
    "tn": 12,
    "billion": 9,
    "bn": 9,
    "million": 6,
    "mn": 6,
    "万亿": 12,
    "亿": 8,
    "万": 4,
}
ENGLISH = ((12, "trillion", "tn"), (9, "billion", "bn"), (6, "million", "mn"))
CHINESE = ((12, "万亿"), (8, "亿"), (4, "万"))
#: So large a number is written with a scale, and no longer one in digits alone.
LARGE, WHOLE = 10**4, 10**8
#: Chinese numerals are written below this, and English ones beside a name longer than that.
HUNDRED, LETTERS = 100, 3
WORDS = str.split("zero one two three four five six seven eight nine ten eleven twelve")
HAN = "零一二三四五六七八九"
_DIGIT = f"[{HAN[1:]}两]"
_NUMBER = rf"\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{'|'.join(WORDS[2:])})\b|{_DIGIT}?十{_DIGIT}?|{_DIGIT}"
_FIGURE = re.compile(
    rf"[$€£¥]?(?P<low>{_NUMBER})(?:\s*%?\s*(?:[-‐‑–—~至到]|to\b)\s*(?P<high>{_NUMBER}))?\s*"
    r"(?P<unit>%|per cent|(?:basis|percentage) points?|[a-z]*|[㐀-鿿]{1,4}?)"
    r"(?P<counted>[美欧日港]?元|[人辆台套家架吨桶股件]|)"
)
#: Years of the calendar are counted by nobody; English has no word behind them.
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A longer number is no figure that somebody looks for.
LONGEST = 40


@lru_cache(maxsize=1024)
def spellings(text: str) -> tuple[str, ...]:
    """Give the other ways to write a figure, in both languages; none if the text is no figure."""
    found = _FIGURE.fullmatch(fold(text)) if len(text) <= LONGEST else None
    if found is None or _YEAR.fullmatch(found["low"]):
        is_year = found is not None and found["unit"] == "年" and not found["high"]
        return (found["low"],) if found and is_year else ()
    numbers = [_read(number) for number in (found["low"], found["high"]) if number]
    unit, counted = found["unit"], found["counted"]
    if len(numbers) == 1 and (unit in SCALES or (not unit and numbers[0] >= LARGE)):
        return tuple(_scaled(numbers[0].scaleb(SCALES.get(unit, 0)), counted))
    return () if counted else tuple(dict.fromkeys(_counted(numbers, unit)))


def _read(number: str) -> "Decimal":
    from decimal import Decimal  # with the first figure

    if number in WORDS:
        return Decimal(WORDS.index(number))
    if number[0].isascii():
        return Decimal(number.replace(",", ""))
    from core.quantity.numerals import han_value  # few are written so

    return han_value(number) or Decimal(0)


def _scaled(number: "Decimal", counted: str) -> Iterator[str]:
    """Spell a large number in both languages."""
    for power, *names in ENGLISH:
        if number >= 10**power:
            yield from (f"{_plain(number.scaleb(-power))} {name}" for name in names)
            break
    for power, name in CHINESE:
        if number >= 10**power:
            yield f"{_plain(number.scaleb(-power))}{name}"
            break
    if number < WHOLE:
        yield f"{_plain(number)} yuan" if counted == "元" else _plain(number)


def _plain(number: "Decimal") -> str:
    return f"{number.normalize():f}"


def _counted(numbers: "Sequence[Decimal]", unit: str) -> Iterator[str]:
    """Spell numbers of something by each of its names; a range also where nothing is counted."""
    for names in UNITS:
        if unit and stem(unit) in {stem(fold(name)) for name in names}:
            yield from (spelt for name in names for spelt in _spelt(numbers, name))
    if not unit and len(numbers) > 1:
        yield from _spelt(numbers, "")
        yield from (sign.join(map(_plain, numbers)) for sign in HAN_SIGNS)


def _spelt(numbers: "Sequence[Decimal]", name: str) -> Iterator[str]:
    """Write a number, or a range in each of its ways, with the name of what is counted."""
    signs = PERCENT_SIGNS if name == "%" else HAN_SIGNS if is_han(name) else SIGNS
    gap = "" if name == "%" or is_han(name) else " "
    ways = signs if len(numbers) > 1 else signs[:1]
    called = name.removesuffix("s") if [*numbers] == [1] else name
    for written in _written(numbers, name):
        yield from (f"{sign.join(written)}{gap}{called}".strip() for sign in ways)


def _written(numbers: "Sequence[Decimal]", name: str) -> Iterator[list[str]]:
    """Write numbers in digits; per cent also with zeros behind, and few of a thing in words."""
    yield list(map(_plain, numbers))
    if name in PERCENT:
        for places in (1, 2):
            if not any(one.scaleb(places) % 1 for one in numbers):
                yield [f"{one:.{places}f}" for one in numbers]
    elif any(one % 1 for one in numbers):
        return
    elif is_han(name) and all(1 <= one < HUNDRED for one in numbers):
        yield list(map(_in_han, map(int, numbers)))
    elif len(name) > LETTERS and all(1 < one < len(WORDS) for one in numbers):
        yield [WORDS[int(one)] for one in numbers]


def _in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return "两" if number == 2 else HAN[number]
    return f"{HAN[tens] if tens > 1 else ''}十{HAN[ones] if ones else ''}"


SIGNS, HAN_SIGNS = (" to ", "-"), ("至", "到", "-")
PERCENT_SIGNS = ("%-", "-", "% to ", "% and ", "%至")
