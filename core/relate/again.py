"""Whether what one claim says halted goes on again in a later one: that updates it.

Only words that tell of going on again will do: what is opened, or started, may be another thing.
Whether both speak of one thing is asked of `done` and `subject`.
"""

import re

from core.relate.clause import folded
from core.relate.done import is_told_in_turn, tells_of_one
from core.relate.frame import Frame
from core.relate.lexicon import WEEKDAYS
from core.relate.opposites import STANDS
from core.relate.read import Said
from core.relate.subject import is_one

_AGAIN = re.compile(
    "resum|restart|reopen|reinstat|restor|lift.*suspension|复产|复工|复牌|复飞|复航|恢复|重启|重开"
)
_HALTED = re.compile("suspen|grounded|halt|stop|paus|ceas|shut|clos|idl|停|中止|中断|关闭")


def is_again(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    """Tell whether the earlier of two claims tells of a halt, and the later of its end."""
    one, other = said.claim.published, heard.claim.published
    if not (mine.is_deed and theirs.is_deed and one and other) or one == other:
        return False
    if one > other:
        return is_again(heard, theirs, said, mine)
    if (side_of(said, mine), side_of(heard, theirs)) != (-1, 1):
        return False
    return _in_order(said, heard) and _is_one_thing(said, mine, heard, theirs)


def may_be(one: Frame) -> bool:
    """Tell whether a frame may be of a halt, or of its end."""
    return one.is_deed and one.unit == STANDS and one.mode == "fact"


def side_of(said: Said, one: Frame) -> int:
    """Tell a halt, -1, from its end, 1; 0 is neither."""
    if not may_be(one):
        return 0
    words, side = (_AGAIN, 1) if one.low == 1 else (_HALTED, -1)
    return side if words.match(folded(said.claim.text[one.start : one.end])) else 0


def _in_order(said: Said, heard: Said) -> bool:
    """Tell whether the halt was before its end, where both are dated."""
    begins = [since for since, _ in said.periods if since]
    ends = [since for since, _ in heard.periods if since]
    return not begins or not ends or max(begins) < min(ends)


def _is_one_thing(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    if is_told_in_turn(said, heard, STANDS):
        return False
    if not tells_of_one(said, mine, heard, theirs, but=WEEKDAYS):
        return False
    return is_one(said, mine, heard, theirs)
