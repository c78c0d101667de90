"""Passages highlighted, and what a reader says of them."""

import json
from collections.abc import Iterable, Sequence

from core.annotate.edits import kept_note, mark_edit
from core.annotate.tags import Vocabulary
from core.change import Change, Edit
from core.ident import fresh
from core.model import Colour, Highlight, Passage, Stance, Tag


def highlight(
    passage: Passage,
    colour: Colour = Colour.YELLOW,
    *,
    note: str = "",
    tags: Sequence[str] = (),
    known: Iterable[Tag] = (),
) -> Change:
    """Mark a passage, with the tags of these paths; `known` are the tags there are."""
    new = fresh()
    edits = [mark_edit(new, "passage", None, _spelled(passage))]
    edits.append(mark_edit(new, "colour", None, colour.value))
    if kept := kept_note(note):
        edits.append(mark_edit(new, "note", None, kept))
    found = Vocabulary(known)
    for path in tags:
        tag = found.find_or_make(path)
        if all(edit.field != f"tag:{tag}" for edit in edits):
            edits.append(mark_edit(new, f"tag:{tag}", None, "1"))
    return Change("highlight", (*edits, *found.made))


def _spelled(passage: Passage) -> str:
    where = {name: getattr(passage, name) for name in Passage.__slots__}
    return json.dumps(where, ensure_ascii=False)


def accept(places: Iterable[tuple[Highlight, Passage]]) -> Change:
    """Let highlights stand at other passages from now on: at what their words became."""
    return Change("accept", _moved(places))


def reach(one: Highlight, passage: Passage) -> Change:
    """Let a highlight reach over other words, as its reader wants it."""
    return Change("reach", _moved([(one, passage)]))


def _moved(places: Iterable[tuple[Highlight, Passage]]) -> tuple[Edit, ...]:
    return tuple(
        mark_edit(one.id, "passage", _spelled(one.passage), _spelled(passage))
        for one, passage in places
        if passage != one.passage
    )


def recolour(highlights: Iterable[Highlight], colour: Colour) -> Change:
    edits = (
        mark_edit(one.id, "colour", one.colour.value, colour.value)
        for one in highlights
        if one.colour is not colour
    )
    return Change("recolour", tuple(edits))


def judge(highlights: Iterable[Highlight], stance: Stance) -> Change:
    """Say what the reader thinks of passages."""
    edits = (
        mark_edit(one.id, "stance", one.stance.value or None, stance.value or None)
        for one in highlights
        if one.stance is not stance
    )
    return Change("judge", tuple(edits))


def keep_private(highlights: Iterable[Highlight], private: bool) -> Change:
    """Keep highlights at home when a share is made, or let them go along."""
    edits = (
        mark_edit(one.id, "private", "1" if one.private else None, "1" if private else None)
        for one in highlights
        if one.private is not private
    )
    return Change("keep private" if private else "let share", tuple(edits))


def note(one: Highlight, text: str) -> Change:
    """Write a highlight's note, in Markdown."""
    kept = kept_note(text)
    edits = (mark_edit(one.id, "note", one.note or None, kept or None),) if kept != one.note else ()
    return Change("note", edits)


def remove(highlights: Iterable[Highlight]) -> Change:
    """Take highlights away; the log keeps what they said."""
    return Change("remove", tuple(mark_edit(one.id, "removed", None, "1") for one in highlights))
