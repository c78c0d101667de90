"""What takes a merge of one record back, or brings it again: pure, from all that was said of it.

What was said before the merge is what undo wants; what it brought as well is what redo wants. What
was said later, and says something else, stays. Which records a merge touched is told in `turn`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.change import BIRTH, Record
from core.revision import Revision, Said, fields, hidden

Heads = dict[str, tuple[Said, ...]]


class Story(NamedTuple):
    """What was said of a record: before the merge, by it, and later.

    What was said quietly is no step of undo, and for good.
    """

    before: list[Said]
    brought: list[Said]
    later: list[Said]
    quiet: list[Said]

    def back(self) -> "Aim":
        """Give what undo wants: what there was before."""
        return self._aim([*self.before, *self.brought], self.before)

    def forth(self) -> "Aim":
        """Give what redo wants: what the merge brought as well."""
        return self._aim(self.before, [*self.before, *self.brought])

    def _aim(self, left: list[Said], wanted: list[Said]) -> "Aim":
        now = [*self.before, *self.brought, *self.later, *self.quiet]
        return Aim(fields(now), fields(left), fields(wanted), _with_what_follows(self.quiet, now))


class Aim(NamedTuple):
    """The heads of a record as they are, as the merge or its undoing left them, and as wanted.

    What was said quietly since stays.
    """

    now: Heads
    left: Heads
    wanted: Heads
    quiet: set[bytes]


class Deed(NamedTuple):
    """Who says something, when (milliseconds since 1970, UTC), and as part of which change."""

    author: str
    clock: int
    change: str

    def says(
        self, kind: str, record: str, field: str, parents: Iterable[bytes], value: str | None
    ) -> Revision:
        what = (kind, record, field, tuple(sorted(parents)))
        return Revision(*what, self.clock, self.author, value, self.change)


def turned(kind: Record, record: str, story: Story, aim: Aim, deed: Deed) -> Iterator[Revision]:
    """Give the revisions that make one record what is wanted.

    What is said again keeps its time, so that of two versions the same one is shown as before.
    """
    said = list[Revision]()

    def say(field: str, parents: Iterable[bytes], value: str | None, at: Deed = deed) -> None:
        said.append(at.says(kind, record, field, parents, value))

    if is_born(kind, aim.wanted):
        for field in sorted({one.field for one in story.brought} - {"removed"}):
            replaced, again = _field(field, aim)
            for one in again:
                at = deed._replace(clock=_clock(one, aim.wanted[field])) if one else deed
                say(field, _revs(replaced), one and one.value, at)
    heads = _after(aim.now, said)
    stale = _removals(aim)
    if _is_shown(kind, aim.wanted):
        if stale:
            say("removed", _revs(stale), None)
    elif said or stale or not hidden(heads):
        say("removed", _revs(heads) | _known_of(kind, aim), "1")
    yield from said


def _revs(some: Iterable[Said]) -> set[bytes]:
    return {one.rev for one in some}


def _with_what_follows(some: Iterable[Said], every: Iterable[Said]) -> set[bytes]:
    """Name some revisions, and all that replace them, one after the other."""
    found = _revs(some)
    left = list(every) if found else []
    while more := {one.rev for one in left if not found.isdisjoint(one.parents)} - found:
        found |= more
    return found


def _known_of(kind: Record, aim: Aim) -> set[bytes]:
    """Give the heads that whoever took an article away had seen, those of the marks on it too."""
    if kind is not Record.ARTICLE:
        return set()
    removals = (one for one in aim.wanted.get("removed", ()) if one.value is not None)
    return {rev for one in removals for rev in one.parents}


def _clock(one: Said, wanted: Iterable[Said]) -> int:
    """Give what is said again its time: a little off, where another head has the same."""
    first, *others = wanted
    if one is first:
        return one.clock + any(other.clock == one.clock for other in others)
    return max(0, one.clock - (one.clock == first.clock))


def _field(field: str, aim: Aim) -> tuple[list[Said], list[Said | None]]:
    """Give the heads of a field that have to go, and what takes their place; None: nothing."""
    now, left, wanted = (heads.get(field, ()) for heads in (aim.now, aim.left, aim.wanted))
    kept = {one.rev for one in wanted} | aim.quiet
    ours = {one.rev for one in left}
    values = {one.value for one in left} or {None}
    gone = [one for one in now if one.rev not in kept and (one.rev in ours or one.value in values)]
    if not gone and not aim.quiet.isdisjoint(_revs(now)):
        return [], []
    if not gone:
        # Of a share of the present state, the past that joins two versions may come with a merge.
        said = ours | _revs(now)
        values = {one.value for one in now}
        parted = [one for one in wanted if one.rev not in said and one.value not in values]
        return parted, [*parted]
    if not wanted:
        return gone, [None]
    goes = _revs(gone)
    stay = [one for one in now if one.rev not in goes]
    stays = {one.value for one in stay}
    there_were = {one.value: one for one in reversed(wanted)}
    missing = [one for value, one in there_were.items() if value not in stays]
    # What was shown is said again, too, where an older head says the same: it has to be the newest.
    is_shown = wanted[0] in (*missing, *stay)
    again = [*missing] if missing and is_shown else [wanted[0], *missing]
    alike = {one.value for one in again}
    # And in place of those that said so, or of what undo did after them one head would be left.
    said_so = [one for one in wanted if one in stay and one.value in alike]
    return [*gone, *said_so], [*again]


def _removals(aim: Aim) -> list[Said]:
    """Give the removals there are that are not among those wanted."""
    kept = {one.rev for one in aim.wanted.get("removed", ())}
    now = aim.now.get("removed", ())
    return [one for one in now if one.value is not None and one.rev not in kept]


def is_born(kind: Record, heads: Heads) -> bool:
    """Tell whether a record came into being here; of some, only a removal has been heard of.

    One that did not is hidden where it is not wanted, and its fields are left alone: a note that
    somebody writes on it elsewhere has to find them.
    """
    return any(one.value is not None for one in heads.get(BIRTH[kind], ()))


def _is_shown(kind: Record, heads: Heads) -> bool:
    every = [one for ones in heads.values() for one in ones]
    return is_born(kind, heads) and not hidden(every)


def _after(now: Heads, said: Iterable[Revision]) -> list[Said]:
    """Give every head that the record has once this was said."""
    said = tuple(said)
    replaced = {parent for one in said for parent in one.parents}
    heads = [one for ones in now.values() for one in ones if one.rev not in replaced]
    return heads + [Said(r.rev, r.field, r.parents, r.clock, r.author, r.value) for r in said]
