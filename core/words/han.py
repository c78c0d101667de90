"""Han words out of a run of Han, by jieba's dictionary, which `lexicon` holds.

Nothing is guessed that is not in it: guessing glues 十到 together.
"""

from core.words.lexicon import lexicon

#: A run without an end of sentence is cut piece by piece: its ways are kept in memory.
AT_ONCE = 2000


def cut(run: str) -> list[str]:
    """Cut a run of simplified Han into words."""
    if len(run) <= AT_ONCE:
        return _cut(run)
    return [word for i in range(0, len(run), AT_ONCE) for word in _cut(run[i : i + AT_ONCE])]


def _cut(run: str) -> list[str]:
    """Take the likeliest way through the run: as jieba does where it does not guess."""
    size, known = len(run), lexicon()
    weights, begin, came, marks = known.weights, known.begin, known.came, known.marks
    codes = list(map(known.codes.__getitem__, run))
    ways, ends = [0.0] * (size + 1), [0] * size
    for start in range(size - 1, -1, -1):
        best, end, at = NEVER, start + 1, 0
        for stop in range(start, size):
            to = begin[at] + codes[stop]
            if came[to] != at:
                break
            at = to
            if (mark := marks[at]) and weights[mark] + ways[stop + 1] >= best:
                best, end = weights[mark] + ways[stop + 1], stop + 1
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
    return [end for end in dict.fromkeys(ends) if end in lexicon()]
