"""Edit and Change: the one shape of commit, undo, merge and repaint.

A change names records and fields, never widgets or rows of a table.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from core.model import Article


class Record(StrEnum):
    """What an edit may be about."""

    ARTICLE = "article"
    HIGHLIGHT = "highlight"
    TAG = "tag"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one record: what it was and what it becomes (None: nothing)."""

    kind: Record
    record: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One deed: a name ("highlight"), the edits it makes, and what was read with it.

    `id` and `author` are given by the library when the change is committed.
    """

    name: str
    edits: tuple[Edit, ...]
    articles: tuple[Article, ...] = field(default=(), repr=False)
    id: str = ""

    def __bool__(self) -> bool:
        return bool(self.edits)

    def reversed(self) -> "Change":
        """Give the change that takes this one back. What was read stays in the library."""
        back = (Edit(e.kind, e.record, e.field, e.after, e.before) for e in reversed(self.edits))
        return Change(self.name, tuple(back))

    def records(self, kind: Record) -> tuple[str, ...]:
        """Name the records of one kind that this change touches, each once, in order."""
        return tuple(dict.fromkeys(e.record for e in self.edits if e.kind is kind))
