"""Merging at random: in any order, in any groups, as often as one likes, and nothing is lost.

MEIPI_SOAK=20 tries twenty times as many histories.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from core.check import rebuild
from core.library import Library
from core.store import fold
from tests.merge.replicas import Replicas

HASTE = settings(
    max_examples=8 * int(os.environ.get("MEIPI_SOAK", "1")),
    stateful_step_count=25,
    suppress_health_check=list(HealthCheck),
)


class SetBySet(Replicas):
    """The same, folded as a hundred thousand records are: set by set, in SQL."""

    def __init__(self) -> None:
        self.usual, fold.MANY = fold.MANY, -1
        super().__init__()

    def teardown(self) -> None:
        try:
            super().teardown()
        finally:
            fold.MANY = self.usual


class NewestWins(Replicas):
    """Joining as many programs do it: of each record the copy that was changed last is kept."""

    def join(self, library: Library, other: Path) -> None:
        with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
            connection.execute("ATTACH ? AS theirs", [str(other)])
            connection.execute("BEGIN")
            connection.execute(
                "CREATE TEMP TABLE newer AS SELECT record FROM theirs.revisions t GROUP BY record"
                " HAVING max(clock) > coalesce((SELECT max(clock) FROM main.revisions"
                " WHERE record = t.record), 0)"
            )
            connection.execute("DELETE FROM revisions WHERE record IN (SELECT record FROM newer)")
            for table in ("articles", "editions", "nodes"):
                connection.execute(f"INSERT OR IGNORE INTO {table} SELECT * FROM theirs.{table}")
            connection.execute(
                "INSERT INTO revisions SELECT * FROM theirs.revisions WHERE record IN newer"
            )
            connection.execute("COMMIT")
            connection.execute("DETACH theirs")
        rebuild(library.path)


Replicas.TestCase.settings = HASTE
SetBySet.TestCase.settings = HASTE
test_any_order_of_merging_says_the_same = Replicas.TestCase
test_what_is_folded_set_by_set_says_the_same = SetBySet.TestCase


def test_the_same_tests_refuse_a_merge_where_the_newest_wins() -> None:
    without_shrinking = settings(
        HASTE, max_examples=20, phases=[Phase.generate], derandomize=True, database=None
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(NewestWins, settings=without_shrinking)
