"""One deed over several places: highlights, and passages that are highlighted for it first.

Which highlight stands for a claim is told here, too. Imported by name, where several are chosen.
"""

from collections.abc import Callable, Iterable, Sequence

from core.anchor import describe
from core.annotate.marks import highlight, judge, keep_private
from core.change import Change, Edit
from core.errors import Stale
from core.model import Annotated, Article, Colour, Highlight, Passage, Placed, Stance

Target = Highlight | Passage
Verb = Callable[[Sequence[Highlight]], Change]


def over(targets: Iterable[Target], verb: Verb, name: str, colour: Colour) -> Change:
    """Do a deed to all of these at once; a passage without a highlight gets one of this colour."""
    born, marks = list[Edit](), list[Highlight]()
    for one in targets:
        if isinstance(one, Passage):
            edits = highlight(one, colour).edits
            born += edits
            marks.append(_new(edits[0].record, one, colour))
        else:
            marks.append(one)
    return Change(name, (*born, *verb(marks).edits))


def nothing(_marks: Sequence[Highlight]) -> Change:
    """Do no more than to highlight what is not highlighted yet."""
    return Change("", ())


def _new(one: str, passage: Passage, colour: Colour) -> Highlight:
    return Highlight(one, passage, colour, "", Stance.NONE, (), "", 0, 0)


def targets(annotated: Annotated, positions: Iterable[int]) -> list[Target]:
    """Give the highlight that stands for each claim, or the whole claim as a passage."""
    here = _by_row(annotated.placed)
    return [_target(annotated.article, at, here.get(at, ())) for at in positions]


def unchanged(annotated: Annotated, edition: str) -> Annotated:
    """Give an article that shows the text in which its claims were chosen; refuse another."""
    if annotated.article.edition.id != edition:
        raise Stale("This article was changed meanwhile.", "Look at it again, then repeat.")
    return annotated


def first_claim(article: Article) -> int | None:
    """Give the row that stands for an article: its first claim."""
    rows = (n.position for n in article.edition.nodes if n.text and not n.kind.is_section)
    return next(rows, None)


def _by_row(placed: Iterable[Placed]) -> dict[int, list[Placed]]:
    found = dict[int, list[Placed]]()
    for one in placed:
        if one.node is not None:
            found.setdefault(one.node, []).append(one)
    return found


def _target(article: Article, at: int, here: Sequence[Placed]) -> Target:
    """Give the highlight of the whole claim, else its first one, else the whole claim."""
    length = len(article.edition.nodes[at].text)
    whole = (p for p in here if (p.start, p.end) == (0, length))
    found = next(whole, None) or next(iter(here), None)
    return found.highlight if found else describe(article, at, 0, length)


def judge_or_not(marks: Sequence[Highlight], wanted: Stance) -> Change:
    """Say what the reader thinks of all of these, or nothing where it is said of all already."""
    said = all(one.stance is wanted for one in marks)
    return judge(marks, Stance.NONE if said else wanted)


def keep_private_or_not(marks: Sequence[Highlight]) -> Change:
    """Keep all of these private; let them be shared again where all are kept already."""
    return keep_private(marks, not all(one.private for one in marks))
