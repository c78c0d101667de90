"""A highlight's log in the reader's words: what was done to it, one line for each deed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from core.model import Colour, Saying, Stance, Tag
from gui.highlights.ports import HistoryLine
from gui.parts.lines import first_line, one_line
from gui.tongue import tr
from gui.tongue.names import colour_name, stance_name


def told(sayings: Iterable[Saying], tags: Mapping[str, Tag]) -> list[HistoryLine]:
    """Give (when, who, what) of every deed, in the order given; what one deed said is one line."""
    lines = []
    for (clock, author), said in groupby(sayings, key=lambda one: (one.clock, one.author)):
        words = list(_words({one.field: one.value for one in said}, tags))
        lines += [(clock, author, what) for what in words]
    return lines


def _words(said: Mapping[str, str | None], tags: Mapping[str, Tag]) -> Iterator[str]:
    """Say what one deed made of a highlight; a new one says its colour by the way."""
    passage = said.get("passage")
    if passage and "colour" not in said:
        yield tr("Stands at: {0}").format(first_line(json.loads(passage)["quote"]))
    elif passage:
        yield tr("Highlighted in {0}").format(_colour(said).lower())
    for field, value in said.items():
        if field == "colour" and "passage" not in said:
            yield tr("Coloured {0}").format(_colour(said).lower())
        elif field == "note":
            yield _note(value or "")
        elif field == "stance":
            yield _stance(value or "")
        elif field == "private":
            yield _private(value)
        elif field == "removed":
            yield tr("Removed") if value else tr("Brought back")
        elif field.startswith("tag:"):
            yield _tag(tags.get(field[4:]), given=bool(value))


def _colour(said: Mapping[str, str | None]) -> str:
    value = said.get("colour") or Colour.YELLOW
    return colour_name(Colour(value)) if value in set(Colour) else value


def _note(text: str) -> str:
    if not text.strip():
        return tr("Note emptied")
    return tr("Note: {0}").format(first_line(text))


def _private(value: str | None) -> str:
    if value:
        return tr("Kept private")
    return tr("May be shared again")


def _stance(value: str) -> str:
    if value not in set(Stance) or not value:
        return tr("No judgement any more")
    return tr("Judged: {0}").format(stance_name(Stance(value)).lower())


def _tag(tag: Tag | None, *, given: bool) -> str:
    name = one_line(tag.path, 80) if tag else "?"
    if given:
        return tr("Tagged {0}").format(name)
    return tr("Tag {0} dropped").format(name)
