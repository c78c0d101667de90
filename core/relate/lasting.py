"""Whether two claims speak of one time, and whether one source only speaks again.

What is said without a time is held to be of its day, and for as long as what it tells holds: a
share for a year, a stock of goods for a month, news for a week, a price not even for the day.
"""

from core.finding import Claim
from core.quantity import Kind
from core.relate.frame import Frame

#: For so many days; a negative number is never, but within one article.
LASTING, PASSING, SAID, MOVING, NEVER = 400, 30, 7, 2, -1
#: Two who speak of one named time do it within so many days.
NAMED = 120
#: A count or sum that is so many times another, of another day, is of another thing.
LEAP = 5


def is_one_time(one: Claim, mine: Frame, other: Claim, theirs: Frame) -> bool:
    """Tell whether two frames speak of one time, named or not."""
    if mine.periods != theirs.periods:
        return False
    if one.passage.article == other.passage.article:
        return True
    if one.published is None or other.published is None:
        return bool(mine.periods)
    return abs((one.published - other.published).days) <= min(lasts(mine), lasts(theirs))


def is_leap(one: Claim, mine: Frame, other: Claim, theirs: Frame) -> bool:
    """Tell figures of two days too far from one another for one thing: 2 million, and 150,000."""
    if one.published == other.published or mine.periods:
        return False
    if mine.role in ("when", "takes") or mine.role.startswith(("moves", "goes")):
        return False
    ends = [abs(end) for end in (mine.low, mine.high, theirs.low, theirs.high) if end]
    return bool(ends) and max(ends) > LEAP * min(ends)


def lasts(one: Frame) -> int:
    """Give for how many days a frame may be compared with another one."""
    if one.periods:
        return NAMED
    if one.role == "is":
        return _level(one)
    if one.role in ("moves ", "goes "):
        return NEVER  # it is told of every day
    if one.is_deed and one.mode == "fact":
        return MOVING  # what is halted today may be resumed next week
    if one.role.startswith(("moves", "goes")):
        return MOVING
    return {"takes": LASTING, "when": PASSING}.get(one.role, SAID)


def _level(one: Frame) -> int:
    assert one.figure is not None
    if one.figure.kind in (Kind.PERCENT, Kind.RATIO):
        return LASTING if one.is_share and not one.figure.direction else PASSING
    is_price = one.figure.kind is Kind.RATE and one.figure.currency and one.mode == "fact"
    return NEVER if is_price else PASSING


def is_update(one: Claim, mine: Frame, other: Claim, theirs: Frame) -> bool:
    """Tell whether one source, or forecaster, speaks again: the later figure takes the place."""
    if one.passage.article == other.passage.article or one.published == other.published:
        return False
    return bool(one.source and one.source == other.source) or bool(mine.voices & theirs.voices)
