"""Make what `core/words` knows of Chinese: jieba's words as a tree, OpenCC's simple characters.

    python packaging/make_words.py

The results are committed, in resources/glossary; `core/words/lexicon.py` tells how the tree lies.
It takes minutes: each node is put where the cells of its characters first fit between others.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from importlib.resources import files
from math import log
from pathlib import Path

from opencc import OpenCC

from core.words import is_han
from core.words.lexicon import CHARACTERS, HEAD

PLACE = Path(__file__).parents[1] / "resources" / "glossary"
RESULT = PLACE / "words.bin"
#: Where Unicode has Han characters that may be traditional.
HAN = (*range(0x3400, 0xA000), *range(0x20000, 0x40000))
#: Cells, more than are needed.
ROOM = 1 << 22
#: After so many tries in vain, nodes of this size begin where this one was put.
TRIES = 200

Children = Mapping[str, list[int]]


def main() -> None:
    (PLACE / "simple.txt").write_text("".join(f"{line}\n" for line in simple()), "utf-8")
    weights = read()
    codes = coded(weights)
    children = branches(weights, codes)
    RESULT.write_bytes(packed(weights, codes, children, placed(children)))
    print(f"{RESULT.name}: {len(weights):,} words, {RESULT.stat().st_size:,} bytes")


def simple() -> tuple[str, str]:
    """Give the characters that have a simpler form, and these forms."""
    convert = OpenCC("t2s").convert
    pairs = [(char, made) for char in map(chr, HAN) if (made := convert(char)) != char]
    traditional, simplified = zip(*(one for one in pairs if len(one[1]) == 1), strict=True)
    return "".join(traditional), "".join(simplified)


def read() -> dict[str, float]:
    """Give each word of Han alone with the logarithm of how often it is met among all words."""
    lines = files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines()
    often = {word: int(count) for word, count, _ in map(str.split, lines)}
    usual = log(sum(often.values()))
    return {one: log(n) - usual for one, n in often.items() if n and all(map(is_han, one))}


def coded(words: Mapping[str, float]) -> dict[str, int]:
    """Number the characters from 1, those first that follow most others."""
    begun = {word[:size] for word in words for size in range(1, len(word) + 1)}
    often = Counter(one[-1] for one in begun if len(one) > 1)
    often.update(dict.fromkeys((one for one in begun if len(one) == 1), 0))
    ranked = sorted(often, key=lambda char: (-often[char], char))
    return {char: code for code, char in enumerate(ranked, 1)}


def branches(words: Mapping[str, float], codes: Mapping[str, int]) -> Children:
    """Give for all that words begin with the codes of what may follow."""
    follow = defaultdict[str, set[int]](set)
    for word in words:
        for size, char in enumerate(word):
            follow[word[:size]].add(codes[char])
    return {begun: sorted(some) for begun, some in follow.items()}


def placed(children: Children) -> dict[str, int]:
    """Give for each node what is added to a code to have its cell; the largest nodes first."""
    taken, found = bytearray(ROOM), dict[str, int]()
    taken[0], low, size = 1, 1, 0
    for node in sorted(children, key=lambda one: (one != "", -len(children[one]), one)):
        first, *others = children[node]
        if len(others) != size:
            low, size = 1, len(others)
        place, tries = fitting(taken, max(low, first + 1), [one - first for one in others])
        low = place if tries > TRIES or not others else low
        found[node] = place - first
        for code in children[node]:
            taken[found[node] + code] = 1
    return found


def fitting(taken: bytearray, start: int, others: Sequence[int]) -> tuple[int, int]:
    """Give the first free cell with others free beyond it, and how many were not so."""
    tries = 0
    while True:
        start = taken.find(0, start)
        for one in others:  # a hundred million times
            if taken[start + one]:
                break
        else:
            return start, tries
        start, tries = start + 1, tries + 1


def packed(
    weights: Mapping[str, float],
    codes: Mapping[str, int],
    children: Children,
    begins: Mapping[str, int],
) -> bytes:
    kinds = [0.0, *sorted(set(weights.values()))]
    marked = {weight: mark for mark, weight in enumerate(kinds)}
    chars = {code: char for char, code in codes.items()}
    cells = max(begins.values()) + len(codes) + 1
    begin, came = array("i", [0]) * cells, array("i", [-1]) * cells
    marks, numbers = array("H", [0]) * cells, array("H", [0]) * CHARACTERS
    where = {"": 0}
    for node in sorted(children, key=len):
        at = where[node]
        begin[at] = begins[node]
        for code in children[node]:
            word, cell = node + chars[code], begins[node] + code
            where[word], came[cell] = cell, at
            marks[cell] = marked[weights[word]] if word in weights else 0
    for char, code in codes.items():
        numbers[ord(char)] = code
    parts = (array("d", kinds), begin, came, marks, numbers)
    return HEAD.pack(cells, len(kinds)) + b"".join(part.tobytes() for part in parts)


if __name__ == "__main__":
    main()
