"""Whether two claims say what cannot both be true.

Another time, place, company or grade is another subject; what is foreseen is not what was, and a
later figure of the same source takes the place of the earlier one. What is not sure is not told.
"""

from core.relate.again import is_again
from core.relate.done import is_one_deed, is_told_in_turn
from core.relate.frame import Frame
from core.relate.lasting import is_leap, is_one_time, is_update
from core.relate.read import Said
from core.relate.reason import Reason, contrast
from core.relate.subject import is_one

#: Figures that differ by no more than this share of them are told as the same, rough ones by more.
TOLERANCE, ROUGH = 0.1, 0.2
#: Points of a share, and of a change, by which two must differ at least.
SHARE, MOVE = 0.05, 0.01
#: What binary numbers are not sure of.
CLOSE = 1 + 1e-9


def between(said: Said, mine: Frame, heard: Said, theirs: Frame) -> Reason | None:
    """Give the reason why two frames contradict one another, if they do."""
    if not _is_one_measure(mine, theirs) or not _may_be_one(said, mine, heard, theirs):
        return None
    if not _differ(mine, theirs) or _is_said_of_both(said, mine, heard, theirs):
        return None
    if mine.is_deed and not is_one_deed(said, mine, heard, theirs):
        return None
    if is_again(said, mine, heard, theirs):
        return None
    one, other = said.claim, heard.claim
    is_later = is_update(one, mine, other, theirs) or is_leap(one, mine, other, theirs)
    if is_later or not is_one_time(one, mine, other, theirs):
        return None
    return contrast(one, mine, other, theirs) if is_one(said, mine, heard, theirs) else None


def _is_one_measure(mine: Frame, theirs: Frame) -> bool:
    """Tell whether both are a fact, a forecast or an aim of one measure."""
    if mine.role != theirs.role or mine.unit != theirs.unit:
        return False
    if mine.mode == theirs.mode:
        return True
    return mine.role == "takes" and "aim" not in (mine.mode, theirs.mode)


def _may_be_one(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    """Tell at once that in one language each has a word of its own."""
    if said.is_han != heard.is_han:
        return True
    return mine.terms <= theirs.terms or theirs.terms <= mine.terms


def _differ(mine: Frame, theirs: Frame) -> bool:
    """Tell whether one denies what the other says, or has a figure that is far from the other's."""
    if mine.is_deed:
        return mine.low != theirs.low
    if mine.negated != theirs.negated:
        return (mine.low, mine.high) == (theirs.low, theirs.high)
    return not mine.negated and mine.role != "says" and not _agree(mine, theirs)


def _is_said_of_both(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    """Tell whether one of the claims says what both frames say: "enough for most, not for all"."""
    if mine.is_deed:
        return is_told_in_turn(said, heard, mine.unit)
    if mine.role == "says":
        return any(len({one.negated for one in each.frames}) > 1 for each in (said, heard))
    if mine.negated != theirs.negated:
        return False
    return mine.value in heard.figures or theirs.value in said.figures


def _agree(mine: Frame, theirs: Frame) -> bool:
    """Tell whether two values can both be meant: they meet, or nearly."""
    above, below = _beyond(mine.low, theirs.high), _beyond(theirs.low, mine.high)
    gap = max(below, above)
    if gap <= 0 or mine.role == "when":
        return gap <= 0
    slack = ROUGH if mine.is_rough or theirs.is_rough else TOLERANCE
    ends = (mine.low, mine.high, theirs.low, theirs.high)
    largest = max([abs(end) for end in ends if end is not None])
    return gap <= max(slack * largest, _least(mine)) * CLOSE


def _beyond(low: float | None, high: float | None) -> float:
    """Give how far one range lies above another; less than nothing if an end is open."""
    return -1.0 if low is None or high is None else low - high


def _least(one: Frame) -> float:
    if one.unit != "1":
        return 0.0
    return SHARE if one.role == "is" else MOVE
