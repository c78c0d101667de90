"""Claims of an article that is at hand; those of a library are asked of its Reader."""

from collections.abc import Iterator

from core.day import day_of
from core.finding import Claim
from core.model import Article, Body, Kind, Passage
from core.outline import parents


def claims(article: Article) -> Iterator[Claim]:
    """Give the claims of an article; damaged words say nothing sure."""
    if article.edition.body is Body.DAMAGED:
        return
    head, nodes = article.masthead, article.edition.nodes
    for node, above in zip(nodes, parents(nodes), strict=True):
        if node.kind is Kind.CLAIM:
            heading = "" if above is None else nodes[above].title or ""
            yield Claim(
                whole(article.id, article.edition.id, node.position, node.text),
                head.title,
                heading,
                head.source or "",
                head.company or "",
                day_of(head.published),
            )


def whole(article: str, edition: str, node: int, text: str) -> Passage:
    """Give the passage that is all of a claim."""
    return Passage(article, edition, node, 0, len(text), text)
