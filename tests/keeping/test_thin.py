"""Which copies age leaves: the newest three, then hours, days, weeks and months."""

import random
from pathlib import Path

from core.backup import Copy, Reason
from core.backup.thin import superfluous
from tests.keeping.conftest import DAY, HOUR, START

MINUTE = HOUR // 60


def some(*clocks: int, reason: Reason = Reason.DAILY) -> list[Copy]:
    return [Copy(Path(f"{clock} {reason}"), reason, clock, 1) for clock in clocks]


def after(copies: list[Copy], now: int) -> list[int]:
    gone = superfluous(copies, now)
    return sorted((copy.clock for copy in copies if copy not in gone), reverse=True)


def test_the_three_newest_stay_however_old_they_are() -> None:
    copies = some(1 * DAY, 2 * DAY, 3 * DAY, 4 * DAY)
    assert after(copies, START) == [4 * DAY, 3 * DAY, 2 * DAY]


def test_the_newest_stay_for_whatever_reason_they_were_taken() -> None:
    copies = some(1 * DAY, 2 * DAY, 3 * DAY, 4 * DAY, reason=Reason.RESTORE)
    assert after(copies, START) == [4 * DAY, 3 * DAY, 2 * DAY]


def test_of_a_day_one_an_hour_stays() -> None:
    top = START // HOUR * HOUR
    copies = some(*(top - 10 * MINUTE * i for i in range(1, 60)))
    left = after(copies, top)
    assert left[:3] == [top - 10 * MINUTE * i for i in (1, 2, 3)]
    assert left[3:] == [top - 10 * MINUTE - HOUR * i for i in range(1, 10)]


def test_copies_every_three_hours_leave_few_and_some_in_every_span() -> None:
    kept: list[Copy] = []
    for hour in range(0, 24 * 500, 3):
        now = START + hour * HOUR
        kept += some(now)
        gone = superfluous(kept, now)
        kept = [copy for copy in kept if copy not in gone]
    ages = [(now - copy.clock) / DAY for copy in kept]
    assert len(kept) <= 8 + 7 + 5 + 13
    assert sum(age < 1 for age in ages) == 8
    assert sum(1 <= age < 7 for age in ages) >= 6
    assert sum(7 <= age < 28 for age in ages) >= 3
    assert sum(age >= 28 for age in ages) >= 11
    assert max(ages) < 366


def test_what_was_there_before_a_restore_or_a_new_format_stays_a_year() -> None:
    base = START - 100 * DAY
    alone = some(base, base + 1000, reason=Reason.RESTORE) + some(base, reason=Reason.MIGRATE)
    others = some(*(base + i * MINUTE for i in range(1, 10)))
    assert not set(alone) & set(superfluous(alone + others, START))
    assert set(alone) <= set(superfluous(alone + others, START + 300 * DAY))


def test_what_was_taken_by_hand_gives_way_to_no_other_copy() -> None:
    mine = some(START - 50 * MINUTE, reason=Reason.HAND)
    others = some(*(START - i * MINUTE for i in range(1, 40)))
    undone = some(*(START - i * MINUTE for i in range(5)), reason=Reason.RESTORE)
    gone = superfluous(mine + others + undone, START)
    assert mine[0] not in gone
    assert not set(gone) & set(others[:3])


def test_what_is_dated_in_the_future_is_let_alone_and_counts_for_nothing() -> None:
    future = some(*(START + i * DAY for i in range(1, 6)))
    past = some(1 * DAY, 2 * DAY, 3 * DAY, 4 * DAY)
    assert [copy.clock for copy in superfluous(future + past, START)] == [1 * DAY]


def test_the_order_of_the_list_does_not_matter_and_twice_is_once() -> None:
    chance = random.Random(4)
    copies = some(*{START - chance.randrange(700 * DAY) for _ in range(300)})
    left = after(copies, START)
    chance.shuffle(copies)
    assert after(copies, START) == left
    assert after([copy for copy in copies if copy.clock in left], START) == left
    assert left[0] == max(copy.clock for copy in copies)
