"""A query made narrower or wider by a click: text in, text out. What it means is core's to know."""

from collections.abc import Iterator
from dataclasses import dataclass

from core import sources
from core.query import Atom, Clause, Query, parse
from gui.tongue import tr
from gui.tongue.days import month_of

#: Fields whose words are looked for in texts; all others sift.
SAID = ("", "title", "note")
NAMED = ("tag", "source", "page")
LAST = 12
QUOTES = '"“”„‟«»「」『』'


@dataclass(frozen=True, slots=True)
class Filter:
    """A part of a query that can be taken off: what it is called, and the query `without` it."""

    name: str
    spoken: str
    without: str


def says_nothing(text: str) -> bool:
    """Tell whether a query only sifts: no word in it would be found in a place of its own."""
    return not any(_says(clause) for clause in parse(text).all)


def _says(clause: Clause) -> bool:
    return not clause.negated and any(atom.field in SAID for atom in clause.options)


def filters(text: str) -> tuple[Filter, ...]:
    """Give the parts of a query that sift, each to be taken off."""
    return tuple(_filters(parse(text).all))


def _filters(clauses: tuple[Clause, ...]) -> Iterator[Filter]:
    place = 0
    while place < len(clauses):
        clause = clauses[place]
        month = _month(clauses[place : place + 2])
        size = 2 if month else 1
        without = str(Query(clauses[:place] + clauses[place + size :]))
        if month:
            yield Filter(month_name(month), tr("month {0}").format(month_name(month)), without)
        elif not _says(clause) and not _is_word(clause):
            yield Filter(_name(clause), str(clause), without)
        place += size


def _is_word(clause: Clause) -> bool:
    return all(atom.field in SAID for atom in clause.options)


def _name(clause: Clause) -> str:
    """Name a part in few words: a tag, source or page by itself, all else as it is written."""
    atom = clause.options[0]
    if len(clause.options) > 1 or clause.negated or atom.field not in NAMED:
        return str(clause)
    return sources.name(atom.text) or atom.text if atom.field == "source" else atom.text


def _month(clauses: tuple[Clause, ...]) -> str:
    """Give the month that two parts stand for, or nothing."""
    if len(clauses) < 2:
        return ""
    first, then = (str(clause).partition(":") for clause in clauses)
    is_pair = (first[0], then[0]) == ("after", "before") and len(first[2]) == len("2025-11")
    return first[2] if is_pair and then[2] == _next(first[2]) else ""


def _next(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // LAST:04}-{number % LAST + 1:02}"


def month_name(month: str) -> str:
    """Say "2025-11" as "Nov 2025"; what is no month stays as it is."""
    year, _, number = month.partition("-")
    known = number.isdecimal() and 1 <= int(number) <= LAST
    return month_of(year, int(number)) if known else month


def with_tag(text: str, path: str) -> str:
    return _with(text, Atom(_bare(path), "tag", phrase=True))


def with_source(text: str, source: str) -> str:
    return _with(text, Atom(_bare(source), "source", phrase=True))


def _bare(name: str) -> str:
    """Give a name without quotes, which would end the part that it becomes."""
    return " ".join("".join(" " if char in QUOTES else char for char in name).split())


def with_month(text: str, month: str) -> str:
    return _with(text, Atom(month, "after"), Atom(_next(month), "before"))


def _with(text: str, *atoms: Atom) -> str:
    """Add parts to a query as it was typed, but those that it has."""
    had = set(parse(text).all)
    new = [Clause((atom,)) for atom in atoms]
    more = [str(clause) for clause in new if _as_read(clause) not in had]
    return " ".join([text.strip(), *more]).strip()


def _as_read(clause: Clause) -> Clause:
    return next(iter(parse(str(clause)).all), clause)


def with_open_end(text: str) -> str:
    """Give a query with its last word open, if it is one that may still be being typed."""
    return f"{text}*" if last_word(text) else ""


def last_word(text: str) -> str:
    """Give the plain word that a query ends with, if it is of letters of an alphabet."""
    clauses = parse(text).all
    if not clauses or clauses[-1].negated:
        return ""
    atom = clauses[-1].options[-1]
    is_plain = atom.field in SAID and not (atom.phrase or atom.prefix)
    word = atom.text if is_plain and text.endswith(atom.text) else ""
    return word if len(word) > 1 and word.isalpha() and not sources.has_han(word) else ""
