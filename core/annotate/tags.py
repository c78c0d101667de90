"""Tags given and dropped, made where they are named first, and two made one."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache

from core.annotate.edits import mark_edit
from core.change import Change, Edit, Record
from core.errors import Refused
from core.ident import fresh
from core.model import Highlight, Tag
from core.names import alias_field, one_line
from core.outline import normal

TAG_LENGTH = 80
TAG_DEPTH = 16


def tag(highlights: Iterable[Highlight], path: str, known: Iterable[Tag]) -> Change:
    """Give highlights a tag, making it and its parents where there are none."""
    found = Vocabulary(known)
    wanted = found.find_or_make(path)
    edits = [
        mark_edit(one.id, f"tag:{wanted}", None, "1")
        for one in highlights
        if wanted not in one.tags
    ]
    return Change("tag", (*edits, *found.made) if edits else ())


def untag(highlights: Iterable[Highlight], tag_id: str) -> Change:
    edits = (
        mark_edit(one.id, f"tag:{tag_id}", "1", None) for one in highlights if tag_id in one.tags
    )
    return Change("untag", tuple(edits))


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
    """Spell a tag's path with each of its names, but for one that nobody could give here.

    By one of its other names it is meant wherever it stands.
    """
    above = tag.path[: len(tag.path) - len(tag.name)]
    beside = (above + name for name in (tag.name, tag.zh, tag.en, *tag.aliases) if name.strip())
    names = list[str]()
    for path in (*beside, *tag.aliases):
        with suppress(Refused):
            names.append(_key(segments(path)))
    return names


def join_tags(keep: Tag, drop: Tag, uses: Iterable[Highlight], below: Iterable[Tag] = ()) -> Change:
    """Make one tag of two: `uses` are the highlights that have `drop`, `below` the tags under it.

    What the other tag is called in another language is kept where there is no word for it yet;
    else as one more name, and so are its own name and all of its others.
    """
    edits = list[Edit]()
    for one in uses:
        if keep.id not in one.tags:
            edits.append(mark_edit(one.id, f"tag:{keep.id}", None, "1"))
        edits.append(mark_edit(one.id, f"tag:{drop.id}", "1", None))
    for word in ("zh", "en", "colour"):
        if getattr(drop, word) and not getattr(keep, word):
            edits.append(Edit(Record.TAG, keep.id, word, None, getattr(drop, word)))
    edits += _inherited(keep, drop)
    edits += (Edit(Record.TAG, tag.id, "parent", drop.id, keep.id) for tag in below)
    return Change("join tags", (*edits, Edit(Record.TAG, drop.id, "removed", None, "1")))


def _inherited(keep: Tag, drop: Tag) -> Iterator[Edit]:
    """Call a tag by all the names of another that it has not itself."""
    had = {normal(name) for name in (keep.path, keep.name, *keep.aliases)}
    words = (getattr(drop, word) for word in ("zh", "en") if getattr(keep, word))
    for name in (drop.name, *words, *drop.aliases):
        if name and normal(name) not in had:
            had.add(normal(name))
            yield Edit(Record.TAG, keep.id, alias_field(name), None, name)


def called(tag: Tag) -> tuple[str, ...]:
    """Give all that a tag is called, its path first."""
    return tuple(filter(None, (tag.path, tag.name, tag.zh, tag.en, *tag.aliases)))


class Vocabulary:
    """The tags there are, by path and by their other names, and those that a deed has to make."""

    def __init__(self, known: Iterable[Tag]) -> None:
        known = tuple(known)
        self._paths = {tag.id: _key_of(tag.path) for tag in known}
        self._ids = {self._paths[tag.id]: tag.id for tag in known}
        if len(self._ids) < len(
            known
        ):  # of several of one name, the one that is used most is meant
            by_use = sorted(known, key=lambda tag: tag.uses + tag.findings)
            self._ids = {self._paths[tag.id]: tag.id for tag in by_use}
        for tag in known:
            for name in tag.aliases:
                self._ids.setdefault(normal(name), tag.id)
        self.made: list[Edit] = []

    def has(self, names: Sequence[str]) -> bool:
        """Tell whether there is a tag with these names, one below the other."""
        return _key(names) in self._ids

    def find_or_make(self, path: str) -> str:
        """Give the id of the tag at a path such as "claim/forecast", or of this other name."""
        names = segments(path)
        if _key(names) in self._ids:
            return self._ids[_key(names)]
        parent, above = None, ""
        for name in names:
            key = f"{above}/{normal(name)}" if above else normal(name)
            if key not in self._ids:
                self._ids[key] = self._make(name, parent)
                self._paths[self._ids[key]] = key
            parent = self._ids[key]
            above = self._paths[parent]
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
    names = [name for name in map(one_line, path.replace("／", "/").split("/")) if name]
    if not names:
        raise Refused("A tag needs a name.", "Type a word, or several with / between them.")
    if max(map(len, names)) > TAG_LENGTH:
        raise Refused(f"A tag's name has at most {TAG_LENGTH} characters.", "Shorten it.")
    if len(names) > TAG_DEPTH:
        raise Refused(f"A tag has at most {TAG_DEPTH} names with / between them.", "Shorten it.")
    return names


def _key(names: Sequence[str]) -> str:
    return "/".join(normal(name) for name in names)


@lru_cache(maxsize=1 << 15)  # every deed with a tag asks for all there are
def _key_of(path: str) -> str:
    return _key(segments(path))
