"""See whether a passage names another thing now, so that its words are never put on another's.

Where copper stood and nickel does, the words are about another thing; not so where 铜价 does, or
where nothing is named instead. Which names are of one thing is the glossary's to say.
"""

import re
import unicodedata
from functools import cached_property, lru_cache

from core.anchor.swapped import is_swapped
from core.glossary.key import english, holds_together
from core.glossary.naming import Named, named
from core.words import fold, is_han

#: A text, and where a span of it begins and ends.
Span = tuple[str, int, int]

_NEAR = 32  # code points about a span that may complete a name it cuts
_WORD = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")  # Chinese needs none
_ALIKE = 75  # of 100: one name in two spellings, or with a letter wrong
_CUT = 8  # characters of a word that a span may cut
_BETWEEN = 3  # characters left out between two of a short Chinese name
_SHORT = 4  # letters of a name that is another one if one of them is


def keep(old: Span, new: Span) -> bool:
    """Tell whether no thing that a span named has another in its place."""
    if is_swapped(*(text[start:end] for text, start, end in (old, new))):
        return False
    before, now = _Names(*old), _Names(*new)
    gone = before.new_beside(now)
    come = now.new_beside(before) if gone else []
    return (
        not come
        or all(now.has(one, before) for one in gone)
        or all(before.has(one, now) for one in come)
    )


class _Names:
    """The things that a span of a text names, each to its end."""

    def __init__(self, text: str, start: int, end: int) -> None:
        before = _plain(text[max(0, start - _NEAR) : start])
        within = _plain(text[start:end])
        self._line = before + within + _plain(text[end : end + _NEAR])
        self._low, self._high = len(before), len(before) + len(within)

    @property
    def span(self) -> str:
        """Give the span with what it may cut."""
        return self._line[max(0, self._low - _CUT) : self._high + _CUT]

    def new_beside(self, other: "_Names") -> list[Named]:
        """Give what is named in words that the other has not."""
        return named(self._line, self._low, self._high, other.span)

    @cached_property
    def _named(self) -> list[Named]:
        return named(self._line, self._low, self._high)

    @cached_property
    def _within(self) -> str:
        first = min([self._low, *(one.start for one in self._named)])
        last = max([self._high, *(one.end for one in self._named)])
        return fold(self._line[first:last])

    @cached_property
    def words(self) -> frozenset[str]:
        """Give the words of the span, and of what it may cut."""
        return frozenset(fold(one) for one in _WORD.findall(self.span))

    def _others(self, than: "_Names") -> list[str]:
        """Give the words that are no names of the field, and that the other text has not."""
        known = [range(one.start, one.end) for one in self._named if one.known]
        found = _WORD.finditer(self._line, self._low, self._high)
        words = [fold(one[0]) for one in found if not any(one.start() in it for it in known)]
        return [word for word in words if is_han(word) or word not in than.words]

    def has(self, one: Named, than: "_Names") -> bool:
        """Tell whether a thing is named here too, if in other words, in full, or misspelled.

        What stands in the other text as well is no spelling of what is named there alone.
        """
        if any(_is_one(one, mine) for mine in self._named):
            return True
        return any(self._spells(name) for name in _spelled(one)) or (
            self._misspells(one, than) if one.known else self._seems_to_have(one)
        )

    def _spells(self, name: str) -> bool:
        """Tell whether a name is here in full, or its words in another order."""
        if is_han(name):
            return _in_full(name).search(self._within) is not None
        parts = [word for word in name.split() if not holds_together(word)]
        return len(parts) > 1 and set(english(self._within).split()).issuperset(parts)

    def _misspells(self, one: Named, than: "_Names") -> bool:
        from rapidfuzz import fuzz  # not on the way to the window

        others = self._others(than)
        long = [name for name in _spelled(one) if len(name) > _SHORT and " " not in name]
        return any(fuzz.ratio(name, word) >= _ALIKE for name in long for word in others)

    def _seems_to_have(self, one: Named) -> bool:
        """Tell whether an unknown name may be some word here, misspelled."""
        from rapidfuzz import fuzz

        long = [name for name in _spelled(one) if len(name) > _SHORT]
        return any(fuzz.partial_ratio(name, self._within) >= _ALIKE for name in long)


def _plain(text: str) -> str:
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    if not text.isprintable():  # what is hidden is not
        text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return _SPACES.sub("", text)


def _spelled(one: Named) -> list[str]:
    return [name for thing in one.things for name in thing.names]


def _is_one(one: Named, other: Named) -> bool:
    pairs = [(mine, theirs) for mine in one.things for theirs in other.things]
    if any(mine.is_part_of(theirs) or theirs.is_part_of(mine) for mine, theirs in pairs):
        return True
    names = [(mine, theirs) for mine in _spelled(one) for theirs in _spelled(other)]
    return (not other.known and any(_is_short_for(*both) for both in names)) or (
        not one.known and any(_is_short_for(theirs, mine) for mine, theirs in names)
    )


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether a name is how another begins, or its initials."""
    if is_han(short):
        return short[:2] == name[:2]
    if len(short) > _SHORT and name.replace(" ", "").startswith(short.replace(" ", "")):
        return True
    return len(short) > 1 and short == "".join(word[0] for word in name.split())


@lru_cache(maxsize=64)
def _in_full(name: str) -> re.Pattern[str]:
    """Find what a Chinese name may be short for: 美国联邦储备 for 美联储."""
    between = f".{{0,{_BETWEEN}}}" if len(name) > 2 else ""
    return re.compile(between.join(map(re.escape, name)))
