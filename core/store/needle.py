"""What is wanted of an index, and the same as SQLite's full-text search is asked for it.

A needle is a row of terms, as `core.words` cuts them, so that nothing in one can be taken for a
sign of SQLite's own language.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Needle:
    """Terms that stand in a row; the last may be only the beginning of one (`open`).

    With `among_words` they are Han words. `field` is "", title, source or note; `why` says how it
    came from what was typed, and is "" if it is just that.
    """

    terms: tuple[str, ...]
    open: bool = False
    among_words: bool = False
    field: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sift:
    """A thing to ask of an article that no text says: a field, and one of these values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that was typed: it is there in these needles, or in one that means the same.

    `literal` are groups of needles: one of each group has to be there. `tags` are the ids of the
    tags that are called so.
    """

    literal: tuple[tuple[Needle, ...], ...] = ()
    meanings: tuple[Needle, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """Wants and sifts: one of them is enough; where it is `negated`, none may hold."""

    wants: tuple[Want, ...] = ()
    sifts: tuple[Sift, ...] = ()
    negated: bool = False


#: No text holds this.
NOTHING = '"||"'


def match(clauses: Sequence[Clause], *, meant: bool) -> str:
    """Spell clauses for the index of texts, with what means the same or without."""
    parts = (_either([_want(want, meant) for want in clause.wants]) for clause in clauses)
    return " AND ".join(part or NOTHING for part in parts)


def _want(want: Want, meant: bool) -> str:
    groups = [_either([_needle(one) for one in group]) for group in want.literal]
    literal = " AND ".join(groups) if groups and all(groups) else ""
    others = [_needle(one) for one in want.meanings] if meant else []
    return _either([f"({literal})" if literal else "", *others])


def _either(parts: Sequence[str]) -> str:
    some = [part for part in parts if part]
    return f"({' OR '.join(some)})" if some else ""


#: Of these English need not be asked to stand there: there is none among Han words.
ANY = "title source body"
COLUMNS = {
    ("", False): ANY,
    ("", True): "title_words words",
    ("title", False): "title",
    ("title", True): "title_words",
    ("source", False): "source",
}


def _needle(one: Needle) -> str:
    columns = COLUMNS.get((one.field, one.among_words))
    if not columns or not one.terms:
        return ""
    is_anywhere = columns == ANY and one.terms[0].isascii() and one.terms[0].isalpha()
    return _phrase(one) if is_anywhere else f"{{{columns}}} : {_phrase(one)}"


def _phrase(one: Needle) -> str:
    return f'"{" ".join(one.terms)}"{"*" if one.open else ""}'


def told(clause: Clause) -> tuple[str, list[str]]:
    """Spell the question for the articles of which a note or a tag says what a clause wants."""
    noted = _either([_note(want) for want in clause.wants])
    tags = [tag for want in clause.wants for tag in want.tags]
    parts = [NOTED] if noted else []
    if tags:
        parts.append(TAGGED.format(",".join("?" * len(tags))))
    return " UNION ".join(parts), [noted, *tags] if noted else tags


NOTED = (
    "SELECT h.article FROM notes JOIN noted ON noted.row = notes.rowid"
    " JOIN highlights h ON h.id = noted.highlight WHERE notes MATCH ?"
)
TAGGED = (
    "SELECT h.article FROM taggings t JOIN highlights h ON h.id = t.highlight WHERE t.tag IN ({})"
)


def _note(want: Want) -> str:
    groups = [_either([_in_note(one) for one in group]) for group in want.literal]
    literal = f"({' AND '.join(groups)})" if groups and all(groups) else ""
    return _either([literal, *(_in_note(one) for one in want.meanings)])


def _in_note(one: Needle) -> str:
    if one.field not in ("", "note") or not one.terms:
        return ""
    return f"{'words' if one.among_words else 'note'} : {_phrase(one)}"


def sifted(sift: Sift) -> tuple[str, list[str]]:
    """Spell what is asked of an article by the cache."""
    marks = ",".join("?" * len(sift.values))
    return SIFTS[sift.field].format(marks), list(sift.values)


_MARKED = "EXISTS (SELECT 1 FROM highlights h WHERE h.article = s.article AND"
SIFTS = {
    "before": "d.sort < {}",
    "after": "d.sort >= {}",
    "colour": f"{_MARKED} h.colour IN ({{}}))",
    "author": f"{_MARKED} h.author IN ({{}}))",
    "tag": f"{_MARKED} EXISTS (SELECT 1 FROM taggings WHERE highlight = h.id AND tag IN ({{}})))",
    "page": "EXISTS (SELECT 1 FROM pages p WHERE p.article = s.article AND p.page IN ({}))",
    "paged": "EXISTS (SELECT 1 FROM pages p WHERE p.article = s.article)",
    "noted": f"{_MARKED} h.note <> '')",
    "highlighted": f"{_MARKED} 1)",
    "read": "s.read = 1",
    "unread": "s.read = 0",
}
