"""One field's history: revisions, their ids, and the heads of the small graph they make.

Pure: where revisions are kept is `store`'s. A revision is never edited or deleted; two logs are
merged by taking the union of their revisions, so its id is a hash of all it says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256


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
        parts = (
            self.kind.encode(),
            self.record.encode(),
            self.field.encode(),
            b"".join(sorted(self.parents)),
            str(self.clock).encode(),
            self.author.encode(),
            b"-" if self.value is None else b"+" + self.value.encode("utf-8", "surrogatepass"),
            self.change.encode(),
        )
        return sha256(b"".join(b"%d:%b" % (len(part), part) for part in parts)).digest()[:16]


def heads(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Give the revisions of one field that no other replaces, the one to show first.

    The newest by the clock is shown, of equals the one with the greater id; a head that holds a
    value goes before one that holds nothing, so that a deletion never hides what was typed.
    """
    known = {revision.rev: revision for revision in revisions}
    replaced = {parent for revision in known.values() for parent in revision.parents}
    live = [(rev, revision) for rev, revision in known.items() if rev not in replaced]
    live.sort(key=lambda item: (item[1].value is not None, item[1].clock, item[0]), reverse=True)
    return tuple(revision for _, revision in live)
