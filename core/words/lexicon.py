"""Every Chinese word of the dictionary with how often it is met, walked where it lies on the disk.

It is a tree of characters: in a node `at`, a character leads to the cell `begin[at]` and its code
further on, if `came[cell]` is `at`; a cell whose `mark` is not 0 ends a word. Nothing is loaded but
what is touched. How a run is cut by it is `han`'s; packaging/make_words.py makes the file.
"""

import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from struct import Struct

from resources import HERE

#: How many cells and how many marks there are. Then come the weights of the marks, `begin` and
#: `came` of each cell, its mark, and the code of each character: little-endian, as machines are.
HEAD = Struct("<QQ")
CHARACTERS = 1 << 16
WEIGHT, CELL, SMALL = 8, 4, 2


class _Codes(dict[str, int]):
    """The codes of characters; those that were met are remembered, and 0 is in no word."""

    def __init__(self, codes: "memoryview[int]") -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, char: str) -> int:
        point = ord(char)
        self[char] = code = self._codes[point] if point < CHARACTERS else 0
        return code


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tree. `weights` are logarithms of how often a word with that mark is met."""

    weights: Sequence[float]
    begin: "memoryview[int]"
    came: "memoryview[int]"
    marks: "memoryview[int]"
    codes: _Codes

    def __contains__(self, word: str) -> bool:
        at = 0
        for char in word:
            to = self.begin[at] + self.codes[char]
            if self.came[to] != at:
                return False
            at = to
        return self.marks[at] > 0


@cache
def lexicon() -> Lexicon:
    with (HERE / "glossary" / "words.bin").open("rb") as file:
        held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    cells, kinds = HEAD.unpack_from(held)
    begin = HEAD.size + kinds * WEIGHT
    came = begin + cells * CELL
    marks = came + cells * CELL
    codes = marks + cells * SMALL
    return Lexicon(
        held[HEAD.size : begin].cast("d").tolist(),
        held[begin:came].cast("i"),
        held[came:marks].cast("i"),
        held[marks:codes].cast("H"),
        _Codes(held[codes:].cast("H")),
    )
