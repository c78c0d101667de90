"""What many tests are given: readers, articles made of a few words, and places in these."""

from core.change import Change, Edit, Record
from core.finding import Pair
from core.model import Article, Author, Body, Kind, Masthead, Node, Passage
from core.outline import compose

ANNA = Author("0a0a0a0a-0000-4000-8000-000000000001", "Anna")
BEN = Author("0b0b0b0b-0000-4000-8000-000000000002", "Ben")
#: What the sample claim says, which many mark.
YEARS = "10 to 20 years"


def made(
    title: str, *texts: str, source: str = "Guan Cha Zhe Wang", published: str = "2025-11-09 04:46"
) -> Article:
    """Compose an article with one group of these claims."""
    claims = [Node(i, 1, Kind.CLAIM, text, citations=(i,)) for i, text in enumerate(texts, 1)]
    rows = [Node(0, 0, Kind.GROUP, "Group 1: Supply", "Supply", 1), *claims]
    body = "Group 1: Supply - " + " - ".join(f"{node.text} [{node.position}]" for node in claims)
    return compose(Masthead(title, source, published), rows, body, Body.SUMMARY)


def place(article: Article, words: str) -> tuple[int, int, int]:
    """Give the first row of an article that holds these words, and from where to where."""
    node = next(node for node in article.edition.nodes if words in node.text)
    start = node.text.index(words)
    return node.position, start, start + len(words)


def passage(article: Article, words: str = YEARS) -> Passage:
    """Give words of an article as a passage, without what stands around them."""
    return Passage(article.id, article.edition.id, *place(article, words), words)


def forget(pair: Pair) -> Change:
    """Say that a pair is removed, as taking its first verdict back does."""
    return Change("forget pair", (Edit(Record.PAIR, pair.id, "removed", None, "1"),))
