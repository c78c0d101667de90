"""What several verbs need: an edit of a highlight, and a note in the form it is kept in."""

from core.change import Edit, Record
from core.errors import Refused
from core.outline import storable

NOTE_LENGTH = 1_000_000


def kept_note(text: str) -> str:
    """Give a note with LF at its line ends and without what cannot be stored; refuse a huge one."""
    if len(text) > NOTE_LENGTH:
        raise Refused("This note is longer than a million characters.", "Divide it.")
    return storable(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))


def mark_edit(record: str, field: str, before: str | None, after: str | None) -> Edit:
    return Edit(Record.HIGHLIGHT, record, field, before, after)
