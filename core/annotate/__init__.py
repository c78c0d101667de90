"""The verbs: what a reader can do to a library, each giving a Change.

Pure but for the ids, which are made here, where things are born. Nothing is written: the library
commits a Change.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from core.change import Change, Edit, Record
from core.errors import Refused
from core.ident import fresh
from core.model import (
    Colour,
    Head,
    Highlight,
    Passage,
    SavedSearch,
    Stance,
    Tag,
    Term,
)
from core.outline import normal, storable

TAG_LENGTH = 80
TAG_DEPTH = 16
TERM_LENGTH = 80
NOTE_LENGTH = 1_000_000
SEARCH_LENGTH = 2_000


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
    edits = [_said(new, "passage", None, json.dumps(asdict(passage), ensure_ascii=False))]
    edits.append(_said(new, "colour", None, colour.value))
    if kept := _note(note):
        edits.append(_said(new, "note", None, kept))
    found = Vocabulary(known)
    for path in tags:
        tag = found.find_or_make(path)
        if all(edit.field != f"tag:{tag}" for edit in edits):
            edits.append(_said(new, f"tag:{tag}", None, "1"))
    return Change("highlight", (*edits, *found.made))


def recolour(highlights: Iterable[Highlight], colour: Colour) -> Change:
    edits = (
        _said(one.id, "colour", one.colour.value, colour.value)
        for one in highlights
        if one.colour is not colour
    )
    return Change("recolour", tuple(edits))


def judge(highlights: Iterable[Highlight], stance: Stance) -> Change:
    """Say what the reader thinks of passages."""
    edits = (
        _said(one.id, "stance", one.stance.value or None, stance.value or None)
        for one in highlights
        if one.stance is not stance
    )
    return Change("judge", tuple(edits))


def keep_private(highlights: Iterable[Highlight], private: bool) -> Change:
    """Keep highlights at home when a share is made, or let them go along."""
    edits = (
        _said(one.id, "private", "1" if one.private else None, "1" if private else None)
        for one in highlights
        if one.private is not private
    )
    return Change("keep private" if private else "let share", tuple(edits))


def note(one: Highlight, text: str) -> Change:
    """Write a highlight's note, in Markdown."""
    kept = _note(text)
    edits = (_said(one.id, "note", one.note or None, kept or None),) if kept != one.note else ()
    return Change("note", edits)


def _note(text: str) -> str:
    if len(text) > NOTE_LENGTH:
        raise Refused("This note is longer than a million characters.", "Divide it.")
    return storable(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))


def tag(highlights: Iterable[Highlight], path: str, known: Iterable[Tag]) -> Change:
    """Give highlights a tag, making it and its parents where there are none."""
    found = Vocabulary(known)
    wanted = found.find_or_make(path)
    edits = [
        _said(one.id, f"tag:{wanted}", None, "1") for one in highlights if wanted not in one.tags
    ]
    return Change("tag", (*edits, *found.made) if edits else ())


def untag(highlights: Iterable[Highlight], tag_id: str) -> Change:
    edits = (_said(one.id, f"tag:{tag_id}", "1", None) for one in highlights if tag_id in one.tags)
    return Change("untag", tuple(edits))


def settle(
    record: str,
    field: str,
    value: str | None,
    heads: Sequence[Head],
    kind: Record = Record.HIGHLIGHT,
) -> Change:
    """Make one of several values that a field holds, or a third, the only one."""
    if field == "note":
        value = _note(value or "") or None
    revs = tuple(head.rev for head in heads)
    return Change("settle", (Edit(kind, record, field, heads[0].value, value, revs),))


def alike(ours: Iterable[Tag], theirs: Iterable[Tag]) -> list[tuple[Tag, Tag]]:
    """Pair tags that are two and have one name, in either language, under one path."""
    ours, theirs = tuple(ours), tuple(theirs)
    known, ids = dict[str, Tag](), {tag.id for tag in ours}
    for tag in ours:
        known |= {name: tag for name in _names(tag) if name not in known}
    pairs = list[tuple[Tag, Tag]]()
    for tag in theirs:
        twins = (known[name] for name in _names(tag) if name in known)
        twin = next((one for one in twins if one.id != tag.id), None)
        if twin and (tag.id not in ids or (tag, twin) not in pairs):
            pairs.append((twin, tag))
    return pairs


def _names(tag: Tag) -> list[str]:
    """Spell a tag's path with each of its names."""
    above = tag.path[: len(tag.path) - len(tag.name)]
    return [_key(segments(above + name)) for name in (tag.name, tag.zh, tag.en) if name.strip()]


def join_tags(keep: Tag, drop: Tag, uses: Iterable[Highlight], below: Iterable[Tag] = ()) -> Change:
    """Make one tag of two: `uses` are the highlights that have `drop`, `below` the tags under it.

    What the other tag is called in another language is kept where there is no word for it yet.
    """
    edits = list[Edit]()
    for one in uses:
        if keep.id not in one.tags:
            edits.append(_said(one.id, f"tag:{keep.id}", None, "1"))
        edits.append(_said(one.id, f"tag:{drop.id}", "1", None))
    for word in ("zh", "en", "colour"):
        if getattr(drop, word) and not getattr(keep, word):
            edits.append(Edit(Record.TAG, keep.id, word, None, getattr(drop, word)))
    edits += (Edit(Record.TAG, tag.id, "parent", drop.id, keep.id) for tag in below)
    return Change("join tags", (*edits, Edit(Record.TAG, drop.id, "removed", None, "1")))


def remove(highlights: Iterable[Highlight]) -> Change:
    """Take highlights away; the log keeps what they said."""
    return Change("remove", tuple(_said(one.id, "removed", None, "1") for one in highlights))


def take_away(articles: Iterable[str]) -> Change:
    """Take articles off the shelf; their text and all that was said of them is kept."""
    edits = (Edit(Record.ARTICLE, one, "removed", None, "1") for one in articles)
    return Change("take away", tuple(edits))


def read(articles: Mapping[str, bool], now: bool, *, quiet: bool = False) -> Change:
    """Mark articles as read or unread; `articles` says which are read as yet."""
    edits = (
        Edit(Record.ARTICLE, one, "read", "1" if was else None, "1" if now else None)
        for one, was in articles.items()
        if was is not now
    )
    return Change("read" if now else "unread", tuple(edits), quiet=quiet)


def define(
    term: str, english: Iterable[str] = (), *, note: str = "", whole: bool = False
) -> Change:
    """Put a word of the reader's own down: what a Chinese term is called in English.

    Without English, and `whole`, it teaches that this is one word.
    """
    zh, en = _word(term), _english(english)
    if not zh:
        raise Refused("A term needs a Chinese word.", "Type one.")
    new = fresh()
    said = {"zh": zh, "en": en, "note": _note(note), "whole": "1" if whole else ""}
    edits = (Edit(Record.TERM, new, key, None, value) for key, value in said.items() if value)
    return Change("define", tuple(edits))


def redefine(
    one: Term,
    english: Iterable[str] | None = None,
    *,
    note: str | None = None,
    whole: bool | None = None,
) -> Change:
    """Correct what a term is called in English, its note, or whether it is one word."""
    was = {"en": "; ".join(one.en), "note": one.note, "whole": "1" if one.whole else ""}
    now = {
        "en": was["en"] if english is None else _english(english),
        "note": was["note"] if note is None else _note(note),
        "whole": was["whole"] if whole is None else "1" if whole else "",
    }
    ways = {key: (was[key] or None, now[key] or None) for key in was if was[key] != now[key]}
    edits = (Edit(Record.TERM, one.id, key, *way) for key, way in ways.items())
    return Change("define", tuple(edits))


def undefine(terms: Iterable[Term]) -> Change:
    """Take words of the reader's own away."""
    edits = (Edit(Record.TERM, one.id, "removed", None, "1") for one in terms)
    return Change("undefine", tuple(edits))


def keep_search(name: str, query: str) -> Change:
    """Keep a search under a name; without one, under its own words."""
    asked, new = _query(query), fresh()
    said = {"query": asked, "name": _word(name) or asked[:TERM_LENGTH]}
    edits = (Edit(Record.SEARCH, new, key, None, value) for key, value in said.items())
    return Change("keep search", tuple(edits))


def mend_search(one: SavedSearch, *, name: str | None = None, query: str | None = None) -> Change:
    """Call a kept search otherwise, or have it ask for something else."""
    now = {
        "name": one.name if name is None else _word(name) or one.name,
        "query": one.query if query is None else _query(query),
    }
    was = {"name": one.name, "query": one.query}
    edits = (Edit(Record.SEARCH, one.id, k, was[k], now[k]) for k in was if was[k] != now[k])
    return Change("mend search", tuple(edits))


def forget_search(one: SavedSearch) -> Change:
    """Keep a search no longer."""
    return Change("forget search", (Edit(Record.SEARCH, one.id, "removed", None, "1"),))


def _query(query: str) -> str:
    """Give a query on one line; refuse none, and one of a length that nobody types."""
    line = " ".join(storable(query).split())
    if not line:
        raise Refused("There is nothing to search for.", "Type some words first.")
    if len(line) > SEARCH_LENGTH:
        raise Refused(f"A search has at most {SEARCH_LENGTH} characters.", "Shorten it.")
    return line


def _english(names: Iterable[str]) -> str:
    """Write names one after the other; what holds a semicolon is several."""
    parts = (_word(part) for name in names for part in name.replace("；", ";").split(";"))
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _word(text: str) -> str:
    """Give a word or a few on one line, with nothing unseen in it; refuse what is no word."""
    plain = "".join(" " if _is_unseen(c) else c for c in text)
    word = " ".join(plain.split())
    if len(word) > TERM_LENGTH:
        raise Refused(f"A term has at most {TERM_LENGTH} characters.", "Shorten it.")
    return word if word.strip(JOINERS) else ""


def sign(author: str, before: str | None, name: str) -> Change:
    """Put a reader's name beside their id."""
    edit = Edit(Record.AUTHOR, author, "name", before, storable(name))
    return Change("sign", (edit,), quiet=True)


def _said(record: str, field: str, before: str | None, after: str | None) -> Edit:
    return Edit(Record.HIGHLIGHT, record, field, before, after)


class Vocabulary:
    """The tags there are, and those that a deed has to make."""

    def __init__(self, known: Iterable[Tag]) -> None:
        self._ids = {_key(segments(tag.path)): tag.id for tag in known}
        self.made: list[Edit] = []

    def find_or_make(self, path: str) -> str:
        """Give the id of the tag at a path such as "claim/forecast"."""
        names = segments(path)
        parent = None
        for depth, name in enumerate(names, 1):
            key = _key(names[:depth])
            if key not in self._ids:
                self._ids[key] = self._make(name, parent)
            parent = self._ids[key]
        assert parent is not None, "a path has at least one name"
        return parent

    def _make(self, name: str, parent: str | None) -> str:
        new = fresh()
        self.made.append(Edit(Record.TAG, new, "name", None, name))
        if parent:
            self.made.append(Edit(Record.TAG, new, "parent", None, parent))
        return new


def segments(path: str) -> list[str]:
    """Split a tag's path into names; refuse what cannot be one. A full-width ／ divides as well."""
    plain = "".join(" " if _is_unseen(c) else c for c in path.replace("／", "/"))
    names = [" ".join(name.split()) for name in plain.split("/")]
    names = [name for name in names if name.strip(JOINERS)]
    if not names:
        raise Refused("A tag needs a name.", "Type a word, or several with / between them.")
    if max(map(len, names)) > TAG_LENGTH:
        raise Refused(f"A tag's name has at most {TAG_LENGTH} characters.", "Shorten it.")
    if len(names) > TAG_DEPTH:
        raise Refused(f"A tag has at most {TAG_DEPTH} names with / between them.", "Shorten it.")
    return names


#: Unseen, but inside a word or an emoji they belong to it.
JOINERS = "\u200c\u200d"


def _is_unseen(char: str) -> bool:
    kind = unicodedata.category(char)
    return char not in JOINERS and (kind in ("Cc", "Cf", "Cs") or kind[0] == "Z")


def _key(names: Sequence[str]) -> str:
    return "/".join(normal(name) for name in names)
