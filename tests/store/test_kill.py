"""A writer is killed at random moments; what it said was done is there. More in tests/soak."""

import os
import random
from pathlib import Path

import pytest

from tests.soak.kill import kill_once, lost

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


def test_what_was_acknowledged_before_a_kill_is_there(path: Path) -> None:
    chance, told = random.Random(), set[str]()
    for _ in range(12):
        told |= kill_once(path, chance)
        assert lost(path, told) == []
    assert told
