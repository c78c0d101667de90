"""Which copies stay: the newest, then ever fewer the older they are.

Calendar hours, days, weeks and months in UTC, the newest copy of each: so what is kept today does
not depend on when one looked. What is dated in the future is let alone.
"""

from collections.abc import Callable, Iterator, Sequence

from core.backup.place import Copy, Reason
from core.day import at

NEWEST = 3
HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
YEAR = 366 * DAY


def _month(clock: int) -> int:
    day = at(clock)
    return day.year * 12 + day.month


#: For how long one copy of each such span is kept. The first of January 1970 was a Thursday.
SPANS: tuple[tuple[int, Callable[[int], int]], ...] = (
    (1 * DAY, lambda clock: clock // HOUR),
    (7 * DAY, lambda clock: clock // DAY),
    (28 * DAY, lambda clock: (clock // DAY + 3) // 7),
    (YEAR, _month),
)
#: What these hold may be in no later copy: each is kept as long as any.
ALONE = (Reason.RESTORE, Reason.MIGRATE)


def superfluous(copies: Sequence[Copy], now: int) -> list[Copy]:
    """Give the copies that age has made superfluous, in the order given."""
    past = sorted((c for c in copies if c.clock <= now), key=lambda c: c.clock, reverse=True)
    kept = {copy.path for copy in _kept(past, now)}
    return [copy for copy in copies if copy.clock <= now and copy.path not in kept]


def _kept(newest_first: Sequence[Copy], now: int) -> Iterator[Copy]:
    """What was taken by hand is thinned apart: no other copy takes its place."""
    yield from newest_first[:NEWEST]
    yield from (c for c in newest_first if c.reason in ALONE and now - c.clock < YEAR)
    by_hand = [copy for copy in newest_first if copy.reason is Reason.HAND]
    of_itself = [copy for copy in newest_first if copy.reason not in (Reason.HAND, *ALONE)]
    for group in (by_hand, of_itself):
        yield from group[:NEWEST]
        for age, span in SPANS:
            young = [copy for copy in group if now - copy.clock < age]
            yield from {span(copy.clock): copy for copy in reversed(young)}.values()
