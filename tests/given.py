"""What many tests are given: a reader, articles made of a few words, and a pair forgotten."""

from core.change import Change, Edit, Record
from core.finding import Pair
from core.model import Article, Author, Body, Kind, Masthead, Node
from core.outline import compose

ANNA = Author("0a0a0a0a-0000-4000-8000-000000000001", "Anna")


def made(
    title: str, *texts: str, source: str = "Guan Cha Zhe Wang", published: str = "2025-11-09 04:46"
) -> Article:
    """Compose an article with one group of these claims."""
    claims = [Node(i, 1, Kind.CLAIM, text, citations=(i,)) for i, text in enumerate(texts, 1)]
    rows = [Node(0, 0, Kind.GROUP, "Group 1: Supply", "Supply", 1), *claims]
    body = "Group 1: Supply - " + " - ".join(f"{node.text} [{node.position}]" for node in claims)
    return compose(Masthead(title, source, published), rows, body, Body.SUMMARY)


def forget(pair: Pair) -> Change:
    """Say that a pair is removed, as taking its first verdict back does."""
    return Change("forget pair", (Edit(Record.PAIR, pair.id, "removed", None, "1"),))
