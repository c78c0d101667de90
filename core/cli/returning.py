"""What a merge brings back of what was taken away here, told to somebody in a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from core.cli.prose import count
from core.cli.screen import plain
from core.merge import ArticlePlan, BackPlan, Plan

LISTED = 200  # records that are told one by one


def within(plan: Plan, articles: Iterable[ArticlePlan]) -> list[BackPlan]:
    """Give what could come back of these articles."""
    wanted = {one.id for one in articles}
    return [one for one in plan.backs if one.article in wanted]


def ids(some: Iterable[BackPlan]) -> frozenset[str]:
    return frozenset(one.id for one in some)


def shape(backs: Iterable[BackPlan], again: Iterable[BackPlan]) -> list[dict[str, Any]]:
    wanted = ids(again)
    return [
        {
            "kind": one.kind.value,
            "id": one.id,
            "name": one.name,
            "undone": one.undone,
            "comes": one.id in wanted,
        }
        for one in backs
    ]


def told(again: Sequence[BackPlan], *, dry_run: bool) -> Iterator[str]:
    """Tell what comes back, each by its kind and its name."""
    if again:
        yield f"{'Would bring' if dry_run else 'Brought'} back {count(len(again), 'record')}:"
    for one in again[:LISTED]:
        yield f"  {one.kind.value}: {plain(one.name or '(no name)')}"
    if len(again) > LISTED:
        yield f"  and {len(again) - LISTED:,} more."


def stays(backs: Iterable[BackPlan], again: Iterable[BackPlan]) -> Iterator[str]:
    """Tell how much stays away, and what would bring it back."""
    come = ids(again)
    left = [one for one in backs if one.id not in come]
    if undone := sum(one.undone for one in left):
        yield f"{_in_it(undone)} taken away here with Undo: --undone brings {_it(undone)} back."
    if removed := len(left) - undone:
        yield f"{_in_it(removed)} removed here: --removed brings {_it(removed)} back."


def _in_it(many: int) -> str:
    return f"{count(many, 'record')} in it {'was' if many == 1 else 'were'}"


def _it(many: int) -> str:
    return "it" if many == 1 else "them"
