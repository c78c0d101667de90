"""What the verbs have in common: an edit of a highlight, and a note as it is kept."""

from core.change import Edit, Record
from core.errors import Refused
from core.outline import storable

NOTE_LENGTH = 1_000_000


def kept_note(text: str) -> str:
    if len(text) > NOTE_LENGTH:
        raise Refused("This note is longer than a million characters.", "Divide it.")
    return storable(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))


def said(record: str, field: str, before: str | None, after: str | None) -> Edit:
    return Edit(Record.HIGHLIGHT, record, field, before, after)
