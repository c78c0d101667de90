"""Words that say little of a subject alone, but tell two apart where each claim has another.

Exports by volume are not those by value, and early rice is not late rice, while "exports" may be
either. Which words name a subject for themselves is `terms`'s.
"""

import re
from functools import lru_cache

#: Of each line, a claim has the words of one group; what has those of another is something else.
_KINDS = (
    ("volumes?|quantit(?:y|ies)|tonnages?|数量|[口货销]量", "values?|金额|[口货销]额"),
    ("yuan|renminbi|rmb|人民币", "dollars?|usd|美元", "euros?|eur|欧元", "yen|jpy|日元"),
    (
        "daily|日均", "weekly|周度|每周", "monthly|月度|月均", "quarterly|季度均",
        "annual|annually|yearly|年均|年度",
    ),
    ("early|earlier", "late|later", "mid"),
    ("half|一半", "most|大多数|多数", "all|全部|所有", "some|few|部分|少数"),
    ("average|mean|平均", "median|中位数?", "peak|maximum|峰值", "minimum|谷值"),
    ("short-term|短期", "long-term|长期", "medium-term|中期", "中长期"),
)  # fmt: skip


def _pattern(kind: tuple[str, ...]) -> re.Pattern[str]:
    """Make one pattern of the groups of a kind; English words stand alone."""
    groups = []
    for number, words in enumerate(kind):
        latin = "|".join(w for w in words.split("|") if w[0].isascii() and w[0] != "[")
        han = "|".join(w for w in words.split("|") if not w[0].isascii() or w[0] == "[")
        both = [f"(?<![a-z-])(?:{latin})(?![a-z-])"] * bool(latin) + [han] * bool(han)
        groups.append(f"(?P<g{number}>{'|'.join(both)})")
    return re.compile("|".join(groups))


_PATTERNS = tuple(map(_pattern, _KINDS))


def are_told_apart(low: str, other: str) -> bool:
    """Tell whether two folded texts have words of one kind, and none in common."""
    return any(
        mine and theirs and mine.isdisjoint(theirs)
        for mine, theirs in zip(_groups(low), _groups(other), strict=True)
    )


@lru_cache(maxsize=1 << 10)
def _groups(low: str) -> tuple[frozenset[str | None], ...]:
    return tuple(
        frozenset(match.lastgroup for match in pattern.finditer(low)) for pattern in _PATTERNS
    )
