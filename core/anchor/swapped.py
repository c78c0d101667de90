"""See whether one Chinese name stands for another where no table knows either.

A firm of yesterday is in no dictionary. Where a few characters that make no words became others
that make none, somebody else is spoken of; so, too, where one of both is unknown, and what stands
beside them says that it is a firm's name or a person's. Names that are known are told apart in
`names`.
"""

import re
from collections.abc import Iterator

from core.glossary.dictionary import is_word
from core.glossary.sound import SURNAMES, TWOFOLD
from core.words import fold, is_han
from core.words.han import cut

_SHORTEST, _LONGEST = 2, 6  # characters of a name, but for what both have in common
_PERSON = 3  # characters of a person's name, but for those with a surname of two
_LONG = 20_000  # characters of a passage that is not looked at any more
_HAN = re.compile("([\u3400-\u9fff]+)")
#: What is done, and how much: jargon is in no dictionary either, and is made of these.
_TELLING = frozenset(
    "涨跌升降增减扩缩高低强弱多少快慢大小好坏优劣产销量价需供亏盈赚赔超过未已正将可能会要被从在到"
    "为是有无不没仍还更最再又也都只就才且或与和及对向由据因于其该此各每全半约近逾达至料拟欲遭受获"
    "买卖抢囤补去清停复启加速稳住走回落攀跃跳冲触见企承压放提推拉扭转改换领居占比率额度期年月日季"
    "周前后上下内外中间首次倍成个家名项条份同环累计总均净毛"
)
#: What a firm's name ends with; what is behind a word to make a trade of it, or somebody of it;
#: and what somebody does who is named before it.
_FIRM = re.compile("科技|股份|集团|控股|实业|药业|制药|重工|矿业|锂业|钴业")
_ENDS_AS_FIRM = re.compile(f"(?<=..)(?:{_FIRM.pattern})$")
_WHO = "方商人员者户厂圈界师层"
_SAYS = re.compile("表示|称|说|认为|指出|透露|预计|判断|强调|坦言|宣布|直言|警告|否认")


def is_swapped(old: str, new: str) -> bool:
    """Tell whether a run of an old text may name one thing, and what replaced it another."""
    if max(len(old), len(new)) > _LONG or not (is_han(old) and is_han(new)):
        return False
    return any(_are_two(*each) for each in _replaced(fold(old), fold(new)))


def _replaced(old: str, new: str) -> Iterator[tuple[str, str, str]]:
    """Give the words that others came in place of, these, and what stands behind them."""
    from rapidfuzz.distance import Indel  # not on the way to the window

    before, now = _cut(old), _cut(new)
    start, begin = 0, 0
    for same in Indel.opcodes(before, now):
        if same.tag != "equal":
            continue
        behind = "".join(before[same.src_start : same.src_start + _LONGEST])
        yield "".join(before[start : same.src_start]), "".join(now[begin : same.dest_start]), behind
        start, begin = same.src_end, same.dest_end
    yield "".join(before[start:]), "".join(now[begin:]), ""


def _cut(text: str) -> list[str]:
    """Cut a text into words of Chinese, and all else into characters."""
    return [word for run in _HAN.split(text) for word in (cut(run) if is_han(run) else run)]


def _are_two(gone: str, come: str, behind: str) -> bool:
    """Tell whether one run names a thing, and the other run another."""
    both = gone, come
    if not all(map(_is_short, both)) or not set(gone).isdisjoint(come):
        return False
    if all(map(_may_name, both)):
        return True
    return (_are_firms(both, behind) or _are_persons(both, behind)) and any(map(_is_unknown, both))


def _is_short(run: str) -> bool:
    return _SHORTEST <= len(run) <= _LONGEST and all(map(is_han, run))


def _may_name(run: str) -> bool:
    telling = sum(char in _TELLING for char in run)
    return telling <= (len(run) - 1) // 2 and _is_unknown(run)


def _are_firms(both: tuple[str, str], behind: str) -> bool:
    return bool(_FIRM.match(behind)) or all(map(_ENDS_AS_FIRM.search, both))


def _are_persons(both: tuple[str, str], behind: str) -> bool:
    return bool(_SAYS.match(behind)) and all(map(_is_person, both))


def _is_person(run: str) -> bool:
    return (run[0] in SURNAMES and len(run) <= _PERSON) or run[:2] in TWOFOLD


def _is_unknown(run: str) -> bool:
    """Tell whether a run is no row of words, also without the ending of a firm or a person."""
    run = _ENDS_AS_FIRM.sub("", run).rstrip(_WHO)
    reached = {0}
    for end in range(2, len(run) + 1):
        if any(end - start > 1 and is_word(run[start:end]) for start in reached):
            reached.add(end)
    return len(run) not in reached
