"""What readers type, as it is kept: notes, and what in a name cannot be seen."""

import unicodedata

from core.change import Edit, Record
from core.errors import Refused
from core.outline import storable

NOTE_LENGTH = 1_000_000
#: Unseen, but inside a word or an emoji they belong to it.
JOINERS = "\u200c\u200d"


def kept_note(text: str) -> str:
    if len(text) > NOTE_LENGTH:
        raise Refused("This note is longer than a million characters.", "Divide it.")
    return storable(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))


def is_unseen(char: str) -> bool:
    kind = unicodedata.category(char)
    return char not in JOINERS and (kind in ("Cc", "Cf", "Cs") or kind[0] == "Z")


def said(record: str, field: str, before: str | None, after: str | None) -> Edit:
    return Edit(Record.HIGHLIGHT, record, field, before, after)
