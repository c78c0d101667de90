"""Han words out of a run of Han, by jieba's dictionary.

It takes a third of a second to load and sixty megabytes to hold. Nothing is guessed that is not
in it: guessing glues 十到 together. jieba's own loading is not used: it runs what it finds in a
cache, and cuts half as fast.
"""

from importlib.util import find_spec
from math import log
from pathlib import Path
from threading import Lock

#: A run without an end of sentence is cut piece by piece: its ways are kept in memory.
AT_ONCE = 2000
#: So many bytes of the dictionary are read at once.
PIECE = 1 << 18
_loading = Lock()
#: Every word with the logarithm of how often it is met, and 0 for what words only begin with.
_words: dict[str, float] = {}


def load() -> None:
    """Load the dictionary, if it is not loaded. Call it on a worker; anybody may wait for it."""
    with _loading:
        if not _words:
            _words.update(_read())


def _read() -> dict[str, float]:
    """Read lines of "word number kind", and add all that the words begin with.

    Piece by piece: a worker keeps Python for itself while it splits a text. A number is kept once,
    however many words are as often met.
    """
    told, once = dict[str, str](), dict[str, str]()
    with _place().open(encoding="utf-8") as file:
        while some := "".join(file.readlines(PIECE)).split():
            often = (once.setdefault(number, number) for number in some[1::3])
            told.update(zip(some[::3], often, strict=True))
    usual = log(sum(map(int, told.values())))
    weights = {number: log(int(number)) - usual for number in once if int(number)}
    made = {word: weights[number] for word, number in told.items() if number in weights}
    for word in list(made):
        for size in range(len(word) - 1, 0, -1):
            if word[:size] in made:
                break
            made[word[:size]] = 0.0
    return made


def _place() -> Path:
    """Give the dictionary's file; jieba itself is not imported."""
    found = find_spec("jieba")
    assert found is not None, "jieba is installed with Meipi"
    assert found.submodule_search_locations is not None, "jieba is a package"
    return Path(found.submodule_search_locations[0]) / "dict.txt"


def loaded() -> bool:
    return bool(_words)


def cut(run: str) -> list[str]:
    """Cut a run of simplified Han into words. The dictionary is waited for."""
    if not _words:
        load()
    if len(run) <= AT_ONCE:
        return _cut(run)
    return [word for i in range(0, len(run), AT_ONCE) for word in _cut(run[i : i + AT_ONCE])]


def _cut(run: str) -> list[str]:
    """Take the likeliest way through the run: as jieba does where it does not guess."""
    size, known = len(run), _words.get
    ways, ends = [0.0] * (size + 1), [0] * size
    for start in range(size - 1, -1, -1):
        best, end = NEVER, start + 1
        for stop in range(start + 1, size + 1):
            often = known(run[start:stop])
            if often is None:
                break
            if often and often + ways[stop] >= best:
                best, end = often + ways[stop], stop
        ways[start] = best if best > NEVER else RARE + ways[start + 1]
        ends[start] = end
    found, start = list[str](), 0
    while start < size:
        found.append(run[start : ends[start]])
        start = ends[start]
    return found


#: A character that is no word is as rare as a word that is met once.
NEVER, RARE = float("-inf"), -17.9


#: What is said of a material in one word with it: its price, mine, maker, trade, market or form.
SAID = {
    "价": "金银铜铁锡铅锌铝镍钴锂铀钨锑钢煤油糖棉粮猪",
    "矿": "金银铜铁锡铅锌铝镍钴锂铀钨锑煤钛钒钼锰铬镁",
    "厂": "铜铁锡铅锌铝镍钢糖棉",
    "企": "铜铝钢煤油糖粮猪",
    "业": "铜锡铅锌铝镍钴锂钨钼钛钢煤糖棉粮",
    "市": "金铜铝钢煤油糖棉粮",
    "材": "钢铜铝",
    "箔": "金银铜锡铝锂",
    "锭": "金银铜锡铅锌铝镍钢",
    "电": "锂煤",
    "城": "煤",
    "盐": "锂钴镍",
    "条": "金银",
    "饰": "金银",
    "田": "油",
}
#: Alone it may be something else: 刚果(金).
FULL = {"金": "黄金"}
COMPOUNDS = frozenset(one + said for said, materials in SAID.items() for one in materials)


def parts(word: str) -> list[str]:
    """Give the words at the ends of a word: 电池 of 锂电池, and of a short one 铜 of 铜价."""
    size = len(word)
    if size == 2:
        return [FULL.get(word[0], word[0])] if word in COMPOUNDS else []
    ends = [word[:n] for n in (2, 3) if n < size] + [word[-n:] for n in (2, 3) if n < size]
    return [end for end in dict.fromkeys(ends) if _words.get(end)]
