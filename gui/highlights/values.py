"""What a field of a record is called, and what it holds, in a reader's words."""

import json
from collections.abc import Mapping
from types import ModuleType

from core.change import Record
from core.model import Colour, Conflict, Stance, Tag
from gui.parts.lines import TURNING, one_line
from gui.tongue import tr
from gui.tongue.names import colour_name, stance_name

LONGEST = 4_000  # code points of a text that are shown


def field_name(conflict: Conflict, tags: Mapping[str, Tag]) -> str:
    """Name a field: "Note", "Colour", "Tag claim/forecast"."""
    if conflict.kind == Record.FINDING:
        return str(_of_finding().name(conflict.field, tags))
    if conflict.field.startswith("tag:"):
        return tr("Tag {0}").format(tag_path(conflict.field[4:], tags))
    return {
        "note": tr("Note"),
        "colour": tr("Colour"),
        "stance": tr("Judgement"),
        "private": tr("Private"),
        "passage": tr("Passage"),
        "name": tr("Name"),
        "parent": tr("Stands under"),
        "zh": tr("Name in Chinese"),
        "en": tr("Name in English"),
        "edition": tr("Text"),
        "read": tr("Read", "state"),
        "whole": tr("One word"),
    }.get(conflict.field, one_line(conflict.field, 80))


def value_words(conflict: Conflict, value: str | None, tags: Mapping[str, Tag]) -> str:
    """Say what a field holds."""
    field = conflict.field
    if field.startswith("tag:") or field in ("private", "read", "whole"):
        return _turned(field, on=bool(value))
    if conflict.kind == Record.FINDING:
        return shortened(_of_finding().value_words(field, value))
    return _said(field, value, tags)


def _said(field: str, value: str | None, tags: Mapping[str, Tag]) -> str:
    if value is None or not value.strip():
        return tr("(empty)")
    if field == "colour" and value in set(Colour):
        return colour_name(Colour(value))
    if field == "stance" and value in set(Stance):
        return stance_name(Stance(value))
    if field == "parent":
        return tag_path(value, tags)
    return _quote(value) if field == "passage" else shortened(value)


def _of_finding() -> ModuleType:
    from gui.highlights.finding import sayings  # where one is contested

    return sayings


def _turned(field: str, *, on: bool) -> str:
    if field.startswith("tag:"):
        return tr("Given") if on else tr("Dropped", "tag")
    return tr("Yes") if on else tr("No")


def shortened(text: str) -> str:
    shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return shown.translate(TURNING)


def colour_of(conflict: Conflict, value: str | None) -> Colour | None:
    """Give the colour that a value names, for a spot beside it."""
    return Colour(value) if conflict.field == "colour" and value in set(Colour) else None


def _quote(passage: str) -> str:
    try:
        said = json.loads(passage)
    except ValueError:
        return shortened(passage)
    return shortened(str(said.get("quote", ""))) if isinstance(said, dict) else shortened(passage)


def tag_path(tag: str, tags: Mapping[str, Tag]) -> str:
    return one_line(tags[tag].path, 80) if tag in tags else "?"
