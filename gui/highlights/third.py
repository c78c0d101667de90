"""A third text for a field that holds two: which fields can have one, and what is kept of it."""

from core.change import Record
from core.model import Conflict

LONGEST = 200  # code points of a name, as in a share
QUERY = 2000
STATEMENT = 1000
#: What a reader writes in a field of one line, and how much of it there may be.
LINES = {"name": LONGEST, "zh": LONGEST, "en": LONGEST, "query": QUERY, "statement": STATEMENT}


def writable(conflict: Conflict) -> bool:
    """Tell whether a reader can write another text for a field."""
    return conflict.field == "note" or conflict.field in LINES


def third(conflict: Conflict, text: str) -> str | None:
    """Give what is kept of a text that was written for a field; None where it cannot stand there.

    A note is kept as it is; what has one line gets one, without what cannot be seen.
    """
    if conflict.field == "note":
        return text.replace("\0", "")
    from core.share.words import UNSEEN  # where something is contested

    line = " ".join(UNSEEN.sub(" ", text).split())
    is_label = conflict.kind == Record.TAG and conflict.field in ("zh", "en")
    if len(line) > LINES[conflict.field] or not (line or is_label):
        return None
    is_tag = conflict.kind == Record.TAG and conflict.field == "name"
    return None if is_tag and "/" in line else line
