"""Figures in other spellings: "10–20 years" is 10至20年 as well, and $6.4bn is 64亿.

A figure is a number or two, and what is counted; what it says of a claim is `quantity`'s to tell.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from core.words import fold, is_han, stem

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
    ("basis points", "个基点", "基点", "bp"),
    ("percentage points", "个百分点", "百分点"),
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
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FIGURE = re.compile(
    rf"[$€£¥]?(?P<low>{_NUMBER})(?:\s*(?:[-‐‑–—~至到]|to\b)\s*(?P<high>{_NUMBER}))?"
    r"\s*(?P<unit>[a-z]*|(?:basis|percentage) points?|[㐀-鿿]{1,4}?)(?P<money>元|美元|欧元)?"
)
#: A calendar's years are counted by nobody.
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A longer number is no figure that somebody looks for.
LONGEST = 40


@lru_cache(maxsize=1024)
def spellings(text: str) -> tuple[str, ...]:
    """Give how else a figure is written, in both languages; of what is none, nothing."""
    found = _FIGURE.fullmatch(fold(text)) if len(text) <= LONGEST else None
    if found is None or _YEAR.fullmatch(found["low"]):
        return ()
    numbers = [number.replace(",", "") for number in (found["low"], found["high"]) if number]
    unit, money = found["unit"], found["money"]
    if unit in SCALES and len(numbers) == 1:
        return tuple(_scaled(Decimal(numbers[0]).scaleb(SCALES[unit]), money))
    return () if money else tuple(dict.fromkeys(_counted(numbers, unit)))


def _scaled(number: Decimal, money: str | None) -> Iterator[str]:
    """Spell a large number in both languages."""
    for power, *names in ENGLISH:
        if number >= 10**power:
            yield from (f"{_plain(number.scaleb(-power))} {name}" for name in names)
            break
    for power, name in CHINESE:
        if number >= 10**power:
            yield f"{_plain(number.scaleb(-power))}{name}"
            break
    if money == "元" and number < 10**6:
        yield f"{_plain(number)} yuan"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _counted(numbers: Sequence[str], unit: str) -> Iterator[str]:
    """Spell numbers of something by each of its names; a range also where nothing is counted."""
    for names in UNITS:
        if unit and stem(unit) in {stem(fold(name)) for name in names}:
            yield from (spelt for name in names for spelt in _spelt(numbers, name))
    if not unit and len(numbers) > 1:
        yield from _spelt(numbers, "")
        yield from (sign.join(numbers) for sign in HAN_SIGNS)


def _spelt(numbers: Sequence[str], name: str) -> Iterator[str]:
    """Write a number, or a range in each of its ways, with the name of what is counted."""
    signs, gap = (HAN_SIGNS, "") if is_han(name) else (SIGNS, " ")
    ways = signs if len(numbers) > 1 else signs[:1]
    yield from (f"{sign.join(numbers)}{gap}{name}".strip() for sign in ways)


SIGNS, HAN_SIGNS = (" to ", "-"), ("至", "到", "-")
