"""What the tips over the tree say: as text, whatever it looks like."""

from collections.abc import Iterable, Iterator, Sequence

from core import cites
from core.model import Node
from gui.insights.layout import Chip
from gui.insights.model import InsightModel
from gui.parts import chinese
from gui.parts.tip import tip
from gui.tongue import tr

#: So many other claims are told, each by so many of its characters.
TOLD, LONG = 3, 64


def of_chip(chip: Chip, rows: InsightModel, position: int) -> str:
    """Say what a chip is; of a citation, what else stands on that passage."""
    if chip.kind != "citation":
        return of_lines([chip.words])
    annotated = rows.annotated_at(position)
    nodes = annotated.article.edition.nodes if annotated else ()
    return of_lines(_passage(int(chip.target), nodes, rows.node(position)))


def _passage(passage: int, nodes: Sequence[Node], position: int) -> Iterator[str]:
    yield tr("Passage {passage} of this article").format(passage=passage)
    others = [one for one in cites.passages(nodes).get(passage, ()) if one != position]
    if set(nodes[position].citations) == {passage}:
        yield tr("This claim rests on it alone")
    if not others:
        return
    more = len(others) > 1
    yield (
        tr("{0} other claims stand on it:").format(len(others))
        if more
        else tr("One other claim stands on it:")
    )
    yield from (f"• {_begun(nodes[one].text)}" for one in others[:TOLD])
    if len(others) > TOLD:
        yield tr("and %n more", "", len(others) - TOLD)


def _begun(text: str) -> str:
    shown = chinese.shown(text)
    return shown if len(shown) <= LONG else f"{shown[:LONG].rstrip()}…"


def of_lines(said: Iterable[str]) -> str:
    """Say some things, each on a line of its own."""
    lines = [*filter(None, said)]
    return tip(*lines) if lines else ""
