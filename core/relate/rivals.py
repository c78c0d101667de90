"""Words that say little of a subject alone, but tell two apart where each claim has another.

Exports by volume are not those by value, and early rice is not late rice, while "exports" may be
either. Which words name a subject for themselves is `terms`'s.
"""

import re
from functools import lru_cache

from core.relate.clause import folded

#: Of each line, a claim has words between two bars; what has others of the line is something else.
_KINDS = """
    volume volumes quantity tonnage 数量 口量 货量 销量 | value values 金额 口额 货额 销售额
    yuan renminbi rmb 人民币 | dollar dollars usd 美元 | euro euros eur 欧元 | yen jpy 日元
    daily 日均 | weekly 周度 每周 | monthly 月度 月均 | quarterly | annual annually yearly 年均 年度
    early earlier | late later | mid
    half 一半 | most 大多数 多数 | all 全部 所有 | some few 部分 少数
    average mean 平均 | median 中位数 | peak maximum 峰值 | minimum 谷值
    short-term 短期 | long-term 长期 | medium-term 中期 | 中长期
"""
_PLACES = {
    word: (kind, group)
    for kind, line in enumerate(_KINDS.strip().splitlines())
    for group, words in enumerate(line.split("|"))
    for word in words.split()
}
_HAN = sorted((word for word in _PLACES if not word.isascii()), key=len, reverse=True)
_WORD = re.compile("[a-z][a-z-]*|" + "|".join(_HAN))


def are_told_apart(text: str, other: str) -> bool:
    """Tell whether two texts have words of one kind, and none in common."""
    mine = _places(text)
    theirs = _places(other) if mine else mine
    if not theirs:
        return False
    shared = {kind for kind, _ in mine & theirs}
    return bool(({kind for kind, _ in mine} & {kind for kind, _ in theirs}) - shared)


@lru_cache(maxsize=1 << 14)
def _places(text: str) -> frozenset[tuple[int, int]]:
    """Give of which kinds and groups a text has words; most have none."""
    return frozenset([_PLACES[word] for word in _WORD.findall(folded(text)) if word in _PLACES])
