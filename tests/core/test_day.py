"""The day over an article is the one that its page wrote, or none."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.day import EARLIEST, at, day_of
from core.quantity import quantities, spoken, times


@pytest.mark.parametrize("written", ["2025-11-09 04:46", "2025-11-09", "2025-11-09 12:46 +08:00"])
def test_the_day_is_told_as_it_was_written(written):
    assert day_of(written) == date(2025, 11, 9)


@pytest.mark.parametrize("written", [None, "", "soon", "2025-02-30", "0001-01-01 10:00"])
def test_what_is_no_day_is_none(written):
    assert day_of(written) is None


@pytest.mark.parametrize(
    ("clock", "moment"),
    [
        (-86_400_000, datetime(1969, 12, 31, tzinfo=UTC)),
        (1_760_000_000_123, datetime(2025, 10, 9, 8, 53, 20, 123_000, tzinfo=UTC)),
        (40_000_000_000_000, datetime(3237, 7, 19, 23, 6, 40, tzinfo=UTC)),
    ],
)
def test_a_moment_is_counted_from_1970_as_far_as_the_calendar_goes(clock, moment):
    assert at(clock) == moment


SAID = ("last year", "before last month", "next decade", "去年", "前年底", "上季度前")


@given(st.dates(date(EARLIEST, 1, 1)), st.sampled_from(SAID))
def test_from_every_day_there_is_room_to_count(day, said):
    assert all(map(spoken, (*times(said, day), *quantities(said))))
