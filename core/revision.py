"""One field's history: revisions, their ids, and the heads of the small graph they make.

Pure: where revisions are kept is `store`'s. A revision is never edited or deleted; two logs are
merged by taking the union of their revisions, so its id is a hash of all it says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from core.errors import Refused
from core.ident import hashed

#: The last second that a calendar can spell in whatever zone, in milliseconds.
LATEST = 253_402_214_399_000


def possible(clock: int) -> int:
    """Give the time that a clock shows; refuse one that no other reader would take."""
    if 0 <= clock <= LATEST:
        return clock
    raise Refused(
        "The clock of this computer shows a year before 1970 or after 9999.",
        "Set it right; nothing was changed.",
    )


@dataclass(frozen=True, slots=True)
class Revision:
    """One field of one record at one moment.

    `parents` are the ids of the revisions it replaces; `clock` is milliseconds since 1970, UTC, for
    display and ties only; a `value` of None says that the field holds nothing.
    """

    kind: str
    record: str
    field: str
    parents: tuple[bytes, ...]
    clock: int
    author: str
    value: str | None
    change: str

    @property
    def rev(self) -> bytes:
        """Give the id: the first 16 bytes of SHA-256 over the length-prefixed other columns."""
        what = (self.kind, self.record, self.field, b"".join(sorted(self.parents)))
        return digest((*what, self.clock, self.author, self.value, self.change))


Columns = tuple[str, str, str, bytes, int, str, str | None, str]
Stored = tuple[bytes, bytes, bytes, bytes, int, bytes, bytes | None, bytes]


def digest(columns: Columns) -> bytes:
    """Hash the columns of a revision but its id, in the order of the table; parents are sorted."""
    kind, record, field, parents, clock, author, value, change = columns
    said = None if value is None else value.encode("utf-8", "surrogatepass")
    named = (kind.encode(), record.encode(), field.encode())
    return sealed((*named, parents, clock, author.encode(), said, change.encode()))


def sealed(columns: Stored) -> bytes:
    """Hash the same columns as they are stored: bytes, an integer, and a value that may be None."""
    kind, record, field, parents, clock, author, value, change = columns
    when, said = b"%d" % clock, b"-" if value is None else b"+" + value
    whole = PREFIXED % (
        *(len(kind), kind, len(record), record, len(field), field, len(parents), parents),
        *(len(when), when, len(author), author, len(said), said, len(change), change),
    )
    return hashed(whole)[:16]


PREFIXED = b"%d:%b" * 8


def cut(parents: bytes) -> tuple[bytes, ...]:
    """Give the ids that a column of parents holds."""
    return tuple(parents[i : i + 16] for i in range(0, len(parents), 16))


class Said(NamedTuple):
    """What a revision says, its id at hand: enough to find heads among many."""

    rev: bytes
    field: str
    parents: tuple[bytes, ...]
    clock: int
    author: str
    value: str | None


class Saying(Protocol):
    """What heads are found of."""

    @property
    def rev(self) -> bytes: ...
    @property
    def parents(self) -> tuple[bytes, ...]: ...
    @property
    def clock(self) -> int: ...
    @property
    def value(self) -> str | None: ...


Any = TypeVar("Any", bound=Saying)


def heads(revisions: Iterable[Any]) -> tuple[Any, ...]:
    """Give the revisions of one field that no other replaces, the one to show first.

    The newest by the clock is shown, of equals the one with the greater id; a head that holds a
    value goes before one that holds nothing, so that a deletion never hides what was typed.
    """
    known = {revision.rev: revision for revision in revisions}
    replaced = {parent for revision in known.values() for parent in revision.parents}
    live = [(rev, revision) for rev, revision in known.items() if rev not in replaced]
    live.sort(key=lambda item: (item[1].value is not None, item[1].clock, item[0]), reverse=True)
    return tuple(revision for _, revision in live)


def fields(revisions: Iterable[Said]) -> dict[str, tuple[Said, ...]]:
    """Give the heads of every field of one record."""
    said = dict[str, list[Said]]()
    for one in revisions:
        said.setdefault(one.field, []).append(one)
    return {field: heads(ones) for field, ones in said.items()}


def hidden(heads: Iterable[Said]) -> bool:
    """Tell from all heads of a record whether a removal has seen every one of them."""
    heads = tuple(heads)
    removals = [one for one in heads if one.field == "removed" and one.value is not None]
    seen = {parent for one in removals for parent in one.parents}
    return bool(seen) and all(one.rev in seen or one.field == "removed" for one in heads)
