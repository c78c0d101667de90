"""Imports, copies and restores are killed at random moments. More in tests/soak."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.soak.kill_keeping import STRUCK

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


@pytest.mark.parametrize("struck", STRUCK)
def test_what_was_done_before_a_kill_is_there_and_whole(
    tmp_path: Path, struck: Callable[[Path, random.Random], list[str]]
) -> None:
    chance = random.Random()
    for _ in range(6):
        assert struck(tmp_path, chance) == []
