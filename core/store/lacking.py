"""What one record lacks here that another library shows: pure, from all that both say of it.

Undoing a merge says something over what the merge had brought, and both stay in the log: a merge of
the same brings nothing. It is known by the revisions that undid merges; what was said over one of
those since was said by somebody who saw nothing else, and stays beside what comes back. Where such
records are found, and what of them is wanted, is told in `bring_back`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from core.revision import Said, fields, heads, hidden


class Undoing(NamedTuple):
    """The revisions that undid merges, each with its change, and those that merges brought.

    Of what was brought, only what is said of records that an undoing is about.
    """

    changes: Mapping[bytes, str]
    brought: Collection[bytes]


class Saying(NamedTuple):
    """What is to be said of a field again, as `said` there, in place of what `over` names."""

    said: Said
    over: frozenset[bytes]


class Lacking(NamedTuple):
    """What brings a record back: what is said again of it, and the removals that are taken back.

    One that is not `undone` was removed by somebody.
    """

    undone: bool
    sayings: tuple[Saying, ...]
    removals: tuple[Said, ...]

    def __bool__(self) -> bool:
        return bool(self.sayings or self.removals)


def lacking(ours: Sequence[Said], theirs: Iterable[Said], undoing: Undoing) -> Lacking:
    """Tell what a record lacks that the other library shows; `ours` knows all that is there."""
    by_undo, removals = _removals(ours, undoing)
    sayings = tuple(_sayings(ours, theirs, undoing))
    return Lacking(by_undo or not removals, sayings, removals)


def _removals(ours: Iterable[Said], undoing: Undoing) -> tuple[bool, tuple[Said, ...]]:
    """Give the removals that hide a record, and whether those that undid merges do it alone."""
    every = [one for ones in fields(ours).values() for one in ones]
    if not hidden(every):
        return False, ()
    removals = [one for one in every if one.field == "removed" and one.value is not None]
    by_undo = tuple(one for one in removals if one.rev in undoing.changes)
    if by_undo and not hidden(one for one in every if one not in by_undo):
        return True, by_undo
    return False, tuple(removals)


def _sayings(ours: Iterable[Said], theirs: Iterable[Said], undoing: Undoing) -> Iterator[Saying]:
    known = dict[str, list[Said]]()
    for one in ours:
        known.setdefault(one.field, []).append(one)
    undone = {one.field for ones in known.values() for one in ones if one.rev in undoing.changes}
    for field, there in fields(theirs).items():
        if field in undone and field != "removed":
            yield from _of_field(known[field], there, undoing)


def _of_field(said: list[Said], there: Iterable[Said], undoing: Undoing) -> Iterator[Saying]:
    """Give their heads whose values undo took away here, where no merge brought them since."""
    now, known = heads(said), {one.rev: one for one in said}
    undos, held = _undos(said, undoing), {one.value for one in now}
    for one in there:
        said_so = {rev for rev in known.keys() & undoing.brought if known[rev].value == one.value}
        takers = [undo for undo in undos if _took(undo, one.value, known, said_so)]
        if takers and one.value not in held:
            held.add(one.value)
            last = {head.rev for head in now if head.rev in undoing.changes}
            yield Saying(one, frozenset(last or (u.rev for undo in takers for u in undo)))


def _undos(said: Iterable[Said], undoing: Undoing) -> list[list[Said]]:
    """Give what each undoing said."""
    undos = dict[str, list[Said]]()
    for one in said:
        if one.rev in undoing.changes:
            undos.setdefault(undoing.changes[one.rev], []).append(one)
    return list(undos.values())


def _took(
    undo: list[Said], value: str | None, known: Mapping[bytes, Said], said_so: set[bytes]
) -> bool:
    """Tell whether an undo took a value away, and has seen all merges that said so."""
    if any(one.value == value for one in undo):
        return False
    parents = {known[rev].value for one in undo for rev in one.parents if rev in known}
    return value in parents and said_so <= _ancestors(undo, known)


def _ancestors(of: Iterable[Said], known: Mapping[bytes, Said]) -> set[bytes]:
    found, waiting = set[bytes](), [rev for one in of for rev in one.parents]
    while waiting:
        rev = waiting.pop()
        if rev in known and rev not in found:
            found.add(rev)
            waiting += known[rev].parents
    return found
