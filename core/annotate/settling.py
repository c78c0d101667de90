"""Several values of one field made one, what was removed brought back, and a reader's name."""

from collections.abc import Sequence

from core.annotate.edits import kept_note
from core.change import Change, Edit, Record
from core.model import Head
from core.names import author_name


def settle(
    record: str,
    field: str,
    value: str | None,
    heads: Sequence[Head],
    kind: Record = Record.HIGHLIGHT,
) -> Change:
    """Make one of several values that a field holds, or a third, the only one."""
    if field == "note":
        value = kept_note(value or "") or None
    revs = tuple(head.rev for head in heads)
    return Change("settle", (Edit(kind, record, field, heads[0].value, value, revs),))


def bring_back(kind: Record, record: str) -> Change:
    """Bring back what was removed, to be written on: what is written is the deed to be undone."""
    return Change("bring back", (Edit(kind, record, "removed", "1", None),), quiet=True)


def sign(author: str, before: str | None, name: str) -> Change:
    """Put a reader's name beside their id."""
    edit = Edit(Record.AUTHOR, author, "name", before, author_name(name))
    return Change("sign", (edit,), quiet=True)
