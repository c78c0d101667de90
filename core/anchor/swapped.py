"""See whether one Chinese name stands for another where no table knows either.

A firm of yesterday is in no dictionary. Where all else is as it was, and a few characters that make
no words became others that make none, somebody else is spoken of. Names that are known are told
apart in `names`.
"""

from core.glossary.dictionary import is_word
from core.words import fold, is_han

_SHORTEST, _LONGEST = 2, 6  # characters of a name, but for what both have in common
#: What is done, and how much: jargon is in no dictionary either, and is made of these.
_TELLING = frozenset(
    "涨跌升降增减扩缩高低强弱多少快慢大小好坏优劣产销量价需供亏盈赚赔超过未已正将可能会要被从在到"
    "为是有无不没仍还更最再又也都只就才且或与和及对向由据因于其该此各每全半约近逾达至料拟欲遭受获"
    "买卖抢囤补去清停复启加速稳住走回落攀跃跳冲触见企承压放提推拉扭转改换领居占比率额度期年月日季"
    "周前后上下内外中间首次倍成个家名项条份同环累计均总净毛"
)


def is_swapped(old: str, new: str) -> bool:
    """Tell whether texts are the same but for a run that may name one thing here, another there."""
    old, new = fold(old), fold(new)
    least = min(len(old), len(new))
    start = next((at for at in range(least) if old[at] != new[at]), least)
    least -= start
    end = next((at for at in range(least) if old[-1 - at] != new[-1 - at]), least)
    gone, come = (text[start : len(text) - end] for text in (old, new))
    return _may_name(gone) and _may_name(come) and set(gone).isdisjoint(come)


def _may_name(run: str) -> bool:
    fits = _SHORTEST <= len(run) <= _LONGEST and all(map(is_han, run))
    telling = sum(char in _TELLING for char in run)
    return fits and telling <= max(0, len(run) - 2) // 2 and not _is_made_of_words(run)


def _is_made_of_words(run: str) -> bool:
    """Tell whether a run is a word, or words one after the other."""
    reached = {0}
    for end in range(2, len(run) + 1):
        if any(end - start > 1 and is_word(run[start:end]) for start in reached):
            reached.add(end)
    return len(run) in reached
