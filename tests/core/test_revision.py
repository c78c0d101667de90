"""Ids are for ever: of revisions, articles and editions; and which revision is shown."""

import itertools
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from core.day import at
from core.model import Article
from core.revision import LATEST, Revision, heads

ONE = Revision("highlight", "h1", "note", (), 1_760_000_000_000, "anna", "为什么?", "c1")


def after(*parents: Revision, value: str | None, clock: int = 0) -> Revision:
    ids = tuple(parent.rev for parent in parents)
    return replace(ONE, parents=ids, value=value, clock=ONE.clock + clock)


def test_ids_do_not_change_from_one_meipi_to_the_next(rare_earths: Article) -> None:
    """Libraries and shares hold them: whoever changes these breaks every file there is."""
    assert ONE.rev.hex() == "994aa5017ff8ca144e425d8b12de3d61"
    assert rare_earths.id == "92277e62-3587-534a-a140-82f0a9852d97"
    assert rare_earths.edition.id == "77ed43b794afde375877cc35a232a44f"


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, kind="tag"),
        replace(ONE, record="h2"),
        replace(ONE, field="colour"),
        replace(ONE, parents=(b"x" * 16,)),
        replace(ONE, clock=ONE.clock + 1),
        replace(ONE, author="ben"),
        replace(ONE, value=None),
        replace(ONE, value=""),
        replace(ONE, change="c2"),
        replace(ONE, record="h1n", field="ote"),
    ],
)
def test_every_column_makes_another_id(other: Revision) -> None:
    assert other.rev != ONE.rev
    assert replace(other).rev == other.rev


def test_the_order_of_parents_makes_no_other_id() -> None:
    two = replace(ONE, parents=(b"a" * 16, b"b" * 16))
    assert two.rev == replace(two, parents=two.parents[::-1]).rev


def test_heads_are_what_no_other_replaces_in_whatever_order_they_come() -> None:
    left, right = after(ONE, value="left", clock=1), after(ONE, value="right", clock=2)
    nothing = after(ONE, value=None, clock=9)
    log = (ONE, left, right, nothing)
    for order in itertools.permutations(log):
        assert heads(order) == (right, left, nothing)
    settled = after(left, right, nothing, value="both", clock=3)
    assert heads((*log, settled, settled)) == (settled,)


def test_the_last_time_that_a_clock_may_show_has_a_day_in_whatever_zone() -> None:
    last = at(LATEST)
    assert last.astimezone(timezone(timedelta(hours=14))).year == 9999
