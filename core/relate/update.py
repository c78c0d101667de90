"""Whether a claim tells a later figure of what the same source, or forecaster, told before.

The later figure takes the place of the earlier: of the same month, or of no named time as long as
such a figure holds, or of the next month, quarter or year. Prices and what is told of every day are
left alone: there each day would be an update.
"""

import re
from calendar import monthrange
from datetime import date

from core.relate import signs
from core.relate.again import is_again, may_be
from core.relate.clause import folded
from core.relate.frame import Frame
from core.relate.lasting import MOVING, NEVER, is_leap, is_update, lasts
from core.relate.period import Periods
from core.relate.read import Said
from core.relate.reason import Reason, resumption, succession
from core.relate.subject import is_one, stand_together

#: Days after which nothing is an update any more, and within which a forecast without a time is.
LONGEST, FORESEEN = 400, 120
#: A figure that differs by less than this share of it is the same, rounded.
ROUNDED = 0.005
#: The longest and shortest of a month, a quarter, a half and a year, in days.
_LENGTHS = ((28, 31), (90, 92), (181, 184), (365, 366))


def between(said: Said, mine: Frame, heard: Said, theirs: Frame) -> Reason | None:
    """Give the reason why the later of two frames updates the other, if it does."""
    one, other = said.claim, heard.claim
    if one.published is None or other.published is None:
        return None
    if one.published > other.published:
        back = between(heard, theirs, said, mine)
        return back and Reason(back.words, back.theirs, back.mine)
    if mine.is_deed:
        return _resumed(said, mine, heard, theirs)
    is_later = is_update(one, mine, other, theirs) and _is_one_measure(mine, theirs)
    if not is_later or not _succeed(mine, theirs, (other.published - one.published).days):
        return None
    if (
        not _differ(mine, theirs)
        or is_leap(one, mine, other, theirs)
        or _may_be_two(said, mine, heard, theirs)
    ):
        return None
    is_one_thing = is_one(said, mine, heard, theirs) and stand_together(said, heard)
    return succession(one, mine, other, theirs) if is_one_thing else None


def _resumed(said: Said, mine: Frame, heard: Said, theirs: Frame) -> Reason | None:
    if not is_again(said, mine, heard, theirs) or not stand_together(said, heard):
        return None
    return resumption(said.claim, mine, heard.claim, theirs)


def holds(one: Frame) -> int:
    """Tell for how many days a later figure is news of a frame; a negative number is never."""
    if may_be(one):
        return LONGEST
    if one.negated or one.figure is None or one.role.startswith("goes"):
        return NEVER
    if one.periods or one.role == "when" or lasts(one) >= LONGEST:
        return LONGEST
    if one.mode != "fact":
        return FORESEEN
    return lasts(one) if lasts(one) > MOVING else NEVER


def _is_one_measure(mine: Frame, theirs: Frame) -> bool:
    return (mine.role, mine.unit, mine.mode) == (theirs.role, theirs.unit, theirs.mode)


def _succeed(mine: Frame, theirs: Frame, days: int) -> bool:
    """Tell whether two frames are of one time, or the later of the time that comes after."""
    if days > min(holds(mine), holds(theirs)):
        return False
    if mine.periods == theirs.periods:
        return True
    first, last = _period(mine.periods), _period(theirs.periods)
    if mine.mode != "fact" or not first or not last:
        return False
    return _length(first) == _length(last) and first[1] < last[0]


def _period(periods: Periods) -> tuple[date, date] | None:
    """Give the one period that is named, if it is a whole month, quarter, half or year.

    What is so at the end of a month is of that month.
    """
    if len(periods) != 1:
        return None
    ((since, until),) = periods
    found = (since, until) if since and until else None
    if until and since == until and until.day == monthrange(until.year, until.month)[1]:
        found = (until.replace(day=1), until)
    return found if found and _length(found) else None


def _length(period: tuple[date, date]) -> int:
    days = (period[1] - period[0]).days + 1
    return next((most for least, most in _LENGTHS if least <= days <= most), 0)


def _differ(mine: Frame, theirs: Frame) -> bool:
    """Tell whether two figures are two: not one of them a bound, or rounding, of the other."""
    ends = (mine.low, mine.high, theirs.low, theirs.high)
    if None in ends or mine.role == "when" or mine.is_rough or theirs.is_rough:
        return _beyond(mine, theirs) or _beyond(theirs, mine)
    low, high, later_low, later_high = (end or 0.0 for end in ends)
    gap = max(abs(low - later_low), abs(high - later_high))
    if mine.periods != theirs.periods:
        return gap > 0
    is_range, is_later_range = low != high, later_low != later_high
    if is_range != is_later_range and low <= later_high and later_low <= high:
        return False
    return gap > ROUNDED * max(abs(high), abs(later_high))


def _beyond(one: Frame, other: Frame) -> bool:
    """Tell whether a figure lies above another, by more than a fifth if one is rough."""
    if one.low is None or other.high is None:
        return False
    slack = 0.2 if one.is_rough or other.is_rough else 0.0
    return one.low - other.high > slack * abs(one.low)


def _may_be_two(said: Said, mine: Frame, heard: Said, theirs: Frame) -> bool:
    """Tell whether figures may be of two things.

    They are where one claim has both, and does not say that it was so before; and what is done
    again, as a purchase or a loan, may be.
    """
    texts = [] if mine.periods or mine.mode != "fact" else [said.claim.text, heard.claim.text]
    if theirs.value in said.figures or any(signs.DEED.is_in(folded(text)) for text in texts):
        return True
    if mine.value not in heard.figures:
        return False
    stated = any(one.value == mine.value for one in heard.frames)
    return stated or not _EARLIER.search(heard.claim.text)


_EARLIER = re.compile(
    r"(?i)(?<![a-z])(?:from|previous(?:ly)?|earlier|prior)(?![a-z])|[从由原]|此前"
)
