"""What the results say in words: how many there are, and what could help where there are none."""

from core.query import Query, parse
from gui.search import refine
from gui.tongue import tr

SHORT = 40  # code points of a query that a sentence repeats


def counted(articles: int, places: int | None, findings: int = 0) -> str:
    """Say how many were found; places are None while not all of them are known."""
    said = [tr("%n article(s)", "", articles)] if articles else []
    said += [_places(places)] if articles and places is not None else []
    said += [tr("%n finding(s)", "", findings)] if findings else []
    return " · ".join(said) or tr("Nothing found")


def _places(number: int) -> str:
    return tr("%n place(s)", "", number)


def begins(word: str) -> str:
    return tr("There is no word “{0}”: these begin with it.").format(_short(word))


def nothing(text: str, *, literal: bool) -> str:
    """Say that nothing was found, and the one thing that is likeliest to help."""
    query = parse(text)
    sifted = refine.filters(text)
    if sifted:
        return tr("Nothing here with “{0}”.\nTry it without {name}.").format(
            _short(_words(query)), name=sifted[-1].name
        )
    left_out = next((str(clause)[1:] for clause in query.all if clause.negated), "")
    if left_out:
        return tr("Nothing is left without “{0}”.\nTry it with that word.").format(_short(left_out))
    if literal:
        return tr(
            "No article has these very words.\nTurn “Literal only” off to find other names, too."
        )
    return _missing(query)


def _missing(query: Query) -> str:
    words = query.words.split()
    if any(atom.phrase for clause in query.all for atom in clause.options):
        return tr("No article has these words in a row.\nTry it without the quotes.")
    if len(words) > 1:
        return tr("No article has all of these words.\nTry it without “{0}”.").format(
            _short(words[-1])
        )
    return tr("No article speaks of “{0}”.\nIs it spelt as you mean it?").format(
        _short(_words(query))
    )


def _words(query: Query) -> str:
    atoms = (atom for clause in query.all for atom in clause.options if not clause.negated)
    return " ".join(atom.text for atom in atoms if atom.field in refine.SAID)


def _short(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
