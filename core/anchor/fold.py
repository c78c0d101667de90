"""Fold away what two copies of one text may differ in, and find the way back.

Gone are spaces, punctuation, format characters and marks; folded are width, case, compatible forms
and traditional Chinese. A folded span leads back to code points of the text. Digits lose their
points and commas here, so `figures` compares numbers on the text itself.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from core.anchor.passage import snap

_DROPPED = frozenset(("Cc", "Cf", "Me"))
_SELECTORS = (range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_HEM = 64  # punctuation about a quote beyond which we do not look


class Table(dict[int, str]):
    """What each character folds to, for `str.translate`; filled as characters are met."""

    def __init__(self, old: Iterable[str], new: Iterable[str]) -> None:
        """Fold traditional Chinese too, if one of two texts has Han that the other has not."""
        super().__init__()
        before, after = set[str]().union(*old), set[str]().union(*new)
        if any(_is_han(char) for char in before ^ after):
            self.update(_simplified(sorted(filter(_is_han, before | after))))

    def __missing__(self, code: int) -> str:
        self[code] = _fold(chr(code))
        return self[code]

    def drops(self, char: str) -> bool:
        return not self[ord(char)]


def _fold(char: str) -> str:
    """Fold one character to none, one or several."""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(part for part in parts if not _is_dropped(part))


def _is_dropped(char: str) -> bool:
    kind = unicodedata.category(char)
    if kind[0] in "PZ" or kind in _DROPPED or unicodedata.combining(char):
        return True
    return any(ord(char) in selectors for selectors in _SELECTORS)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


def _simplified(chars: Sequence[str]) -> dict[int, str]:
    """Simplify Han characters, each by itself: phrases would change lengths."""
    from opencc import OpenCC  # 20 ms, and only for texts that need it

    lines = "\n".join(_fold(char) for char in chars)
    folded = OpenCC("t2s").convert(lines).split("\n")
    return {ord(char): line for char, line in zip(chars, folded, strict=True)}


class Folded:
    """One node's text, folded."""

    def __init__(self, raw: str, table: Table) -> None:
        self.raw = raw
        self.text = raw.translate(table)
        self._table = table

    @cached_property
    def _origins(self) -> Sequence[int]:
        """Give for each folded character the place in the text it comes from."""
        if len(self.text) == len(self.raw) and all(len(self._table[ord(c)]) == 1 for c in self.raw):
            return range(len(self.raw))
        table = self._table
        return [place for place, char in enumerate(self.raw) for _ in table[ord(char)]]

    def inward(self, start: int, end: int) -> tuple[int, int]:
        """Lead a span of the text to one of the folded text."""
        return bisect_left(self._origins, start), bisect_left(self._origins, end)

    def outward(self, start: int, end: int, quote: str) -> tuple[int, int]:
        """Lead a folded span back, with as much punctuation about it as about the quote."""
        first, last = snap(self.raw, self._origins[start], self._origins[end - 1] + 1)
        before = self.raw[max(0, first - _HEM) : first][::-1]
        first -= self._hem(before, quote[:_HEM][::-1])
        last += self._hem(self.raw[last : last + _HEM], quote[-_HEM:])
        return snap(self.raw, first, last)

    def _hem(self, beyond: str, quote: str) -> int:
        """Count the characters of `beyond` that stand there as those at the end of `quote` do."""
        bare = len(quote)
        while bare and self._table.drops(quote[bare - 1]):
            bare -= 1
        edge = [char for char in quote[bare:] if unicodedata.category(char)[0] != "M"]
        seen = [place for place, char in enumerate(edge, 1) if _shows(char)]
        marks, blanks, taken = len(seen), len(edge) - (seen[-1] if seen else 0), 0
        for place, char in enumerate(beyond, 1):
            if not marks or not self._table.drops(char):
                break
            if _shows(char):
                marks, taken = marks - 1, place
        while blanks and taken < len(beyond) and _is_blank(beyond[taken]):
            blanks, taken = blanks - 1, taken + 1
        return taken


def _shows(char: str) -> bool:
    """Tell whether a character that is folded away is to be seen: punctuation, not a blank."""
    return unicodedata.category(char)[0] == "P"


def _is_blank(char: str) -> bool:
    return unicodedata.category(char) in ("Zs", "Zl", "Zp", "Cc", "Cf")
