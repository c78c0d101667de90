"""The reader's vocabulary put in order: tags renamed, moved, described, made one, taken away.

What carries a tag is highlights and findings; a verb that touches them is given them. Imported by
name, where tags are put in order: a window that only gives tags loads none of it.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from core.annotate.tags import Vocabulary, called, join_tags, segments
from core.annotate.terms import SEARCH_LENGTH, TERM_LENGTH, mend_search
from core.change import Change, Edit, Record
from core.errors import Refused
from core.finding import Finding
from core.model import Colour, Highlight, SavedSearch, Tag
from core.names import alias_field, one_line
from core.outline import normal
from core.query import folded, renamed

WORD_LENGTH = 80
MOST = 100  # other names of one tag
Use = Highlight | Finding


def rename(
    one: Tag,
    path: str,
    known: Sequence[Tag],
    searches: Iterable[SavedSearch] = (),
    twins: Sequence[Tag] = (),
) -> Change:
    """Call a tag otherwise, or move it: "claim/forecast" to "forecast/energy".

    What is below comes along; parents are made where there are none, and the searches that name
    it ask for its new name. The name of another tag is refused, for that would be two tags with
    one name: they can be joined. `twins` have its name as it is, and come along as well; one that
    does not keeps the searches that name it.
    """
    names, same = segments(path), {tag.id: tag for tag in (one, *twins)}
    others = Vocabulary(tag for tag in known if tag.id not in same)
    if others.has(names):
        raise Refused(f"There is a tag “{'/'.join(names)}” already.", "Join the two instead.")
    parent = others.find_or_make("/".join(names[:-1])) if names[1:] else None
    if parent and any(parent in _below(tag, known) for tag in same.values()):
        raise Refused("A tag cannot be moved below itself.", "Choose another place for it.")
    wanted = {"name": names[-1], "parent": parent}
    edits = tuple(edit for tag in same.values() for edit in _mend(tag, wanted))
    alone = sum(normal(tag.name) == normal(one.name) for tag in known) == len(same)
    paths, ends = (one.path, "/".join(names)), (one.name, names[-1])
    moved = {below for tag in same.values() for below in _below(tag, known)}
    still = {folded(tag.path) for tag in known if tag.id not in moved}
    for search in searches if edits else ():
        edits += _asking(search, (paths, ends) if alone else (paths,), still)
    return Change("rename tag", (*edits, *others.made))


def _asking(
    one: SavedSearch, named: Iterable[tuple[str, str]], still: Container[str]
) -> tuple[Edit, ...]:
    """Have a search ask by the first of these new names whose old one it has."""
    asked = next(
        (new for was, now in named if (new := renamed(one.query, was, now, still)) != one.query), ""
    )
    if not 0 < len(asked) <= SEARCH_LENGTH:
        return ()
    called_so = one.name == one.query[:TERM_LENGTH]
    return mend_search(one, name=asked[:TERM_LENGTH] if called_so else None, query=asked).edits


def describe(
    one: Tag, *, zh: str | None = None, en: str | None = None, colour: Colour | str | None = None
) -> Change:
    """Say what a tag is called in Chinese and in English, and its colour; "" is none."""
    if colour:
        colour = Colour(colour)
    said = {"zh": zh, "en": en, "colour": colour}
    wanted = {key: _word(value) for key, value in said.items() if value is not None}
    return Change("describe tag", _mend(one, wanted))


def call(one: Tag, names: Iterable[str], known: Iterable[Tag]) -> Change:
    """Give a tag just these other names; one that another tag is called by already is refused."""
    had = {normal(name): name for name in one.aliases}
    new = dict[str, str]()
    for name in filter(None, map(_word, names)):
        if normal(name) not in (normal(one.path), normal(one.name)):
            new.setdefault(normal(name), name)
    if len(new) > MOST:
        raise Refused(f"A tag has at most {MOST} other names.", "Leave some out.")
    _must_be_free(one, {key: name for key, name in new.items() if key not in had}, known)
    edits = (
        Edit(Record.TAG, one.id, alias_field(key), had.get(key), new.get(key))
        for key in dict.fromkeys((*had, *new))
        if had.get(key) != new.get(key)
    )
    return Change("describe tag", tuple(edits))


def _must_be_free(one: Tag, new: Mapping[str, str], known: Iterable[Tag]) -> None:
    for tag in known:
        taken = {normal(name) for name in called(tag)} & new.keys() if tag.id != one.id else None
        if taken:
            name = new[taken.pop()]
            raise Refused(
                f"The tag “{tag.path}” is called “{name}” already.",
                "Join the two, or choose another name.",
            )


def join(keep: Tag, drop: Tag, uses: Iterable[Use], known: Sequence[Tag]) -> Change:
    """Make one tag of two; what is below the one that goes is moved below the one that stays."""
    if keep.id in _below(drop, known):
        raise Refused("A tag cannot be joined with one below it.", "Move that one first.")
    marks, findings = _parted(uses)
    change = join_tags(keep, drop, marks, (tag for tag in known if tag.parent == drop.id))
    moved = [edit for one in findings for edit in _moved(one, drop.id, keep.id)]
    return replace(change, edits=(*moved, *change.edits))


def join_twins(
    twins: Sequence[Tag], uses: Mapping[str, Sequence[Use]], known: Sequence[Tag]
) -> Change:
    """Make one tag of several of one name: of that which is used most, by what each is used by."""
    keep, *others = sorted(twins, key=lambda tag: -len(uses[tag.id]))
    edits, had = dict[Edit, None](), set[str]()
    for drop in others:
        some = (
            replace(use, tags=(*use.tags, keep.id)) if use.id in had else use
            for use in uses[drop.id]
        )
        edits |= dict.fromkeys(join(keep, drop, some, known).edits)
        had.update(use.id for use in uses[drop.id])
        names = {
            word: getattr(keep, word) or getattr(drop, word) for word in ("zh", "en", "colour")
        }
        aliases = (*keep.aliases, *filter(None, (drop.zh, drop.en)), *drop.aliases)
        keep = replace(keep, aliases=aliases, **names)
    return Change("join tags", tuple(edits))


def remove(one: Tag, uses: Iterable[Use], known: Sequence[Tag]) -> Change:
    """Take a tag away, off all that carry it or a tag below it, and these tags with it."""
    gone = _below(one, known)
    edits = [
        Edit(_kind(use), use.id, f"tag:{tag}", "1", None)
        for use in uses
        for tag in use.tags
        if tag in gone
    ]
    edits += (Edit(Record.TAG, tag, "removed", None, "1") for tag in gone)
    return Change("remove tag", tuple(edits))


def family(one: Tag, known: Iterable[Tag]) -> list[Tag]:
    """Give a tag and all those below it, by path."""
    known = list(known)
    below = _below(one, known)
    return [tag for tag in known if tag.id in below]


def _below(one: Tag, known: Iterable[Tag]) -> dict[str, None]:
    """Name a tag and all those below it; a ring of parents ends where it began."""
    children = dict[str | None, list[str]]()
    for tag in known:
        children.setdefault(tag.parent, []).append(tag.id)
    found, waiting = dict[str, None](), [one.id]
    while waiting:
        tag_id = waiting.pop()
        if tag_id not in found:
            found[tag_id] = None
            waiting += children.get(tag_id, ())
    return found


def _parted(uses: Iterable[Use]) -> tuple[list[Highlight], list[Finding]]:
    marks, findings = list[Highlight](), list[Finding]()
    for use in uses:
        findings.append(use) if isinstance(use, Finding) else marks.append(use)
    return marks, findings


def _moved(one: Finding, drop: str, keep: str) -> Iterable[Edit]:
    if keep not in one.tags:
        yield Edit(Record.FINDING, one.id, f"tag:{keep}", None, "1")
    yield Edit(Record.FINDING, one.id, f"tag:{drop}", "1", None)


def _kind(use: Use) -> Record:
    return Record.FINDING if isinstance(use, Finding) else Record.HIGHLIGHT


def _mend(one: Tag, wanted: Mapping[str, str | None]) -> tuple[Edit, ...]:
    """Say what is to be otherwise; a word that is empty is none."""
    was = {key: getattr(one, key) or None for key in wanted}
    return tuple(
        Edit(Record.TAG, one.id, key, was[key], value or None)
        for key, value in wanted.items()
        if was[key] != (value or None)
    )


def _word(text: str) -> str:
    word = one_line(text)
    if len(word) > WORD_LENGTH:
        raise Refused(f"A tag's name has at most {WORD_LENGTH} characters.", "Shorten it.")
    return word
