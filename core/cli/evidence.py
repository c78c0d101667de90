"""What a finding is said to rest on in a terminal, and what is counted in it and when it is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.annotate.findings import whole
from core.cli.options import find
from core.cli.quote import find as find_quote
from core.day import day_of
from core.errors import MeipiError, NotFound
from core.finding import Bearing, Due, Evidence, Figure
from core.ledger import due_of, figure_of
from core.library import Reader
from core.model import Passage
from core.quantity import quantities


@dataclass(frozen=True, slots=True)
class Rests:
    """A highlight, or a claim that becomes one; its words, and the day they were published."""

    evidence: Evidence | None
    passage: tuple[Passage, Bearing] | None
    text: str
    published: date | None


def gathered(reader: Reader, name: str, bearing: Bearing) -> Rests:
    """Find what ARTICLE:N or the id of a highlight names."""
    article, _, number = name.rpartition(":")
    if article and number.isdecimal():
        annotated = reader.annotated(find(reader, article))
        one = annotated.article
        node = find_quote(one, None, int(number)).node
        day, span = day_of(one.masthead.published), (node.position, 0, len(node.text))
        for placed in annotated.placed:
            if (placed.node, placed.start, placed.end) == span:
                return Rests(Evidence(placed.highlight.id, bearing), None, node.text, day)
        return Rests(None, (whole(one, node.position), bearing), node.text, day)
    highlight = _highlight(reader, name)
    mark = reader.highlight(highlight)
    published = _published(reader, mark.passage.article)
    return Rests(Evidence(highlight, bearing), None, mark.passage.quote, published)


def _highlight(reader: Reader, name: str) -> str:
    found = reader.marks_named(name.lower())
    if not found:
        raise NotFound(
            f"No highlight has the id {name!r}.", "Give one, or a claim as ARTICLE:NUMBER."
        )
    if len(found) > 1:
        raise NotFound(f"Several highlights have an id that begins {name!r}.", "Give more of it.")
    return found[0]


def _published(reader: Reader, article: str) -> date | None:
    try:
        return day_of(reader.article(article).masthead.published)
    except NotFound:  # it was taken away
        return None


class NoQuantity(MeipiError):
    """Words in which nothing is counted."""


def taken(
    statement: str, said: str | None, rests: Sequence[Rests], until: date | None
) -> tuple[Figure | None, Due | None]:
    """Read what is counted, and when it is due: of several, what points to a day goes first."""
    published = next((one.published for one in rests if one.published), None)
    texts = [said] if said else [statement, *(one.text for one in rests)]
    found = [(one, text) for text in texts for one in quantities(text)]
    if said and not found:
        raise NoQuantity(f"Nothing is counted in {said!r}.", 'Say it as in "10 to 20 years".')
    dues = [due_of(one, published) if published else None for one, _ in found]
    at = next((at for at, due in enumerate(dues) if due), 0)
    figure = figure_of(*found[at]) if found else None
    if until is not None:
        return figure, Due(None, until)
    return figure, dues[at] if dues else None
