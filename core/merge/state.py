"""What a merge would do to one highlight: pure, from all that both libraries say of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.revision import Said, fields, hidden

Heads = dict[str, tuple[Said, ...]]


class State(StrEnum):
    """How a highlight of the other library stands to ours; in a conflict, two readers differ."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    CONFLICT = "conflict"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """A field that differs: what is shown of it here and there (None: nothing)."""

    field: str
    ours: str | None
    theirs: str | None
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """A highlight's state, the fields that differ, its passage as JSON, and who made it."""

    state: State
    fields: tuple[FieldPlan, ...]
    passage: str
    author: str


def weigh(ours: Iterable[Said], theirs: Iterable[Said]) -> Weighed | None:
    """Say what becomes of a highlight; None for one that is seen neither before nor after."""
    ours, theirs = list(ours), list(theirs)
    union = _union(ours, theirs)
    here, after = fields(ours), fields(union)
    was, will_be = _is_seen(here), _is_seen(after)
    if not (was or will_be):
        return None
    apart = differing(ours, theirs)
    passage = (here if was else after)["passage"][0]
    born = min((one for one in union if one.field == "passage"), key=_born)
    state = _state(was, will_be, bool(ours), apart)
    return Weighed(state, apart, passage.value or "", born.author)


def _born(one: Said) -> tuple[bool, int, bytes]:
    """Put what was said first before what replaced it, whatever the clocks."""
    return bool(one.parents), one.clock, one.rev


def weigh_other(
    birth: str, ours: Iterable[Said], theirs: Iterable[Said]
) -> tuple[State, tuple[FieldPlan, ...]] | None:
    """Say what becomes of a record of another kind, which `birth` brings into being.

    None where nothing that is shown of it would change.
    """
    ours, theirs = list(ours), list(theirs)
    was, will_be = (_is_seen(fields(said), birth) for said in (ours, _union(ours, theirs)))
    if not (was or will_be):
        return None
    apart = differing(ours, theirs)
    state = _state(was, will_be, bool(ours), apart)
    return None if state is State.SAME else (state, apart)


def differing(ours: Iterable[Said], theirs: Iterable[Said]) -> tuple[FieldPlan, ...]:
    """Name the fields that the merge would change."""
    here, there, after = fields(ours), fields(theirs), fields(_union(ours, theirs))
    return tuple(_differing(here, there, after))


def standing(apart: Sequence[FieldPlan]) -> State:
    """Say what a highlight is that both show, where the merge would change these fields."""
    if any(field.conflict for field in apart):
        return State.CONFLICT
    return State.CHANGED if apart else State.SAME


def _union(ours: Iterable[Said], theirs: Iterable[Said]) -> list[Said]:
    return list({one.rev: one for one in (*ours, *theirs)}.values())


def _is_seen(heads: Heads, birth: str = "passage") -> bool:
    born = heads.get(birth, ())
    every = [one for ones in heads.values() for one in ones]
    return bool(born) and born[0].value is not None and not hidden(every)


def _state(was: bool, will_be: bool, known: bool, apart: Sequence[FieldPlan]) -> State:
    if not known:
        return State.NEW
    if was and not will_be:
        return State.DELETED
    state = standing(apart)
    return State.CHANGED if state is State.SAME and not was else state


def _differing(here: Heads, there: Heads, after: Heads) -> Iterable[FieldPlan]:
    for field, heads in sorted(after.items()):
        before = here.get(field, ())
        if field == "removed" or _values(before) == _values(heads):
            continue
        conflict = len(_values(heads)) > 1
        yield FieldPlan(field, _shown(before), _shown(there.get(field, ())), conflict)


def _values(heads: Iterable[Said]) -> set[str | None]:
    return {one.value for one in heads} or {None}


def _shown(heads: tuple[Said, ...]) -> str | None:
    return heads[0].value if heads else None
