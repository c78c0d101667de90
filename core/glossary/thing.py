"""Which terms of the field name one thing: a place, somebody, a firm, or goods.

Two names are of one thing if one is part of the other ("copper" and "copper price"), or if one
speaks for the other, as Beijing does for China. Where things are named in a text is `naming`'s.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from core.glossary.concept import key
from core.glossary.table import BAR
from core.words import is_han
from resources import HERE

#: A capital or a house that speaks for a country.
_SPEAKS = {
    "北京": "中国",
    "中方": "中国",
    "华盛顿": "美国",
    "白宫": "美国",
    "布鲁塞尔": "欧盟",
    "欧盟委员会": "欧盟",
    "莫斯科": "俄罗斯",
    "东京": "日本",
    "首尔": "韩国",
}


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing by the keys of its names; a `proper` one is written with a capital."""

    names: frozenset[str]
    proper: bool

    def is_part_of(self, other: "Thing") -> bool:
        return any(_holds(name, mine) for name in other.names for mine in self.names)


def _holds(name: str, part: str) -> bool:
    return part in name if is_han(part) else f" {part} " in f" {name} "


@cache
def lengths() -> Mapping[str, int]:
    """Give how long the longest name is that begins with a word, or with a Chinese character."""
    found = defaultdict[str, int](int)
    for name in things():
        parts = name if is_han(name) else name.split()
        found[parts[0]] = max(found[parts[0]], len(parts))
    return dict(found)


@cache
def things() -> Mapping[str, tuple[Thing, ...]]:
    """Read the things of the field by the keys of their names, once."""
    folder = HERE / "glossary"
    goods = frozenset((folder / "goods.txt").read_text("utf-8").split())
    rows: dict[str, tuple[bool, set[str]]] = {}
    for line in (folder / "names.tsv").read_text("utf-8").splitlines():
        name, chinese, english, loose = line.split("\t")
        first, usual = chinese.split(BAR)[0], english.split(BAR)[0]
        is_proper = usual != usual.lower()
        is_verb = name == loose and not is_han(name)  # what leads is no lead
        if is_proper or (first in goods and not is_verb):
            rows.setdefault(first, (is_proper, set()))[1].add(name)
    return _by_name(rows)


def _by_name(rows: Mapping[str, tuple[bool, Iterable[str]]]) -> dict[str, tuple[Thing, ...]]:
    found = defaultdict[str, list[Thing]](list)
    for first, (is_proper, names) in rows.items():
        spoken_for = key(_SPEAKS.get(first, first))
        thing = Thing(frozenset((*names, spoken_for)), is_proper)
        for name in names:
            found[name].append(thing)
    return {name: tuple(some) for name, some in found.items()}
