"""The power is cut at some of the calls that real deeds make to the system. More in tests/soak."""

import random

import pytest

from tests.soak import trace
from tests.soak.cut import DEEDS, FORMAT, WEAK, calls, cuts, kept

CUTS = 25
SEED = 11  # the same cuts every time; make soak tries others
NO_CALLS = "there is no strace, and what was kept is of another format: tests/soak/cut.py keep"


@pytest.mark.parametrize("deeds", DEEDS)
def test_what_was_done_before_a_power_cut_is_there_and_whole(deeds: str) -> None:
    made = calls(deeds)
    if not made:
        pytest.skip(NO_CALLS)
    done, lost = cuts(made, CUTS, random.Random(SEED))
    assert lost == []
    assert done > CUTS / 2


@pytest.mark.parametrize(("deeds", "weakness"), WEAK)
def test_what_is_not_written_as_meipi_writes_is_lost(deeds: str, weakness: str) -> None:
    made = calls(deeds, weakness)
    if not made:
        pytest.skip("there is no strace")
    assert cuts(made, CUTS, random.Random(SEED))[1]


@pytest.mark.parametrize("deeds", DEEDS)
def test_calls_are_kept_for_where_there_is_no_strace(deeds: str) -> None:
    head, *made = trace.kept(kept(deeds))
    if head != ("format", FORMAT):
        pytest.skip(NO_CALLS)
    assert cuts(made, 8, random.Random(SEED))[1] == []
