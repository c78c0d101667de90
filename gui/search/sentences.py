"""What the results say in words: how many there are, and what could help where there are none."""

from core.query import Query, parse
from gui.search import refine

SHORT = 40  # code points of a query that a sentence repeats


def counted(articles: int, places: int | None) -> str:
    """Say how many were found; places are None while not all of them are known."""
    if not articles:
        return "Nothing found"
    said = _many(articles, "article")
    return said if places is None else f"{said} · {_many(places, 'place')}"


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def begins(word: str) -> str:
    return f"No word is “{_short(word)}”: these begin with it."


def nothing(text: str, *, literal: bool) -> str:
    """Say that nothing was found, and the one thing that is likeliest to help."""
    query = parse(text)
    sifted = refine.filters(text)
    if sifted:
        return f"Nothing here with “{_short(_words(query))}”.\nTry it without {sifted[-1].name}."
    left_out = next((str(clause)[1:] for clause in query.all if clause.negated), "")
    if left_out:
        return f"Nothing is left without “{_short(left_out)}”.\nTry it with that word."
    if literal:
        return "No article has these very words.\nTurn “Literal only” off to find other names, too."
    return _missing(query)


def _missing(query: Query) -> str:
    words = query.words.split()
    if any(atom.phrase for clause in query.all for atom in clause.options):
        return "No article has these words in a row.\nTry it without the quotes."
    if len(words) > 1:
        return f"No article has all of these words.\nTry it without “{_short(words[-1])}”."
    return f"No article speaks of “{_short(_words(query))}”.\nIs it spelt as you mean it?"


def _words(query: Query) -> str:
    atoms = (atom for clause in query.all for atom in clause.options if not clause.negated)
    return " ".join(atom.text for atom in atoms if atom.field in refine.SAID)


def _short(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
