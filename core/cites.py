"""Citations: which claims of an article stand on which of its passages. Values in, values out.

A citation is the number of a passage that the page kept to itself; it names the same passage within
one article, and nothing in another. Reading citations out of a text is parsing's.
"""

from collections.abc import Iterable, Sequence

from core.model import Article, Node
from core.outline import claims


def passages(nodes: Sequence[Node]) -> dict[int, tuple[int, ...]]:
    """Give the claims on each passage, by position, in reading order."""
    found: dict[int, tuple[int, ...]] = {}
    for node in claims(nodes):
        for passage in dict.fromkeys(node.citations):
            found[passage] = (*found.get(passage, ()), node.position)
    return found


def beside(nodes: Sequence[Node], position: int) -> tuple[int, ...]:
    """Give the other claims that stand on a passage of this one, in reading order."""
    mine = set(nodes[position].citations)
    return tuple(
        node.position
        for node in claims(nodes)
        if node.position != position and mine.intersection(node.citations)
    )


def only_passage(places: Iterable[tuple[Article, int]]) -> tuple[str, int] | None:
    """Give the one passage, and its article's id, that all of these claims rest on.

    None where there are several, or where a claim does not say on what it rests.
    """
    found = set[tuple[str, int]]()
    for article, position in places:
        cited = article.edition.nodes[position].citations
        if not cited:
            return None
        found.update((article.id, passage) for passage in cited)
    return found.pop() if len(found) == 1 else None
