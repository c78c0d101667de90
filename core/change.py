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
    FINDING = "finding"
    PAIR = "pair"
    TAG = "tag"
    TERM = "term"
    SEARCH = "search"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one record: what it was and what it becomes (None: nothing).

    `replaces` names, in an undo, the revisions that it takes back; where others took their place,
    and say the same, it replaces those.
    """

    kind: Record
    record: str
    field: str
    before: str | None
    after: str | None
    replaces: tuple[bytes, ...] = ()


#: The field whose first value brings a record into being.
BIRTH = {
    Record.ARTICLE: "edition",
    Record.HIGHLIGHT: "passage",
    Record.FINDING: "statement",
    Record.PAIR: "claims",
    Record.TAG: "name",
    Record.TERM: "zh",
    Record.SEARCH: "query",
    Record.AUTHOR: "name",
}


CONCLUDED = (Record.FINDING, Record.PAIR)


@dataclass(frozen=True, slots=True)
class Take:
    """What to take of another library: everything, or these articles and these highlights.

    An article is taken with all that was said of it; a highlight with the text it stands in, and
    both with the tags and the authors they name. `others` are records of other kinds; a finding is
    taken with the highlights it rests on. `bring_back` are records, of any kind, that were taken
    away here, and come back: what else is taken says nothing of these.
    """

    articles: frozenset[str] | None = None
    highlights: frozenset[str] | None = None
    others: frozenset[str] = frozenset()
    bring_back: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        return self.articles is None and self.highlights is None


EVERYTHING = Take()


@dataclass(frozen=True, slots=True)
class Change:
    """One deed: a name ("highlight"), the edits it makes, and what was read with it.

    `id` is given by the library when the change is committed. A `quiet` change, such as marking as
    read what was opened, is kept like any other but is no step of undo. A merge names its `source`,
    the file it came from; its edits tell which fields it touched, and not what they hold.
    """

    name: str
    edits: tuple[Edit, ...]
    articles: tuple[Article, ...] = field(default=(), repr=False)
    id: str = ""
    quiet: bool = False
    source: str = ""
    _named: dict[Record, tuple[str, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def count(self) -> int:
        """Count the records it is about: of the first kind, in the order above, that it has."""
        counts = (len(self.records(kind)) for kind in Record)
        return next(filter(None, counts), 0)

    @property
    def leaves_marks(self) -> bool:
        """Tell whether it is about findings and pairs alone: texts, marks and tags stay."""
        return all(e.kind in CONCLUDED and not e.field.startswith("tag:") for e in self.edits)

    def __bool__(self) -> bool:
        return bool(self.edits)

    def reversed(self) -> "Change":
        """Give the change that takes this one back. What was read stays in the library.

        What it brought into being is removed, as by hand, so that nothing said about it elsewhere
        meanwhile can be hidden by the undoing.
        """
        born = {e.record for e in self.edits if e.before is None and e.field == BIRTH[e.kind]}
        edits = []
        for edit in reversed(self.edits):
            if edit.record not in born:
                way = (edit.after, edit.before, edit.replaces)
                edits.append(Edit(edit.kind, edit.record, edit.field, *way))
            elif edit.before is None and edit.field == BIRTH[edit.kind]:
                edits.append(Edit(edit.kind, edit.record, "removed", None, "1"))
        return Change(self.name, tuple(edits))

    def records(self, kind: Record) -> tuple[str, ...]:
        """Name the records of one kind that this change touches, each once, in order.

        A merge makes a hundred thousand edits, and everybody asks: they are looked through once.
        """
        if not self._named:
            named = {one: dict[str, None]() for one in Record}
            for edit in self.edits:
                named[edit.kind][edit.record] = None
            self._named.update({one: tuple(records) for one, records in named.items()})
        return self._named[kind]
