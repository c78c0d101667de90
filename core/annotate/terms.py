"""Words of the reader's own, and searches kept under a name."""

from collections.abc import Iterable
from dataclasses import replace

from core.annotate.edits import kept_note
from core.change import Change, Edit, Record
from core.errors import Refused
from core.ident import fresh
from core.model import SavedSearch, Term
from core.names import one_line
from core.outline import storable

TERM_LENGTH = 80
SEARCH_LENGTH = 2_000


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
    said = {"zh": zh, "en": en, "note": kept_note(note), "whole": "1" if whole else ""}
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
        "note": was["note"] if note is None else kept_note(note),
        "whole": was["whole"] if whole is None else "1" if whole else "",
    }
    ways = {key: (was[key] or None, now[key] or None) for key in was if was[key] != now[key]}
    edits = (Edit(Record.TERM, one.id, key, *way) for key, way in ways.items())
    return Change("define", tuple(edits))


def teach(word: str, known: Term | None = None) -> Change:
    """Teach that this is one word wherever text is cut; it becomes a term if it is none."""
    change = redefine(known, whole=True) if known else define(word, whole=True)
    return replace(change, name="teach")


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
    word = one_line(text)
    if len(word) > TERM_LENGTH:
        raise Refused(f"A term has at most {TERM_LENGTH} characters.", "Shorten it.")
    return word
